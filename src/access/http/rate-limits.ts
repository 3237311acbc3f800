import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import { sendProblem } from '../../platform/http-problem.ts';

export interface RateLimits {
  /** Requests a minute of one session or key; of one address where nobody is signed in. */
  readonly perMinute: number;
}

export const usualLimits: RateLimits = { perMinute: 1_200 };

/** All nodes count together. With the counter away requests pass: the house goes on working. */
export const makeRateLimit = (deps: {
  readonly limits: RateLimits;
  readonly store?: Store;
  readonly callerOf: (req: Request) => string | null;
}): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: deps.limits.perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'api',
    keyGenerator: (req) => deps.callerOf(req) ?? ipKeyGenerator(req.ip ?? ''),
    ...(deps.store === undefined ? {} : { store: deps.store }),
    handler: (_req, res) =>
      sendProblem(res, {
        status: 429,
        code: 'too-many-requests',
        title: 'Too many requests within a minute.',
        remedy: 'Wait as long as Retry-After says; RateLimit tells what is left.',
      }),
  });
