import { z } from 'zod';

/** What agents can do and speak, as people have it and campaigns ask for it. */

export const languageTag = z
  .string()
  .trim()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language tag such as zh, en or es-MX.');
export const skill = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u, 'Letters, digits, spaces, dots and dashes; at most 40.');
export const once = <T>(values: readonly T[]): boolean => new Set(values).size === values.length;
export const listed = <S extends z.ZodType<string>>(item: S) =>
  z.array(item).max(40, 'At most 40.').refine(once, 'Each one once.');
