import express, { Router } from 'express';
import type { Exchange } from '../exchange/exchange.ts';
import { callView } from './call-view.ts';

/** The back door of the simulation: what is going on, who is heard, what should go wrong. No sign-in; loopback only. */
export function controlDoor(exchange: Exchange): Router {
  const router = Router();
  router.use(express.json({ limit: '1mb' }));
  router.get('/health', (_req, res) => void res.json({ ok: true, calls: exchange.calls.size }));
  router.get('/calls', (req, res) => {
    const status = req.query['status'];
    const calls = [...exchange.calls.values()].filter((call) => status === undefined || call.status === status);
    res.json({ calls: calls.toReversed().slice(0, 500).map(callView) });
  });
  router.get('/calls/:sid', (req, res) => {
    const call = exchange.calls.get(req.params.sid);
    if (!call) return void res.status(404).json({ error: 'no such call' });
    res.json(callView(call));
  });
  router.get('/calls/:sid/heard', (req, res) => {
    const call = exchange.calls.get(req.params.sid);
    if (!call) return void res.status(404).json({ error: 'no such call' });
    res.json({ heard: call.heard.read(), spoken: call.spoken.read() });
  });
  return router;
}
