import type { AudioStats } from '../../../src/contract/audio-control.ts';
import {
  listDevices,
  MicrophoneRefused,
  openMicrophone,
  rememberChoice,
  speakerCanBeChosen,
  type DeviceChoice,
  type DeviceFailure,
} from './audio-devices.ts';
import { buildAudioGraph, type AudioGraph } from './audio-graph.ts';
import type { LinkState, WorkerOrder, WorkerReport } from './audio-messages.ts';

/**
 * One per page. Phases: `off` -> `starting` -> `running` or `failed`; `failed` may start again.
 * `running` means microphone and audio clock are there; the socket has its own state.
 */

export interface AudioSnapshot {
  readonly phase: 'off' | 'starting' | 'running' | 'failed';
  readonly failure: DeviceFailure | null;
  /** The browser holds sound back until the person touches the page. */
  readonly suspended: boolean;
  readonly microphoneLost: boolean;
  readonly link: LinkState;
  /** The server closed the door several times in a row. */
  readonly refused: boolean;
  readonly legAttemptId: string | null;
  readonly muted: boolean;
  readonly stats: AudioStats | null;
  readonly targetMs: number;
}

const still: AudioSnapshot = {
  phase: 'off',
  failure: null,
  suspended: false,
  microphoneLost: false,
  link: 'off',
  refused: false,
  legAttemptId: null,
  muted: false,
  stats: null,
  targetMs: 0,
};

export class AudioEngine {
  #snapshot = still;
  readonly #listeners = new Set<() => void>();
  #graph: AudioGraph | null = null;
  #worker: Worker | null = null;
  #stream: MediaStream | null = null;
  #choice: DeviceChoice | null = null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): AudioSnapshot => this.#snapshot;

  /** Opens microphone and loudspeaker; may be called again to change either. */
  async start(choice: DeviceChoice): Promise<void> {
    this.#set({ phase: this.#snapshot.phase === 'running' ? 'running' : 'starting', failure: null });
    try {
      const stream = await openMicrophone(choice.microphoneId);
      this.#graph ??= await this.#build();
      this.#useStream(stream);
      await this.#useSpeaker(choice.speakerId);
      this.#choice = choice;
      rememberChoice(choice);
      this.#set({ phase: 'running', microphoneLost: false });
      await this.resume();
    } catch (error) {
      const failure = error instanceof MicrophoneRefused ? error.because : 'unsupported';
      const lost = this.#stream !== null && this.#stream.getAudioTracks()[0]?.readyState !== 'live';
      this.#set({ phase: 'failed', failure, microphoneLost: lost });
    }
  }

  /** Opens the socket; it then stays until `stop`. */
  connect(url: string, tabId: string): void {
    this.#order({ type: 'connect', url, tabId });
  }

  takeSeat(): void {
    this.#order({ type: 'take-seat' });
  }

  setMuted(muted: boolean): void {
    this.#order({ type: 'mute', muted });
    this.#set({ muted });
  }

  reportRoundTrip(ms: number): void {
    this.#order({ type: 'round-trip', ms });
  }

  /** Needs a click or key press the first time. */
  async resume(): Promise<void> {
    if (this.#graph === null || this.#graph.context.state !== 'suspended') return;
    // Without a gesture the browser neither resumes nor refuses, so nothing here may wait for it.
    void this.#graph.context.resume();
    await Promise.resolve();
  }

  level(side: 'microphone' | 'speaker'): number {
    return this.#graph?.level(side) ?? 0;
  }

  downlink(): { rms: number; dominantHz: number } {
    return this.#graph?.downlink() ?? { rms: 0, dominantHz: 0 };
  }

  playTestTone(): void {
    [523, 659, 784].forEach((hertz, i) => this.#graph?.tone(hertz, 0.28, 0.2, i * 0.3));
  }

  /** Two soft taps before the other side is heard: a call is there. */
  playCallTone(): void {
    this.#graph?.tone(880, 0.09, 0.12);
    this.#graph?.tone(1_175, 0.12, 0.12, 0.11);
  }

  async stop(): Promise<void> {
    this.#order({ type: 'close' });
    this.#worker?.terminate();
    this.#worker = null;
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
    const graph = this.#graph;
    this.#graph = null;
    window.removeEventListener('online', this.#online);
    navigator.mediaDevices.removeEventListener('devicechange', this.#devicesChanged);
    this.#set(still);
    await graph?.close();
  }

  async #build(): Promise<AudioGraph> {
    const graph = await buildAudioGraph();
    graph.context.onstatechange = () => this.#set({ suspended: graph.context.state === 'suspended' });
    this.#set({ suspended: graph.context.state === 'suspended' });
    const worker = new Worker(new URL('./audio-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<WorkerReport>) => this.#hear(event.data);
    this.#worker = worker;
    const ports = graph.takePorts();
    worker.postMessage({ type: 'ports', ...ports } satisfies WorkerOrder, [ports.playback, ports.capture]);
    window.addEventListener('online', this.#online);
    navigator.mediaDevices.addEventListener('devicechange', this.#devicesChanged);
    return graph;
  }

  #useStream(stream: MediaStream): void {
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = stream;
    this.#graph?.setMicrophone(stream);
    const track = stream.getAudioTracks()[0];
    if (track === undefined) return;
    const tell = (): void => {
      const live = track.readyState === 'live' && !track.muted;
      this.#order({ type: 'microphone', live });
      this.#set({ microphoneLost: !live });
    };
    track.onended = tell;
    track.onmute = tell;
    track.onunmute = tell;
    tell();
  }

  async #useSpeaker(speakerId: string): Promise<void> {
    const context = this.#graph?.context as (AudioContext & { setSinkId?: (id: string) => Promise<void> }) | undefined;
    if (context?.setSinkId === undefined || !speakerCanBeChosen()) return;
    try {
      await context.setSinkId(speakerId === 'default' ? '' : speakerId);
    } catch {
      // The remembered loudspeaker is unplugged: the system's own is better than silence.
      await context.setSinkId('');
    }
  }

  readonly #online = (): void => this.#order({ type: 'try-now' });

  /** The microphone in use was unplugged: go on with what is left, in mid-call too. */
  readonly #devicesChanged = (): void => {
    void (async () => {
      const { microphones } = await listDevices();
      const ended = this.#stream?.getAudioTracks()[0]?.readyState !== 'live';
      if (ended && microphones.length > 0 && this.#choice !== null) await this.start(this.#choice);
    })();
  };

  #hear(report: WorkerReport): void {
    switch (report.type) {
      case 'link':
        this.#set({ link: report.state, refused: report.refused });
        return;
      case 'leg':
        if (report.attemptId !== null && this.#snapshot.legAttemptId === null) this.playCallTone();
        if (report.attemptId === null) this.setMuted(false);
        this.#set({ legAttemptId: report.attemptId });
        return;
      case 'stats':
        this.#set({ stats: report.stats, targetMs: report.targetMs });
    }
  }

  #order(order: WorkerOrder): void {
    this.#worker?.postMessage(order);
  }

  #set(change: Partial<AudioSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}
