import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { CleanCell } from '../../../src/domain/placement/cell-text.ts';
import { nameOf, readCardLast4, readLinkKey, readOverdueDays } from '../../../src/domain/placement/debtor-fields.ts';
import { parseAmount, parseCurrency } from '../../../src/domain/placement/parse-amount.ts';
import { zonesAsSet } from '../../../src/domain/placement/number-zones.ts';
import { parseDate } from '../../../src/domain/placement/parse-date.ts';
import type { DateOrder } from '../../../src/domain/placement/profile.ts';
import { readUsAddress, readZip } from '../../../src/domain/placement/us-address.ts';

const text = (value: string): CleanCell => ({ text: value, number: null });
const number = (value: number): CleanCell => ({ text: String(value), number: value });
const amount = (cell: CleanCell, decimal: '.' | ',' = '.', digits = 2): number | string => {
  const read = parseAmount(cell, decimal, digits);

  return read.kind === 'amount' ? read.minor : read.because;
};

describe('amounts and currencies', () => {
  it.each<[string, CleanCell, number | string]>([
    ['[IMP-10] plain digits', text('4026.04'), 402604],
    ['[IMP-10] group separators every three digits', text('1,234,567.8'), 123456780],
    ['[IMP-10] a separator in the wrong place is refused', text('12,34.50'), 'amount_invalid'],
    ['[IMP-10] currency marks go', text('人民币 ¥1,000元'), 100000],
    ['[IMP-10] 万 is ten thousand', text('1.25万元'), 1250000],
    ['[IMP-10] half a cent is rounded up exactly', number(0.615), 62],
    ['[IMP-10] a number cell is taken as it is', number(7167.58), 716758],
    ['[IMP-10] brackets are negative', text('(100.00)'), 'amount_not_positive'],
    ['[IMP-10] zero is not positive', text('0.00'), 'amount_not_positive'],
    ['[IMP-10] less than half a cent is not positive', text('0.004'), 'amount_not_positive'],
    ['[IMP-10] words are refused', text('about 100'), 'amount_invalid'],
    ['[IMP-10] scientific notation is refused', text('1.2E+4'), 'amount_invalid'],
    ['[IMP-10] blank is missing', text(''), 'amount_missing'],
  ])('%s', (_, cell, want) => expect(amount(cell)).toBe(want));

  it('[IMP-10] with a decimal comma the point groups', () => {
    expect(amount(text('1.234,56'), ',')).toBe(123456);
    expect(amount(text('1.234'), ',')).toBe(123400);
    expect(amount(number(1234.5), ',')).toBe(123450);
  });

  it('[IMP-10] yen have no minor unit', () => expect(amount(text('1,234.5'), '.', 0)).toBe(1235));

  it('[IMP-10] every amount of money comes back to the cent, grouped or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 13 }), (minor) => {
        const [whole = '', cents = ''] = (minor / 100).toFixed(2).split('.');
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
        const exact = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
        expect(amount(text(exact))).toBe(minor);
        expect(amount(text(`${grouped}.${cents}`))).toBe(minor);
      }),
    );
  });

  it('[IMP-11] currencies go by code, name or number', () => {
    expect(['rmb', '156', '港元', 'gbp', '日圆', 'XAU'].map(parseCurrency)).toEqual([
      'CNY',
      'CNY',
      'HKD',
      'GBP',
      'JPY',
      null,
    ]);
  });
});

describe('dates', () => {
  it.each<[string, CleanCell, DateOrder, string | null]>([
    ['[IMP-12] eight digits', text('20270223'), 'YMD', '2027-02-23'],
    ['[IMP-12] a spreadsheet serial', number(46337), 'YMD', '2026-11-11'],
    ['[IMP-12] a serial with a time of day', number(46337.75), 'YMD', '2026-11-11'],
    ['[IMP-12] a serial written as text', text('46337'), 'MDY', '2026-11-11'],
    ['[IMP-12] a number that is neither', number(123), 'YMD', null],
    ['[IMP-12] 年月日', text('2026年9月7日'), 'YMD', '2026-09-07'],
    ['[IMP-12] a trailing time goes', text('2027-02-18T00:00:00'), 'YMD', '2027-02-18'],
    ['[IMP-12] month first', text('10/29/26'), 'MDY', '2026-10-29'],
    ['[IMP-12] day first', text('29.10.2026'), 'DMY', '2026-10-29'],
    ['[IMP-12] the other order is not guessed', text('10/29/2026'), 'DMY', null],
    ['[IMP-12] two digits of a year are refused where the year leads', text('26-10-29'), 'YMD', null],
    ['[IMP-12] month names', text('27-Mar-2027'), 'MDY', '2027-03-27'],
    ['[IMP-12] month names first', text('Sept 3, 2026'), 'DMY', '2026-09-03'],
    ['[IMP-12] 30 February does not exist', text('2026-02-30'), 'YMD', null],
    ['[IMP-12] 29 February of a leap year does', text('2028/2/29'), 'YMD', '2028-02-29'],
  ])('%s', (_, cell, order, want) => expect(parseDate(cell, order, 1900)).toBe(want));

  it('[IMP-12] the 1904 system starts 1,462 days later', () =>
    expect(parseDate(number(46337 - 1462), 'YMD', 1904)).toBe('2026-11-11'));

  it('[IMP-12] every day can be written in each way', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [y = '', m = '', d = ''] = iso.split('-');
        expect(parseDate(text(iso), 'YMD', 1900)).toBe(iso);
        expect(parseDate(text(`${Number(m)}/${Number(d)}/${y}`), 'MDY', 1900)).toBe(iso);
        expect(parseDate(text(`${d}.${m}.${y}`), 'DMY', 1900)).toBe(iso);
        expect(parseDate(text(`${y}${m}${d}`), 'DMY', 1900)).toBe(iso);
      }),
    );
  });
});

describe('debtor fields', () => {
  it('[IMP-9] a Chinese name loses its spaces, others keep them', () => {
    expect(nameOf('王 芳', '', '')).toBe('王芳');
    expect(nameOf('', 'Mary Ann', 'Demo')).toBe('Mary Ann Demo');
  });
  it('[IMP-8] an id links, a rounded or missing one never does', () => {
    expect(readLinkKey(text('c-76 1x'), 'A1')).toEqual({ key: 'id:C761X', warning: null });
    expect(readLinkKey(text(''), 'A1')).toEqual({ key: 'case:A1', warning: 'id_missing' });
    expect(readLinkKey(number(990274197808092192), 'A1').warning).toBe('id_precision_lost');
    expect(readLinkKey(text('9.90274E+17'), 'A1').warning).toBe('id_precision_lost');
  });
  it('[IMP-9] card tails keep leading zeros', () => {
    expect([readCardLast4('6200 **** 0351'), readCardLast4('51'), readCardLast4('**')]).toEqual(['0351', '0051', null]);
  });
  it('[IMP-9] days overdue are whole', () => {
    expect(readOverdueDays(text('30 天')).days).toBe(30);
    expect(readOverdueDays(text('a month'))).toEqual({ days: null, invalid: true });
  });
});

describe('US addresses', () => {
  it('[IMP-13] a ZIP gets its leading zeros back', () => {
    expect([readZip('901'), readZip('2108'), readZip('02108-1234'), readZip('12')]).toEqual([
      '00901',
      '02108',
      '02108',
      null,
    ]);
  });
  it('[IMP-13] a state that contradicts the ZIP adds its zones', () => {
    const address = readUsAddress('Wilmington', 'CA', '19801');
    expect(address).toMatchObject({ mismatch: true, zones: ['America/Los_Angeles', 'America/New_York'] });
  });
  it('[IMP-13] without ZIP all zones of the state count', () =>
    expect(readUsAddress('Austin', 'Texas', '').zones).toEqual(['America/Chicago', 'America/Denver']));
  it('[IMP-13] Navajo land keeps summer time', () =>
    expect(readUsAddress('Window Rock', 'AZ', '86515').zones).toEqual(['America/Denver']));
});

describe('where a number and an address are', () => {
  it('[IMP-13] six or seven digits are no ZIP, though their beginning would be one', () => {
    expect(['5010000', '501000', '12'].map(readZip)).toEqual([null, null, null]);
    expect(['501', '005010000'].map(readZip)).toEqual(['00501', '00501']);
  });

  it('[IMP-13] state and ZIP that contradict each other leave the zones of both, in one order; neither leaves none', () => {
    expect(readUsAddress('', 'New York', '75201').zones).toEqual(['America/Chicago', 'America/New_York']);
    expect(readUsAddress('', '', '')).toMatchObject({ zones: [], placedIn: null, city: null });
  });

  it('[ZONE-7] the longest beginning that an administrator set decides, else the number’s own zones', () => {
    const own = ['America/Denver', 'America/Phoenix'];
    const set = [
      { prefix: '+1928', zone: 'America/Phoenix' },
      { prefix: '+1928555', zone: 'America/Los_Angeles' },
      { prefix: '+1', zone: 'America/Chicago' },
      { prefix: '0100', zone: 'Asia/Shanghai' },
    ];
    expect(zonesAsSet('+19285550100', own, set)).toEqual(['America/Los_Angeles']);
    expect(zonesAsSet('+19285560100', own, set)).toEqual(['America/Phoenix']);
    expect(zonesAsSet('+12125550100', own, set)).toEqual(['America/Chicago']);
    expect(zonesAsSet('+442079460100', own, set)).toEqual(own);
    expect(zonesAsSet('+19285550100', own, [])).toEqual(own);
  });
});
