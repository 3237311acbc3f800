import { WebSocket } from 'ws';
import { SILENCE, type Frame } from '../audio/frames.ts';
import { encodeMulaw } from '../audio/mulaw.ts';
import type { Call, Tap } from '../exchange/call.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { newSid } from '../sid.ts';
import { signatureOf } from '../webhooks/sign.ts';
import { PlayBuffer } from './play-buffer.ts';
import { readMessage } from './read-message.ts';
import { connectErrorOf, notifyStream, type StreamOrders } from './stream-orders.ts';

const HANDSHAKE_MS = 10_000;
/** Beyond this much unsent audio the far end does not keep up; frames are dropped until it does. */
const MAX_UNSENT_BYTES = 1_000_000;
const SILENT_PAYLOAD = Buffer.alloc(160, 0xff).toString('base64');

/** One media stream: the carrier is the client of the server's socket. The end comes once, from whichever side. */
export class MediaStream {
  readonly sid = newSid('MZ');
  readonly call: Call;
  readonly orders: StreamOrders;
  readonly buffer: PlayBuffer;
  readonly violations: { code: number; because: string }[] = [];
  /** Resolves when the stream has ended. */
  readonly ended: Promise<void>;
  status: 'connecting' | 'in-progress' | 'stopped' = 'connecting';
  framesSent = 0;
  messagesReceived = 0;
  updatedAt: number;
  readonly #exchange: Exchange;
  #socket: WebSocket | null = null;
  #sequence = 1;
  #chunks = { shared: 0, inbound: 0, outbound: 0 };
  #frames = 0;
  #noted = new Set<number>();
  #resolveEnded: () => void = () => undefined;
  readonly #tap: Tap = (fromParty, toParty) => this.#sendFrames(fromParty, toParty);
  readonly #onDigit = (digit: string): void => this.#send({ event: 'dtmf', dtmf: { track: 'inbound_track', digit } });

  constructor(exchange: Exchange, call: Call, orders: StreamOrders) {
    this.#exchange = exchange;
    this.call = call;
    this.orders = orders;
    this.updatedAt = exchange.clock.now();
    this.buffer = new PlayBuffer((name) => {
      this.#send({ event: 'mark', mark: { name } });
      exchange.events.emit('stream-mark', { callSid: call.sid, streamSid: this.sid, name });
    });
    this.ended = new Promise((resolve) => (this.#resolveEnded = resolve));
  }

  get name(): string {
    return this.orders.name ?? this.sid;
  }

  open(): void {
    const { settings, faults } = this.#exchange;
    this.call.atEnd.push(() => this.stop());
    const target = URL.canParse(this.orders.url) ? new URL(this.orders.url) : null;
    if (!target) return this.#fail(31923, 'malformed stream URL');
    if (target.protocol !== 'wss:' && (settings.requireWss || target.protocol !== 'ws:'))
      return this.#fail(31922, 'stream URL is not wss');
    if (target.search !== '') {
      this.#exchange.notifications.add(
        this.call.sid,
        12200,
        'query string of the stream URL is not supported and was dropped',
      );
      target.search = '';
    }
    if (faults.strikes('media-socket-refused', { callSid: this.call.sid, to: this.call.to }))
      return this.#fail(31902, 'connection refused');
    const url = target.href;
    const socket = new WebSocket(url, {
      perMessageDeflate: false,
      handshakeTimeout: HANDSHAKE_MS,
      headers: {
        'User-Agent': 'Twilio.TmeWs/1.0',
        'Accept-Encoding': 'gzip',
        'X-Twilio-Signature': signatureOf(settings.authToken, this.orders.url.split('?', 1)[0] ?? url, []),
      },
    });
    this.#socket = socket;
    socket.on('open', () => this.#begin());
    socket.on('message', (data, isBinary) => this.#receive(data as Buffer, isBinary));
    socket.on('error', (error: Error & { code?: string }) => {
      if (this.status === 'connecting') this.#fail(connectErrorOf(error), error.message);
      else this.#violate(error.code?.startsWith('WS_ERR_') === true ? 31924 : 31903, error.message);
    });
    socket.on('close', (code) => {
      if (this.status === 'in-progress' && ![1000, 1001, 1005].includes(code))
        this.#violate(31921, `closed by remote with ${code}`);
      this.#end();
    });
  }

  /** The carrier ends the stream: `stop`, then the close. */
  stop(): void {
    if (this.status === 'stopped') return;
    this.#send({ event: 'stop', stop: { accountSid: this.call.accountSid, callSid: this.call.sid } });
    this.#end();
  }

  #begin(): void {
    if (this.call.isOver || this.status === 'stopped') return this.#end();
    this.status = 'in-progress';
    const { accountSid, sid: callSid } = this.call;
    this.#socket?.send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }));
    this.#send({
      event: 'start',
      start: {
        accountSid,
        streamSid: this.sid,
        callSid,
        tracks: this.orders.tracks,
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
        customParameters: this.orders.parameters,
      },
    });
    this.call.taps.add(this.#tap);
    if (this.orders.bidirectional) this.call.digitListeners.add(this.#onDigit);
    this.#exchange.events.emit('stream-started', { callSid, streamSid: this.sid });
    notifyStream(this.#exchange, this, 'stream-started');
    const drop = this.#exchange.faults.strikes('media-socket-dropped', { callSid, to: this.call.to });
    if (drop) this.#exchange.clock.after(drop.delayMs ?? 2000, () => this.#socket?.terminate());
  }

  #send(message: Record<string, unknown>): void {
    if (this.status !== 'in-progress' || this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify({ ...message, sequenceNumber: String(this.#sequence), streamSid: this.sid }));
    this.#sequence += 1;
  }

  #sendFrames(fromParty: Frame, toParty: Frame): void {
    const timestamp = this.#frames * 20;
    this.#frames += 1;
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    if (this.#socket.bufferedAmount > MAX_UNSENT_BYTES)
      return this.#noteOnce(31930, 'network congestion, audio dropped');
    for (const track of this.orders.tracks) {
      const frame = track === 'inbound' ? fromParty : toParty;
      const payload = frame === SILENCE ? SILENT_PAYLOAD : Buffer.from(encodeMulaw(frame)).toString('base64');
      const chunk = this.#nextChunk(track);
      this.#socket.send(
        `{"event":"media","sequenceNumber":"${this.#sequence}","streamSid":"${this.sid}","media":{"track":"${track}",` +
          `"chunk":"${chunk}","timestamp":"${timestamp}","payload":"${payload}"}}`,
      );
      this.#sequence += 1;
      this.framesSent += 1;
    }
  }

  #nextChunk(track: 'inbound' | 'outbound'): number {
    const counter = this.#exchange.settings.chunkCounter === 'shared' ? 'shared' : track;
    this.#chunks[counter] += 1;
    return this.#chunks[counter];
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.status !== 'in-progress') return;
    this.messagesReceived += 1;
    const read = readMessage(data, isBinary, this.sid);
    if (!read.ok) return this.#violate(read.code, read.because);
    if (!this.orders.bidirectional) return this.#violate(31951, 'a unidirectional stream takes no messages');
    const { message } = read;
    if (message.event === 'mark') this.buffer.mark(message.mark.name);
    else if (message.event === 'clear') this.buffer.clear();
    else if (!this.buffer.add(Buffer.from(message.media.payload, 'base64')))
      this.#noteOnce(31931, 'more than 10 minutes of audio queued');
  }

  #violate(code: number, because: string): void {
    this.violations.push({ code, because });
    this.#exchange.notifications.add(this.call.sid, code, `Stream: ${because}`, this.orders.url);
    this.#exchange.events.emit('stream-violation', { callSid: this.call.sid, streamSid: this.sid, code });
    notifyStream(this.#exchange, this, 'stream-error', `${code}: ${because}`);
    if (this.#exchange.settings.closeStreamOnViolation) this.stop();
  }

  #noteOnce(code: number, because: string): void {
    if (this.#noted.has(code)) return;
    this.#noted.add(code);
    this.#violate(code, because);
  }

  #fail(code: number, because: string): void {
    this.#violate(code, because);
    this.#end();
  }

  #end(): void {
    if (this.status === 'stopped') return;
    const started = this.status === 'in-progress';
    this.status = 'stopped';
    this.updatedAt = this.#exchange.clock.now();
    this.call.taps.delete(this.#tap);
    this.call.digitListeners.delete(this.#onDigit);
    this.buffer.drop();
    if (this.#socket?.readyState === WebSocket.CONNECTING) this.#socket.terminate();
    else this.#socket?.close(1000);
    this.#socket = null;
    if (started) {
      this.#exchange.events.emit('stream-stopped', { callSid: this.call.sid, streamSid: this.sid });
      notifyStream(this.#exchange, this, 'stream-stopped');
    }
    this.#resolveEnded();
  }
}
