import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';
import { makeLogger } from '../../src/platform/log.ts';
import { makeMetrics } from '../../src/platform/metrics.ts';
import type { RedisClient } from '../../src/platform/redis.ts';
import { makeRealtime } from '../../src/realtime/make-realtime.ts';

/** The relay under test in a process of its own: `bridge` is ours, recording and all; `bare` does nothing but pass on. */
const [mode] = process.argv.slice(2);

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function bridge(server: Server): Promise<() => void> {
  const recordingsDir = mkdtempSync(join(tmpdir(), 'casedial-bench-'));
  const realtime = makeRealtime({
    redis: null as unknown as RedisClient,
    clock: () => Date.now(),
    log: makeLogger({ level: 'silent' }),
    metrics: makeMetrics(),
    publicUrl: 'http://127.0.0.1',
    recordingsDir,
    sessions: {
      authenticateSocket: (cookie) =>
        Promise.resolve({ id: cookie ?? '', role: 'agent', displayName: '', mayListen: false, sessionId: '' }),
    },
    authority: { verify: () => Promise.resolve(true) },
    desk: {
      // The agent of a call carries its id.
      answered: (attemptId) => {
        realtime.legs.connect(attemptId, attemptId);
        return Promise.resolve();
      },
      mediaStopped: () => Promise.resolve(),
    },
    floor: {
      lifeSigns: () => undefined,
      agentLost: () => undefined,
      lineFigures: () => undefined,
      stateOf: () => Promise.reject(new Error('not asked here')),
    },

    pacing: { view: () => Promise.resolve(null), mayWatch: () => Promise.resolve(false) },
    wall: { read: () => Promise.resolve({ at: 0, for: () => Promise.resolve([]) }) },
    listening: { begin: () => Promise.resolve('not-allowed'), ended: () => Promise.resolve() },
    book: {
      open: ({ attemptId }) => Promise.resolve({ recordingId: attemptId }),
      complete: () => Promise.resolve(),
      missing: () => Promise.resolve(),
      unfinished: () => Promise.resolve([]),
    },
    alerts: { raise: () => Promise.resolve() },
    settings: { silentSocketMs: 600_000 },
  });
  realtime.attach(server);
  await realtime.start();
  return () => rmSync(recordingsDir, { recursive: true, force: true });
}

interface CarrierMedia {
  readonly event: string;
  readonly streamSid: string;
  readonly media: { readonly payload: string };
}

function bare(server: Server): () => void {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const carriers = new Map<string, WebSocket>();
  const agents = new Map<string, WebSocket>();
  const streams = new Map<string, string>();
  server.on('upgrade', (request, socket, head) => {
    const id = (request.url ?? '').split('/')[4] ?? request.headers.cookie ?? '';
    const isAgent = request.url === '/ws/audio';
    sockets.handleUpgrade(request, socket, head, (ws) => {
      (isAgent ? agents : carriers).set(id, ws);
      ws.on('message', (data: Buffer, isBinary) => {
        if (isAgent) {
          const streamSid = streams.get(id);
          if (!isBinary || streamSid === undefined) return;
          const payload = data.subarray(8).toString('base64');
          carriers.get(id)?.send(JSON.stringify({ event: 'media', streamSid, media: { payload } }));
          return;
        }
        const message = JSON.parse(data.toString()) as CarrierMedia;
        streams.set(id, message.streamSid);
        if (message.event !== 'media') return;
        agents
          .get(id)
          ?.send(Buffer.concat([Buffer.from([1, 1, 0, 0, 0, 0, 0, 0]), Buffer.from(message.media.payload, 'base64')]));
      });
    });
  });
  return () => undefined;
}

const server = createServer();
const tidy = mode === 'bridge' ? await bridge(server) : bare(server);
process.on('message', (asked) => {
  if (asked === 'cpu') process.send?.({ cpuMicros: process.cpuUsage().user + process.cpuUsage().system });
});
process.on('disconnect', () => {
  tidy();
  process.exit(0);
});
process.send?.({ port: await listen(server) });
