import type { IncomingHttpHeaders } from 'node:http';
import type { WebSocket } from 'ws';
import { decodeMulaw, encodeMulaw } from '../../../../sim/carrier/audio/mulaw.ts';

export interface StreamMessage {
  event: string;
  streamSid?: string;
  sequenceNumber?: string;
  start?: {
    callSid: string;
    streamSid: string;
    accountSid: string;
    tracks: string[];
    customParameters: Record<string, string>;
    mediaFormat: object;
  };
  media?: { track: string; chunk: string; timestamp: string; payload: string };
  mark?: { name: string };
  dtmf?: { track: string; digit: string };
  stop?: { accountSid: string; callSid: string };
  protocol?: string;
  version?: string;
}

/** The server's end of one media stream. */
export class MediaPeer {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly isSigned: boolean;
  readonly messages: StreamMessage[] = [];
  readonly arrivals: number[] = [];
  readonly closed: Promise<number>;
  streamSid = '';
  readonly #socket: WebSocket;
  #waiting: (() => void)[] = [];
  #phase = 0;

  constructor(socket: WebSocket, path: string, headers: IncomingHttpHeaders, isSigned: boolean) {
    this.#socket = socket;
    this.path = path;
    this.headers = headers;
    this.isSigned = isSigned;
    this.closed = new Promise((resolve) => socket.on('close', (code) => resolve(code)));
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as StreamMessage;
      this.messages.push(message);
      this.arrivals.push(Date.now());
      if (message.start) this.streamSid = message.start.streamSid;
      for (const check of [...this.#waiting]) check();
    });
  }

  of(event: string): StreamMessage[] {
    return this.messages.filter((message) => message.event === event);
  }

  next(
    event: string,
    fits: (message: StreamMessage) => boolean = () => true,
    deadlineMs = 10_000,
  ): Promise<StreamMessage> {
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => reject(new Error(`no ${event} message within ${deadlineMs} ms`)), deadlineMs);
      const check = (): void => {
        const found = this.of(event).find(fits);
        if (!found) return;
        clearTimeout(deadline);
        this.#waiting = this.#waiting.filter((other) => other !== check);
        resolve(found);
      };
      this.#waiting.push(check);
      check();
    });
  }

  /** What has been heard on a track so far. */
  heard(track = 'inbound'): Int16Array {
    const frames = this.of('media').filter((message) => message.media?.track === track);
    return decodeMulaw(Buffer.concat(frames.map((message) => Buffer.from(message.media?.payload ?? '', 'base64'))));
  }

  sendJson(message: unknown): void {
    this.#socket.send(JSON.stringify(message));
  }

  sendRaw(data: string | Buffer): void {
    this.#socket.send(data);
  }

  sendTone(hz: number, ms: number): void {
    const samples = Int16Array.from({ length: ms * 8 }, () => {
      this.#phase += (2 * Math.PI * hz) / 8000;
      return 8000 * Math.sin(this.#phase);
    });
    this.sendJson({
      event: 'media',
      streamSid: this.streamSid,
      media: { payload: Buffer.from(encodeMulaw(samples)).toString('base64') },
    });
  }

  mark(name: string): void {
    this.sendJson({ event: 'mark', streamSid: this.streamSid, mark: { name } });
  }

  close(code?: number): void {
    this.#socket.close(code);
  }
}
