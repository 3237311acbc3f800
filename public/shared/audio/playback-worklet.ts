import { playbackProcessor, type PlaybackOrder, type PlaybackReport } from './audio-messages.ts';
import { frameSamples, JitterBuffer } from './jitter-buffer.ts';
import { decodeMuLaw } from './mu-law.ts';
import { SincResampler } from './sinc-resampler.ts';

const reportEverySeconds = 0.25;
const wireRate = 8_000;

/** Worker's port in, loudspeaker out. Runs on the audio thread. */
class Playback extends AudioWorkletProcessor {
  readonly #buffer = new JitterBuffer();
  readonly #frame = new Float32Array(frameSamples);
  #resampler = new SincResampler(wireRate, sampleRate);
  #worker: MessagePort | null = null;
  #open = false;
  #reportedAt = 0;

  constructor() {
    super();
    this.port.onmessage = (event: MessageEvent<MessagePort>) => {
      this.#worker = event.data;
      this.#worker.onmessage = (order: MessageEvent<PlaybackOrder>) => this.#obey(order.data);
    };
  }

  override process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const out = outputs[0]?.[0];
    if (out === undefined) return true;
    if (this.#open) this.#fill(out);
    if (currentTime - this.#reportedAt >= reportEverySeconds) this.#report();
    return true;
  }

  #fill(out: Float32Array): void {
    let made = this.#resampler.pull(out);
    while (made < out.length) {
      this.#buffer.pull(this.#frame);
      this.#resampler.push(this.#frame);
      made += this.#resampler.pull(out.subarray(made));
    }
  }

  #obey(order: PlaybackOrder): void {
    if (order.type === 'leg') {
      this.#open = order.open;
      this.#buffer.reset();
      this.#resampler = new SincResampler(wireRate, sampleRate);
      return;
    }
    if (!this.#open) return;
    let samples: Float32Array | null = null;
    if (order.payload !== null) {
      samples = new Float32Array(frameSamples);
      decodeMuLaw(order.payload, samples);
    }
    this.#buffer.push(order.sequence, order.mediaMs, samples, currentTime * 1_000);
  }

  #report(): void {
    this.#reportedAt = currentTime;
    const { counts, bufferMs, targetMs, jitterMs } = this.#buffer;
    const report: PlaybackReport = { ...counts, bufferMs, targetMs, jitterMs };
    this.#worker?.postMessage(report);
    counts.received = 0;
    counts.lost = 0;
    counts.late = 0;
    counts.underruns = 0;
  }
}

registerProcessor(playbackProcessor, Playback);
