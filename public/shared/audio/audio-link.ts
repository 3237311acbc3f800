import { audioCloseCodes, audioServerMessage, type AudioClientMessage } from '../../../src/contract/audio-control.ts';
import { parseAudioFrame } from '../../../src/contract/audio-frame.ts';
import type { LinkState, PlaybackOrder } from './audio-messages.ts';
import { attemptTimeoutMs, reconnectDelayMs } from './reconnect-delay.ts';

/**
 * The socket to `/ws/audio`, from sign-in to sign-out. `off` until connect; `connecting` until the server's
 * welcome; `open`; a lost socket is `connecting` again at once; `over` and `forbidden` are the end of listening in. `replaced` (another window took the seat) stays
 * until take-seat. Frames of a dead network do not close a socket, so silence of the server does.
 */

export interface LinkEars {
  state(state: LinkState, refused: boolean): void;
  leg(attemptId: string | null): void;
  playback(order: PlaybackOrder, transfer: Transferable[]): void;
  /** Must answer at once: what is alive right now. */
  alive(): { audioClockRunning: boolean; microphoneLive: boolean };
}

/** Closed again before a welcome this often in a row: the page should look at its session. */
const refusedAfter = 4;
const graceMs = 1_700;

export class AudioLink {
  readonly #ears: LinkEars;
  readonly #url: string;
  readonly #tabId: string;
  #socket: WebSocket | null = null;
  #state: LinkState = 'off';
  #attempts = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #silenceLimitMs = attemptTimeoutMs;
  #leg: string | null = null;

  constructor(url: string, tabId: string, ears: LinkEars) {
    this.#url = url;
    this.#tabId = tabId;
    this.#ears = ears;
  }

  get leg(): string | null {
    return this.#leg;
  }

  connect(): void {
    clearTimeout(this.#retry);
    this.#drop();
    this.#become('connecting');
    this.#silenceLimitMs = attemptTimeoutMs;
    const socket = new WebSocket(this.#url);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => this.say({ type: 'hello', clientVersion: 1, tabId: this.#tabId });
    socket.onmessage = (event: MessageEvent<unknown>) => this.#hear(event.data);
    socket.onclose = ({ code }) => {
      if (this.#socket !== socket) return;
      if (code === audioCloseCodes.notAllowed || code === audioCloseCodes.callOver) this.#shutOut(code);
      else this.#lost();
    };
    this.#socket = socket;
    this.#expectNews();
  }

  /** Skip the wait: the browser says that the network is back. */
  tryNow(): void {
    if (this.#state === 'connecting') this.connect();
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#drop();
    this.#setLeg(null);
    this.#become('off');
  }

  say(message: AudioClientMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  sendFrame(frame: Uint8Array<ArrayBuffer>): void {
    // Half a second queued means the network stands still: old voice is worse than none.
    if (this.#socket?.readyState === WebSocket.OPEN && this.#socket.bufferedAmount < 25 * 168) this.#socket.send(frame);
  }

  #hear(data: unknown): void {
    this.#expectNews();
    if (data instanceof ArrayBuffer) {
      const parsed = parseAudioFrame(new Uint8Array(data));
      if (!parsed.ok) return;
      const { kind, sequence, timeMs, payload } = parsed.frame;
      this.#ears.playback(
        { type: 'frame', sequence, mediaMs: timeMs, payload: kind === 'audio' ? payload : null },
        kind === 'audio' ? [data] : [],
      );
      return;
    }
    const message = audioServerMessage.safeParse(readJson(data));
    if (!message.success) return;
    switch (message.data.type) {
      case 'welcome':
        this.#attempts = 0;
        this.#silenceLimitMs = message.data.probeEveryMs * 2 + graceMs;
        this.#become('open');
        this.#setLeg(message.data.resume);
        return;
      case 'probe':
        this.say({ type: 'probe-reply', nonce: message.data.nonce, ...this.#ears.alive() });
        return;
      case 'leg-open':
        this.#setLeg(message.data.attemptId);
        return;
      case 'leg-closed':
        if (this.#leg === message.data.attemptId) this.#setLeg(null);
        return;
      case 'replaced':
        this.#drop();
        this.#setLeg(null);
        this.#become('replaced');
    }
  }

  #expectNews(): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#lost(), this.#silenceLimitMs);
  }

  #lost(): void {
    this.#drop();
    this.#become('connecting');
    this.#retry = setTimeout(() => this.connect(), reconnectDelayMs(this.#attempts, Math.random()));
    this.#attempts += 1;
  }

  /** What this socket was for is over, or not for this user: coming back would change nothing. */
  #shutOut(code: number): void {
    this.#drop();
    this.#setLeg(null);
    this.#become(code === audioCloseCodes.notAllowed ? 'forbidden' : 'over');
  }

  #drop(): void {
    clearTimeout(this.#watch);
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }

  /** A leg that opens again (after a drop) starts a new stream of sequence numbers. */
  #setLeg(attemptId: string | null): void {
    if (attemptId === null && this.#leg === null) return;
    this.#leg = attemptId;
    this.#ears.playback({ type: 'leg', open: attemptId !== null }, []);
    this.#ears.leg(attemptId);
  }

  #become(state: LinkState): void {
    this.#state = state;
    this.#ears.state(state, this.#attempts >= refusedAfter);
  }
}

function readJson(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return null;
  }
}
