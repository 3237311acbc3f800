import express from 'express';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realClock, type Clock, type Timer } from './clock.ts';
import { controlDoor } from './control/control-door.ts';
import { CarrierEvents } from './events.ts';
import { endCall, hangUp } from './exchange/conduct.ts';
import { CpsQueue } from './exchange/cps-queue.ts';
import type { Exchange } from './exchange/exchange.ts';
import { Meetings } from './exchange/meetings.ts';
import { Notifications } from './exchange/notifications.ts';
import { answerMissedCalls } from './exchange/ring-back.ts';
import { OwnNumbers } from './exchange/own-numbers.ts';
import { Pump } from './exchange/pump.ts';
import { FaultDesk } from './faults/fault-desk.ts';
import type { FaultInput } from './faults/schema.ts';
import { faultsSchema } from './faults/schema.ts';
import { Population } from './population/population.ts';
import { RecordingLibrary } from './recording/library.ts';
import { sendError } from './rest/api-error.ts';
import { makeApi } from './rest/api.ts';
import { settingsSchema, type CarrierOptions, type Settings } from './settings.ts';
import { runScript } from './twiml/run-script.ts';
import { Webhooks } from './webhooks/webhooks.ts';

export interface Carrier {
  readonly url: string;
  readonly port: number;
  readonly accountSid: string;
  readonly authToken: string;
  readonly events: CarrierEvents;
  /** For tests in the same process: everything the control interface shows, without HTTP. */
  readonly exchange: Exchange;
  addFaults(faults: FaultInput[]): number[];
  clearFaults(): void;
  /** Resolves when no callback and no recording is under way any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const KEPT_TRACES = 40;
/** At the end, callbacks get this long to be answered. */
const FAREWELL_MS = 2000;

export async function startCarrier(options: CarrierOptions = {}, clock: Clock = realClock): Promise<Carrier> {
  const settings = settingsSchema.parse(options);
  const folder =
    settings.dataDir === undefined ? mkdtempSync(join(tmpdir(), 'carrier-')) : join(settings.dataDir, 'recordings');
  let baseUrl = settings.publicUrl ?? '';
  const exchange = makeExchange(settings, clock, folder, () => baseUrl);
  const noMoreCallers = answerMissedCalls(exchange);
  const app = express();
  app.disable('x-powered-by');
  let closing = false;
  app.use((_req, res, next) => (closing ? sendError(res, 503, 20503, 'Service unavailable') : next()));
  app.use('/sim', controlDoor(exchange));
  app.use(makeApi(exchange));
  const server = createServer(app);
  // Longer than clients keep idle connections, so that none is closed under a request.
  server.keepAliveTimeout = 75_000;
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
  if (baseUrl === '') baseUrl = url;

  return {
    url,
    port,
    accountSid: settings.accountSid,
    authToken: settings.authToken,
    events: exchange.events,
    exchange,
    addFaults: (faults) => exchange.faults.add(faultsSchema.parse(faults)),
    clearFaults: () => exchange.faults.clear(),
    settled: async () => {
      await exchange.recordings.settled();
      await exchange.webhooks.settled();
    },
    async close() {
      closing = true;
      noMoreCallers();
      for (const call of exchange.calls.values())
        endCall(exchange, call, call.answeredAt === null ? 'canceled' : 'completed', null);
      exchange.cps.stop();
      exchange.pump.stop();
      await exchange.recordings.settled();
      // Whoever was promised the end of a call or a recording is still told.
      await atMost(clock, FAREWELL_MS, exchange.webhooks.settled());
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      if (settings.dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function atMost(clock: Clock, ms: number, work: Promise<void>): Promise<void> {
  let timer: Timer | undefined;
  const deadline = new Promise<void>((resolve) => (timer = clock.after(ms, resolve)));
  await Promise.race([work, deadline]);
  timer?.cancel();
}

function makeExchange(settings: Settings, clock: Clock, folder: string, publicUrl: () => string): Exchange {
  const events = new CarrierEvents(() => clock.now());
  const faults = new FaultDesk(settings.seed, events);
  faults.add(settings.faults);
  const notifications = new Notifications(
    () => clock.now(),
    ({ callSid, code }) => events.emit('notification', { callSid, code }),
  );
  const calls: Exchange['calls'] = new Map();
  const webhooks = new Webhooks({
    authToken: settings.authToken,
    signHttpsPort: settings.signHttpsPort,
    clock,
    events,
    faults,
    trace: (callSid, trace) => {
      const traces = calls.get(callSid)?.traces;
      traces?.push(trace);
      if (traces && traces.length > KEPT_TRACES) traces.shift();
    },
    note: (callSid, code, url) => notifications.add(callSid, code, 'HTTP retrieval failure', url),
  });
  const exchange: Exchange = {
    settings,
    clock,
    events,
    faults,
    population: new Population(settings.population, settings.seed),
    webhooks,
    notifications,
    numbers: new OwnNumbers(settings.population.numbers, clock.now()),
    recordings: new RecordingLibrary({ settings, clock, events, webhooks, folder, publicUrl }),
    meetings: new Meetings(),
    cps: new CpsQueue(clock, settings.cps, settings.maxQueueMs),
    pump: new Pump(clock, (call) => hangUp(exchange, call)),
    calls,
    publicUrl,
    runScript: (call, voice) => runScript(exchange, call, voice),
  };
  return exchange;
}
