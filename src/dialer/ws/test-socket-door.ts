import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import { testCallPath } from '../addresses.ts';
import type { TestCalls } from '../test-calls/test-calls.ts';

const address = new RegExp(`^${testCallPath}/([0-9a-f-]{36})/([\\w-]+)/media$`);
const message = z.object({ event: z.string(), streamSid: z.string().optional() });
/** A quarter of a second of silence, so that the mark is one after sound. */
const frames = 12;
const silence = Buffer.alloc(160, 0xff).toString('base64');
const longestMs = 20_000;

/** The media socket of a trunk's check: takes the stream, plays something, and waits for the carrier to say that it was played. */
export function makeTestSocketDoor(deps: {
  readonly calls: Pick<TestCalls, 'socket' | 'note'>;
  readonly clock: Clock;
  readonly log: Logger;
}): (upgrade: { request: IncomingMessage; socket: Duplex; head: Buffer; path: string }) => boolean {
  const { calls, clock, log } = deps;
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 64 * 1024 });

  function serve(ws: WebSocket, testCallId: string): void {
    let playedAt = 0;
    const noted = (what: 'socket' | 'echo', detail: string): void => {
      calls
        .note(testCallId, what, detail)
        .catch((err: unknown) => log.warn({ err, testCallId }, 'a test call could not be noted'));
    };
    const timer = setTimeout(() => ws.close(1000), longestMs);
    ws.on('close', () => clearTimeout(timer));
    ws.on('error', (err) => log.info({ err, testCallId }, 'the media socket of a test call broke'));
    ws.on('message', (data: RawData) => {
      const read = message.safeParse(parsed(data));
      if (!read.success) return;
      const { event, streamSid } = read.data;
      if (event === 'start') {
        playedAt = clock();
        noted('socket', '');
        for (let frame = 0; frame < frames; frame += 1)
          ws.send(JSON.stringify({ event: 'media', streamSid, media: { payload: silence } }));
        ws.send(JSON.stringify({ event: 'mark', streamSid, mark: { name: 'echo' } }));
      } else if (event === 'mark') {
        noted('echo', String(clock() - playedAt));
        ws.close(1000);
      }
    });
  }

  return ({ request, socket, head, path }) => {
    const [, testCallId, token] = address.exec(path) ?? [];
    if (testCallId === undefined || token === undefined) return false;
    const signature = String(request.headers['x-twilio-signature'] ?? '');
    calls
      .socket(testCallId, token, { signature, path: request.url ?? path })
      .then((may) => {
        if (may) server.handleUpgrade(request, socket, head, (ws) => serve(ws, testCallId));
        else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      })
      .catch((err: unknown) => {
        log.warn({ err }, 'the media socket of a test call could not be let in');
        socket.destroy();
      });
    return true;
  };
}

function parsed(data: RawData): unknown {
  try {
    return JSON.parse((data as Buffer).toString('utf8'));
  } catch {
    return null;
  }
}
