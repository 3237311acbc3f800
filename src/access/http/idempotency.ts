import { createHash } from 'node:crypto';
import { json, type Request, type RequestHandler, type Response } from 'express';
import type { Clock } from '../../platform/clock.ts';
import { sendProblem } from '../../platform/http-problem.ts';
import type { Logger } from '../../platform/log.ts';
import type { KeptAnswers } from '../limits/kept-answers.ts';

const keyForm = /^[\x21-\x7e]{8,200}$/;
const keptForMs = 24 * 3_600_000;
const longestAnswer = 256 * 1_024;
/** As much as the largest door takes; of whoever is not known, no more than signing in needs. */
const longestBody = { known: '5mb', unknown: '64kb' } as const;
/** Refused before anything was done: the same key may be used again. */
const undone = (status: number): boolean => status === 401 || status === 403 || status === 429 || status >= 500;

const hash = (...parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Notes what is answered; the answer leaves when that is settled, so that whoever has it may ask again at once. */
function settleBefore(res: Response, settle: (body: string | null) => Promise<void>): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const note = (chunk: unknown): void => {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return;
    const bytes = Buffer.from(chunk as string);
    size += bytes.length;
    if (size <= longestAnswer) chunks.push(bytes);
  };
  const write = res.write.bind(res) as (...args: unknown[]) => boolean;
  const end = res.end.bind(res) as (...args: unknown[]) => Response;
  res.write = ((...args: unknown[]) => {
    note(args[0]);
    return write(...args);
  }) as typeof res.write;
  res.end = ((...args: unknown[]) => {
    note(args[0]);
    void settle(size > longestAnswer ? null : Buffer.concat(chunks).toString('utf8')).then(() => end(...args));
    return res;
  }) as typeof res.end;
}

/**
 * `Idempotency-Key` on any POST under `/api` but signing in: done once, answered alike whenever it comes again within a day. Uploads are told
 * apart by their length.
 */
export function makeIdempotency(deps: {
  readonly answers: KeptAnswers;
  /** Whose request it is, empty for nobody; the same key of somebody else is another one. */
  readonly callerOf: (req: Request) => string;
  readonly clock: Clock;
  readonly log: Logger;
}): RequestHandler {
  const { answers, clock, log } = deps;
  const parse = { known: json({ limit: longestBody.known }), unknown: json({ limit: longestBody.unknown }) };
  const parsed = (req: Request, res: Response, by: keyof typeof parse): Promise<void> =>
    new Promise((resolve, reject) =>
      parse[by](req, res, (error?: unknown) => {
        if (error === undefined) resolve();
        else reject(error instanceof Error ? error : new TypeError('a body that cannot be read'));
      }),
    );

  async function once(req: Request, res: Response, given: string): Promise<boolean> {
    if (!keyForm.test(given)) {
      sendProblem(res, {
        status: 400,
        code: 'idempotency-key-malformed',
        title: 'An Idempotency-Key is 8 to 200 visible characters.',
        remedy: 'Send a UUID.',
      });
      return false;
    }
    const caller = deps.callerOf(req);
    if (req.is('json') !== false) await parsed(req, res, caller === '' ? 'unknown' : 'known');
    const body = req.is('json') === false ? (req.get('content-length') ?? '') : JSON.stringify(req.body ?? null);
    const address = req.originalUrl;
    const key = hash(caller, given);
    const claim = await answers.claim(key, hash(address, body), clock());
    switch (claim.kind) {
      case 'other-request':
        sendProblem(res, {
          status: 422,
          code: 'idempotency-key-reused',
          title: 'This key stands for another request.',
          remedy: 'A new request has a new key.',
        });
        return false;
      case 'under-way':
        res.set('Retry-After', '2');
        sendProblem(res, {
          status: 409,
          code: 'idempotency-under-way',
          title: 'The same request is being done, or was broken off.',
          remedy: 'Ask again; if it stays so, look what was made before you send it with a new key.',
        });
        return false;
      case 'answered': {
        const { status, contentType, location, body: told } = claim.answer;
        res.status(status).set('Idempotency-Replayed', 'true').set('Cache-Control', 'no-store');
        if (contentType !== null) res.set('Content-Type', contentType);
        if (location !== null) res.set('Location', location);
        if (told === '') res.end();
        else res.send(told);
        return false;
      }
      case 'claimed': {
        settleBefore(res, async (told) => {
          const { statusCode: status } = res;
          const contentType = res.get('content-type') ?? null;
          const location = res.get('location') ?? null;
          try {
            if (told === null || undone(status)) await answers.release(key);
            else await answers.keep(key, { status, contentType, location, body: told });
          } catch (err) {
            log.error({ err }, 'answer to an idempotency key not kept');
          }
        });
        return true;
      }
    }
  }

  let forgottenAt = 0;
  return (req, res, next) => {
    const given = req.get('idempotency-key');
    if (given === undefined || req.method !== 'POST' || req.path === '/session') {
      next();
      return;
    }
    const now = clock();
    if (now - forgottenAt > keptForMs / 24) {
      forgottenAt = now;
      answers.forget(now - keptForMs).catch((err: unknown) => log.warn({ err }, 'kept answers not forgotten'));
    }
    once(req, res, given).then((goOn) => {
      if (goOn) next();
    }, next);
  };
}
