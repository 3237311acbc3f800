import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { isFictional } from '../../domain/placement/data/fictional-ranges.ts';
import type { JudgeNumber, LineType, NumberVerdict } from '../../domain/placement/judge-number.ts';

/** Whether bare numbers of that country can be judged at all. */
export const knowsCountry = (country: string): boolean => isSupportedCountry(country);

const lineTypes: Readonly<Record<string, LineType>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed',
  FIXED_LINE_OR_MOBILE: 'fixed_or_mobile',
  TOLL_FREE: 'toll_free',
  VOIP: 'voip',
};
const invalid: NumberVerdict = { kind: 'refused', because: 'invalid_number' };
const premium: NumberVerdict = { kind: 'refused', because: 'premium_rate' };

function askLibrary(digits: string, country: CountryCode | null, acceptsFiction: boolean): NumberVerdict {
  const parsed = parsePhoneNumberFromString(
    country === null ? `+${digits}` : digits,
    country === null ? undefined : { defaultCountry: country, extract: false },
  );
  if (parsed === undefined) return invalid;
  const type = parsed.getType();
  if (type === 'PREMIUM_RATE') return premium;
  const fictional = isFictional(parsed.number);
  if (fictional ? !acceptsFiction : !parsed.isValid()) return invalid;

  return {
    kind: 'valid',
    e164: parsed.number,
    country: parsed.country ?? null,
    lineType: lineTypes[type ?? ''] ?? 'unknown',
  };
}

/**
 * The library needs about 35 µs a number, more than all the rest of a row. In the plans below a number of a given
 * length is decided by its first digits, so one answer serves all that share them; test/casework/adapters/placement-phone-judge.unit.spec.ts
 * holds the short way equal to the library.
 */
interface ShortWay {
  readonly key: string;
  readonly e164: string;
}

const chineseMobile = /^1[3-9]\d{9}$/;
const chineseFixed = /^0[1-9]\d{8,10}$/;
const american = /^1?([2-9]\d{9})$/;
// 1740[0-5] is the deepest branch of the mobile plan.
const mobileDepth = 5;
// 0 + area code + 100 is the deepest branch of the fixed plan; it can only lie where a subscriber number begins with 1 or 9.
const fixedDepth = 6;
const deepFixedDepth = 8;
const deepFixed = /^0(?:10|2\d|[3-9]\d{2})[19]/;
const americanDepth = 6;

function shortWay(digits: string, national: boolean, country: string): ShortWay | null {
  const isChinese = national ? country === 'CN' : digits.startsWith('86');
  if (isChinese) {
    const own = national ? digits : digits.slice(2);
    if (chineseMobile.test(own)) return { key: `m${own.slice(0, mobileDepth)}`, e164: `+86${own}` };
    if (!national || !chineseFixed.test(own)) return null;

    const depth = deepFixed.test(own) ? deepFixedDepth : fixedDepth;

    return { key: `f${own.length}${own.slice(0, depth)}`, e164: `+86${own.slice(1)}` };
  }
  const isAmerican = national ? country === 'US' : digits.startsWith('1');
  if (!isAmerican) return null;
  const own = american.exec(digits)?.[1];
  if (own === undefined || (!national && digits.length !== 11)) return null;
  // 555-01xx is reserved for fiction and judged one by one.
  if (own.startsWith('55501', 3)) return null;

  return { key: `a${own.slice(0, americanDepth)}`, e164: `+1${own}` };
}

/** Judges numbers of files whose bare numbers belong to `country`; keeps what it learned for as long as it lives. */
export function makePhoneJudge(country: string, acceptsFiction: boolean): JudgeNumber {
  const known = new Map<string, NumberVerdict>();
  const home = country as CountryCode;

  return (digits, written) => {
    const national = written === 'national';
    const short = shortWay(digits, national, country);
    if (short === null) return askLibrary(digits, national ? home : null, acceptsFiction);
    let verdict = known.get(short.key);
    if (verdict === undefined) {
      verdict = askLibrary(digits, national ? home : null, acceptsFiction);
      known.set(short.key, verdict);
    }

    if (verdict.kind === 'refused') return verdict;

    return { kind: 'valid', e164: short.e164, country: verdict.country, lineType: verdict.lineType };
  };
}
