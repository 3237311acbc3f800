import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { timingSafeEqual } from 'node:crypto';
import type { Exchange } from '../exchange/exchange.ts';
import { accountDoor } from './account-door.ts';
import { ApiError, sendError } from './api-error.ts';
import { callsDoor } from './calls-door.ts';
import { faultGate } from './fault-gate.ts';
import { mediaDoor } from './media-door.ts';
import { notificationsDoor } from './notifications-door.ts';
import { permissionsDoor } from './permissions-door.ts';
import { numbersDoor } from './numbers-door.ts';
import { recordingsDoor } from './recordings-door.ts';
import { streamsDoor } from './streams-door.ts';

/** The REST interface under /2010-04-01/Accounts/{AccountSid}. */
export function makeApi(exchange: Exchange): Router {
  const router = Router();
  router.use(express.text({ type: () => true, limit: '1mb' }));
  const media = mediaDoor(exchange);
  if (!exchange.settings.mediaAuth) router.use('/2010-04-01/Accounts/:account', media);
  router.use('/2010-04-01/Accounts/:account', (req, _res, next) => {
    authenticate(exchange, req);
    next();
  });
  router.use('/2010-04-01/Accounts/:account', faultGate(exchange));
  router.use('/2010-04-01/Accounts/:account', callsDoor(exchange));
  for (const door of [recordingsDoor, streamsDoor, numbersDoor, notificationsDoor])
    router.use('/2010-04-01/Accounts/:account', door(exchange));
  router.use('/2010-04-01/Accounts/:account', media);
  router.use('/v1', (req, _res, next) => {
    signIn(exchange, req);
    next();
  });
  router.use('/v1', permissionsDoor(exchange));
  router.use('/2010-04-01', accountDoor(exchange));
  router.use(['/2010-04-01', '/v1'], (req, res) =>
    sendError(res, 404, 20404, `The requested resource ${req.originalUrl} was not found`),
  );
  // Express knows an error handler by its four parameters.
  router.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    if (res.headersSent) return;
    if (error instanceof ApiError) sendError(res, error.status, error.code, error.message);
    else if (isUnreadable(error)) sendError(res, error.status, 20001, 'The request could not be read');
    else {
      process.stderr.write(`${JSON.stringify({ level: 'error', fault: String(error) })}\n`);
      sendError(res, 500, 20500, 'An internal server error has occurred');
    }
  });
  return router;
}

/** What the web framework itself refused: a body too large, an address that is no text. */
const isUnreadable = (error: unknown): error is Error & { status: number } =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;

function signIn(exchange: Exchange, req: Request): void {
  const { accountSid, authToken, authTokenSecondary } = exchange.settings;
  const given = Buffer.from((req.headers.authorization ?? '').replace(/^Basic /i, ''), 'base64').toString('utf8');
  const colon = given.indexOf(':');
  const user = given.slice(0, Math.max(0, colon));
  const secret = given.slice(colon + 1);
  const fits = [authToken, authTokenSecondary].some((token) => token !== undefined && sameText(token, secret));
  if (user !== accountSid || !fits) throw new ApiError(401, 20003, 'Authenticate');
}

function authenticate(exchange: Exchange, req: Request): void {
  signIn(exchange, req);
  const { accountSid } = exchange.settings;
  const account = String(req.params['account']).replace(/\.json$/, '');
  if (account !== accountSid) throw new ApiError(404, 20404, `The requested resource ${req.originalUrl} was not found`);
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
