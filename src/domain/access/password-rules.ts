/**
 * NIST SP 800-63B-4, 3.1.1.2: length first, nothing that is commonly used or told by the account itself, no rules about
 * kinds of characters, no forced rotation.
 */
export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'repeats' | 'tells_name' | 'same';

export interface PasswordFacts {
  /** Words that whoever knows the person tries first: names, the product. */
  readonly ownWords: readonly string[];
  readonly minLength: number;
  readonly isCommon: (word: string) => boolean;
}

export const longestPassword = 256;
const shortestOwnWord = 4;
/** What is left of a password that holds somebody's name must itself be hard to guess. */
const leastBesideName = 8;
const leastDistinct = 5;

/** One piece over and over: the piece, else the whole. */
function pieceOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (text.length % length === 0 && text.slice(0, length).repeat(text.length / length) === text)
      return text.slice(0, length);
  }
  return text;
}

/** Characters as a person counts them, whatever they are composed of. */
export const normalPassword = (password: string): string => password.normalize('NFKC');

export function passwordFault(password: string, facts: PasswordFacts): PasswordFault | null {
  const normal = normalPassword(password);
  const characters = [...normal];
  if (characters.length < facts.minLength) return 'too_short';
  if (characters.length > longestPassword) return 'too_long';
  const lower = normal.toLowerCase();
  if (facts.isCommon(lower) || facts.isCommon(lower.replaceAll(/[\s\d\p{P}\p{S}]+$/gu, ''))) return 'common';
  const piece = pieceOf(lower);
  if (piece !== lower || new Set(lower).size < leastDistinct) return 'repeats';
  const named = facts.ownWords
    .map((word) => word.toLowerCase())
    .filter((word) => [...word].length >= shortestOwnWord && lower.includes(word));
  const beside = named.reduce((left, word) => left.replaceAll(word, ''), lower);
  return named.length > 0 && [...beside].length < leastBesideName ? 'tells_name' : null;
}
