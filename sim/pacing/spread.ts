import { z } from 'zod';
import type { Dice } from '../carrier/dice.ts';

/** How long something takes, in seconds: always the same, or drawn from a distribution. */
export const spreadSchema = z.union([
  z.number().min(0),
  z.strictObject({ even: z.tuple([z.number().min(0), z.number().min(0)]) }),
  z.strictObject({ exponential: z.number().positive() }),
  z.strictObject({
    lognormal: z.strictObject({ mean: z.number().positive(), cv: z.number().positive() }),
    least: z.number().min(0).optional(),
    most: z.number().positive().optional(),
  }),
  z.strictObject({
    either: z
      .array(z.strictObject({ weight: z.number().positive(), mean: z.number().positive(), cv: z.number().positive() }))
      .min(2),
  }),
]);
export type Spread = z.infer<typeof spreadSchema>;

/** Standard normal. */
export const normal = (dice: Dice): number =>
  Math.sqrt(-2 * Math.log(1 - dice.next())) * Math.cos(2 * Math.PI * dice.next());

export function drawMs(spread: Spread, dice: Dice): number {
  if (typeof spread === 'number') return 1_000 * spread;
  if ('even' in spread) return 1_000 * dice.between(spread.even);
  if ('exponential' in spread) return -1_000 * spread.exponential * Math.log(1 - dice.next());
  if ('lognormal' in spread) {
    const seconds = lognormal(spread.lognormal, dice);
    return 1_000 * Math.min(spread.most ?? Infinity, Math.max(spread.least ?? 0, seconds));
  }
  const total = spread.either.reduce((sum, { weight }) => sum + weight, 0);
  let left = dice.next() * total;
  const kind = spread.either.find(({ weight }) => (left -= weight) < 0) ?? spread.either[0];
  return kind === undefined ? 0 : 1_000 * lognormal(kind, dice);
}

/** Without the bounds of a distribution, which move it little. */
export function meanMs(spread: Spread): number {
  if (typeof spread === 'number') return 1_000 * spread;
  if ('even' in spread) return 500 * (spread.even[0] + spread.even[1]);
  if ('exponential' in spread) return 1_000 * spread.exponential;
  if ('lognormal' in spread) return 1_000 * spread.lognormal.mean;
  const total = spread.either.reduce((sum, { weight }) => sum + weight, 0);
  return spread.either.reduce((sum, { weight, mean }) => sum + (1_000 * mean * weight) / total, 0);
}

function lognormal({ mean, cv }: { readonly mean: number; readonly cv: number }, dice: Dice): number {
  const variance = Math.log(1 + cv * cv);
  return mean * Math.exp(normal(dice) * Math.sqrt(variance) - variance / 2);
}
