import { once } from 'node:events';
import { WebSocket } from 'ws';
import { audioServerMessage, type AudioServerMessage } from '../../src/contract/audio-control.ts';
import { encodeAudioFrame, parseAudioFrame, type AudioFrame } from '../../src/contract/audio-frame.ts';
import { waitFor } from '../support/wait-for.ts';

/** An agent's page as the server sees it: answers probes, sends and receives frames. */
export class AgentPage {
  readonly told: AudioServerMessage[] = [];
  readonly heard: AudioFrame[] = [];
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  answersProbes = true;
  microphoneLive = true;
  #sequence = 0;

  constructor(url: string, cookie: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(url, { headers: { cookie, ...headers } });
    this.closed = new Promise((resolve) => this.socket.on('close', (code) => resolve(code)));
    this.socket.on('message', (data: Buffer, isBinary) => this.#receive(data, isBinary));
  }

  static async open(url: string, cookie: string): Promise<AgentPage> {
    const page = new AgentPage(url, cookie);
    await once(page.socket, 'open');
    page.#say({ type: 'hello', clientVersion: 1, tabId: 'tab' });
    await page.wasTold('welcome');
    return page;
  }

  wasTold<T extends AudioServerMessage['type']>(type: T): Promise<Extract<AudioServerMessage, { type: T }>> {
    return waitFor(`the page to be told ${type}`, () =>
      this.told.find((message): message is Extract<AudioServerMessage, { type: T }> => message.type === type),
    );
  }

  speak(payload: Uint8Array): void {
    const frame = { kind: 'audio', sequence: this.#sequence, timeMs: this.#sequence * 20, payload } as const;
    this.#sequence += 1;
    this.socket.send(encodeAudioFrame(frame));
  }

  report(): void {
    this.#say({
      type: 'stats',
      stats: { received: 0, lost: 0, late: 0, underruns: 0, bufferMs: 0, jitterMs: 0, rttMs: null },
    });
  }

  get heardAll(): Buffer {
    return Buffer.concat(this.heard.map((frame) => frame.payload));
  }

  #say(message: Record<string, unknown>): void {
    this.socket.send(JSON.stringify(message));
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (isBinary) {
      const parsed = parseAudioFrame(data);
      if (!parsed.ok) throw new Error(`frame refused: ${parsed.because}`);
      this.heard.push({ ...parsed.frame, payload: Buffer.from(parsed.frame.payload) });
      return;
    }
    const message = audioServerMessage.parse(JSON.parse(data.toString('utf8')));
    this.told.push(message);
    if (message.type === 'probe' && this.answersProbes) {
      this.#say({
        type: 'probe-reply',
        nonce: message.nonce,
        audioClockRunning: true,
        microphoneLive: this.microphoneLive,
      });
    }
  }
}
