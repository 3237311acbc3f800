import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  instantOf,
  instantsOf,
  isLocalDate,
  localDateTime,
  nextOffsetChange,
  startOfLocalDay,
  weekdayOf,
  zoneOffsetMs,
} from '../../src/domain/zoned-time.ts';

const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'America/Phoenix',
  'Europe/London',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Santiago',
];

describe('time by the clock on the wall', () => {
  it.each([
    ['2026-05-12T00:00:00Z', 'Asia/Shanghai', { date: '2026-05-12', minutes: 480, weekday: 2 }],
    ['2026-05-11T16:00:00Z', 'Asia/Shanghai', { date: '2026-05-12', minutes: 0, weekday: 2 }],
    ['2026-05-11T15:59:59Z', 'Asia/Shanghai', { date: '2026-05-11', minutes: 1439, weekday: 1 }],
    ['2026-01-01T04:59:59Z', 'America/New_York', { date: '2025-12-31', minutes: 1439, weekday: 3 }],
    ['2026-07-01T12:00:00Z', 'America/New_York', { date: '2026-07-01', minutes: 480, weekday: 3 }],
  ])('[TIME-1] %s in %s', (utc, zone, expected) => {
    expect(localDateTime(Date.parse(utc), zone)).toEqual(expected);
  });

  it('[TIME-1] agrees with the platform at any instant in any zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2037, 0, 1) }),
        fc.constantFrom(...zones),
        (instant, zone) => {
          const local = localDateTime(instant, zone);
          const text = new Date(instant).toLocaleString('sv-SE', { timeZone: zone });
          expect(`${local.date} ${local.minutes}`).toBe(
            `${text.slice(0, 10)} ${Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))}`,
          );
        },
      ),
    );
  });

  it('[TIME-2] an instant of a local time shows that time, and none earlier that day does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8000 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(...zones.filter((zone) => zone !== 'Pacific/Apia')),
        (days, minutes, zone) => {
          const date = addDays('2015-01-01', days);
          const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
          for (const instant of instantsOf(date, time, zone)) {
            const local = localDateTime(instant, zone);
            expect(local.date).toBe(date);
            const change = zoneOffsetMs(instant, zone) - zoneOffsetMs(instant - 1, zone);
            if (local.minutes !== minutes) expect(change).toBeGreaterThan(0);
            expect(local.minutes).toBeGreaterThanOrEqual(minutes);
          }
        },
      ),
    );
  });

  it('[TIME-3] a time skipped by the clock is the instant of the change', () => {
    expect(instantOf('2026-03-08', '02:30', 'America/New_York')).toBe(Date.parse('2026-03-08T07:00:00Z'));
    expect(instantOf('2026-03-29', '01:30', 'Europe/London')).toBe(Date.parse('2026-03-29T01:00:00Z'));
    expect(localDateTime(instantOf('2026-03-08', '02:30', 'America/New_York'), 'America/New_York').minutes).toBe(180);
  });

  it('[TIME-3] a time that comes twice has two instants, the first one first', () => {
    expect(instantsOf('2026-11-01', '01:30', 'America/New_York')).toEqual([
      Date.parse('2026-11-01T05:30:00Z'),
      Date.parse('2026-11-01T06:30:00Z'),
    ]);
    expect(instantOf('2026-11-01', '01:30', 'America/New_York')).toBe(Date.parse('2026-11-01T05:30:00Z'));
  });

  it('[TIME-3] 24:00 is the start of the next day and days of change have 23 or 25 hours', () => {
    expect(instantOf('2026-05-12', '24:00', 'Asia/Shanghai')).toBe(instantOf('2026-05-13', '00:00', 'Asia/Shanghai'));
    const hours = (date: string): number =>
      (instantOf(date, '24:00', 'America/New_York') - instantOf(date, '00:00', 'America/New_York')) / 3_600_000;
    expect([hours('2026-03-08'), hours('2026-11-01'), hours('2026-06-01')]).toEqual([23, 25, 24]);
  });

  it('[TIME-3] finds the change of the clock, and none where there is none', () => {
    const from = Date.parse('2026-10-31T12:00:00Z');
    expect(nextOffsetChange('America/New_York', from, from + 86_400_000)).toBe(Date.parse('2026-11-01T06:00:00Z'));
    expect(nextOffsetChange('Asia/Shanghai', from, from + 300 * 86_400_000)).toBeNull();
    expect(startOfLocalDay(Date.parse('2026-11-01T20:00:00Z'), 'America/New_York')).toBe(
      Date.parse('2026-11-01T04:00:00Z'),
    );
  });

  it('[TIME-4] dates add, differ and have weekdays without a zone', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
    expect([weekdayOf('2026-05-11'), weekdayOf('2026-05-17'), weekdayOf('1969-12-31')]).toEqual([1, 7, 3]);
  });

  it('[TIME-4] tells dates and zones that exist from those that do not', () => {
    expect(['2026-02-28', '2028-02-29'].map(isLocalDate)).toEqual([true, true]);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '', '2026-00-10'].map(isLocalDate)).toEqual(
      Array.from({ length: 6 }, () => false),
    );
  });
});
