import type { Clock } from '../../platform/clock.ts';
import { newToken } from '../../platform/ids.ts';
import type { SecretBox } from '../../platform/secret-box.ts';
import { hashToken } from '../../platform/token-hash.ts';
import type { Account, OneTimeCodes, SecondFactorStore } from '../ports.ts';

export interface SecondFactors {
  /** False: there is no key to seal secrets with. */
  readonly available: boolean;
  inForce(account: Account): boolean;
  /** A new secret, shown once; null: one is in force already, or none can be sealed. */
  offer(account: Account): Promise<{ readonly secret: string; readonly uri: string } | null>;
  /** The recovery codes, shown once. */
  confirm(account: Account, code: string): Promise<readonly string[] | 'wrong-code' | 'not-offered'>;
  /** A code opens once; so does a recovery code. */
  takes(account: Account, code: string): Promise<boolean>;
  remove(userId: string): Promise<void>;
  newRecoveryCodes(userId: string): Promise<readonly string[]>;
  recoveryCodesLeft(userId: string): Promise<number>;
}

const codeCount = 10;
const groups = 4;
const groupOf = 4;
/** Crockford's: no letter is taken for another one or for a digit. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 80 bits as four groups of four. */
function newRecoveryCode(): string {
  const chance = Buffer.from(newToken(groups * groupOf), 'base64url');
  const letters = [...chance].map((byte) => alphabet[byte % alphabet.length] ?? '');
  return Array.from({ length: groups }, (_, nth) => letters.slice(nth * groupOf, (nth + 1) * groupOf).join('')).join(
    '-',
  );
}

const hashCode = (code: string): string => hashToken(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
export const placeOf = (userId: string): string => `second-factor:${userId}`;

export function makeSecondFactors(deps: {
  readonly store: SecondFactorStore;
  readonly codes: OneTimeCodes;
  readonly box: SecretBox | null;
  readonly clock: Clock;
}): SecondFactors {
  const { store, codes, box, clock } = deps;
  const secretOf = (account: Account): string | null =>
    account.secondFactor === null || box === null ? null : box.open(account.secondFactor.sealed, placeOf(account.id));
  const freshCodes = (): string[] => Array.from({ length: codeCount }, newRecoveryCode);

  return {
    available: box !== null,
    inForce: (account) => account.secondFactor?.since != null,
    async offer(account) {
      if (box === null) return null;
      const secret = codes.newSecret();
      if (!(await store.offer(account.id, box.seal(secret, placeOf(account.id))))) return null;
      return { secret, uri: codes.uriOf(secret, account.username) };
    },
    async confirm(account, code) {
      const secret = secretOf(account);
      if (secret === null || account.secondFactor?.since != null) return 'not-offered';
      const at = clock();
      const step = codes.stepOf(secret, code, at);
      if (step === null) return 'wrong-code';
      const fresh = freshCodes();
      return (await store.confirm(account.id, { at, step, codeHashes: fresh.map(hashCode) })) ? fresh : 'not-offered';
    },
    async takes(account, code) {
      if (!/^\d{6}$/.test(code)) return store.useRecoveryCode(account.id, hashCode(code), clock());
      const secret = secretOf(account);
      const step = secret === null ? null : codes.stepOf(secret, code, clock());
      return step !== null && store.takeStep(account.id, step);
    },
    remove: (userId) => store.remove(userId),
    async newRecoveryCodes(userId) {
      const fresh = freshCodes();
      await store.replaceRecoveryCodes(userId, fresh.map(hashCode));
      return fresh;
    },
    recoveryCodesLeft: (userId) => store.recoveryCodesLeft(userId),
  };
}
