import { once } from 'node:events';
import { WebSocket } from 'ws';

const hex = (n: number): string => n.toString(16).padStart(32, '0');

/** The carrier's end of a media stream, as its contract says; every message it gets must keep to that contract. */
export class CarrierClient {
  readonly streamSid: string;
  readonly callSid: string;
  readonly heard: Buffer[] = [];
  readonly violations: string[] = [];
  readonly events: string[] = [];
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  #sequence = 1;
  #chunk = 1;

  constructor(url: string, n = 1, headers: Record<string, string> = {}) {
    this.streamSid = `MZ${hex(n)}`;
    this.callSid = `CA${hex(n)}`;
    this.socket = new WebSocket(url, {
      perMessageDeflate: false,
      headers: { 'user-agent': 'Twilio.TmeWs/1.0', ...headers },
    });
    this.closed = new Promise((resolve) => this.socket.on('close', (code) => resolve(code)));
    this.socket.on('message', (data: Buffer, isBinary) => this.#receive(data, isBinary));
  }

  async start(): Promise<void> {
    await once(this.socket, 'open');
    this.socket.send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }));
    this.#say('start', {
      start: {
        accountSid: `AC${hex(1)}`,
        streamSid: this.streamSid,
        callSid: this.callSid,
        tracks: ['inbound'],
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
        customParameters: {},
      },
    });
  }

  speak(frame: Buffer): void {
    const timestamp = String((this.#chunk - 1) * 20);
    this.#say('media', {
      media: { track: 'inbound', chunk: String(this.#chunk++), timestamp, payload: frame.toString('base64') },
    });
  }

  /** The call ended at the carrier. */
  async hangUp(): Promise<void> {
    this.#say('stop', { stop: { accountSid: `AC${hex(1)}`, callSid: this.callSid } });
    this.socket.close(1000);
    await this.closed;
  }

  get heardAll(): Buffer {
    return Buffer.concat(this.heard);
  }

  #say(event: string, fields: Record<string, unknown>): void {
    this.socket.send(
      JSON.stringify({ event, sequenceNumber: String(this.#sequence++), streamSid: this.streamSid, ...fields }),
    );
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (isBinary) {
      this.violations.push('31950 binary');
      return;
    }
    const message = JSON.parse(data.toString('utf8')) as Record<string, unknown>;
    this.events.push(String(message['event']));
    if (message['streamSid'] !== this.streamSid) this.violations.push('31951 streamSid');
    const keys = Object.keys(message).sort().join();
    if (message['event'] === 'media') {
      const media = message['media'] as Record<string, unknown>;
      if (keys !== 'event,media,streamSid' || Object.keys(media).join() !== 'payload')
        this.violations.push(`31951 ${keys}`);
      const payload = Buffer.from(String(media['payload']), 'base64');
      if (payload.length === 0 || payload.length % 160 !== 0) this.violations.push('odd frame');
      this.heard.push(payload);
    } else if (!(message['event'] === 'clear' && keys === 'event,streamSid')) {
      this.violations.push(`31951 ${keys}`);
    }
  }
}
