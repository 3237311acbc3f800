import type { Clock } from '../platform/clock.ts';
import type { Account, AccountStore, AuditTrail, PasswordHasher } from './ports.ts';

export type Failed = { readonly kind: 'wrong' } | { readonly kind: 'locked'; readonly retryAfterMs: number };
export type Checked = { readonly kind: 'right' } | Failed;

/** Five tries are an honest mistake; after that each failure waits twice as long, up to a quarter of an hour. */
const freeFailures = 5;
const firstLockMs = 30_000;
const longestLockMs = 15 * 60_000;

const lockMs = (failures: number): number =>
  Math.min(firstLockMs * 2 ** Math.min(failures - freeFailures, 10), longestLockMs);

export interface PasswordCheck {
  lockLeft(account: Account): number;
  password(account: Account, password: string): Promise<Checked>;
  /** Whatever else did not pass is counted like a wrong password. */
  failed(account: Account): Promise<Failed>;
}

/** A secret asked for again and again is guessed: wherever it is asked for, wrong answers are counted together. */
export function makePasswordCheck(deps: {
  readonly accounts: AccountStore;
  readonly hasher: PasswordHasher;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}): PasswordCheck {
  const { accounts, hasher, audit, clock } = deps;
  const lockLeft = (account: Account): number => Math.max(0, (account.lockedUntil ?? 0) - clock());

  async function failed(account: Account): Promise<Failed> {
    const failures = await accounts.countFailure(account.id);
    await audit.record({
      actorId: null,
      action: 'session.refused',
      subjectType: 'user',
      subjectId: account.id,
      detail: { failures },
    });
    if (failures < freeFailures) return { kind: 'wrong' };
    const retryAfterMs = lockMs(failures);
    await accounts.lock(account.id, clock() + retryAfterMs);
    return { kind: 'locked', retryAfterMs };
  }

  return {
    lockLeft,
    failed,
    async password(account, password) {
      const retryAfterMs = lockLeft(account);
      if (retryAfterMs > 0) return { kind: 'locked', retryAfterMs };
      return (await hasher.matches(account.passwordHash, password)) ? { kind: 'right' } : failed(account);
    },
  };
}
