import type { NumberFacts } from './dial-facts.ts';
import { isDialableStatus } from './number-order.ts';
import type { Preset } from './preset.ts';
import type { NumberStatus } from './vocabulary.ts';

type Forbidden = Pick<NumberFacts, 'class' | 'prohibitedByEmployer'>;

/** A work number is dialed unless the employer is known to forbid it (1006.6(b)(1)), where the rules say so. */
export const isForbiddenWork = (number: Forbidden, { work }: Pick<Preset, 'work'>): boolean =>
  work.allow === 'unless_prohibited' && number.class === 'work' && number.prohibitedByEmployer === true;

/** R20, R40: whether a number is left to be rung. One that the employer forbids is as good as blocked. */
export const reachableStatus = (
  number: Forbidden & { readonly status: NumberStatus },
  preset: Pick<Preset, 'work'>,
): NumberStatus => (isDialableStatus(number.status) && isForbiddenWork(number, preset) ? 'blocked' : number.status);
