import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Exchange } from '../exchange/exchange.ts';
import type { Occasion } from '../faults/fault-desk.ts';
import type { FaultSpec } from '../faults/schema.ts';
import { sendError } from './api-error.ts';
import { bodyOf } from './door.ts';

const SLOW_MS = 2000;
/** Longer than the SDK's own limit of 30 s: the client gives up first. */
const TIMEOUT_MS = 60_000;
const BEFORE_RESPONSE_MS = 500;

/** Faults of the REST interface: refused, slow, lost or wrong answers, before or after the request has taken effect. */
export function faultGate(exchange: Exchange): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const occasion = occasionOf(req);
    const { faults } = exchange;
    res.setHeader('Twilio-Concurrent-Requests', '1');
    res.setHeader('Twilio-Request-Duration', '0.010');
    if (faults.strikes('too-many-requests', occasion)) return sendError(res, 429, 20429, 'Too Many Requests');
    const before = faults.strikes('error-before-acceptance', occasion);
    if (before)
      return sendError(res, before.status ?? 500, before.code ?? 20500, 'An internal server error has occurred');
    const after = faults.strikes('error-after-acceptance', occasion);
    if (after) return replaceReply(res, next, after);
    const lost = faults.strikes('timeout-after-acceptance', occasion);
    if (lost) return holdReply(exchange, res, next, lost.delayMs ?? TIMEOUT_MS);
    const slow = faults.strikes('slow-answer', occasion);
    if (slow) return holdReply(exchange, res, next, slow.delayMs ?? SLOW_MS);
    const early = faults.strikes('callback-before-response', occasion);
    if (early) return holdReply(exchange, res, next, early.delayMs ?? exchange.settings.releaseMs + BEFORE_RESPONSE_MS);
    next();
  };
}

/** The request is carried out, but its answer is a failure. */
function replaceReply(res: Response, next: NextFunction, fault: FaultSpec): void {
  const json = res.json.bind(res);
  res.json = (): Response => {
    res.json = json;
    sendError(res, fault.status ?? 500, fault.code ?? 20500, 'An internal server error has occurred');
    return res;
  };
  next();
}

/** The request is carried out at once, its answer comes late or finds nobody listening any more. */
function holdReply(exchange: Exchange, res: Response, next: NextFunction, ms: number): void {
  const json = res.json.bind(res);
  res.json = (body: unknown): Response => {
    const timer = exchange.clock.after(ms, () => json(body));
    res.on('close', () => timer.cancel());
    return res;
  };
  next();
}

function occasionOf(req: Request): Occasion {
  const [, folder = '', below] = req.path.replace(/\.json$/, '').split('/');
  const isItem = below !== undefined;
  const operations: Record<string, string> = {
    GET: isItem ? 'fetch' : 'list',
    POST: isItem ? 'update' : 'create',
    DELETE: 'delete',
  };
  const resources: Record<string, string> = {
    Calls: 'calls',
    Recordings: 'recordings',
    IncomingPhoneNumbers: 'numbers',
    '': 'account',
  };
  const sub = req.path.includes('/Recordings') ? 'recordings' : (resources[folder] ?? folder.toLowerCase());
  const to = bodyOf(req).text('To');
  return { operation: operations[req.method] ?? req.method, resource: sub, ...(to === null ? {} : { to }) };
}
