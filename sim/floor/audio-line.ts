import { WebSocket } from 'ws';
import { encodeAudioFrame, parseAudioFrame, audioFrameMs } from '../../src/contract/audio-frame.ts';
import { audioServerMessage, type AudioClientMessage } from '../../src/contract/audio-control.ts';
import { audioSocketPath } from '../../src/contract/agent-socket.ts';

/** Close code of the server: another window has the seat. */
const replacedCode = 4001;

export interface AudioLineEvents {
  welcome(resume: string | null): void;
  legOpened(attemptId: string): void;
  legClosed(attemptId: string): void;
  /** 20 ms of the callee; null = nothing was sent. */
  heard(mulaw: Uint8Array | null): void;
  /** The socket is gone; `replaced`: for good. */
  lost(because: 'replaced' | 'dropped'): void;
}

/** The agent's audio socket as the browser's worker holds it. */
export class AudioLine {
  readonly #socket: WebSocket;
  #sequence = 0;
  #timeMs = 0;

  constructor(url: string, cookie: string, tabId: string, events: AudioLineEvents) {
    const address = `${url.replace(/^http/, 'ws').replace(/\/+$/, '')}${audioSocketPath}`;
    this.#socket = new WebSocket(address, { headers: { cookie }, perMessageDeflate: false });
    this.#socket.on('open', () => this.#tell({ type: 'hello', clientVersion: 1, tabId }));
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', (code) => events.lost(code === replacedCode ? 'replaced' : 'dropped'));
    this.#socket.on('message', (data, isBinary) => {
      if (!Buffer.isBuffer(data)) return;
      if (isBinary) {
        const parsed = parseAudioFrame(data);
        if (parsed.ok) events.heard(parsed.frame.kind === 'audio' ? parsed.frame.payload : null);
        return;
      }
      this.#take(data.toString('utf8'), events);
    });
  }

  send(mulaw: Uint8Array): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const { bufferedAmount } = this.#socket;
    const sequence = this.#sequence;
    const timeMs = this.#timeMs;
    this.#sequence += 1;
    this.#timeMs += audioFrameMs;
    // A page that is late drops sound rather than to talk into the past.
    if (bufferedAmount > 16_384) return;
    this.#socket.send(encodeAudioFrame({ kind: 'audio', sequence, timeMs, payload: mulaw }));
  }

  close(): void {
    this.#socket.close(1000);
  }

  /** Breaks the connection without a word, as a network does. */
  drop(): void {
    this.#socket.terminate();
  }

  #take(text: string, events: AudioLineEvents): void {
    const message = audioServerMessage.safeParse(JSON.parse(text));
    if (!message.success) return;
    switch (message.data.type) {
      case 'welcome':
        events.welcome(message.data.resume);
        return;
      case 'probe':
        this.#tell({ type: 'probe-reply', nonce: message.data.nonce, audioClockRunning: true, microphoneLive: true });
        return;
      case 'leg-open':
        this.#sequence = 0;
        this.#timeMs = 0;
        events.legOpened(message.data.attemptId);
        return;
      case 'leg-closed':
        events.legClosed(message.data.attemptId);
        return;
      case 'replaced':
        return;
    }
  }

  #tell(message: AudioClientMessage): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }
}
