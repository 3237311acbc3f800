import type { AudioStats } from '../../../src/contract/audio-control.ts';
import type { PlaybackReport } from './audio-messages.ts';

/** Adds up the playback's quarter-second reports until they are sent. */
export class StatsSum {
  #counts = { received: 0, lost: 0, late: 0, underruns: 0 };
  #bufferMs = 0;
  #jitterMs = 0;

  add(report: PlaybackReport): void {
    this.#counts.received += report.received;
    this.#counts.lost += report.lost;
    this.#counts.late += report.late;
    this.#counts.underruns += report.underruns;
    this.#bufferMs = report.bufferMs;
    this.#jitterMs = report.jitterMs;
  }

  take(rttMs: number | null): AudioStats {
    const stats = { ...this.#counts, bufferMs: this.#bufferMs, jitterMs: Math.round(this.#jitterMs * 10) / 10, rttMs };
    this.#counts = { received: 0, lost: 0, late: 0, underruns: 0 };
    return stats;
  }
}
