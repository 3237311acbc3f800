import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { hangUp } from '../exchange/conduct.ts';
import type { Call } from '../exchange/call.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { receiveCall } from '../exchange/inbound.ts';
import { faultSchema, faultsSchema } from '../faults/schema.ts';
import { callView } from './call-view.ts';

const faultsBody = z.union([
  z.strictObject({ faults: faultsSchema }),
  faultSchema.transform((fault) => ({ faults: [fault] })),
]);
const inboundBody = z.strictObject({
  from: z.string().regex(/^\+[1-9]\d{6,14}$/),
  to: z.string().regex(/^\+[1-9]\d{6,14}$/),
  talkMs: z.number().min(0).optional(),
  patienceMs: z.number().min(0).optional(),
});
const digitsBody = z.strictObject({ digits: z.string().regex(/^[0-9A-D#*w]{1,64}$/i) });
const numberBody = z.strictObject({ number: z.string() });
const LISTED_CALLS = 500;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** The back door of the simulation: what is going on, who is heard, what should go wrong. No sign-in; loopback only. */
export function controlDoor(exchange: Exchange): Router {
  const router = Router();
  router.use((req, res, next) => {
    if (LOOPBACK.test(req.socket.remoteAddress ?? '')) next();
    else res.status(403).json({ error: 'the control interface is open to this machine only' });
  });
  router.use(express.json({ limit: '1mb' }));
  inspection(router, exchange);
  calls(router, exchange);
  faults(router, exchange);
  router.use((_req, res) => void res.status(404).json({ error: 'no such control' }));
  // Express knows an error handler by its four parameters.
  router.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : 'the request could not be read';
    res.status(400).json({ error: message });
  });
  return router;
}

function inspection(router: Router, exchange: Exchange): void {
  router.get('/health', (_req, res) => void res.json({ ok: true, calls: exchange.calls.size }));
  router.get('/state', (_req, res) => {
    const byStatus: Record<string, number> = {};
    for (const call of exchange.calls.values()) byStatus[call.status] = (byStatus[call.status] ?? 0) + 1;
    res.json({
      calls: byStatus,
      queued: exchange.cps.length,
      pump: exchange.pump.statistics(),
      population: exchange.population.statistics(),
      conferences: [...exchange.meetings.conferences.values()].map(({ sid, name, isStarted, participants }) => ({
        sid,
        name,
        isStarted,
        participants: [...participants.keys()].map((call) => call.sid),
      })),
      queues: exchange.meetings
        .queues()
        .map(({ sid, name, waiting }) => ({ sid, name, waiting: waiting.map(({ call }) => call.sid) })),
    });
  });
  router.get('/notifications', (_req, res) => void res.json({ notifications: exchange.notifications.list() }));
  // The number stands in the body: telephone numbers do not belong into addresses.
  router.post('/callees', (req, res) => {
    const { number } = numberBody.parse(req.body);
    res.json({ callee: exchange.population.calleeOf(number) });
  });
}

function calls(router: Router, exchange: Exchange): void {
  const withCall = (act: (call: Call, req: Request, res: Response) => void) => (req: Request, res: Response) => {
    const call = exchange.calls.get(String(req.params['sid']));
    if (call) act(call, req, res);
    else res.status(404).json({ error: 'no such call' });
  };
  router.get('/calls', (req, res) => {
    const status = req.query['status'];
    const found = [...exchange.calls.values()].filter((call) => status === undefined || call.status === status);
    res.json({ calls: found.toReversed().slice(0, LISTED_CALLS).map(callView) });
  });
  router.get(
    '/calls/:sid',
    withCall((call, _req, res) => void res.json(callView(call))),
  );
  router.get(
    '/calls/:sid/heard',
    withCall((call, _req, res) => void res.json({ heard: call.heard.read(), spoken: call.spoken.read() })),
  );
  router.post(
    '/calls/:sid/hangup',
    withCall((call, _req, res) => {
      hangUp(exchange, call);
      res.json(callView(call));
    }),
  );
  router.post(
    '/calls/:sid/digits',
    withCall((call, req, res) => {
      const { digits } = digitsBody.parse(req.body);
      call.party?.press(digits);
      res.json(callView(call));
    }),
  );
  router.post('/inbound', (req, res) => {
    const call = receiveCall(exchange, inboundBody.parse(req.body));
    if (call) res.status(201).json(callView(call));
    else res.status(404).json({ error: 'the account has no such number' });
  });
}

function faults(router: Router, exchange: Exchange): void {
  router.get('/faults', (_req, res) => void res.json({ faults: exchange.faults.list() }));
  router.post('/faults', (req, res) => {
    const ids = exchange.faults.add(faultsBody.parse(req.body).faults);
    res.status(201).json({ ids });
  });
  router.delete('/faults', (_req, res) => {
    exchange.faults.clear();
    res.status(204).end();
  });
  router.delete('/faults/:id', (req, res) => {
    res.status(exchange.faults.remove(Number(req.params.id)) ? 204 : 404).end();
  });
}
