import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Signer } from '../ports.ts';

const secretBytes = 32;

/** As https://www.standardwebhooks.com has it: HMAC-SHA256 over id, timestamp and body. */
export const standardSigner: Signer = {
  newSecret: () => `whsec_${randomBytes(secretBytes).toString('base64')}`,
  sign: (secret, id, at, body) => new Webhook(secret).sign(id, new Date(at), body),
};
