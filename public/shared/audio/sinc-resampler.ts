/**
 * Streaming sample rate conversion by a Kaiser-windowed sinc, any ratio.
 * The cutoff follows the lower of the two rates, so that 48 kHz to 8 kHz cannot alias
 * and 8 kHz to 48 kHz leaves no images. With 24 zero crossings the pass band reaches 3.3 kHz
 * of the telephone's 4, and the delay is about 3 ms.
 */

const zeroCrossings = 24;
const cutoffShare = 0.92;
/** 70 dB stop band. */
const kaiserBeta = 7;
/** Table points per input sample; read with linear interpolation. */
const tableDensity = 128;

/** Modified Bessel function of the first kind, order zero. */
const bessel0 = (x: number): number => {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < 40; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
    if (term < sum * 1e-12) break;
  }
  return sum;
};

function kernelTable(cutoff: number, halfWidth: number): Float32Array {
  const length = Math.ceil(halfWidth * tableDensity) + 2;
  const table = new Float32Array(length);
  const peak = bessel0(kaiserBeta);
  for (let i = 0; i < length; i += 1) {
    const t = i / tableDensity;
    const edge = Math.min(1, t / halfWidth);
    const window = bessel0(kaiserBeta * Math.sqrt(1 - edge * edge)) / peak;
    const angle = 2 * Math.PI * cutoff * t;
    table[i] = (i === 0 ? 2 * cutoff : Math.sin(angle) / (Math.PI * t)) * (t < halfWidth ? window : 0);
  }
  return table;
}

export class SincResampler {
  readonly #step: number;
  readonly #halfWidth: number;
  readonly #table: Float32Array;
  #held: Float32Array;
  #length: number;
  /** Where the next output sample lies, in held input samples. */
  #position: number;

  constructor(inputRate: number, outputRate: number) {
    const cutoff = (0.5 * Math.min(inputRate, outputRate) * cutoffShare) / inputRate;
    this.#step = inputRate / outputRate;
    this.#halfWidth = zeroCrossings / (2 * cutoff);
    this.#table = kernelTable(cutoff, this.#halfWidth);
    // Half a kernel of silence before the first sample, so that the first output is already whole.
    this.#length = Math.ceil(this.#halfWidth);
    this.#position = this.#length;
    this.#held = new Float32Array(8_192);
  }

  push(input: Float32Array): void {
    if (this.#length + input.length > this.#held.length) this.#makeRoom(input.length);
    this.#held.set(input, this.#length);
    this.#length += input.length;
  }

  /** Fills `out` from the front and says how many samples it could make of the input so far. */
  pull(out: Float32Array): number {
    let made = 0;
    while (made < out.length && this.#position + this.#halfWidth < this.#length) {
      out[made] = this.#at(this.#position);
      made += 1;
      this.#position += this.#step;
    }
    return made;
  }

  #at(position: number): number {
    const first = Math.max(0, Math.ceil(position - this.#halfWidth));
    const last = Math.min(this.#length - 1, Math.floor(position + this.#halfWidth));
    let sum = 0;
    for (let i = first; i <= last; i += 1) {
      const place = Math.abs(i - position) * tableDensity;
      const low = Math.floor(place);
      const a = this.#table[low] ?? 0;
      const b = this.#table[low + 1] ?? 0;
      sum += (this.#held[i] ?? 0) * (a + (b - a) * (place - low));
    }
    return sum;
  }

  #makeRoom(incoming: number): void {
    const keepFrom = Math.max(0, Math.floor(this.#position - this.#halfWidth) - 1);
    const kept = this.#length - keepFrom;
    if (kept + incoming > this.#held.length) {
      const larger = new Float32Array((kept + incoming) * 2);
      larger.set(this.#held.subarray(keepFrom, this.#length));
      this.#held = larger;
    } else {
      this.#held.copyWithin(0, keepFrom, this.#length);
    }
    this.#length = kept;
    this.#position -= keepFrom;
  }
}
