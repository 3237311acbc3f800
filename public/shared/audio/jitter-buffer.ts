import { conceal, fadeIn, isQuiet } from './concealment.ts';
import { DelayWindow } from './delay-window.ts';

/**
 * Holds frames between the network and the loudspeaker, 20 ms at a time.
 *
 * Modes: `waiting` (nothing is played until the target is reached; entered at the start of a leg and after
 * `concealAtMost` empty pulls) and `playing`. The target follows the measured spread of arrivals, quickly up
 * and slowly down. The fill is corrected only where nobody hears it: a quiet frame is dropped when there is
 * too much, played twice when there is too little. Far too much (after a stalled network) is cut at once.
 */

export const frameMs = 20;
export const frameSamples = 160;

const minTargetMs = 40;
const maxTargetMs = 260;
/** Above the spread: one frame in the playing and half a frame for the scheduler. */
const guardMs = 30;
/** Fill above the target at which a quiet frame is dropped, and at which any frame is. */
const softExcessMs = 40;
const hardExcessMs = 140;
const decayPerPullMs = 0.05;
const concealAtMost = 5;
const longestGapFrames = 10;

export interface JitterCounts {
  received: number;
  lost: number;
  late: number;
  underruns: number;
}

interface Held {
  readonly sequence: number;
  /** Null: the far side sent nothing in this slot. */
  readonly samples: Float32Array | null;
}

const distance = (from: number, to: number): number => ((to - from + 0x8000) & 0xffff) - 0x8000;

export class JitterBuffer {
  readonly counts: JitterCounts = { received: 0, lost: 0, late: 0, underruns: 0 };
  readonly #delays = new DelayWindow();
  readonly #last = new Float32Array(frameSamples);
  #queue: Held[] = [];
  #mode: 'waiting' | 'playing' = 'waiting';
  #expected: number | null = null;
  #targetMs = minTargetMs;
  #concealed = 0;

  get bufferMs(): number {
    return this.#queue.length * frameMs;
  }

  get targetMs(): number {
    return this.#targetMs;
  }

  get jitterMs(): number {
    return this.#delays.jitterMs;
  }

  push(sequence: number, mediaMs: number, samples: Float32Array | null, arrivalMs: number): void {
    this.counts.received += 1;
    this.#delays.add(arrivalMs, mediaMs);
    const wanted = Math.min(maxTargetMs, Math.max(minTargetMs, this.#delays.spreadMs() + guardMs));
    if (wanted > this.#targetMs) this.#targetMs = wanted;
    if (this.#expected !== null && distance(this.#expected, sequence) < 0) {
      this.counts.late += 1;
      return;
    }
    const place = this.#queue.findIndex((held) => distance(held.sequence, sequence) <= 0);
    if (place === -1) this.#queue.push({ sequence, samples });
    else if (this.#queue[place]?.sequence !== sequence) this.#queue.splice(place, 0, { sequence, samples });
  }

  /** Writes the next 20 ms; false when there is nothing to say and silence was written. */
  pull(out: Float32Array): boolean {
    const wanted = Math.min(maxTargetMs, Math.max(minTargetMs, this.#delays.spreadMs() + guardMs));
    if (wanted < this.#targetMs) this.#targetMs = Math.max(wanted, this.#targetMs - decayPerPullMs);
    if (this.#mode === 'waiting') {
      if (this.bufferMs < this.#targetMs) return this.#silence(out);
      this.#mode = 'playing';
      this.#expected = this.#queue[0]?.sequence ?? null;
    }
    this.#trim();
    const head = this.#queue[0];
    if (head === undefined) return this.#underrun(out);
    if (this.#playedTwice(head, out)) return true;
    return this.#play(head, out);
  }

  reset(): void {
    this.#queue = [];
    this.#mode = 'waiting';
    this.#expected = null;
    this.#targetMs = minTargetMs;
    this.#concealed = 0;
    this.#last.fill(0);
    this.#delays.reset();
  }

  #play(head: Held, out: Float32Array): boolean {
    const gap = this.#expected === null ? 0 : distance(this.#expected, head.sequence);
    if (gap > 0 && gap <= longestGapFrames) {
      this.counts.lost += 1;
      this.#expected = (head.sequence - gap + 1) & 0xffff;
      this.#concealed += 1;
      conceal(this.#last, out, this.#concealed);
      return true;
    }
    if (gap > longestGapFrames) this.counts.lost += gap;
    this.#queue.shift();
    this.#expected = (head.sequence + 1) & 0xffff;
    if (head.samples === null) out.fill(0);
    else out.set(head.samples);
    if (this.#concealed > 0) fadeIn(out);
    this.#concealed = 0;
    this.#last.set(out);
    return head.samples !== null;
  }

  #playedTwice(head: Held, out: Float32Array): boolean {
    if (this.bufferMs + frameMs > this.#targetMs || this.#queue.length > 1 || this.#concealed > 0) return false;
    if (head.samples === null || !isQuiet(head.samples) || !isQuiet(this.#last)) return false;
    out.set(head.samples);
    this.#last.set(head.samples);
    return true;
  }

  #trim(): void {
    while (this.bufferMs > this.#targetMs + softExcessMs) {
      const head = this.#queue[0];
      if (head === undefined) return;
      const unheard = head.samples === null || isQuiet(head.samples);
      if (!unheard && this.bufferMs <= this.#targetMs + hardExcessMs) return;
      this.#queue.shift();
      this.#expected = (head.sequence + 1) & 0xffff;
      if (unheard) return;
    }
  }

  #underrun(out: Float32Array): boolean {
    if (this.#concealed === 0) this.counts.underruns += 1;
    this.#concealed += 1;
    if (this.#concealed > concealAtMost) {
      this.#mode = 'waiting';
      this.#concealed = 0;
      this.#last.fill(0);
      return this.#silence(out);
    }
    conceal(this.#last, out, this.#concealed);
    return true;
  }

  #silence(out: Float32Array): false {
    out.fill(0);
    return false;
  }
}
