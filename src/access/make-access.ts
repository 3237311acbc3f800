import { Router } from 'express';
import { signInRefusals } from '../contract/session.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { makeSecretBox } from '../platform/secret-box.ts';
import type { RedisClient } from '../platform/redis.ts';
import type { Access } from './access.ts';
import { makeOwnAccount } from './account/own-account.ts';
import { makeSecondFactors } from './account/second-factor.ts';
import { argon2Hasher } from './adapters/argon2-hasher.ts';
import { isCommonPassword } from './adapters/common-passwords.ts';
import { makePrismaAccounts } from './adapters/prisma-accounts.ts';
import { makePrismaAuditLog } from './adapters/prisma-audit-log.ts';
import { makePrismaAudit } from './adapters/prisma-audit.ts';
import { makePrismaTableLayouts } from './adapters/prisma-table-layouts.ts';
import { makePrismaPeople } from './adapters/prisma-people.ts';
import { makePrismaPolicy } from './adapters/prisma-policy.ts';
import { makePrismaSecondFactors } from './adapters/prisma-second-factors.ts';
import { makePrismaSessions } from './adapters/prisma-sessions.ts';
import { makePrismaTeams } from './adapters/prisma-teams.ts';
import { makeRedisSessionNews } from './adapters/redis-session-news.ts';
import { totp } from './adapters/totp.ts';
import { makePasswordCheck } from './check-password.ts';
import { makeEndSessions } from './end-sessions.ts';
import { makeAuditDoor } from './http/audit-door.ts';
import { makeAccountDoor } from './http/account-door.ts';
import { requirePermission, requireRole, requireUser, requireUserWithDuties, type FindSession } from './http/guards.ts';
import { makePeopleDoor } from './http/people-door.ts';
import { refuseCrossSite } from './http/same-origin.ts';
import { tokenIn } from './http/session-cookie.ts';
import { makeSessionDoor } from './http/session-door.ts';
import { makeTablesDoor } from './http/tables-door.ts';
import { makePasswordPolicy } from './people/password-policy.ts';
import { makePeopleDesk } from './people/people-desk.ts';
import { makeTeamDesk } from './people/team-desk.ts';
import { makePolicy } from './policy.ts';
import type { SessionsEnded } from './ports.ts';
import { makeSessions } from './sessions.ts';
import { makeSignIn, type SignIn } from './sign-in.ts';

export interface AccessDeps {
  readonly prisma: PrismaClient;
  readonly redis: RedisClient;
  readonly nodeId: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Cookies are marked secure when it is https. */
  readonly publicUrl: string;
  /** Base64 of 32 bytes; undefined: nobody can have a second factor. */
  readonly credentialsKey: string | undefined;
  /** Routing: somebody signed out and takes no more calls. Late-bound: called only after start. */
  readonly signedOut: (userId: string) => Promise<void>;
  /** Realtime: these sessions are over, and so are their sockets. Late-bound as well. */
  readonly closeSockets: (sessionIds: readonly string[]) => void;
  readonly tries?: { readonly max: number; readonly perMs: number };
}

const usualTries = { max: 30, perMs: 5 * 60_000 };

export function makeAccess(deps: AccessDeps): Access {
  const { prisma, clock, credentialsKey } = deps;
  const secure = deps.publicUrl.startsWith('https:');
  const hasher = argon2Hasher;
  const audit = makePrismaAudit(prisma);
  const accounts = makePrismaAccounts(prisma);
  const policy = makePolicy({ book: makePrismaPolicy(prisma), audit, clock });
  const sessions = makeSessions({ store: makePrismaSessions(prisma), policy: policy.inForce, clock });
  const secondFactors = makeSecondFactors({
    store: makePrismaSecondFactors(prisma),
    codes: totp,
    box: credentialsKey === undefined ? null : makeSecretBox(credentialsKey),
    clock,
  });
  const check = makePasswordCheck({ accounts, hasher, audit, clock });
  const news = makeRedisSessionNews(deps.redis, deps.nodeId, deps.log);
  const ended: SessionsEnded = async (userId, sessionIds, allOf) => {
    deps.closeSockets(sessionIds);
    news.tell(sessionIds);
    if (allOf) await deps.signedOut(userId);
  };
  const endSessions = makeEndSessions({ sessions, ended, audit });

  const signIns = deps.metrics.counter(
    { name: 'sign_ins_total', help: 'Sign-ins by their outcome.' },
    { outcome: ['signed-in', ...signInRefusals] },
  );
  const { withPassword } = makeSignIn({ accounts, hasher, check, secondFactors, sessions, audit, clock });
  const signIn: SignIn['withPassword'] = async (credentials, from) => {
    const reply = await withPassword(credentials, from);
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
    await ended(session.userId, [session.id], true);
  };

  const people = makePeopleDesk({
    book: makePrismaPeople(prisma),
    ...{ accounts, secondFactors, endSessions, hasher, audit, clock },
  });
  const account = makeOwnAccount({
    policy: policy.inForce,
    passwords: makePasswordPolicy({ policy: policy.read, isCommon: isCommonPassword }),
    ...{ accounts, check, secondFactors, sessions, endSessions, hasher, audit, clock },
  });

  const router = Router();
  router.use(
    makeSessionDoor({ signIn, sessions, find, secure, provider: null, closed, tries: deps.tries ?? usualTries }),
  );
  router.use(makeAccountDoor({ desk: account, requireSelf: requireUserWithDuties(find) }));
  router.use(
    makePeopleDoor({
      teams: makeTeamDesk({ book: makePrismaTeams(prisma), audit }),
      requireManager: requirePermission(find)('people.manage'),
      requireSupervisor: requireRole(find)('supervisor', 'admin'),
      ...{ people, policy, sessions, endSessions },
    }),
  );
  router.use(
    makeAuditDoor({ log: makePrismaAuditLog(prisma), audit, requireAuditor: requirePermission(find)('audit.read') }),
    makeTablesDoor({ layouts: makePrismaTableLayouts(prisma), requireUser: requireUser(find) }),
  );
  return {
    router,
    refuseCrossSite: refuseCrossSite(deps.publicUrl),
    requireUser: requireUser(find),
    requireRole: requireRole(find),
    requirePermission: requirePermission(find),
    async authenticateSocket(cookieHeader) {
      const session = await find(cookieHeader);
      return session === null || session.user.duties.length > 0 ? null : { ...session.user, sessionId: session.id };
    },
    signOutEverywhere: (userId) => endSessions(userId),
    audit,
    start: () => news.start(deps.closeSockets),
    stop: () => news.stop(),
  };
}
