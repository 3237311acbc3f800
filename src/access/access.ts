import type { RequestHandler, Router } from 'express';
import type { SessionUser, UserRole } from '../contract/session.ts';
import type { AuditTrail } from './ports.ts';

export interface Access {
  /** `/api/session` and `/api/me`. */
  readonly router: Router;
  /** Stands before every door under `/api`: a foreign page may not change anything. */
  readonly refuseCrossSite: RequestHandler;
  /** 401 unless somebody is signed in; then `res.locals.user` is a SessionUser. */
  readonly requireUser: RequestHandler;
  /** 401, or 403 unless the role is one of those named; nothing is inherited. */
  readonly requireRole: (...roles: readonly UserRole[]) => RequestHandler;
  /** Who the cookie of a socket's handshake belongs to. */
  authenticateSocket(cookieHeader: string | undefined): Promise<(SessionUser & { readonly sessionId: string }) | null>;
  /** Ends every session of the account; returns how many there were. */
  signOutEverywhere(userId: string): Promise<number>;
  readonly audit: AuditTrail;
}
