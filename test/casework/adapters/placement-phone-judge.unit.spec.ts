import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { makePhoneJudge } from '../../../src/casework/adapters/placement-phone-judge.ts';
import type { NumberVerdict } from '../../../src/domain/placement/judge-number.ts';

const inChina = makePhoneJudge('CN', true);
const inAmerica = makePhoneJudge('US', true);

/** The library's own opinion, asked for every number anew. */
function library(digits: string, country: 'CN' | 'US'): string {
  const parsed = parsePhoneNumberFromString(digits, country);
  if (parsed === undefined || !parsed.isValid()) return 'refused';

  return parsed.getType() === 'PREMIUM_RATE' ? 'refused' : parsed.number;
}
const told = (verdict: NumberVerdict): string => (verdict.kind === 'valid' ? verdict.e164 : 'refused');
const digitsOf = (pattern: RegExp): fc.Arbitrary<string> => fc.stringMatching(pattern);

describe('judging numbers', () => {
  it.each([
    ['[IMP-25] Chinese mobiles', digitsOf(/^1[3-9]\d{9}$/), 'CN'],
    ['[IMP-25] Chinese fixed lines', digitsOf(/^0[1-9]\d{8,10}$/), 'CN'],
    [
      '[IMP-25] Chinese fixed lines at the edge of the plan',
      digitsOf(/^0(?:10|21|311|755)(?:[18]00|9[56]|1[012])\d{3,6}$/),
      'CN',
    ],
    ['[IMP-25] North American numbers', digitsOf(/^1?[2-9]\d{2}[2-9]\d{2}[2-9]\d{3}$/), 'US'],
  ] as const)('%s: the short way gives the answer of the library', (_, numbers, country) => {
    const judge = country === 'CN' ? inChina : inAmerica;
    fc.assert(
      fc.property(numbers, (digits) => {
        expect(told(judge(digits, 'national'))).toBe(library(digits, country));
      }),
      { numRuns: 4000 },
    );
  });

  it('[IMP-26] numbers reserved for fiction pass under the demo preset alone', () => {
    const real = makePhoneJudge('US', false);
    for (const digits of ['12125550147', '447700900123', '441632960001', '33639981234']) {
      expect(inAmerica(digits, 'international').kind).toBe('valid');
      expect(real(digits, 'international')).toEqual({ kind: 'refused', because: 'invalid_number' });
    }
  });

  it('[IMP-26] fiction does not make a premium number free', () =>
    expect(inAmerica('9005550164', 'national')).toEqual({ kind: 'refused', because: 'premium_rate' }));
});
