import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { windowState } from '../../src/domain/calling-window.ts';
import { decideDial } from '../../src/domain/dial-decision.ts';
import { presets } from '../../src/domain/presets.ts';
import { checkWrapUp } from '../../src/domain/wrap-up.ts';
import { windowProblems } from '../../src/domain/window-problems.ts';
import { bindsCall, type WindowRule } from '../../src/domain/window-rules.ts';
import { at, facts, number, shanghai, wrapUpFacts } from './given.ts';

const { cn } = presets;
const newYork = 'America/New_York';

const rule = (over: Partial<WindowRule> = {}): WindowRule => ({
  id: 'rule',
  name: 'Rule',
  zones: [],
  classes: [],
  weekdays: [],
  on: 'every',
  calendar: null,
  hours: [{ from: '09:00', to: '18:00' }],
  ...over,
});
const stateAt = (text: string, rules: readonly WindowRule[], zone = shanghai) =>
  windowState(at(text, zone), [zone], cn, calendars.CN, false, rules);

describe('windows besides the law', () => {
  it('[WIN-5] nobody is called outside of them, to the minute, and the next opening is theirs', () => {
    const noon = rule({
      hours: [
        { from: '09:05', to: '12:00' },
        { from: '14:00', to: '18:10' },
      ],
    });
    expect(stateAt('2026-05-12 09:04', [noon])).toEqual({
      open: false,
      reason: 'outside_window',
      opensAt: at('2026-05-12 09:05'),
    });
    expect(stateAt('2026-05-12 09:05', [noon])).toEqual({ open: true, closesAt: at('2026-05-12 12:00') });
    expect(stateAt('2026-05-12 12:00', [noon])).toMatchObject({ open: false, opensAt: at('2026-05-12 14:00') });
    expect(stateAt('2026-05-12 18:09', [noon])).toEqual({ open: true, closesAt: at('2026-05-12 18:10') });
    expect(stateAt('2026-05-12 18:10', [noon])).toMatchObject({ open: false, opensAt: at('2026-05-13 09:05') });
  });

  it('[WIN-5] of several all are kept, and none opens what the law closes', () => {
    const late = rule({ hours: [{ from: '10:00', to: '24:00' }] });
    expect(stateAt('2026-05-12 09:30', [rule(), late]).open).toBe(false);
    expect(stateAt('2026-05-12 10:00', [rule(), late])).toEqual({ open: true, closesAt: at('2026-05-12 18:00') });
    expect(stateAt('2026-05-12 22:00', [late]).open).toBe(false);
    const touching = rule({
      hours: [
        { from: '12:00', to: '18:00' },
        { from: '09:00', to: '12:00' },
      ],
    });
    expect(stateAt('2026-05-12 11:00', [touching])).toEqual({ open: true, closesAt: at('2026-05-12 18:00') });
  });

  it('[WIN-5] by zone, weekday, holiday, make-up workday and another calendar; other days are as they were', () => {
    const weekend = rule({ weekdays: [6, 7], hours: [] });
    expect(stateAt('2026-05-16 10:00', [weekend])).toMatchObject({ open: false, opensAt: at('2026-05-18 08:00') });
    expect(stateAt('2026-05-15 21:00', [weekend]).open).toBe(true);
    const elsewhere = rule({ zones: [newYork], hours: [] });
    expect(stateAt('2026-05-12 10:00', [elsewhere]).open).toBe(true);
    expect(stateAt('2026-05-12 10:00', [elsewhere], newYork).open).toBe(false);
    // 9 May 2026 is a Saturday worked in exchange.
    const makeup = rule({ on: 'makeup_workdays', hours: [{ from: '10:00', to: '12:00' }] });
    expect(stateAt('2026-05-09 09:00', [makeup])).toMatchObject({ open: false, opensAt: at('2026-05-09 10:00') });
    expect(stateAt('2026-05-16 09:00', [makeup]).open).toBe(true);
    const daysOff = rule({ on: 'days_off', hours: [] });
    expect(stateAt('2026-05-09 09:00', [daysOff]).open).toBe(true);
    expect(stateAt('2026-05-16 09:00', [daysOff]).open).toBe(false);
    const working = rule({ on: 'working_days', hours: [{ from: '18:00', to: '20:00' }] });
    expect(stateAt('2026-05-09 09:00', [working]).open).toBe(false);
    expect(stateAt('2026-05-16 09:00', [working]).open).toBe(true);
    const american = rule({ on: 'holidays', calendar: calendars.US, hours: [] });
    expect(stateAt('2026-07-03 10:00', [american]).open).toBe(false);
    expect(stateAt('2026-07-06 10:00', [american]).open).toBe(true);
    const own = rule({ on: 'holidays', hours: [] });
    expect(stateAt('2026-07-03 10:00', [own]).open).toBe(true);
  });

  it('[WIN-5] by number class, in the decision and where a callback is agreed', () => {
    const work = rule({ classes: ['work'], hours: [{ from: '10:00', to: '11:00' }] });
    const decide = (numberClass: 'work' | 'self_mobile') => {
      const only = number('n', numberClass);
      return decideDial({ ...facts({ numbers: [only], windowRules: [work] }), number: only }, at('2026-05-12 09:00'));
    };
    expect(decide('self_mobile').kind).toBe('ALLOW');
    expect(decide('work')).toMatchObject({ kind: 'DEFER', reason: 'outside_window', until: at('2026-05-12 10:00') });
    const agreed = (rules: readonly WindowRule[]) =>
      checkWrapUp(
        {
          ...{ code: 'CALLBACK', party: 'RPC', nextFollowUpOn: null, promise: null, fundDate: null, newNumber: null },
          ...{ callbackAt: at('2026-05-13 09:00'), note: '', suspect: null, clues: null },
        },
        wrapUpFacts({ now: at('2026-05-12 10:00'), contactAt: at('2026-05-12 10:00'), windowRules: rules }),
      );
    expect(agreed([]).ok).toBe(true);
    expect(agreed([rule({ hours: [{ from: '10:00', to: '11:00' }] })])).toMatchObject({
      ok: false,
      problems: [{ field: 'callbackAt', key: 'outside_hours' }],
    });
  });

  it('[WIN-5] a preset, a campaign and a client have windows of their own', () => {
    const call = { preset: 'cn', campaignId: 'one', clientId: 'bank' };
    const everybody = { preset: null, campaignId: null, clientId: null };
    expect(bindsCall(everybody, call)).toBe(true);
    expect(bindsCall({ preset: 'cn', campaignId: 'one', clientId: 'bank' }, call)).toBe(true);
    expect(bindsCall({ ...everybody, preset: 'uk' }, call)).toBe(false);
    expect(bindsCall({ ...everybody, campaignId: 'two' }, call)).toBe(false);
    expect(bindsCall({ ...everybody, clientId: 'other' }, call)).toBe(false);
  });

  it('[WIN-5] under any windows a call is allowed only where the law alone allows it', () => {
    const minutes = fc.integer({ min: 0, max: 1440 });
    const clock = (n: number): string =>
      `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
    const someHours = fc
      .tuple(minutes, minutes)
      .map(([a, b]) => ({ from: clock(Math.min(a, b)), to: clock(Math.max(a, b)) }));
    const someRules = fc.array(
      fc.record({
        hours: fc.array(someHours, { maxLength: 2 }),
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
        on: fc.constantFrom('every' as const, 'days_off' as const, 'holidays' as const),
      }),
      { maxLength: 3 },
    );
    const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 20) });
    fc.assert(
      fc.property(instants, someRules, (instant, rules) => {
        const given = rules.map((each) => rule(each));
        const state = windowState(instant, [newYork], cn, calendars.CN, false, given);
        const law = windowState(instant, [newYork], cn, calendars.CN);
        if (state.open) expect(law.open).toBe(true);
        if (state.opensAt !== undefined) {
          expect(windowState(state.opensAt, [newYork], cn, calendars.CN, false, given).open).toBe(true);
        }
        if (state.closesAt !== undefined) {
          expect(windowState(state.closesAt, [newYork], cn, calendars.CN, false, given).open).toBe(false);
        }
      }),
    );
  });

  it('[WIN-4] empty and overlapping hours and those that a change of the clock removes are refused by their place', () => {
    const given = { law: presets.demo, zones: [newYork], now: at('2026-11-24 10:00') };
    const kinds = (hours: WindowRule['hours'], over: Partial<typeof given> = {}) =>
      windowProblems({ hours, weekdays: [] }, { ...given, ...over }).map(({ field, kind }) => [field, kind]);
    expect(kinds([{ from: '09:00', to: '09:00' }])).toEqual([['hours.0', 'empty']]);
    expect(
      kinds([
        { from: '09:00', to: '12:00' },
        { from: '11:59', to: '13:00' },
      ]),
    ).toEqual([['hours.1', 'overlaps']]);
    expect(
      kinds([
        { from: '09:00', to: '12:00' },
        { from: '12:00', to: '13:00' },
      ]),
    ).toEqual([]);
    expect(windowProblems({ hours: [{ from: '02:00', to: '03:00' }], weekdays: [] }, given)).toEqual([
      {
        ...{ field: 'hours.0', kind: 'removed_by_clock', zone: newYork },
        ...{ on: '2027-03-14', from: '02:00', to: '03:00' },
      },
    ]);
    expect(kinds([{ from: '02:00', to: '03:01' }])).toEqual([]);
    expect(kinds([{ from: '01:59', to: '03:00' }])).toEqual([]);
    expect(kinds([{ from: '02:00', to: '03:00' }], { zones: [shanghai] })).toEqual([]);
  });

  it('[WIN-5] hours beyond those of the law are refused by their place', () => {
    const given = { law: presets.uk, zones: [], now: 0 };
    const fields = (from: string, to: string, weekdays: number[] = []) =>
      windowProblems({ hours: [{ from, to }], weekdays }, given).map(({ field, kind }) => `${field} ${kind}`);
    const [open, close] = presets.uk.window.hours;
    expect(fields(open, close)).toEqual([]);
    expect(fields('00:00', close)).toEqual(['hours.0 beyond_law']);
    expect(fields(open, '24:00')).toEqual(['hours.0 beyond_law']);
    const [, sundayEnd] = presets.uk.window.sunday ?? ['', ''];
    expect(fields('10:00', close, [7])).toEqual(close > sundayEnd ? ['hours.0 beyond_law'] : []);
  });
});
