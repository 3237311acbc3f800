/** What has to be shown again when the person comes back from the provider; kept by his browser alone. */
export interface Challenge {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Vouched {
  /** Issuer and subject: never given to somebody else. */
  readonly subject: string;
  /** Only one that the provider has verified. */
  readonly email: string | null;
}

/** OpenID Connect, code flow with PKCE. */
export interface IdentityProvider {
  /** As it stands on the button. */
  readonly label: string;
  begin(): Promise<{ readonly url: string; readonly challenge: Challenge }>;
  /** Null: the provider's word does not hold. */
  finish(returned: URL, challenge: Challenge): Promise<Vouched | null>;
}
