import type { AudioStats } from '../contract/audio-control.ts';
import type { Instant } from '../domain/vocabulary.ts';

const halfRange = 0x8000;
/** RFC 3550, 6.4.1. */
const jitterGain = 16;

/** What the server sees of an agent's voice on its way in, since the last report. */
export class UplinkWatch {
  #next: number | null = null;
  #transit: number | null = null;
  #received = 0;
  #lost = 0;
  #late = 0;
  #jitterMs = 0;

  frame(sequence: number, timeMs: number, now: Instant): void {
    this.#received += 1;
    if (this.#next !== null) {
      const ahead = (sequence - this.#next) & 0xffff;
      if (ahead < halfRange) this.#lost += ahead;
      else this.#late += 1;
    }
    this.#next = (sequence + 1) & 0xffff;
    const transit = now - timeMs;
    if (this.#transit !== null) this.#jitterMs += (Math.abs(transit - this.#transit) - this.#jitterMs) / jitterGain;
    this.#transit = transit;
  }

  /** A leg opens: the page counts anew. */
  restart(): void {
    this.#next = null;
    this.#transit = null;
  }

  take(backlogMs: number, underruns: number, rttMs: number | null): AudioStats {
    const stats: AudioStats = {
      received: this.#received,
      lost: this.#lost,
      late: this.#late,
      underruns,
      bufferMs: backlogMs,
      jitterMs: Math.round(this.#jitterMs * 10) / 10,
      rttMs,
    };
    this.#received = 0;
    this.#lost = 0;
    this.#late = 0;
    return stats;
  }
}

/** 0..1: of the frames that were sent, those that never came or came too late. */
export const lossOf = ({ received, lost, late }: AudioStats): number => (lost + late) / Math.max(1, received + lost);
