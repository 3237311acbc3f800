import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { Logger } from '../../platform/log.ts';
import type { IdentityProvider } from '../oidc/identity-provider.ts';

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly label: string;
}

/** Where the provider sends people back to; registered there. */
export const returnPath = '/api/session/provider/return';

export function makeOpenIdProvider(settings: OpenIdSettings, publicUrl: string, log: Logger): IdentityProvider {
  const redirectUri = publicUrl + returnPath;
  let found: Promise<Configuration> | null = null;
  const configuration = (): Promise<Configuration> => {
    const issuer = new URL(settings.issuer);
    // Over plain http only for a provider of one's own machine or network, as the administrator wrote it.
    const options = issuer.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {};
    found ??= discovery(issuer, settings.clientId, settings.clientSecret, undefined, options).catch((err: unknown) => {
      found = null;
      throw err;
    });
    return found;
  };

  return {
    label: settings.label,
    async begin() {
      const challenge = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state: challenge.state,
        nonce: challenge.nonce,
        code_challenge: await calculatePKCECodeChallenge(challenge.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, challenge };
    },
    async finish(returned, { state, nonce, verifier }) {
      try {
        const tokens = await authorizationCodeGrant(await configuration(), returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) return null;
        const { email, email_verified: verified } = claims;
        return {
          subject: `${claims.iss} ${claims.sub}`,
          email: verified === true && typeof email === 'string' ? email.toLowerCase() : null,
        };
      } catch (err) {
        log.warn({ err }, 'word of the identity provider not taken');
        return null;
      }
    },
  };
}
