import type { Clock } from '../platform/clock.ts';
import { newId, newToken } from '../platform/ids.ts';
import { hashToken } from '../platform/token-hash.ts';
import type { LiveSession, SessionStore } from './ports.ts';

export interface OpenedSession {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: number;
}

export interface Sessions {
  open(userId: string, userAgent: string | null): Promise<OpenedSession>;
  /** Whose session the token opens; using it moves its end. */
  use(token: string): Promise<LiveSession | null>;
  close(sessionId: string): Promise<void>;
  closeAllOf(userId: string): Promise<number>;
}

/** A shift and its overtime: who does nothing for so long signs in again. */
export const sessionIdleMs = 12 * 3_600_000;
/** The end is moved at most this often, so that a busy console does not write with every request. */
const slideEveryMs = 60_000;
const longestUserAgent = 200;

export const makeSessions = (deps: { store: SessionStore; clock: Clock; idleMs?: number }): Sessions => {
  const idleMs = deps.idleMs ?? sessionIdleMs;
  return {
    async open(userId, userAgent) {
      const at = deps.clock();
      const opened = { id: newId(), token: newToken(32), expiresAt: at + idleMs };
      await deps.store.open({
        id: opened.id,
        tokenHash: hashToken(opened.token),
        userId,
        at,
        expiresAt: opened.expiresAt,
        userAgent: userAgent?.slice(0, longestUserAgent) ?? null,
      });
      return opened;
    },
    async use(token) {
      const now = deps.clock();
      const session = await deps.store.live(hashToken(token), now);
      if (session === null || now - session.lastSeenAt < slideEveryMs) return session;
      const expiresAt = now + idleMs;
      await deps.store.slide(session.id, now, expiresAt);
      return { ...session, lastSeenAt: now, expiresAt };
    },
    close: (sessionId) => deps.store.revoke(sessionId, deps.clock()),
    closeAllOf: (userId) => deps.store.revokeAllOf(userId, deps.clock()),
  };
};
