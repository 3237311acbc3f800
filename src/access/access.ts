import type { Db } from '../platform/prisma/client.ts';
import type { OldSeals } from '../platform/old-seals.ts';
import type { RequestHandler, Router, Response } from 'express';
import type { SignedInUser, UserRole } from '../contract/session.ts';
import type { Permission } from '../domain/access/permissions.ts';
import type { AuditTrail } from './ports.ts';

export interface Access {
  /** `/api/session`, `/api/me`, `/api/account`, `/api/people`, `/api/teams`, `/api/access-policy`. */
  readonly router: Router;
  /** Stands before every door under `/api`: no foreign page, not too much at once, and what has its own key is done once. */
  readonly beforeDoors: RequestHandler;
  /** 401 unless somebody is signed in; then `res.locals.user` is a SignedInUser. */
  readonly requireUser: RequestHandler;
  /** 401, or 403 unless the role is one of those named; nothing is inherited. */
  readonly requireRole: (...roles: readonly UserRole[]) => RequestHandler;
  /** 401, or 403 without the permission, whatever the role. */
  readonly requirePermission: (permission: Permission) => RequestHandler;
  /** Who the cookie of a socket's handshake belongs to. */
  authenticateSocket(cookieHeader: string | undefined): Promise<(SignedInUser & { readonly sessionId: string }) | null>;
  /** Ends every session of the account; returns how many there were. */
  signOutEverywhere(userId: string): Promise<number>;
  /** Whether a person who signed in, and was let through a guard, has a permission; false for a program. */
  readonly holds: (res: Response, permission: string) => boolean;
  /** Secrets of second factors that the key before sealed. */
  readonly oldSeals: OldSeals;
  readonly audit: AuditTrail;
  /** Entries that stand or fall with a transaction. */
  readonly auditWithin: (db: Db) => AuditTrail;
  start(): Promise<void>;
  stop(): void;
  /** Where nobody has an account yet: makes the administrator `admin`, and the agency itself. False: somebody has one. */
  openEmpty(password: string, agency: { readonly preset: string; readonly businessZone: string }): Promise<boolean>;
}
