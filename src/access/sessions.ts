import type { Duty } from '../contract/session.ts';
import type { AccessPolicy } from '../contract/people.ts';
import { permissionsOf } from '../domain/access/permissions.ts';
import type { Clock } from '../platform/clock.ts';
import { newId, newToken } from '../platform/ids.ts';
import { hashToken } from '../platform/token-hash.ts';
import type { LiveSession, SessionMethod, SessionRow, SessionStore, StoredSession } from './ports.ts';

export interface OpenedSession {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: number;
}

export interface Sessions {
  open(
    userId: string,
    from: { readonly userAgent: string | null; readonly method: SessionMethod },
  ): Promise<OpenedSession>;
  /** Whose session the token opens; using it moves its end. */
  use(token: string): Promise<LiveSession | null>;
  close(sessionId: string): Promise<void>;
  liveOf(userId: string): Promise<readonly SessionRow[]>;
  /** Ends the named one, or all but `except`; returns those that were live. */
  end(userId: string, which?: { readonly only?: string; readonly except?: string }): Promise<readonly string[]>;
}

/** A shift and its overtime: who does nothing for so long signs in again. */
export const sessionIdleMs = 12 * 3_600_000;
/** The end is moved at most this often, so that a busy console does not write with every request. */
const slideEveryMs = 60_000;
const longestUserAgent = 200;

/** Who came by an identity provider has met its demands. */
export function dutiesOf(session: StoredSession, policy: AccessPolicy): Duty[] {
  if (session.method === 'provider') return [];
  const due: Duty[] = session.temporary ? ['change-password'] : [];
  if (!session.hasSecondFactor && policy.secondFactorRoles.includes(session.user.role)) due.push('second-factor');
  return due;
}

export const makeSessions = (deps: {
  store: SessionStore;
  policy: () => Promise<AccessPolicy>;
  clock: Clock;
  idleMs?: number;
}): Sessions => {
  const idleMs = deps.idleMs ?? sessionIdleMs;
  return {
    async open(userId, { userAgent, method }) {
      const at = deps.clock();
      const opened = { id: newId(), token: newToken(32), expiresAt: at + idleMs };
      await deps.store.open({
        id: opened.id,
        tokenHash: hashToken(opened.token),
        userId,
        at,
        expiresAt: opened.expiresAt,
        userAgent: userAgent?.slice(0, longestUserAgent) ?? null,
        method,
      });
      return opened;
    },
    async use(token) {
      const now = deps.clock();
      const stored = await deps.store.live(hashToken(token), now);
      if (stored === null) return null;
      const session: LiveSession = {
        id: stored.id,
        user: {
          ...stored.user,
          permissions: permissionsOf({ ...stored, role: stored.user.role }),
          duties: dutiesOf(stored, await deps.policy()),
        },
        lastSeenAt: stored.lastSeenAt,
        expiresAt: stored.expiresAt,
      };
      if (now - session.lastSeenAt < slideEveryMs) return session;
      const expiresAt = now + idleMs;
      await deps.store.slide(session.id, now, expiresAt);
      return { ...session, lastSeenAt: now, expiresAt };
    },
    close: (sessionId) => deps.store.revoke(sessionId, deps.clock()),
    liveOf: (userId) => deps.store.liveOf(userId, deps.clock()),
    end: (userId, which = {}) => deps.store.revokeOf(userId, { at: deps.clock(), ...which }),
  };
};
