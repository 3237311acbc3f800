import type { RequestHandler, Response } from 'express';
import type { Duty, SignedInUser, UserRole } from '../../contract/session.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import { sendProblem } from '../../platform/http-problem.ts';
import type { LiveSession } from '../ports.ts';

/** Who a request comes from, once a guard let it through. */
export function userOf(res: Response): SignedInUser {
  return (res.locals as { user: SignedInUser }).user;
}

export const sessionOf = (res: Response): LiveSession => (res.locals as { session: LiveSession }).session;

export type FindSession = (cookieHeader: string | undefined) => Promise<LiveSession | null>;

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

function guard(find: FindSession, allows: (user: SignedInUser) => boolean, dutiesFirst = true): RequestHandler {
  return (req, res, next) => {
    const check = async (): Promise<void> => {
      const session = await find(req.headers.cookie);
      if (session === null) {
        sendProblem(res, { status: 401, code: 'not-signed-in', title: 'Sign in first.' });
        return;
      }
      const [duty] = session.user.duties;
      if (dutiesFirst && duty !== undefined) {
        sendProblem(res, { status: 403, ...dueTitles[duty] });
        return;
      }
      if (!allows(session.user)) {
        sendProblem(res, { status: 403, code: 'not-allowed', title: 'Your role does not allow this.' });
        return;
      }
      Object.assign(res.locals, { user: session.user, session });
      res.set('Cache-Control', 'no-store');
      next();
    };
    check().catch(next);
  };
}

export const requireUser = (find: FindSession): RequestHandler => guard(find, () => true);

/** For the doors behind which duties are done. */
export const requireUserWithDuties = (find: FindSession): RequestHandler => guard(find, () => true, false);

/** Any of the roles; nothing is inherited, the caller names them all. */
export const requireRole =
  (find: FindSession) =>
  (...roles: readonly UserRole[]): RequestHandler =>
    guard(find, (user) => roles.includes(user.role));

export const requirePermission =
  (find: FindSession) =>
  (permission: Permission): RequestHandler =>
    guard(find, (user) => user.permissions.includes(permission));
