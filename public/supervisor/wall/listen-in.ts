import { listenSocketPath } from '../../../src/contract/audio-control.ts';
import { makePlayback, playbackUrl, portTo } from '../../shared/audio/audio-graph.ts';
import type { LinkState, WorkerOrder, WorkerReport } from '../../shared/audio/audio-messages.ts';
import { dominantFrequency } from '../../shared/audio/dominant-frequency.ts';

/** The sound of one live call, without a microphone: from `open` until `close`, or until the call is over. */
export class ListenIn {
  readonly #context: AudioContext;
  readonly #worker: Worker;
  readonly #meter: AnalyserNode;

  private constructor(context: AudioContext, worker: Worker, meter: AnalyserNode) {
    this.#context = context;
    this.#worker = worker;
    this.#meter = meter;
  }

  static async open(attemptId: string, onLink: (state: LinkState) => void): Promise<ListenIn> {
    const context = new AudioContext({ latencyHint: 'interactive' });
    await context.audioWorklet.addModule(playbackUrl);
    const playback = makePlayback(context);
    const meter = new AnalyserNode(context, { fftSize: 8_192, smoothingTimeConstant: 0 });
    playback.connect(meter).connect(context.destination);
    const worker = new Worker(new URL('../../shared/audio/audio-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<WorkerReport>) => {
      if (event.data.type === 'link') onLink(event.data.state);
    };
    const say = (order: WorkerOrder, transfer: Transferable[] = []): void => worker.postMessage(order, transfer);
    const port = portTo(playback);
    say({ type: 'ports', playback: port, capture: null }, [port]);
    const url = `${location.origin.replace(/^http/, 'ws')}${listenSocketPath}/${attemptId}`;
    say({ type: 'connect', url, tabId: 'listener' });
    void context.resume();
    return new ListenIn(context, worker, meter);
  }

  /** What is heard now; no sound leaves the page. */
  downlink(): { rms: number; dominantHz: number } {
    const samples = new Float32Array(1_024);
    this.#meter.getFloatTimeDomainData(samples);
    const spectrum = new Float32Array(this.#meter.frequencyBinCount);
    this.#meter.getFloatFrequencyData(spectrum);
    return {
      rms: Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length),
      dominantHz: dominantFrequency(spectrum, this.#context.sampleRate),
    };
  }

  async close(): Promise<void> {
    this.#worker.postMessage({ type: 'close' } satisfies WorkerOrder);
    this.#worker.terminate();
    await this.#context.close();
  }
}
