import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { candidateZones, daypartAt, nextDaypartStart, windowState } from '../../src/domain/calling-window.ts';
import { decideCase, decideDial } from '../../src/domain/dial-decision.ts';
import type { Preset } from '../../src/domain/preset.ts';
import { presets } from '../../src/domain/presets.ts';
import { clockMinutes, localDateTime } from '../../src/domain/zoned-time.ts';
import { at, attempt, facts, number, shanghai, theCase } from './given.ts';

const newYork = 'America/New_York';
const { cn, uk, demo } = presets;
const us = presets['us-regf'];

describe('calling hours', () => {
  it('[S25] a tenant in New York rings a Shanghai number by the clock in Shanghai', () => {
    const only = number('n', 'home');
    const given = { ...facts({ businessZone: newYork, ringTimeoutMs: 0, numbers: [only] }), number: only };
    expect(decideDial(given, at('2026-05-12 07:59:59'))).toMatchObject({
      kind: 'DEFER',
      reason: 'outside_window',
      until: at('2026-05-12 08:00'),
    });
    expect(decideDial(given, at('2026-05-12 08:00:00')).kind).toBe('ALLOW');
    expect(decideDial(given, at('2026-05-12 21:59:59')).kind).toBe('ALLOW');
    expect(decideDial(given, at('2026-05-12 22:00:00'))).toMatchObject({
      kind: 'DEFER',
      reason: 'outside_window',
      until: at('2026-05-13 08:00'),
    });
  });

  it('[DEC-8] the last call leaves early enough to stop ringing inside the hours', () => {
    const only = number('n', 'home');
    const given = { ...facts({ ringTimeoutMs: 40_000, numbers: [only] }), number: only };
    const last = at('2026-05-12 21:59:20');
    expect(decideDial(given, last)).toMatchObject({ kind: 'ALLOW', dialBy: last });
    expect(decideDial(given, last + 1)).toMatchObject({
      kind: 'DEFER',
      reason: 'outside_window',
      until: at('2026-05-13 08:00'),
    });
    expect(decideDial(given, at('2026-05-12 21:50'))).toMatchObject({ dialBy: last });
  });

  it('[DEC-8] several candidate zones must all be inside their hours', () => {
    const zones = ['America/Denver', newYork];
    const early = at('2026-05-12 08:30', newYork);
    expect(windowState(early, zones, us, calendars.US)).toEqual({
      open: false,
      reason: 'outside_window',
      opensAt: at('2026-05-12 08:00', 'America/Denver'),
    });
    expect(windowState(at('2026-05-12 10:00', newYork), zones, us, calendars.US)).toEqual({
      open: true,
      closesAt: at('2026-05-12 21:00', newYork),
    });
    expect(windowState(at('2026-05-12 12:00'), [shanghai, newYork], cn, calendars.none)).toMatchObject({
      open: false,
      opensAt: at('2026-05-12 08:00', newYork),
    });
  });

  it('[DEC-8] zones whose hours never meet give no opening', () => {
    const narrow: Preset = { ...cn, window: { ...cn.window, hours: ['09:00', '10:00'] } };
    expect(windowState(at('2026-05-12 09:30'), [shanghai, newYork], narrow, calendars.none)).toEqual({
      open: false,
      reason: 'outside_window',
    });
  });

  it('[DEC-8] no zone at all blocks; the address helps where the number tells none', () => {
    const unknown = number('n', 'self_mobile', { zones: [] });
    expect(decideDial({ ...facts({ numbers: [unknown] }), number: unknown }, at('2026-05-12 12:00'))).toMatchObject({
      kind: 'BLOCK',
      reason: 'zone_unknown',
    });
    const withAddress = facts({ numbers: [unknown], case: theCase({ addressZones: [shanghai] }) });
    expect(decideDial({ ...withAddress, number: unknown }, at('2026-05-12 12:00')).kind).toBe('ALLOW');
  });

  it('[DEC-8] number and address both count in us-regf, the number alone in cn', () => {
    expect(candidateZones(['a'], ['b'], us)).toEqual(['a', 'b']);
    expect(candidateZones(['a'], ['a'], us)).toEqual(['a']);
    expect(candidateZones([], ['b'], us)).toEqual(['b']);
    expect(candidateZones(['a'], [], us)).toEqual(['a']);
    expect(candidateZones(['a'], ['b'], cn)).toEqual(['a']);
    expect(candidateZones([], ['b'], cn)).toEqual(['b']);
  });

  it('[DEC-8] Sunday has its own hours in uk', () => {
    const london = 'Europe/London';
    expect(windowState(at('2026-05-17 09:59', london), [london], uk, calendars.UK)).toMatchObject({
      open: false,
      opensAt: at('2026-05-17 10:00', london),
    });
    expect(windowState(at('2026-05-17 17:59', london), [london], uk, calendars.UK)).toMatchObject({
      closesAt: at('2026-05-17 18:00', london),
    });
    expect(windowState(at('2026-05-17 18:00', london), [london], uk, calendars.UK)).toMatchObject({
      opensAt: at('2026-05-18 08:00', london),
    });
    const none: Preset = { ...uk, window: { ...uk.window, sunday: null } };
    expect(windowState(at('2026-05-17 12:00', london), [london], none, calendars.UK)).toMatchObject({
      open: false,
      opensAt: at('2026-05-18 08:00', london),
    });
  });

  it('[DEC-8] holidays close: off for all, ptp_only but for promise calls, on for none', () => {
    const holiday = at('2026-10-03 12:00');
    const back = at('2026-10-08 08:00');
    const closed = { open: false, reason: 'holiday', opensAt: back };
    expect(windowState(holiday, [shanghai], cn, calendars.CN)).toEqual(closed);
    expect(windowState(holiday, [shanghai], cn, calendars.CN, true).open).toBe(true);
    const off: Preset = { ...cn, holidayDialing: 'off' };
    expect(windowState(holiday, [shanghai], off, calendars.CN, true)).toEqual(closed);
    const on: Preset = { ...cn, holidayDialing: 'on' };
    expect(windowState(holiday, [shanghai], on, calendars.CN).open).toBe(true);
    expect(windowState(at('2026-10-03 23:00'), [shanghai], cn, calendars.CN).reason).toBe('outside_window');
  });

  it('[DEC-8] hours across a change of the clock are the hours on the wall', () => {
    const before = windowState(at('2026-03-07 22:00', newYork), [newYork], us, calendars.US);
    expect(before.opensAt).toBe(Date.parse('2026-03-08T12:00:00Z'));
    const night: Preset = { ...us, window: { ...us.window, hours: ['01:30', '05:00'] } };
    const first = Date.parse('2026-11-01T05:45:00Z');
    expect(windowState(first, [newYork], night, calendars.none)).toEqual({
      open: true,
      closesAt: Date.parse('2026-11-01T06:00:00Z'),
    });
    expect(windowState(Date.parse('2026-11-01T06:10:00Z'), [newYork], night, calendars.none)).toEqual({
      open: false,
      reason: 'outside_window',
      opensAt: Date.parse('2026-11-01T06:30:00Z'),
    });
  });

  it('[DEC-8] the demo is open at any hour of any day', () => {
    for (let hour = 0; hour < 24 * 14; hour += 1) {
      const now = at('2026-02-14 00:00') + hour * 3_600_000;
      expect(decideCase(facts({ preset: demo, calendar: calendars.none }), now).next).toBe('mobile');
    }
  });
});

const presetsWithHours = [cn, uk, us] as const;

describe('calling hours as a property', () => {
  const instants = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 11, 31) });
  const someZones = fc.uniqueArray(
    fc.constantFrom(
      shanghai,
      newYork,
      'America/Los_Angeles',
      'Europe/London',
      'America/St_Johns',
      'Australia/Lord_Howe',
    ),
    { minLength: 1, maxLength: 3 },
  );
  const insideAll = (instant: number, zones: readonly string[], preset: Preset): boolean =>
    zones.every((zone) => {
      const local = localDateTime(instant, zone);
      const [start, end] = (local.weekday === 7 ? preset.window.sunday : undefined) ?? preset.window.hours;
      return clockMinutes(start) <= local.minutes && local.minutes < clockMinutes(end);
    });

  it('[DEC-8] open means inside in every zone, and the promised opening is really one', () => {
    fc.assert(
      fc.property(instants, someZones, fc.constantFrom(...presetsWithHours), (instant, zones, preset) => {
        const state = windowState(instant, zones, preset, calendars.none);
        expect(state.open).toBe(insideAll(instant, zones, preset));
        if (state.closesAt !== undefined) {
          expect(state.closesAt).toBeGreaterThan(instant);
          expect(insideAll(state.closesAt - 1, zones, preset)).toBe(true);
          expect(insideAll(state.closesAt, zones, preset)).toBe(false);
        }
        if (state.opensAt !== undefined) {
          expect(state.opensAt).toBeGreaterThan(instant);
          expect(insideAll(state.opensAt, zones, preset)).toBe(true);
          expect(insideAll(state.opensAt - 1, zones, preset)).toBe(false);
        }
      }),
    );
  });

  it('[DEC-8] a decision never allows a call, or its ringing, outside the hours of any candidate zone', () => {
    fc.assert(
      fc.property(instants, someZones, fc.constantFrom(...presetsWithHours), (instant, zones, preset) => {
        const only = number('n', 'self_mobile', { zones });
        const given = facts({ preset, calendar: calendars[preset.calendar], numbers: [only] });
        const decision = decideDial({ ...given, number: only }, instant);
        if (decision.kind === 'ALLOW') {
          expect(decision.dialBy).toBeGreaterThanOrEqual(instant);
          expect(insideAll(instant, zones, preset)).toBe(true);
          expect(insideAll(decision.dialBy + given.ringTimeoutMs - 1, zones, preset)).toBe(true);
        } else if (decision.kind === 'DEFER' && decision.until !== null) {
          expect(decision.until).toBeGreaterThan(instant);
          expect(decideDial({ ...given, number: only }, decision.until).kind).toBe('ALLOW');
        }
      }),
    );
  });
});

describe('dayparts', () => {
  it('[R11] the parts are half-open and the next one starts at its boundary', () => {
    const part = (text: string): number => daypartAt(at(text), shanghai, cn).index;
    expect(
      ['07:59', '08:00', '11:59', '12:00', '17:59', '18:00', '21:59', '22:00'].map((t) => part(`2026-05-12 ${t}`)),
    ).toEqual([-1, 0, 0, 1, 1, 2, 2, 3]);
    expect(nextDaypartStart(at('2026-05-12 09:00'), shanghai, cn)).toBe(at('2026-05-12 12:00'));
    expect(nextDaypartStart(at('2026-05-12 12:00'), shanghai, cn)).toBe(at('2026-05-12 18:00'));
    expect(nextDaypartStart(at('2026-05-12 18:00'), shanghai, cn)).toBe(at('2026-05-13 08:00'));
    expect(nextDaypartStart(at('2026-05-12 23:00'), shanghai, cn)).toBe(at('2026-05-13 08:00'));
    expect(nextDaypartStart(at('2026-05-12 03:00'), shanghai, cn)).toBe(at('2026-05-12 08:00'));
  });

  it('[S13] a tracing case tried in the morning and at midday is offered in the evening only', () => {
    const history = [
      attempt('n', at('2026-05-11 09:00'), 'NO_ANSWER'),
      attempt('n', at('2026-05-12 13:00'), 'NO_ANSWER'),
    ];
    const only = number('n', 'self_mobile');
    const tracing = facts({
      numbers: [only],
      history,
      case: theCase({ caseClass: 'TRACE', roundNumber: 3, lastRoundOn: '2026-05-11', nextFollowUpOn: '2026-05-13' }),
    });
    expect(decideDial({ ...tracing, number: only }, at('2026-05-13 09:00'))).toMatchObject({
      kind: 'DEFER',
      reason: 'outside_window',
      until: at('2026-05-13 18:00'),
    });
    expect(decideDial({ ...tracing, number: only }, at('2026-05-13 18:00')).kind).toBe('ALLOW');
    const other = { ...tracing, case: { ...tracing.case, caseClass: 'NO_ANSWER' as const } };
    expect(decideDial({ ...other, number: only }, at('2026-05-13 09:00')).kind).toBe('ALLOW');
  });

  it('[R11] any three attempts of a tracing case cover all three parts', () => {
    const used = (...times: string[]) =>
      times.map((time, index) => attempt('n', at(`2026-05-1${index} ${time}`), 'NO_ANSWER'));
    const only = number('n', 'self_mobile');
    const decide = (history: ReturnType<typeof used>, now: string) =>
      decideDial(
        {
          ...facts({ numbers: [only], history, case: theCase({ caseClass: 'LOST', roundNumber: 9 }) }),
          number: only,
        },
        at(now),
      ).kind;
    expect(decide(used('09:00'), '2026-05-15 09:00')).toBe('DEFER');
    expect(decide(used('09:00'), '2026-05-15 12:00')).toBe('ALLOW');
    expect(decide(used('09:00', '19:00'), '2026-05-15 19:00')).toBe('DEFER');
    expect(decide(used('09:00', '19:00'), '2026-05-15 13:00')).toBe('ALLOW');
    expect(decide(used('13:00', '09:00', '19:00'), '2026-05-15 13:00')).toBe('ALLOW');
    expect(decide(used('09:00', '09:30'), '2026-05-15 10:00')).toBe('DEFER');
  });
});
