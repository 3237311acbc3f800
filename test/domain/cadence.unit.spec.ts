import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  isHoliday,
  isOpenDay,
  isWorkingDay,
  nextOpenDay,
  nextWorkingDay,
  previousOpenDay,
  previousWorkingDay,
} from '../../src/domain/calendar.ts';
import { missingYears, withYears } from '../../src/domain/calendars/calendar-year.ts';
import { easterSunday } from '../../src/domain/calendars/by-rule.ts';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { cadenceDays, isOtherTier, nextRoundOn } from '../../src/domain/cadence.ts';
import { presets } from '../../src/domain/presets.ts';
import { addDays, daysBetween, weekdayOf } from '../../src/domain/zoned-time.ts';

const { CN, US, UK, none } = calendars;
const due = (lastRoundOn: string, openCases: number, effective = false, preset = presets.cn): string =>
  nextRoundOn({ lastRoundOn, effective, openCases, preset, calendar: CN });

describe('the cadence', () => {
  it('[S12] 199 open cases: D+2; 201: D+3; an effective case the next operating day in both', () => {
    expect(due('2026-05-12', 199)).toBe('2026-05-14');
    expect(due('2026-05-12', 201)).toBe('2026-05-15');
    expect(due('2026-05-12', 199, true)).toBe('2026-05-13');
    expect(due('2026-05-12', 201, true)).toBe('2026-05-13');
  });

  it('[R3] exactly 200 is the stricter tier unless the preset says otherwise', () => {
    expect(due('2026-05-12', 200)).toBe('2026-05-14');
    const upper = { ...presets.cn, cadence: { ...presets.cn.cadence, atThreshold: 'upper' as const } };
    expect(due('2026-05-12', 200, false, upper)).toBe('2026-05-15');
    expect(cadenceDays(false, 200, upper)).toBe(3);
  });

  it('[R3] a volume is another tier where one of the rules says so', () => {
    const upper = { ...presets.cn, cadence: { ...presets.cn.cadence, atThreshold: 'upper' as const } };
    expect(isOtherTier(200, 201, [presets.cn])).toBe(true);
    expect(isOtherTier(201, 200, [presets.cn])).toBe(true);
    expect(isOtherTier(1, 200, [presets.cn])).toBe(false);
    expect(isOtherTier(199, 200, [presets.cn, upper])).toBe(true);
    expect(isOtherTier(199, 200, [])).toBe(false);
  });

  it('[R1] an effective case is due on the next open day, over a holiday the first day after it', () => {
    expect(due('2026-05-12', 10, true)).toBe('2026-05-13');
    expect(due('2026-05-16', 10, true)).toBe('2026-05-17');
    expect(due('2026-09-30', 10, true)).toBe('2026-10-08');
  });

  it('[R4] a due day on a closed day rolls back to an open day after the round, else forward', () => {
    expect(due('2026-09-29', 199)).toBe('2026-09-30');
    expect(due('2026-09-30', 201)).toBe('2026-10-08');
    expect(due('2026-09-23', 201)).toBe('2026-09-24');
  });

  it('[R4] never later than its days while an open day lies between, never on a closed one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 400 }),
        fc.boolean(),
        (days, openCases, effective) => {
          const last = addDays('2025-01-02', days);
          const on = due(last, openCases, effective);
          expect(isOpenDay(CN, on)).toBe(true);
          expect(on > last).toBe(true);
          const limit = addDays(last, cadenceDays(effective, openCases, presets.cn));
          const openBetween = Array.from({ length: daysBetween(last, limit) }, (_, index) =>
            addDays(last, index + 1),
          ).some((day) => isOpenDay(CN, day));
          expect(on <= limit).toBe(openBetween);
        },
      ),
    );
  });

  it('[R1] the demo comes back every day', () => {
    expect(cadenceDays(false, 500, presets.demo)).toBe(1);
    expect(cadenceDays(true, 5, presets.demo)).toBe(1);
  });
});

describe('calendars', () => {
  it('[CAL-1] a CN working day is a weekday outside the notice, or a make-up workday', () => {
    expect(isWorkingDay(CN, '2026-01-04')).toBe(true);
    expect(isWorkingDay(CN, '2026-01-02')).toBe(false);
    expect(isWorkingDay(CN, '2026-01-10')).toBe(false);
    expect(isWorkingDay(CN, '2026-05-12')).toBe(true);
    for (const day of ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']) {
      expect(isWorkingDay(CN, day), day).toBe(true);
      expect(weekdayOf(day)).toBeGreaterThan(5);
    }
  });

  it('[CAL-1] holidays close a day, weekends do not', () => {
    expect([isHoliday(CN, '2026-10-01'), isHoliday(CN, '2026-10-08')]).toEqual([true, false]);
    expect([isOpenDay(CN, '2026-05-10'), isOpenDay(CN, '2026-05-05')]).toEqual([true, false]);
    expect([nextOpenDay(CN, '2026-09-30'), previousOpenDay(CN, '2026-10-08')]).toEqual(['2026-10-08', '2026-09-30']);
  });

  it('[CAL-1] a year without its notice has the holidays of the law, provisional until the notice comes', () => {
    expect([CN.coveredYears.has(2027), CN.provisionalYears.has(2027)]).toEqual([false, true]);
    expect(previousWorkingDay(CN, '2027-01-04')).toBe('2026-12-31');
    const days = ['2027-02-05', '2027-02-09', '2027-10-03', '2027-10-04'].map((day) => isOpenDay(CN, day));
    expect(days).toEqual([false, true, false, true]);
    expect(missingYears(CN, '2026-12-01')).toEqual([2027]);
    const come = withYears(CN, [{ year: 2027, offDays: ['2027-01-01'], makeupWorkdays: [] }]);
    expect([come.provisionalYears.has(2027), isOpenDay(come, '2027-02-05')]).toEqual([false, true]);
  });

  it('[CAL-1] the notices of 2025 and 2026 give 28 and 33 days off, in whole stretches, for 5 and 6 worked weekend days', () => {
    const of = (days: ReadonlySet<string>, year: string) => [...days].filter((day) => day.startsWith(year)).toSorted();
    const stretches = (year: string) =>
      of(CN.offDays, year).reduce<string[]>((told, day) => {
        const last = told.at(-1);
        const goesOn = last !== undefined && addDays(last.slice(-10), 1) === day;
        return goesOn ? [...told.slice(0, -1), `${last.slice(0, 10)} ${day}`] : [...told, `${day} ${day}`];
      }, []);
    expect([of(CN.offDays, '2025').length, of(CN.offDays, '2026').length]).toEqual([28, 33]);
    expect([stretches('2025').length, stretches('2026').length]).toEqual([6, 7]);
    expect(stretches('2026')[1]).toBe('2026-02-15 2026-02-23');
    expect([of(CN.makeupWorkdays, '2025').length, of(CN.makeupWorkdays, '2026').length]).toEqual([5, 6]);
    for (const day of CN.makeupWorkdays) expect(weekdayOf(day), day).toBeGreaterThan(5);
  });

  it('[CAL-2] working days are counted in both directions', () => {
    expect(previousWorkingDay(CN, '2026-01-05')).toBe('2026-01-04');
    expect(nextWorkingDay(CN, '2026-05-08')).toBe('2026-05-09');
    expect(addWorkingDays(CN, '2026-05-08', 2)).toBe('2026-05-11');
    expect(addWorkingDays(CN, '2026-05-08', 3)).toBe('2026-05-12');
    expect(addWorkingDays(CN, '2026-05-12', -3)).toBe('2026-05-08');
    expect(addWorkingDays(CN, '2026-05-12', 0)).toBe('2026-05-12');
  });

  it('[CAL-2] forward and back again meet on working days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 15 }), (days, count) => {
        const start = nextWorkingDay(CN, addDays('2025-01-10', days));
        expect(addWorkingDays(CN, addWorkingDays(CN, start, count), -count)).toBe(start);
      }),
    );
  });

  it('[CAL-3] US federal holidays by rule, with the observed weekday', () => {
    const of2026 = [...US.offDays].filter((day) => day.startsWith('2026')).sort();
    expect(of2026).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-07-04',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
    expect(isHoliday(US, '2027-07-05')).toBe(true);
  });

  it('[CAL-4] bank holidays of England and Wales by rule, with substitute days', () => {
    const of = (year: string) => [...UK.offDays].filter((day) => day.startsWith(year)).sort();
    expect(of('2026')).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-26',
      '2026-12-28',
    ]);
    expect(of('2027').slice(-4)).toEqual(['2027-12-25', '2027-12-26', '2027-12-27', '2027-12-28']);
    expect(of('2033').slice(-3)).toEqual(['2033-12-25', '2033-12-26', '2033-12-27']);
    expect([2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ]);
    // Years in which the moon of the tables is moved by a week, and centuries that are no leap years and one that is.
    expect([1954, 1981, 2000, 2049, 2076, 2100, 2106, 2200, 2299].map(easterSunday)).toEqual([
      ...['1954-04-18', '1981-04-19', '2000-04-23', '2049-04-18', '2076-04-19', '2100-03-28', '2106-04-18'],
      ...['2200-04-06', '2299-04-16'],
    ]);
    expect(isHoliday(none, '2026-12-25')).toBe(false);
  });
});
