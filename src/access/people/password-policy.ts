import type { AccessPolicy } from '../../contract/people.ts';
import { longestPassword, passwordFault, type PasswordFault } from '../../domain/access/password-rules.ts';
import type { FieldRefusal } from './refusal.ts';

export interface PasswordPolicy {
  /** Null: the password may be taken. */
  refusal(password: string, whose: readonly string[], field: string): Promise<FieldRefusal | null>;
  minLength(): Promise<number>;
}

const product = 'casedial';

export function makePasswordPolicy(deps: {
  readonly policy: () => Promise<AccessPolicy>;
  readonly isCommon: (word: string) => boolean;
}): PasswordPolicy {
  const minLength = async (): Promise<number> => (await deps.policy()).passwordMinLength;
  const remedies: Record<PasswordFault, (min: number) => string> = {
    too_short: (min) => `At least ${min} characters; a sentence of a few words is easy to remember.`,
    too_long: () => `At most ${longestPassword} characters.`,
    common: () => 'Many people use it, so it is tried first: choose another one.',
    repeats: () => 'It says the same over and over: choose another one.',
    tells_name: () => 'It consists of a name that is easy to guess: choose another one.',
    same: () => 'It is the one you have: choose another one.',
  };
  return {
    minLength,
    async refusal(password, whose, field) {
      const min = await minLength();
      const fault = passwordFault(password, { ownWords: [product, ...whose], minLength: min, isCommon: deps.isCommon });
      return fault === null ? null : { field, rule: `ACC-13:${fault}`, remedy: remedies[fault](min) };
    },
  };
}
