import { dictionary } from '@zxcvbn-ts/language-common';

/** The passwords that are tried first, some fifty thousand of them. */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common']);

export const isCommonPassword = (word: string): boolean => common.has(word);
