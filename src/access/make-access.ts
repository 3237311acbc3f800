import { Router } from 'express';
import type { Clock } from '../platform/clock.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import type { Access } from './access.ts';
import { argon2Hasher } from './adapters/argon2-hasher.ts';
import { makePrismaAccounts } from './adapters/prisma-accounts.ts';
import { makePrismaAudit } from './adapters/prisma-audit.ts';
import { makePrismaTableLayouts } from './adapters/prisma-table-layouts.ts';
import { makePrismaSessions } from './adapters/prisma-sessions.ts';
import { requireRole, requireUser, type FindSession } from './http/guards.ts';
import { refuseCrossSite } from './http/same-origin.ts';
import { tokenIn } from './http/session-cookie.ts';
import { makeSessionDoor } from './http/session-door.ts';
import { makeTablesDoor } from './http/tables-door.ts';
import { makeSessions } from './sessions.ts';
import { makeSignIn, type SignIn } from './sign-in.ts';

export interface AccessDeps {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** Cookies are marked secure when it is https. */
  readonly publicUrl: string;
  /** Routing: somebody signed out and takes no more calls. Late-bound: called only after start. */
  readonly signedOut: (userId: string) => Promise<void>;
  readonly tries?: { readonly max: number; readonly perMs: number };
}

const usualTries = { max: 30, perMs: 5 * 60_000 };

export function makeAccess(deps: AccessDeps): Access {
  const { prisma, clock } = deps;
  const secure = deps.publicUrl.startsWith('https:');
  const audit = makePrismaAudit(prisma);
  const sessions = makeSessions({ store: makePrismaSessions(prisma), clock });
  const signIns = deps.metrics.counter(
    { name: 'sign_ins_total', help: 'Sign-ins by their outcome.' },
    { outcome: ['signed-in', 'wrong-credentials', 'account-locked', 'too-many-tries'] },
  );
  const check = makeSignIn({ accounts: makePrismaAccounts(prisma), hasher: argon2Hasher, sessions, audit, clock });
  const signIn: SignIn = async (credentials, from) => {
    const reply = await check(credentials, from);
    signIns.inc({ outcome: reply.kind === 'refused' ? reply.because : 'signed-in' });
    return reply;
  };
  const find: FindSession = async (cookieHeader) => {
    const token = tokenIn(cookieHeader, secure);
    return token === null ? null : sessions.use(token);
  };
  const closed = async (session: { readonly id: string; readonly userId: string }): Promise<void> => {
    await sessions.close(session.id);
    await audit.record({
      actorId: session.userId,
      action: 'session.closed',
      subjectType: 'session',
      subjectId: session.id,
    });
    await deps.signedOut(session.userId);
  };
  const router = Router();
  router.use(
    makeSessionDoor({ signIn, sessions, find, secure, closed, tries: deps.tries ?? usualTries }),
    makeTablesDoor({ layouts: makePrismaTableLayouts(prisma), requireUser: requireUser(find) }),
  );
  return {
    router,
    refuseCrossSite: refuseCrossSite(deps.publicUrl),
    requireUser: requireUser(find),
    requireRole: requireRole(find),
    async authenticateSocket(cookieHeader) {
      const session = await find(cookieHeader);
      return session === null ? null : { ...session.user, sessionId: session.id };
    },
    signOutEverywhere: (userId) => sessions.closeAllOf(userId),
    audit,
  };
}
