import { z } from 'zod';
import type { SealedShelf } from '../../platform/old-seals.ts';
import type { SecretBox } from '../../platform/secret-box.ts';

/** What opens a provider's door. Never leaves the server again. */
export interface ProviderAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** Another server that speaks the provider's interface. */
  readonly apiBase?: string;
}

export interface SealedAccount {
  readonly trunkId: string;
  readonly credentials: string;
  readonly apiBase: string | null;
}

export interface SealedAccounts {
  all(): Promise<readonly SealedAccount[]>;
  ofTrunk(trunkId: string): Promise<SealedAccount | null>;
  /** The same account under another seal; false: it is another one by now. */
  reseal(trunkId: string, before: string, credentials: string): Promise<boolean>;
  /** The trunk over which the attempt goes; null: no such attempt. */
  trunkOfAttempt(attemptId: string): Promise<string | null>;
  trunkOfCall(callSid: string): Promise<string | null>;
}

/** Absent: the trunk goes by the account of the configuration. */
export type OpenedAccount =
  | { readonly kind: 'own'; readonly account: ProviderAccount }
  | { readonly kind: 'none' }
  /** Sealed with another key: as good as lost until it is set again. */
  | { readonly kind: 'unreadable' };

const plainForm = z.object({ accountSid: z.string(), authToken: z.string() });
const place = (trunkId: string): string => `trunk:${trunkId}:credentials`;

export const sealAccount = (
  box: SecretBox,
  trunkId: string,
  { accountSid, authToken }: Pick<ProviderAccount, 'accountSid' | 'authToken'>,
): string => box.seal(JSON.stringify({ accountSid, authToken }), place(trunkId));

export function openAccount(box: SecretBox | null, sealed: SealedAccount | null): OpenedAccount {
  if (sealed === null) return { kind: 'none' };
  const text = box?.open(sealed.credentials, place(sealed.trunkId)) ?? null;
  if (text === null) return { kind: 'unreadable' };
  const plain = plainForm.parse(JSON.parse(text));
  return { kind: 'own', account: { ...plain, ...(sealed.apiBase === null ? {} : { apiBase: sealed.apiBase }) } };
}

/** The accounts as secrets that may have to be sealed anew. */
export const accountShelf = (accounts: Pick<SealedAccounts, 'all' | 'reseal'>): SealedShelf => ({
  all: async () =>
    (await accounts.all()).map(({ trunkId, credentials }) => ({
      ...{ id: trunkId, sealed: credentials, about: place(trunkId) },
    })),
  replace: ({ id, sealed }, anew) => accounts.reseal(id, sealed, anew),
});

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Only a carrier on this very machine is taken for a simulated one: fiction must never reach a real network. */
export const carrierKindOf = (apiBase: string | null | undefined): 'sim' | 'twilio' =>
  apiBase !== null && apiBase !== undefined && loopback.has(new URL(apiBase).hostname) ? 'sim' : 'twilio';

/** Tokens by which callbacks of an account may be signed, read anew when an account is not known yet. */
export function makeSigningTokens(deps: {
  readonly accounts: Pick<SealedAccounts, 'all'>;
  readonly box: SecretBox | null;
  readonly now: () => number;
}): (accountSid: string | null) => Promise<readonly string[]> {
  const freshMs = 5_000;
  const leastMs = 500;
  let readAt = -Infinity;
  let known: readonly ProviderAccount[] = [];
  const read = async (): Promise<void> => {
    readAt = deps.now();
    const sealed = await deps.accounts.all();
    known = sealed.flatMap((each) => {
      const opened = openAccount(deps.box, each);
      return opened.kind === 'own' ? [opened.account] : [];
    });
  };
  const fitting = (sid: string | null): readonly string[] => [
    ...new Set(known.filter((one) => sid === null || one.accountSid === sid).map((one) => one.authToken)),
  ];
  return async (accountSid) => {
    if (deps.now() - readAt > freshMs) await read();
    if (fitting(accountSid).length === 0 && deps.now() - readAt > leastMs) await read();
    return fitting(accountSid);
  };
}
