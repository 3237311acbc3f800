import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  instantsOf,
  utcOffset,
  wallTime,
  wallTimeOf,
} from '../../../public/shared/format/zoned-time.ts';
import { toMajor, toMinor } from '../../../public/shared/format/money.ts';
import { clockSpan } from '../../../public/shared/format/span.ts';

describe('times of a zone', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-24', '09:30', '2026-11-24T01:30:00.000Z'],
    ['America/New_York', '2026-11-24', '09:30', '2026-11-24T14:30:00.000Z'],
    ['America/New_York', '2026-03-08', '03:30', '2026-03-08T07:30:00.000Z'],
    ['America/New_York', '2026-11-01', '00:30', '2026-11-01T04:30:00.000Z'],
    ['Asia/Kolkata', '2026-01-01', '00:00', '2025-12-31T18:30:00.000Z'],
  ])('[UI-16] in %s on %s at %s it is %s', (zone, date, time, iso) => {
    expect(instantsOf(date, time, zone)).toEqual([Date.parse(iso)]);
    expect(wallTime(Date.parse(iso), zone)).toEqual({ date, time });
  });

  it('[UI-16] a time that the clock leaves out is none, one that comes twice is two', () => {
    expect(instantsOf('2026-03-08', '02:30', 'America/New_York')).toEqual([]);
    expect(instantsOf('2026-03-29', '01:30', 'Europe/London')).toEqual([]);
    const twice = [Date.parse('2026-11-01T05:30:00Z'), Date.parse('2026-11-01T06:30:00Z')];
    expect(instantsOf('2026-11-01', '01:30', 'America/New_York')).toEqual(twice);
    expect(twice.map((instant) => wallTimeOf(instant, 'America/New_York').second)).toEqual([false, true]);
    expect(twice.map((instant) => utcOffset(instant, 'America/New_York'))).toEqual(['UTC−04:00', 'UTC−05:00']);
    expect(utcOffset(Date.parse('2026-01-01T00:00:00Z'), 'Asia/Kolkata')).toBe('UTC+05:30');
  });

  it('[UI-16] days are counted over month and year ends, both ends included', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-11-29', '2026-12-02', 9)).toEqual([
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
    ]);
    expect(daysBetween('2026-11-29', '2027-11-29', 9)).toHaveLength(9);
  });
});

describe('amounts and spans', () => {
  it('[UI-16] minor units follow the currency', () => {
    expect([toMajor(12_345, 'CNY'), toMinor(123.45, 'CNY'), toMajor(500, 'JPY'), toMinor(500, 'JPY')]).toEqual([
      123.45, 12_345, 500, 500,
    ]);
    expect(toMinor(0.29 * 100, 'USD')).toBe(2_900);
  });

  it('[UI-16] a running clock shows hours only when there are any', () => {
    expect([clockSpan(-5), clockSpan(61_000), clockSpan(3_661_000)]).toEqual(['00:00', '01:01', '1:01:01']);
  });
});
