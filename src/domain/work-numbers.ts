import type { NumberFacts } from './dial-facts.ts';
import type { Preset } from './preset.ts';

/** A work number is dialed unless the employer is known to forbid it (1006.6(b)(1)), where the rules say so. */
export const isForbiddenWork = (
  number: Pick<NumberFacts, 'class' | 'prohibitedByEmployer'>,
  { work }: Pick<Preset, 'work'>,
): boolean => work.allow === 'unless_prohibited' && number.class === 'work' && number.prohibitedByEmployer === true;
