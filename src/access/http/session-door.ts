import { json, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { signInRequest, type SessionView, type SignInRefusal } from '../../contract/session.ts';
import { parseBody, route, sendProblem } from '../../platform/http-problem.ts';
import type { Sessions } from '../sessions.ts';
import type { SignIn } from '../sign-in.ts';
import type { FindCaller } from './guards.ts';
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts';

export interface SessionDoorDeps {
  readonly signIn: SignIn['withPassword'];
  readonly sessions: Sessions;
  readonly find: FindCaller['session'];
  readonly secure: boolean;
  /** The identity provider's name; null: there is none. */
  readonly provider: string | null;
  readonly closed: (session: { readonly id: string; readonly userId: string }) => Promise<void>;
  /** Refused sign-ins that one address may collect in `perMs`. */
  readonly tries: { readonly max: number; readonly perMs: number };
}

const refusals: Record<SignInRefusal, { status: number; title: string; remedy: string }> = {
  'wrong-credentials': {
    status: 401,
    title: 'User name or password is wrong.',
    remedy: 'Check both and the keyboard layout.',
  },
  'second-factor-needed': {
    status: 401,
    title: 'This account has a second factor.',
    remedy: 'Send `code` along: the six digits of the authenticator app, or a recovery code.',
  },
  'wrong-code': {
    status: 401,
    title: 'The code is wrong, or was used already.',
    remedy: 'Wait for the next one; a recovery code opens once.',
  },
  'temporary-password-expired': {
    status: 401,
    title: 'The password that was given to you has run out.',
    remedy: 'Ask an administrator for a new one.',
  },
  'account-locked': {
    status: 429,
    title: 'Too many wrong passwords for this account.',
    remedy: 'Wait until the lock ends, or ask an administrator for a new password.',
  },
  'too-many-tries': {
    status: 429,
    title: 'Too many refused sign-ins from this address.',
    remedy: 'Wait a few minutes.',
  },
};

export function makeSessionDoor(deps: SessionDoorDeps): Router {
  const router = Router();
  const limitTries = rateLimit({
    windowMs: deps.tries.perMs,
    limit: deps.tries.max,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, res) => sendProblem(res, { code: 'too-many-tries', ...refusals['too-many-tries'] }),
  });

  router.get(
    '/api/session',
    route(async (req, res) => {
      const session = await deps.find(req.headers.cookie);
      const view: SessionView = {
        user: session?.user ?? null,
        expiresAt: session?.expiresAt ?? null,
        provider: deps.provider,
      };
      res.set('Cache-Control', 'no-store').json(view);
    }),
  );

  router.post(
    '/api/session',
    limitTries,
    json({ limit: '4kb' }),
    route(async (req, res) => {
      const from = { userAgent: req.get('user-agent') ?? null };
      const reply = await deps.signIn(parseBody(signInRequest, req), from);
      if (reply.kind === 'refused') {
        if (reply.retryAfterMs !== undefined) res.set('Retry-After', String(Math.ceil(reply.retryAfterMs / 1_000)));
        sendProblem(res, { code: reply.because, ...refusals[reply.because] });
        return;
      }
      const earlier = await deps.find(req.headers.cookie);
      if (earlier !== null) await deps.sessions.close(earlier.id);
      res.append('Set-Cookie', setSessionCookie(reply.session.token, deps.secure));
      const opened = await deps.sessions.use(reply.session.token);
      const view: SessionView = {
        user: opened?.user ?? null,
        expiresAt: reply.session.expiresAt,
        provider: deps.provider,
      };
      res.set('Cache-Control', 'no-store').status(201).json(view);
    }),
  );

  router.delete(
    '/api/session',
    route(async (req, res) => {
      const session = await deps.find(req.headers.cookie);
      if (session !== null) await deps.closed({ id: session.id, userId: session.user.id });
      res.append('Set-Cookie', clearSessionCookie(deps.secure)).status(204).end();
    }),
  );

  return router;
}
