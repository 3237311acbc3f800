/** What an administrator wants to know of a provider account, apart from calling. */
export interface Provider {
  /** Whether the account opens, and whether it may call. */
  account(): Promise<'active' | 'suspended' | 'wrong_credentials' | 'silent'>;
  /** Whether the number may be shown: one of the account's own, or one it has verified. */
  mayShow(e164: string): Promise<'yes' | 'no' | 'silent'>;
  /** Of these countries those that the account may not call. */
  blockedCountries(countries: readonly string[]): Promise<readonly string[] | 'silent'>;
  /** Whether it may carry many calls at once: no trial, and for more than a call a second an approved profile. */
  concurrency(cps: number): Promise<'active' | 'trial' | 'no_profile' | 'silent'>;
}

export interface Providers {
  /** The account of the trunk; null when it cannot be opened. */
  ofTrunk(trunkId: string): Promise<Provider | null>;
  /** An account that is not stored yet. */
  of(account: { readonly accountSid: string; readonly authToken: string; readonly apiBase: string | null }): Provider;
}
