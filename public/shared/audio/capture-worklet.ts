import { captureProcessor } from './audio-messages.ts';
import { encodeMuLaw } from './mu-law.ts';
import { SincResampler } from './sinc-resampler.ts';

const wireRate = 8_000;
const frameSamples = 160;

/** Microphone in, 20 ms mu-law frames out to the worker's port. Runs on the audio thread. */
class Capture extends AudioWorkletProcessor {
  readonly #resampler = new SincResampler(sampleRate, wireRate);
  readonly #frame = new Float32Array(frameSamples);
  #filled = 0;
  #worker: MessagePort | null = null;

  constructor() {
    super();
    this.port.onmessage = (event: MessageEvent<MessagePort>) => {
      this.#worker = event.data;
    };
  }

  override process(inputs: Float32Array[][]): boolean {
    const input = inputs[0]?.[0];
    if (input === undefined) return true;
    this.#resampler.push(input);
    for (;;) {
      this.#filled += this.#resampler.pull(this.#frame.subarray(this.#filled));
      if (this.#filled < frameSamples) return true;
      this.#filled = 0;
      const payload = new Uint8Array(frameSamples);
      encodeMuLaw(this.#frame, payload);
      this.#worker?.postMessage(payload, [payload.buffer]);
    }
  }
}

registerProcessor(captureProcessor, Capture);
