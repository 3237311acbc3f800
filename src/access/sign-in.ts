import type { SignInRefusal, SignInRequest } from '../contract/session.ts';
import type { Clock } from '../platform/clock.ts';
import type { SecondFactors } from './account/second-factor.ts';
import type { Failed, PasswordCheck } from './check-password.ts';
import type { Account, AccountStore, AuditTrail, PasswordHasher, SessionMethod } from './ports.ts';
import type { OpenedSession, Sessions } from './sessions.ts';

export type SignInReply =
  | { readonly kind: 'signed-in'; readonly userId: string; readonly session: OpenedSession }
  | { readonly kind: 'refused'; readonly because: SignInRefusal; readonly retryAfterMs?: number };

export interface SignInDeps {
  readonly accounts: AccountStore;
  readonly hasher: PasswordHasher;
  readonly check: PasswordCheck;
  readonly secondFactors: SecondFactors;
  readonly sessions: Sessions;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

export interface From {
  readonly userAgent: string | null;
}

export interface SignIn {
  readonly withPassword: (credentials: SignInRequest, from: From) => Promise<SignInReply>;
  /** Whom an identity provider has vouched for. */
  readonly vouchedFor: (account: Account, from: From) => Promise<OpenedSession>;
}

const refusedBy = (failed: Failed, wrong: SignInRefusal): SignInReply =>
  failed.kind === 'locked'
    ? { kind: 'refused', because: 'account-locked', retryAfterMs: failed.retryAfterMs }
    : { kind: 'refused', because: wrong };

export const makeSignIn = (deps: SignInDeps): SignIn => {
  const { accounts, check, secondFactors, clock } = deps;
  /** An unknown name costs as much time as a wrong password, so that names cannot be guessed by the clock. */
  let decoyHash: Promise<string> | undefined;
  const decoy = (): Promise<string> => (decoyHash ??= deps.hasher.hash('nobody has this password'));

  async function open(account: Account, from: From, method: SessionMethod): Promise<OpenedSession> {
    if (account.failedSignIns > 0) await accounts.clearFailures(account.id);
    const session = await deps.sessions.open(account.id, { userAgent: from.userAgent, method });
    await deps.audit.record({
      actorId: account.id,
      action: 'session.opened',
      subjectType: 'session',
      subjectId: session.id,
      detail: { method },
    });
    return session;
  }

  return {
    async withPassword({ username, password, code }, from) {
      const account = await accounts.byUsername(username.toLowerCase());
      if (account === null) {
        await deps.hasher.matches(await decoy(), password);
        return { kind: 'refused', because: 'wrong-credentials' };
      }
      const checked = await check.password(account, password);
      if (checked.kind !== 'right') return refusedBy(checked, 'wrong-credentials');
      if (account.disabled) return refusedBy(await check.failed(account), 'wrong-credentials');
      if (account.temporaryUntil !== null && account.temporaryUntil <= clock()) {
        return { kind: 'refused', because: 'temporary-password-expired' };
      }
      const second = secondFactors.inForce(account);
      if (second && (code === undefined || code === '')) return { kind: 'refused', because: 'second-factor-needed' };
      if (second && !(await secondFactors.takes(account, code ?? ''))) {
        return refusedBy(await check.failed(account), 'wrong-code');
      }
      const session = await open(account, from, second ? 'code' : 'password');
      return { kind: 'signed-in', userId: account.id, session };
    },
    vouchedFor: (account, from) => open(account, from, 'provider'),
  };
};
