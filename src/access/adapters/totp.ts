import { Secret, TOTP } from 'otpauth';
import type { OneTimeCodes } from '../ports.ts';

const issuer = 'Casedial';
const periodSeconds = 30;
/** RFC 4226 asks for 160 bits. */
const secretBytes = 20;

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period: periodSeconds, digits: 6, algorithm: 'SHA1' });

export const totp: OneTimeCodes = {
  newSecret: () => new Secret({ size: secretBytes }).base32,
  uriOf: (secret, username) => totpOf(secret, username).toString(),
  stepOf(secret, code, at) {
    const delta = totpOf(secret).validate({ token: code, timestamp: at, window: 1 });
    return delta === null ? null : Math.floor(at / (periodSeconds * 1_000)) + delta;
  },
};
