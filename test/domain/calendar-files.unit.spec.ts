import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/domain/calendars/calendar-of.ts';
import { checkCalendarYear, missingYears, withYears } from '../../src/domain/calendars/calendar-year.ts';
import { readCalendarFile } from '../../src/domain/calendars/read-calendar-file.ts';

const year = { year: 2027, offDays: ['2027-01-01'], makeupWorkdays: ['2027-01-03'] };
const years = (...each: object[]) => ({ kind: 'years', years: each });
const refused = (rule: string, line: number | null = null) => ({ kind: 'refused', rule, line });
const json = (value: unknown) => readCalendarFile(JSON.stringify(value));

describe('files of a calendar', () => {
  it('[CALX-2] its own layout: one year, a list of them, by year, or under `years`', () => {
    for (const document of [year, [year], { years: [year] }, { '2027': year }, { years: { '2027': year } }]) {
      expect(json(document), JSON.stringify(document)).toEqual(years(year));
    }
    expect(json({ '2027': { offDays: year.offDays } })).toEqual(years({ ...year, makeupWorkdays: [] }));
    const next = { year: 2028, offDays: ['2028-01-01'], makeupWorkdays: [] };
    expect(json([year, next])).toEqual(years(year, next));
    expect(json({ year: 2027, off_days: year.offDays, makeup_workdays: year.makeupWorkdays })).toEqual(years(year));
  });

  it('[CALX-2] a day may carry a name beside its date', () => {
    const offDays = [{ date: '2027-01-01', name: '元旦' }];
    expect(json({ ...year, offDays })).toEqual(years(year));
    expect(json({ ...year, offDays: [{ name: '元旦' }] })).toEqual(refused('unknown_layout'));
    expect(json({ ...year, offDays: [['2027-01-01']] })).toEqual(refused('unknown_layout'));
  });

  it('[CALX-2] the public feed’s layout: days, each off or worked', () => {
    const days = [
      { date: '2027-01-01', isOffDay: true },
      { date: '2027-01-03', isOffDay: false },
    ];
    expect(json({ year: 2027, days })).toEqual(years(year));
    for (const bad of [{ date: '2027-01-01' }, { isOffDay: true }, { date: 1, isOffDay: true }, 'x', null]) {
      expect(json({ year: 2027, days: [...days, bad] }), JSON.stringify(bad)).toEqual(refused('unknown_layout'));
    }
  });

  it('[CALX-2] a year that names no day is still to come; with nothing else in it a file says nothing', () => {
    const empty = { year: 2028, offDays: [], makeupWorkdays: [] };
    expect(json([year, empty])).toEqual(years(year));
    expect(json([empty])).toEqual(refused('unknown_layout'));
    expect(json([])).toEqual(refused('unknown_layout'));
    expect(json({})).toEqual(refused('unknown_layout'));
    expect(json({ year: 2027, offDays: [], makeupWorkdays: ['2027-01-03'] })).toMatchObject({ kind: 'years' });
  });

  it('[CALX-2] what is neither layout is refused, and so is broken JSON', () => {
    expect(readCalendarFile('{"year": 2027')).toEqual(refused('not_json'));
    for (const document of [[7], ['2027-01-01'], { '2027': [] }, { ...year, offDays: '2027-01-01' }]) {
      expect(json(document), JSON.stringify(document)).toEqual(refused('unknown_layout'));
    }
    expect(json({ ...year, makeupWorkdays: { first: 1 } })).toEqual(refused('unknown_layout'));
  });

  it('[CALX-2] lines of date and kind, with or without a header, in the usual separators and line ends', () => {
    const lines = ['2027-01-01,off', '2027-01-03,work'];
    for (const end of ['\n', '\r\n', '\r']) expect(readCalendarFile(lines.join(end))).toEqual(years(year));
    for (const sign of [',', ';', '\t']) {
      expect(readCalendarFile(lines.join('\n').replaceAll(',', sign))).toEqual(years(year));
    }
    expect(readCalendarFile(`\ufeffdate,kind\n"2027-01-01" , "OFF"\n\n${lines[1]}\n`)).toEqual(years(year));
    expect(readCalendarFile('2027-01-01,休\n2028-01-01,放假')).toEqual(
      years({ ...year, makeupWorkdays: [] }, { year: 2028, offDays: ['2028-01-01'], makeupWorkdays: [] }),
    );
  });

  it.each(['off', 'holiday', '休', '休息', '放假', '节假日'])('[CALX-2] a day off is called %s', (word) => {
    expect(readCalendarFile(`2027-01-01,${word}`)).toEqual(years({ ...year, makeupWorkdays: [] }));
  });

  it.each(['work', 'workday', 'makeup', '班', '上班', '补班', '调休上班'])(
    '[CALX-2] a make-up workday is called %s',
    (word) => {
      expect(readCalendarFile(`2027-01-03,${word}`)).toEqual(years({ ...year, offDays: [] }));
    },
  );

  it('[CALX-2] a line of another kind is refused by its number; a file of no line too', () => {
    expect(readCalendarFile('date,kind\n2027-01-01,off\n2027-01-02,maybe')).toEqual(refused('unknown_kind', 3));
    expect(readCalendarFile('2027-01-01')).toEqual(refused('unknown_kind', 1));
    expect(readCalendarFile('2027-01-01,off\ndate,kind')).toEqual(refused('unknown_kind', 2));
    expect(readCalendarFile('')).toEqual(refused('unknown_layout'));
    expect(readCalendarFile('date,kind\n')).toEqual(refused('unknown_layout'));
  });
});

describe('the notice of a year', () => {
  const rules = (over: object) =>
    checkCalendarYear({ ...year, ...over }).map(({ field, rule, given }) => `${field} ${rule} ${given}`);

  it('[CALX-2] one that can hold passes; the New Year may begin in the December before', () => {
    expect(checkCalendarYear(year)).toEqual([]);
    expect(rules({ offDays: ['2026-12-31', '2027-12-31'] })).toEqual([]);
    expect([
      rules({ year: 2000, offDays: ['2000-01-01'], makeupWorkdays: [] }),
      rules({ year: 2100, offDays: ['2100-01-01'], makeupWorkdays: [] }),
    ]).toEqual([[], []]);
  });

  it('[CALX-2] everything that is wrong is named with its date', () => {
    expect(
      rules({
        offDays: [
          '2027-02-30',
          '27-01-01',
          'x2027-01-01',
          '2027-01-01x',
          '2026-11-30',
          '2028-01-01',
          '2027-05-01',
          '2027-05-01',
        ],
        makeupWorkdays: ['2027-05-01', '2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'],
      }),
    ).toEqual([
      'offDays not_a_date 2027-02-30',
      'offDays not_a_date 27-01-01',
      'offDays not_a_date x2027-01-01',
      'offDays not_a_date 2027-01-01x',
      'offDays other_year 2026-11-30',
      'offDays other_year 2028-01-01',
      'offDays date_twice 2027-05-01',
      'makeupWorkdays date_twice 2027-05-01',
      'makeupWorkdays makeup_on_weekday 2027-01-01',
      'makeupWorkdays makeup_on_weekday 2027-01-04',
    ]);
    expect(rules({ offDays: [] })).toEqual(['offDays no_days_off 2027']);
    for (const bad of [1999, 2101, 2027.5, Number.NaN]) {
      expect(rules({ year: bad }), String(bad)).toEqual([`year year_out_of_range ${bad}`]);
    }
  });

  const shipped = calendarOf('CN', {
    years: [2025, 2026],
    offDays: ['2025-10-01', '2026-10-01'],
    makeupWorkdays: ['2025-10-11', '2026-10-10'],
  });

  it('[CALX-1] an imported year replaces the shipped one whole, and leaves the others', () => {
    const notice = { year: 2026, offDays: ['2026-10-02'], makeupWorkdays: ['2026-10-11'] };
    expect(withYears(shipped, [notice, year])).toMatchObject({
      name: 'CN',
      offDays: new Set(['2025-10-01', '2026-10-02', '2027-01-01']),
      makeupWorkdays: new Set(['2025-10-11', '2026-10-11', '2027-01-03']),
      coveredYears: new Set([2025, 2026, 2027]),
    });
    expect(withYears(shipped, [])).toBe(shipped);
  });

  it('[CALX-3] this year’s notice should be here, from December on the next one’s; without holidays none', () => {
    expect(missingYears(shipped, '2026-11-30')).toEqual([]);
    expect(missingYears(shipped, '2026-12-01')).toEqual([2027]);
    expect(missingYears(shipped, '2027-01-01')).toEqual([2027]);
    expect(missingYears(shipped, '2027-12-31')).toEqual([2027, 2028]);
    expect(missingYears({ ...shipped, name: 'none' }, '2027-12-31')).toEqual([]);
  });
});
