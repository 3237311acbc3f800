import { Router } from 'express';
import type { Call } from '../exchange/call.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { ApiError, notFound } from './api-error.ts';
import { callBody } from './call-body.ts';
import { createCall } from './create-call.ts';
import { bodyOf, queryOf, sidOf } from './door.ts';
import { listCalls } from './list-calls.ts';
import { pageOf } from './page.ts';
import { updateCall } from './update-call.ts';

export function callIn(exchange: Exchange, sid: string): Call {
  const call = exchange.calls.get(sid);
  if (!call) throw notFound(`/Calls/${sid}.json`);
  return call;
}

export function callsDoor(exchange: Exchange): Router {
  const router = Router();
  router.post('/Calls.json', (req, res) => {
    const call = createCall(exchange, bodyOf(req));
    res.status(201).json(callBody(call, true));
  });
  router.get('/Calls.json', (req, res) => {
    const query = queryOf(req);
    res.json(
      pageOf(`${req.baseUrl}/Calls.json`, 'calls', query, listCalls(exchange.calls.values(), query), (call) =>
        callBody(call),
      ),
    );
  });
  router.get('/Calls/:sid.json', (req, res) => void res.json(callBody(callIn(exchange, sidOf(req, 'CA')))));
  router.post('/Calls/:sid.json', (req, res) => {
    const call = callIn(exchange, sidOf(req, 'CA'));
    updateCall(exchange, call, bodyOf(req));
    res.json(callBody(call));
  });
  router.delete('/Calls/:sid.json', (req, res) => {
    const call = callIn(exchange, sidOf(req, 'CA'));
    if (!call.isOver) throw new ApiError(409, 20409, 'A call in progress cannot be deleted');
    exchange.calls.delete(call.sid);
    res.status(204).end();
  });
  router.get('/Calls/:sid/Events.json', (req, res) => {
    const call = callIn(exchange, sidOf(req, 'CA'));
    const traces = call.traces.map((trace, index) => ({ sid: String(index), ...trace }));
    const path = `${req.baseUrl}/Calls/${call.sid}/Events.json`;
    res.json(pageOf(path, 'events', queryOf(req), traces, ({ request, response }) => ({ request, response })));
  });
  return router;
}
