import type { OwnAccount } from '../../contract/account.ts';
import type { AccessPolicy, SessionSummary } from '../../contract/people.ts';
import type { SignedInUser } from '../../contract/session.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PasswordCheck } from '../check-password.ts';
import type { EndSessions } from '../end-sessions.ts';
import type { PasswordPolicy } from '../people/password-policy.ts';
import { done, refused, type DeskReply } from '../people/refusal.ts';
import type { Account, AccountStore, AuditTrail, PasswordHasher, SessionRow } from '../ports.ts';
import type { Sessions } from '../sessions.ts';
import type { SecondFactors } from './second-factor.ts';

/** Who asks, and from which session. */
export interface Self {
  readonly user: SignedInUser;
  readonly sessionId: string;
}

export type AccountReply<T> = DeskReply<T> | { readonly kind: 'locked'; readonly retryAfterMs: number };

export interface OwnAccountDesk {
  view(self: Self): Promise<OwnAccount>;
  /** Ends the other sessions: whoever knew the old password is out. */
  changePassword(self: Self, change: { readonly current: string; readonly next: string }): Promise<AccountReply<null>>;
  offerSecondFactor(self: Self): Promise<AccountReply<{ readonly secret: string; readonly uri: string }>>;
  confirmSecondFactor(self: Self, code: string): Promise<AccountReply<readonly string[]>>;
  removeSecondFactor(self: Self, password: string): Promise<AccountReply<null>>;
  newRecoveryCodes(self: Self, password: string): Promise<AccountReply<readonly string[]>>;
  endSession(self: Self, sessionId: string): Promise<number>;
  endOthers(self: Self): Promise<number>;
}

export const summaryOf = (row: SessionRow, currentId: string | null): SessionSummary => ({
  ...row,
  current: row.sessionId === currentId,
});

export function makeOwnAccount(deps: {
  readonly accounts: AccountStore;
  readonly check: PasswordCheck;
  readonly policy: () => Promise<AccessPolicy>;
  readonly passwords: PasswordPolicy;
  readonly secondFactors: SecondFactors;
  readonly sessions: Sessions;
  readonly endSessions: EndSessions;
  readonly hasher: PasswordHasher;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}): OwnAccountDesk {
  const { accounts, check, secondFactors, sessions, audit, clock, endSessions } = deps;

  async function accountOf({ user }: Self): Promise<Account> {
    const account = await accounts.byId(user.id);
    if (account === null) throw new TypeError('a session without its account');
    return account;
  }
  const record = (self: Self, action: string): Promise<void> =>
    audit.record({ actorId: self.user.id, action, subjectType: 'user', subjectId: self.user.id });
  const isRequired = async ({ user }: Self): Promise<boolean> =>
    (await deps.policy()).secondFactorRoles.includes(user.role);

  /** Null: it is the right one. */
  async function faultOf(account: Account, password: string, field: string): Promise<AccountReply<never> | null> {
    const checked = await check.password(account, password);
    if (checked.kind === 'locked') return checked;
    return checked.kind === 'right' ? null : refused(field, 'ACC-14:wrong', 'This is not your present password.');
  }

  return {
    async view(self) {
      const account = await accountOf(self);
      const [rows, recoveryCodesLeft, required, passwordMinLength] = await Promise.all([
        sessions.liveOf(account.id),
        secondFactors.recoveryCodesLeft(account.id),
        isRequired(self),
        deps.passwords.minLength(),
      ]);
      const { username, displayName, email, passwordSetAt } = account;
      return {
        ...{ username, displayName, email, passwordSetAt, passwordMinLength },
        secondFactor: {
          available: secondFactors.available,
          required,
          since: account.secondFactor?.since ?? null,
          recoveryCodesLeft,
        },
        sessions: rows.map((row) => summaryOf(row, self.sessionId)),
      };
    },

    async changePassword(self, { current, next }) {
      const account = await accountOf(self);
      const fault = await faultOf(account, current, 'current');
      if (fault !== null) return fault;
      if (next === current) return refused('next', 'ACC-13:same', 'It is the one you have: choose another one.');
      const whose = [account.username, ...account.displayName.split(/\s+/), account.email?.split('@')[0] ?? ''];
      const refusal = await deps.passwords.refusal(next, whose, 'next');
      if (refusal !== null) return { kind: 'refused', problems: [refusal] };
      const hash = await deps.hasher.hash(next);
      await accounts.setPassword(account.id, { hash, at: clock(), temporaryUntil: null });
      await endSessions(account.id, { except: self.sessionId });
      await record(self, 'user.password_changed');
      return done(null);
    },

    async offerSecondFactor(self) {
      if (!secondFactors.available) {
        return refused(
          '(whole)',
          'ACC-15:no_key',
          'The server was started without CREDENTIALS_KEY: no secret is kept unsealed.',
        );
      }
      const offer = await secondFactors.offer(await accountOf(self));
      return offer === null
        ? refused('(whole)', 'ACC-15:in_force', 'You have a second factor: remove it first.')
        : done(offer);
    },
    async confirmSecondFactor(self, code) {
      const confirmed = await secondFactors.confirm(await accountOf(self), code);
      if (confirmed === 'wrong-code') {
        return refused('code', 'ACC-15:wrong', 'This is not the code of now: check the clock of the telephone.');
      }
      if (confirmed === 'not-offered') {
        return refused('(whole)', 'ACC-15:not_offered', 'There is nothing to confirm: begin again.');
      }
      await record(self, 'user.second_factor_set');
      return done(confirmed);
    },
    async removeSecondFactor(self, password) {
      const account = await accountOf(self);
      if (await isRequired(self)) {
        return refused('(whole)', 'ACC-15:required', 'Your role must have one. An administrator can reset it.');
      }
      const fault = await faultOf(account, password, 'password');
      if (fault !== null) return fault;
      await secondFactors.remove(account.id);
      await record(self, 'user.second_factor_removed');
      return done(null);
    },
    async newRecoveryCodes(self, password) {
      const account = await accountOf(self);
      if (!secondFactors.inForce(account)) {
        return refused('(whole)', 'ACC-15:not_in_force', 'Set up the second factor first.');
      }
      const fault = await faultOf(account, password, 'password');
      if (fault !== null) return fault;
      const codes = await secondFactors.newRecoveryCodes(account.id);
      await record(self, 'user.recovery_codes_renewed');
      return done(codes);
    },

    endSession: (self, only) => endSessions(self.user.id, { only, by: self.user.id }),
    endOthers: (self) => endSessions(self.user.id, { except: self.sessionId, by: self.user.id }),
  };
}
