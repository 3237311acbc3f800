import type { Account, AccountStore, AuditTrail } from '../ports.ts';
import type { From, SignIn } from '../sign-in.ts';
import type { OpenedSession } from '../sessions.ts';
import type { Vouched } from './identity-provider.ts';

export type ProviderReply =
  | { readonly kind: 'signed-in'; readonly session: OpenedSession }
  | { readonly kind: 'refused'; readonly because: 'no-account' };

/**
 * Nobody gets an account by being known elsewhere. The first time it is found by its verified address, from then on by the
 * subject, which the provider never gives to somebody else; an address may be.
 */
export function makeSignInByProvider(deps: {
  readonly accounts: AccountStore;
  readonly signIn: Pick<SignIn, 'vouchedFor'>;
  readonly audit: AuditTrail;
}): (vouched: Vouched, from: From) => Promise<ProviderReply> {
  const { accounts, audit } = deps;

  async function accountOf({ subject, email }: Vouched): Promise<Account | null> {
    const known = await accounts.bySubject(subject);
    if (known !== null || email === null) return known;
    const found = await accounts.byEmail(email);
    if (found === null || found.disabled || !(await accounts.linkSubject(found.id, subject))) return null;
    await audit.record({
      actorId: found.id,
      action: 'user.provider_linked',
      subjectType: 'user',
      subjectId: found.id,
    });
    return found;
  }

  return async (vouched, from) => {
    const account = await accountOf(vouched);
    if (account === null || account.disabled) return { kind: 'refused', because: 'no-account' };
    return { kind: 'signed-in', session: await deps.signIn.vouchedFor(account, from) };
  };
}
