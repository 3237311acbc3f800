import { Router, type Request } from 'express';
import { signInRefusals } from '../contract/session.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { makeOldSeals } from '../platform/old-seals.ts';
import { makeSecretBox } from '../platform/secret-box.ts';
import type { RedisClient } from '../platform/redis.ts';
import { hashToken } from '../platform/token-hash.ts';
import type { Access } from './access.ts';
import { makeOwnAccount } from './account/own-account.ts';
import { makeSecondFactors } from './account/second-factor.ts';
import { argon2Hasher } from './adapters/argon2-hasher.ts';
import { isCommonPassword } from './adapters/common-passwords.ts';
import { makeOpenIdProvider, type OpenIdSettings } from './adapters/openid-provider.ts';
import { makePrismaAccounts } from './adapters/prisma-accounts.ts';
import { makePrismaApiKeys } from './adapters/prisma-api-keys.ts';
import { makePrismaAuditLog } from './adapters/prisma-audit-log.ts';
import { makeFirstAdmin } from './adapters/prisma-first-admin.ts';
import { makePrismaAudit } from './adapters/prisma-audit.ts';
import { makePrismaTableLayouts } from './adapters/prisma-table-layouts.ts';
import { makePrismaKeptAnswers } from './adapters/prisma-kept-answers.ts';
import { makePrismaPeople } from './adapters/prisma-people.ts';
import { makePrismaPolicy } from './adapters/prisma-policy.ts';
import { makePrismaSecondFactors, makeSecondFactorShelf } from './adapters/prisma-second-factors.ts';
import { makePrismaSessions } from './adapters/prisma-sessions.ts';
import { makePrismaTeams } from './adapters/prisma-teams.ts';
import { makeRedisRateStore } from './adapters/redis-rate-store.ts';
import { makeRedisSessionNews } from './adapters/redis-session-news.ts';
import { totp } from './adapters/totp.ts';
import { makePasswordCheck } from './check-password.ts';
import { makeEndSessions } from './end-sessions.ts';
import { makeApiKeysDoor } from './http/api-keys-door.ts';
import { makeAuditDoor } from './http/audit-door.ts';
import { makeAccountDoor } from './http/account-door.ts';
import {
  requirePermission,
  requireRole,
  requireUser,
  requireUserWithDuties,
  bearerOf,
  type FindCaller,
  sessionIdOf,
  userOf,
} from './http/guards.ts';
import { makeIdempotency } from './http/idempotency.ts';
import { makePeopleDoor } from './http/people-door.ts';
import { makeProviderDoor } from './http/provider-door.ts';
import { makeRateLimit, usualLimits, type RateLimits } from './http/rate-limits.ts';
import { refuseCrossSite } from './http/same-origin.ts';
import { tokenIn } from './http/session-cookie.ts';
import { makeSessionDoor } from './http/session-door.ts';
import { makeTablesDoor } from './http/tables-door.ts';
import { makeApiKeys } from './keys/api-keys.ts';
import { makeSignInByProvider } from './oidc/sign-in-by-provider.ts';
import { makePasswordPolicy } from './people/password-policy.ts';
import { makePeopleDesk } from './people/people-desk.ts';
import { makeTeamDesk } from './people/team-desk.ts';
import { makePolicy } from './policy.ts';
import type { AuditTrail, SessionsEnded } from './ports.ts';
import { makeSessions } from './sessions.ts';
import { makeSignIn, type SignIn } from './sign-in.ts';

export interface AccessDeps {
  readonly prisma: PrismaClient;
  readonly redis: RedisClient;
  /** Keeps what is counted there apart from other installations. */
  readonly redisPrefix?: string;
  readonly nodeId: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Cookies are marked secure when it is https. */
  readonly publicUrl: string;
  /** Base64 of 32 bytes; undefined: nobody can have a second factor. */
  readonly credentialsKey: string | undefined;
  /** The key before: it opens what it sealed. */
  readonly credentialsKeyOld?: string | undefined;
  /** Configuration: what is asked of those who sign in has another version. Late-bound as well. */
  readonly policyChanged?: (entry: Parameters<AuditTrail['record']>[0]) => Promise<void>;
  /** Routing: somebody signed out and takes no more calls. Late-bound: called only after start. */
  readonly signedOut: (userId: string) => Promise<void>;
  /** Realtime: these sessions are over, and so are their sockets. Late-bound as well. */
  readonly closeSockets: (sessionIds: readonly string[]) => void;
  /** Undefined: nobody signs in by an identity provider. */
  readonly openId?: OpenIdSettings;
  readonly limits?: RateLimits;
  readonly tries?: { readonly max: number; readonly perMs: number };
}

const usualTries = { max: 30, perMs: 5 * 60_000 };

export function makeAccess(deps: AccessDeps): Access {
  const { prisma, clock, credentialsKey } = deps;
  const secure = deps.publicUrl.startsWith('https:');
  const hasher = argon2Hasher;
  const audit = makePrismaAudit(prisma);
  const accounts = makePrismaAccounts(prisma);
  const policy = makePolicy({
    book: makePrismaPolicy(prisma),
    audit: {
      async record(entry) {
        await audit.record(entry);
        await deps.policyChanged?.(entry);
      },
    },
    clock,
  });
  const sessions = makeSessions({ store: makePrismaSessions(prisma), policy: policy.inForce, clock });
  const box = credentialsKey === undefined ? null : makeSecretBox(credentialsKey, deps.credentialsKeyOld);
  const secondFactors = makeSecondFactors({
    store: makePrismaSecondFactors(prisma),
    codes: totp,
    box,
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
  const { withPassword, vouchedFor } = makeSignIn({ accounts, hasher, check, secondFactors, sessions, audit, clock });
  const signIn: SignIn['withPassword'] = async (credentials, from) => {
    const reply = await withPassword(credentials, from);
    signIns.inc({ outcome: reply.kind === 'refused' ? reply.because : 'signed-in' });
    return reply;
  };
  const keys = makeApiKeys({ store: makePrismaApiKeys(prisma), audit, clock });
  const findSession: FindCaller['session'] = async (cookieHeader) => {
    const token = tokenIn(cookieHeader, secure);
    return token === null ? null : sessions.use(token);
  };
  const find: FindCaller = { session: findSession, key: (token) => keys.use(token) };
  const callerOf = (req: Request): string | null => {
    const token = bearerOf(req) ?? tokenIn(req.headers.cookie, secure);
    return token === null ? null : hashToken(token);
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

  const provider = deps.openId === undefined ? null : makeOpenIdProvider(deps.openId, deps.publicUrl, deps.log);
  const beforeDoors = Router();
  beforeDoors.use(
    refuseCrossSite(deps.publicUrl),
    makeRateLimit({
      limits: deps.limits ?? usualLimits,
      store: makeRedisRateStore(deps.redis, `${deps.redisPrefix ?? 'casedial'}:rate:`),
      callerOf,
    }),
  );
  if (box !== null) {
    const answers = makePrismaKeptAnswers(prisma, box);
    beforeDoors.use(makeIdempotency({ answers, callerOf: (req) => callerOf(req) ?? '', clock, log: deps.log }));
  }

  const router = Router();
  if (provider !== null) {
    const signInByProvider = makeSignInByProvider({ accounts, signIn: { vouchedFor }, audit });
    router.use(makeProviderDoor({ provider, publicUrl: deps.publicUrl, secure, signIn: signInByProvider }));
  }
  router.use(
    makeApiKeysDoor({
      ...{ keys, audit, requireKeeper: requirePermission(find)('keys.manage') },
      requireExporter: requirePermission(find)('export'),
    }),
  );
  router.use(
    makeSessionDoor({
      ...{ signIn, sessions, find: findSession, secure, closed },
      provider: provider?.label ?? null,
      tries: deps.tries ?? usualTries,
    }),
  );
  router.use(makeAccountDoor({ desk: account, requireSelf: requireUserWithDuties(find) }));
  const auditLog = makePrismaAuditLog(prisma);
  router.use(
    makePeopleDoor({
      history: (personId, page) => auditLog.list({ ...page, action: 'user', subjectType: 'user', subjectId: personId }),
      teams: makeTeamDesk({ book: makePrismaTeams(prisma), audit }),
      requireManager: requirePermission(find)('people.manage'),
      requireExporter: requirePermission(find)('export'),
      audit,
      requireSupervisor: requireRole(find)('supervisor', 'admin'),
      ...{ people, policy, sessions, endSessions },
    }),
  );
  router.use(
    makeAuditDoor({
      log: auditLog,
      audit,
      requireAuditor: requirePermission(find)('audit.read'),
      requireExporter: requirePermission(find)('export'),
    }),
    makeTablesDoor({ layouts: makePrismaTableLayouts(prisma), requireUser: requireUser(find) }),
  );
  return {
    router,
    beforeDoors,
    requireUser: requireUser(find),
    requireRole: requireRole(find),
    requirePermission: requirePermission(find),
    async authenticateSocket(cookieHeader) {
      const session = await findSession(cookieHeader);
      return session === null || session.user.duties.length > 0 ? null : { ...session.user, sessionId: session.id };
    },
    signOutEverywhere: (userId) => endSessions(userId),
    openEmpty: async (password, agency) =>
      makeFirstAdmin(prisma, { ...agency, passwordHash: await argon2Hasher.hash(password) }),
    holds: (res, permission) =>
      sessionIdOf(res) !== null && userOf(res).permissions.some((each) => each === permission),
    oldSeals: makeOldSeals('user', box, makeSecondFactorShelf(prisma)),
    audit,
    auditWithin: makePrismaAudit,
    start: () => news.start(deps.closeSockets),
    stop: () => news.stop(),
  };
}
