import type { SessionUser, SignInRefusal } from '../contract/session.ts';
import type { Clock } from '../platform/clock.ts';
import type { AccountStore, AuditTrail, PasswordHasher } from './ports.ts';
import type { OpenedSession, Sessions } from './sessions.ts';

export type SignInReply =
  | { readonly kind: 'signed-in'; readonly user: SessionUser; readonly session: OpenedSession }
  | { readonly kind: 'refused'; readonly because: SignInRefusal; readonly retryAfterMs?: number };

export interface SignInDeps {
  readonly accounts: AccountStore;
  readonly hasher: PasswordHasher;
  readonly sessions: Sessions;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** Five tries are an honest mistake; after that each failure waits twice as long, up to a quarter of an hour. */
const freeFailures = 5;
const firstLockMs = 30_000;
const longestLockMs = 15 * 60_000;

const lockMs = (failures: number): number =>
  Math.min(firstLockMs * 2 ** Math.min(failures - freeFailures, 10), longestLockMs);

export type SignIn = (
  credentials: { readonly username: string; readonly password: string },
  from: { readonly userAgent: string | null },
) => Promise<SignInReply>;

export const makeSignIn = (deps: SignInDeps): SignIn => {
  /** An unknown name costs as much time as a wrong password, so that names cannot be guessed by the clock. */
  let decoyHash: Promise<string> | undefined;
  const decoy = (): Promise<string> => (decoyHash ??= deps.hasher.hash('nobody has this password'));

  return async (credentials, from) => {
    const now = deps.clock();
    const account = await deps.accounts.byUsername(credentials.username.toLowerCase());
    if (account?.lockedUntil != null && account.lockedUntil > now) {
      return { kind: 'refused', because: 'account-locked', retryAfterMs: account.lockedUntil - now };
    }
    const matches = await deps.hasher.matches(account?.passwordHash ?? (await decoy()), credentials.password);
    if (account === null || account.disabled || !matches) {
      if (account === null) return { kind: 'refused', because: 'wrong-credentials' };
      const failures = await deps.accounts.countFailure(account.id);
      await deps.audit.record({
        actorId: null,
        action: 'session.refused',
        subjectType: 'user',
        subjectId: account.id,
        detail: { failures },
      });
      if (failures < freeFailures) return { kind: 'refused', because: 'wrong-credentials' };
      const retryAfterMs = lockMs(failures);
      await deps.accounts.lock(account.id, now + retryAfterMs);
      return { kind: 'refused', because: 'account-locked', retryAfterMs };
    }
    if (account.failedSignIns > 0) await deps.accounts.clearFailures(account.id);
    const session = await deps.sessions.open(account.id, from.userAgent);
    await deps.audit.record({
      actorId: account.id,
      action: 'session.opened',
      subjectType: 'session',
      subjectId: session.id,
    });
    const { id, username, displayName, role, locale } = account;
    return { kind: 'signed-in', user: { id, username, displayName, role, locale }, session };
  };
};
