import type { RequestHandler, Response } from 'express';
import type { SessionUser, UserRole } from '../../contract/session.ts';
import { sendProblem } from '../../platform/http-problem.ts';
import type { LiveSession } from '../ports.ts';

/** Who a request comes from, once `requireUser` or `requireRole` let it through. */
export function userOf(res: Response): SessionUser {
  return (res.locals as { user: SessionUser }).user;
}

export type FindSession = (cookieHeader: string | undefined) => Promise<LiveSession | null>;

function guard(find: FindSession, allows: (user: SessionUser) => boolean): RequestHandler {
  return (req, res, next) => {
    const check = async (): Promise<void> => {
      const session = await find(req.headers.cookie);
      if (session === null) {
        sendProblem(res, { status: 401, code: 'not-signed-in', title: 'Sign in first.' });
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

/** Any of the roles; nothing is inherited, the caller names them all. */
export const requireRole =
  (find: FindSession) =>
  (...roles: readonly UserRole[]): RequestHandler =>
    guard(find, (user) => roles.includes(user.role));
