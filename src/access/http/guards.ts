import type { Request, RequestHandler, Response } from 'express';
import type { Duty, SignedInUser, UserRole } from '../../contract/session.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import { scopeNeeded } from '../../domain/access/scopes.ts';
import { sendProblem } from '../../platform/http-problem.ts';
import type { KeyHolder } from '../keys/api-keys.ts';
import type { LiveSession } from '../ports.ts';

/** Who a request comes from, once a guard let it through. */
export function userOf(res: Response): SignedInUser {
  return (res.locals as { user: SignedInUser }).user;
}

/** Of a person; a program has none. */
export const sessionOf = (res: Response): LiveSession => (res.locals as { session: LiveSession }).session;

/** The session that asks; null: a program does. */
export const sessionIdOf = (res: Response): string | null =>
  (res.locals as { session?: LiveSession }).session?.id ?? null;

export interface FindCaller {
  session(cookieHeader: string | undefined): Promise<LiveSession | null>;
  key(token: string): Promise<KeyHolder | null>;
}

const dueTitles: Record<Duty, { code: string; title: string; remedy: string }> = {
  'change-password': {
    code: 'password-change-due',
    title: 'Your password was given to you.',
    remedy: 'Choose one of your own first: PUT /api/account/password.',
  },
  'second-factor': {
    code: 'second-factor-due',
    title: 'Your role does not get in without a second factor.',
    remedy: 'Set one up first: POST /api/account/second-factor.',
  },
};

/** What an `Authorization: Bearer` header carries. */
export const bearerOf = (req: Request): string | null =>
  /^Bearer +(\S+)$/i.exec(req.get('authorization') ?? '')?.[1] ?? null;

function guard(find: FindCaller, allows: (user: SignedInUser) => boolean, dutiesFirst = true): RequestHandler {
  async function admit(req: Request, res: Response): Promise<SignedInUser | null> {
    const bearer = bearerOf(req);
    if (bearer === null) {
      const session = await find.session(req.headers.cookie);
      if (session === null) {
        sendProblem(res, { status: 401, code: 'not-signed-in', title: 'Sign in first.' });
        return null;
      }
      res.locals['session'] = session;
      return session.user;
    }
    const holder = await find.key(bearer);
    if (holder === null) {
      res.set('WWW-Authenticate', 'Bearer');
      sendProblem(res, { status: 401, code: 'api-key-refused', title: 'This key is unknown, revoked or has run out.' });
      return null;
    }
    const needed = scopeNeeded(req.method, req.originalUrl);
    if (needed === null || !holder.scopes.includes(needed)) {
      sendProblem(res, {
        status: 403,
        code: 'scope-missing',
        title: 'This key does not reach so far.',
        remedy: needed === null ? 'People alone do this, signed in.' : `Use a key with the scope ${needed}.`,
      });
      return null;
    }
    return holder.user;
  }

  return (req, res, next) => {
    const check = async (): Promise<void> => {
      const user = await admit(req, res);
      if (user === null) return;
      const [duty] = user.duties;
      if (dutiesFirst && duty !== undefined) {
        sendProblem(res, { status: 403, ...dueTitles[duty] });
        return;
      }
      if (!allows(user)) {
        sendProblem(res, { status: 403, code: 'not-allowed', title: 'Your role does not allow this.' });
        return;
      }
      res.locals['user'] = user;
      res.set('Cache-Control', 'no-store');
      next();
    };
    check().catch(next);
  };
}

export const requireUser = (find: FindCaller): RequestHandler => guard(find, () => true);

/** For the doors behind which duties are done. */
export const requireUserWithDuties = (find: FindCaller): RequestHandler => guard(find, () => true, false);

/** Any of the roles; nothing is inherited, the caller names them all. */
export const requireRole =
  (find: FindCaller) =>
  (...roles: readonly UserRole[]): RequestHandler =>
    guard(find, (user) => roles.includes(user.role));

export const requirePermission =
  (find: FindCaller) =>
  (permission: Permission): RequestHandler =>
    guard(find, (user) => user.permissions.includes(permission));
