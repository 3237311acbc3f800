import { describe, expect, it } from 'vitest';
import { bracketPairs } from '../../../src/domain/placement/brackets.ts';
import { cleanRow, cleanText, isPhonePlaceholder, isScientific } from '../../../src/domain/placement/cell-text.ts';
import { nameOf, readCardLast4, readLinkKey, readOverdueDays } from '../../../src/domain/placement/debtor-fields.ts';
import type { JudgeNumber } from '../../../src/domain/placement/judge-number.ts';
import { minorDigits, parseAmount, parseCurrency } from '../../../src/domain/placement/parse-amount.ts';
import { parseDate, type DateSystem } from '../../../src/domain/placement/parse-date.ts';
import type { DateOrder } from '../../../src/domain/placement/profile.ts';
import { readFragment } from '../../../src/domain/placement/read-fragment.ts';
import { readPhoneCell } from '../../../src/domain/placement/read-phone-cell.ts';
import { splitPhoneCell } from '../../../src/domain/placement/split-phone-cell.ts';
import { readUsAddress, readZip } from '../../../src/domain/placement/us-address.ts';

const cell = (text: string, number: number | null = null) => ({ text, number });
const noFindings = () => ({ error: false, controlChars: false, tooLong: false });

describe('the text of a cell', () => {
  it('[IMP-4] composing alone is no warning, a control character is', () => {
    const findings = noFindings();
    expect(cleanText('Ａ\u2014é\u200b  b ', findings)).toBe('A-é b');
    expect(findings.controlChars).toBe(false);
    expect(cleanText('a\u0000b', findings)).toBe('ab');
    expect(findings.controlChars).toBe(true);
  });

  it('[IMP-4] white space goes at both ends, also behind an apostrophe and inside a formula of text', () => {
    expect(["  'a ", "' a", '=" 007 "', '=""', "''a", '="a"b'].map((text) => cleanText(text, noFindings()))).toEqual([
      'a',
      'a',
      '007',
      '',
      "'a",
      '="a"b',
    ]);
  });

  it('[IMP-5] a placeholder is one as a whole, in either case', () => {
    const { texts } = cleanRow(['N/A', 'UNKNOWN', '无', 'unknown one', '', '---'], noFindings());
    expect(texts).toEqual(['', '', '', 'unknown one', '', '']);
    expect(['没有', '0', '.', '*', 'INCONNU', '00', ''].map(isPhonePlaceholder)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('[IMP-6] an error value is blank with a warning, an empty cell without', () => {
    const findings = noFindings();
    expect(cleanRow([null, 7, 'a'], findings)).toEqual({ texts: ['', '7', 'a'], numbers: [undefined, 7] });
    expect(findings).toEqual(noFindings());
    cleanRow([{ error: '#N/A' }], findings);
    expect(findings.error).toBe(true);
  });

  it('[IMP-7] no more of a long cell is kept than a spreadsheet holds', () => {
    expect(cleanRow(['x'.repeat(40_000)], noFindings()).texts[0]).toHaveLength(32_767);
  });

  it('[IMP-15] scientific notation is a number with an exponent and nothing else', () => {
    const yes = ['1e5', '1.5E+10', '-12.e-3', '+1E5', '10e10'];
    const no = ['e5', '1e', 'x1e5', '1e5x', '1.5', '1ee5', '*1e5', '1e5.5'];
    expect([...yes, ...no].map(isScientific)).toEqual([...yes.map(() => true), ...no.map(() => false)]);
  });

  it('[IMP-1] brackets pair with their own kind, the nearest first; what stands alone pairs with nothing', () => {
    expect([...bracketPairs('a(b[c]d)e')].toSorted(([a], [b]) => a - b)).toEqual([
      [1, 7],
      [3, 5],
    ]);
    expect([...bracketPairs('a)b(c')]).toEqual([]);
    expect([...bracketPairs('no')]).toEqual([]);
  });
});

describe('who owes, and how much', () => {
  it('[IMP-9] names, card tails and days', () => {
    expect([nameOf('', 'Ann', ''), nameOf('', '', 'Lee'), nameOf('李 雷', 'x', 'y'), nameOf('Li Lei', '', '')]).toEqual(
      ['Ann', 'Lee', '李雷', 'Li Lei'],
    );
    expect([readCardLast4(''), readCardLast4('no 7'), readCardLast4('6222 0212 3456')]).toEqual([null, '0007', '3456']);
    expect(['', '0', '93 天', '30Days', '-1', '1.5', '1234567890'].map((text) => readOverdueDays(cell(text)))).toEqual([
      { days: null, invalid: false },
      { days: 0, invalid: false },
      { days: 93, invalid: false },
      { days: 30, invalid: false },
      { days: null, invalid: true },
      { days: null, invalid: true },
      { days: null, invalid: true },
    ]);
  });

  it('[IMP-8] an id ties the cases of a person, one that is missing or rounded ties nothing', () => {
    const key = (text: string, number: number | null = null) => readLinkKey(cell(text, number), 'A-1');
    expect(key(' 11-22 x')).toEqual({ key: 'id:1122X', warning: null });
    for (const blank of ['', '- -']) expect(key(blank)).toEqual({ key: 'case:A-1', warning: 'id_missing' });
    const rounded = { key: 'case:A-1', warning: 'id_precision_lost' };
    expect(key('1e15', 1e15)).toEqual(rounded);
    expect(key('1.1E+17')).toEqual(rounded);
    expect(key('999999999999999', 1e15 - 1)).toEqual({ key: 'id:999999999999999', warning: null });
  });

  it.each<[string, string, string, number]>([
    ['a whole number', '1234', 'amount 123400', 2],
    ['groups of three', '1,234,567.891', 'amount 123456789', 2],
    ['half a minor unit is rounded up', '0.615', 'amount 62', 2],
    ['below half it is cut', '0.6149', 'amount 61', 2],
    ['no minor units', '12.5', 'amount 13', 0],
    ['ten thousands', '1.23456789万', 'amount 1234568', 2],
    ['signs of money', '¥ 1,000.00 元', 'amount 100000', 2],
    ['a minus', '-5', 'amount_not_positive', 2],
    ['brackets', '(5.00)', 'amount_not_positive', 2],
    ['brackets around a minus', '(-5)', 'amount_not_positive', 2],
    ['half a bracket', '(5', 'amount_invalid', 2],
    ['something behind a bracket', '(5)x', 'amount_invalid', 2],
    ['something before a bracket', 'x(5)', 'amount_invalid', 2],
    ['nought', '0.004', 'amount_not_positive', 2],
    ['groups of another size', '12,34', 'amount_invalid', 2],
    ['two points', '1.2.3', 'amount_invalid', 2],
    ['words', 'many', 'amount_invalid', 2],
    ['more than can be counted', '99999999999999.99', 'amount 9999999999999999', 2],
    ['nothing', '', 'amount_missing', 2],
  ])('[IMP-10] %s', (_, text, told, digits) => {
    const read = parseAmount(cell(text), '.', digits);
    const said = read.kind === 'amount' ? `amount ${read.minor}` : read.because;
    // Beyond 2^53 a number is not exact any more: refused rather than rounded.
    expect(said).toBe(told === 'amount 9999999999999999' ? 'amount_invalid' : told);
  });

  it('[IMP-10] with a decimal comma the point parts the groups; number cells have their point all the same', () => {
    const minor = (text: string, number: number | null = null) => {
      const read = parseAmount(cell(text, number), ',', 2);
      return read.kind === 'amount' ? read.minor : read.because;
    };
    expect([minor('1.234,50'), minor('1234,5'), minor('1 234,50'), minor('1234.5', 1234.5), minor('1,234.50')]).toEqual(
      [123450, 123450, 123450, 123450, 'amount_invalid'],
    );
    expect(minor('-3', -3)).toBe('amount_not_positive');
  });

  it('[IMP-11] currencies by code, name and number', () => {
    const words = [
      'cny',
      '人民币',
      'RMB',
      '156',
      'usd',
      '美元',
      '840',
      '港币',
      '港元',
      '344',
      '欧元',
      '英镑',
      '日元',
      '日圆',
      'XXX',
    ];
    expect(words.map(parseCurrency)).toEqual([
      ...['CNY', 'CNY', 'CNY', 'CNY', 'USD', 'USD', 'USD', 'HKD', 'HKD', 'HKD', 'EUR', 'GBP', 'JPY', 'JPY'],
      null,
    ]);
    expect([minorDigits('JPY'), minorDigits('CNY')]).toEqual([0, 2]);
  });
});

describe('dates of a placement', () => {
  const read = (text: string, order: DateOrder = 'YMD', number: number | null = null, system: DateSystem = 1900) =>
    parseDate(cell(text, number), order, system);

  it('[IMP-12] a day must exist', () => {
    expect(['2026-01-31', '2026-02-28', '2028-02-29', '2026-12-01', '1000-01-01'].map((text) => read(text))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2028-02-29',
      '2026-12-01',
      '1000-01-01',
    ]);
    for (const text of [
      '2026-00-10',
      '2026-13-01',
      '2026-01-00',
      '2026-01-32',
      '2026-02-29',
      '2026-04-31',
      '0999-01-01',
    ]) {
      expect(read(text), text).toBeNull();
    }
  });

  it('[IMP-12] eight digits are a date, other digits a day of the spreadsheet', () => {
    expect([read('20260512'), read('46154'), read('46154.9', 'YMD', 46154.9)]).toEqual([
      '2026-05-12',
      '2026-05-12',
      '2026-05-12',
    ]);
    expect(read('44692', 'YMD', 44692, 1904)).toBe('2026-05-12');
    expect([read('202605120'), read('2026051'), read('0')]).toEqual([null, null, null]);
  });

  it('[IMP-12] day and month in the profile’s order and no other; names always', () => {
    expect([read('5/12/2026', 'MDY'), read('12.5.26', 'DMY'), read('5-12-2026')]).toEqual([
      '2026-05-12',
      '2026-05-12',
      null,
    ]);
    expect(read('13/1/2026', 'MDY')).toBeNull();
    for (const text of [
      '12 May 2026',
      '12-May-2026',
      'May 12, 2026',
      'may 12 2026',
      '2026年5月12日',
      '2026 年 5 月 12',
      '2026/5/12',
    ]) {
      expect(read(text), text).toBe('2026-05-12');
    }
    expect([read('1 Sept 2026'), read('1 Septem 2026'), read('Mai 1, 2026')]).toEqual(['2026-09-01', null, null]);
    for (const time of ['T08:00:00Z', ' 8:00', ' 08:00:00.123', ' 8:00 PM'])
      expect(read(`2026-05-12${time}`)).toBe('2026-05-12');
    expect(read('2026-05/12')).toBeNull();
  });
});

describe('what stands in a phone cell', () => {
  it('[IMP-16] a cell is cut at separators outside brackets, and at spaces between whole numbers', () => {
    expect(splitPhoneCell('')).toEqual([]);
    expect(splitPhoneCell('没有')).toEqual([]);
    expect(splitPhoneCell('13800138000')).toEqual(['13800138000']);
    expect(splitPhoneCell(' / 13800138000 ;; 0 / ')).toEqual(['13800138000']);
    expect(splitPhoneCell('1234567 7654321')).toEqual(['1234567', '7654321']);
    expect(splitPhoneCell('1234567  7654321')).toEqual(['1234567', '7654321']);
    expect(splitPhoneCell('123456 7654321')).toEqual(['123456 7654321']);
    expect(splitPhoneCell('1234567(a/b)/7654321')).toEqual(['1234567(a/b)', '7654321']);
    expect(splitPhoneCell('1234567(a)(b/c)')).toEqual(['1234567(a)(b/c)']);
    expect(splitPhoneCell('1234567(a/7654321')).toEqual(['1234567(a', '7654321']);
    expect(splitPhoneCell('1234567 or 7654321')).toEqual(['1234567', '7654321']);
  });

  const fragment = (text: string, country = 'CN') => {
    const read = readFragment(text, country);
    if (read.kind === 'refused') return read.because;
    const { digits, international, extension, notes } = read.fragment;
    return [international ? `+${digits}` : digits, extension, ...notes].join('|');
  };

  it('[IMP-18] notes stand in the order of the cell, with single spaces and without their edges', () => {
    expect(fragment('前台 (李  经理) 021-55551234 [晚上]')).toBe('02155551234||前台|李 经理|晚上');
    expect(fragment('021-55551234(空号)(停机)')).toBe('02155551234||空号|停机');
    expect(fragment('MOBILE: 13800138000')).toBe('13800138000|');
    expect(fragment('(021)55551234')).toBe('02155551234|');
    expect(fragment('13800138000(第1234次)')).toBe('13800138000||第1234次');
  });

  it('[IMP-17] the first extension counts; behind a hyphen only in China and where none was named', () => {
    expect(fragment('021-55551234转1(转2)')).toBe('02155551234|1');
    expect(fragment('021-55551234(转1)转2')).toBe('02155551234|1');
    expect(fragment('021-55551234-801')).toBe('02155551234|801');
    expect(fragment('(021)55551234-801')).toBe('02155551234|801');
    expect(fragment('212-555-0100-801', 'US')).toBe('2125550100801|');
    expect(fragment('021 5555 1234-801')).toBe('02155551234|801');
  });

  it('[IMP-20] a plus makes a number international, also inside brackets', () => {
    expect([fragment('+86 138 0013 8000'), fragment('(+86)13800138000'), fragment('[+1]2125550100')]).toEqual([
      '+8613800138000|',
      '+8613800138000|',
      '+12125550100|',
    ]);
  });

  /** Says how each number was put to it. */
  const asked = (text: string, country: string, number: number | null = null): string[] => {
    const said: string[] = [];
    const judge: JudgeNumber = (digits, written) => {
      said.push(`${written} ${digits}`);
      return { kind: 'refused', because: 'invalid_number' };
    };
    const { rejected } = readPhoneCell(cell(text, number), 'home', { country, judge, areaCode: () => '021' });
    return [...said, ...rejected.map(({ reason }) => reason)];
  };

  it('[IMP-20] what was dialed is put to the plan as national or international', () => {
    const refused = 'invalid_number';
    expect(asked('+8613800138000', 'CN')).toEqual(['international 8613800138000', refused]);
    expect(asked('008613800138000', 'CN')).toEqual(['international 8613800138000', refused]);
    expect(asked('011 86 138 0013 8000', 'US')).toEqual(['international 8613800138000', refused]);
    expect(asked('0013800138000', 'US')).toEqual(['national 0013800138000', refused]);
    expect(asked('01155551234', 'CN')).toEqual(['national 01155551234', refused]);
    expect(asked('1795113800138000', 'CN')).toEqual(['national 13800138000', refused]);
    expect(asked('1795113800138000', 'US')).toEqual(['national 1795113800138000', refused]);
    expect(asked('55551234', 'CN')).toEqual(['national 02155551234', refused]);
    expect(asked('15551234', 'CN')).toEqual([refused]);
    expect(asked('95551234', 'CN')).toEqual([refused]);
  });

  it('[IMP-15] number cells that are not whole, or too large to be exact, are refused', () => {
    expect(asked('138001.5', 'CN', 138001.5)).toEqual(['scientific_notation']);
    expect(asked('1000000000000000', 'CN', 1e15)).toEqual(['scientific_notation']);
    expect(asked('999999999999998', 'CN', 1e15 - 2)).toEqual(['national 999999999999998', 'invalid_number']);
    expect(asked('@13800138000', 'CN')).toEqual(['formula_text']);
    expect(asked('', 'CN')).toEqual([]);
  });

  const judge: JudgeNumber = (digits) => {
    const national = digits.replace(/^86/, '').replace(/^0/, '');
    if (/^1[3-9]\d{9}$/.test(national))
      return { kind: 'valid', e164: `+86${national}`, country: 'CN', lineType: 'mobile' };
    return /^(?:10|2\d|[3-9]\d{2})[2-8]\d{7}$/.test(national)
      ? {
          kind: 'valid',
          e164: `+86${national}`,
          country: 'CN',
          lineType: national.startsWith('10') ? 'fixed_or_mobile' : 'fixed',
        }
      : { kind: 'refused', because: 'invalid_number' };
  };
  const inChina = (text: string, areaCode: string | null = null) =>
    readPhoneCell(cell(text), 'work', { country: 'CN', judge, areaCode: () => areaCode });

  it('[IMP-24] the area code is that of the nearest fixed line before, past mobiles and refused ones', () => {
    const numbers = (text: string) => inChina(text, '028').numbers.map(({ e164 }) => e164.slice(3));
    expect(numbers('021-55551234/13800138000/123/66667777')).toEqual(['2155551234', '13800138000', '2166667777']);
    expect(numbers('021-55551234/010-55551234/66667777')).toEqual(['2155551234', '1055551234', '1066667777']);
    expect(numbers('13800138000/66667777')).toEqual(['13800138000', '2866667777']);
    expect(inChina('021-55551234/021-66667777').numbers.map(({ areaCodeDerived }) => areaCodeDerived)).toEqual([
      false,
      false,
    ]);
  });

  it('[IMP-19] an extension or a note of its own belongs to the number before it; the first extension stays', () => {
    const told = (text: string) =>
      inChina(text).numbers.map(({ e164, extension, notes }) => [e164.slice(3), extension, ...notes].join('|'));
    expect(told('021-55551234,转801')).toEqual(['2155551234|801']);
    expect(told('021-55551234转7,转801')).toEqual(['2155551234|7']);
    expect(told('021-55551234,手机')).toEqual(['2155551234|']);
    expect(told('021-55551234,空号,停机')).toEqual(['2155551234||空号|停机']);
    expect(inChina('转801,13800138000')).toMatchObject({
      numbers: [{ e164: '+8613800138000' }],
      rejected: [{ reason: 'no_digits', raw: '转801' }],
    });
  });
});

describe('American addresses', () => {
  it('[IMP-13] a ZIP has its zeros again, of three to five digits or with its four more', () => {
    expect(['10001', '501', '02139', '2139', '10001-1234', '021391234', '21391234'].map(readZip)).toEqual([
      '10001',
      '00501',
      '02139',
      '02139',
      '10001',
      '02139',
      '02139',
    ]);
    expect(['', '12', '100011', '1000112', '1000112345', '00001'].map(readZip)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('[IMP-13] both states count when ZIP and State disagree, and the ZIP’s tells where numbers belong', () => {
    expect(readUsAddress('Boston', 'Massachusetts', '')).toEqual({
      city: 'Boston',
      state: 'MA',
      zip5: null,
      zones: ['America/New_York'],
      placedIn: 'MA',
      mismatch: false,
    });
    expect(readUsAddress('', 'CA', '10001')).toEqual({
      city: null,
      state: 'CA',
      zip5: '10001',
      zones: ['America/Los_Angeles', 'America/New_York'],
      placedIn: 'NY',
      mismatch: true,
    });
    expect(readUsAddress('', 'ny', '10001')).toMatchObject({ state: 'NY', mismatch: false });
    expect(readUsAddress('', 'Nowhere', '')).toMatchObject({ state: null, zones: [], placedIn: null, mismatch: false });
    expect(readUsAddress('', '', '10001')).toMatchObject({ state: null, zones: ['America/New_York'], placedIn: 'NY' });
  });
});
