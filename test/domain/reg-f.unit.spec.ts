import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { decideDial } from '../../src/domain/dial-decision.ts';
import type { CaseDialFacts, CaseFacts, PastAttempt } from '../../src/domain/dial-facts.ts';
import { consentCovers } from '../../src/domain/direct-consent.ts';
import { overlaysOf, withOverlays } from '../../src/domain/overlays.ts';
import { presets } from '../../src/domain/presets.ts';
import { addDays, daysBetween, localDate } from '../../src/domain/zoned-time.ts';
import { at, attempt, facts, number, theCase } from './given.ts';

const zone = 'America/New_York';
const ny = (text: string): number => at(text, zone);
const us = presets['us-regf'];
const { uk } = presets;
const mobile = number('mobile', 'self_mobile', { zones: [zone] });
const work = number('work', 'work', { zones: [zone] });

/** In round 9, so that earlier attempts say nothing about the round. */
const usFacts = (history: readonly PastAttempt[], over: Partial<CaseDialFacts> = {}): CaseDialFacts =>
  facts({
    preset: us,
    calendar: calendars.US,
    businessZone: zone,
    numbers: [mobile, work],
    history,
    case: theCase({ roundNumber: 9 }),
    ...over,
  });
const decide = (given: CaseDialFacts, now: string, which = mobile) => decideDial({ ...given, number: which }, ny(now));
const consented = (consentOn: string, over: Partial<CaseFacts> = {}) => theCase({ roundNumber: 9, consentOn, ...over });

describe('Regulation F and the law of the place', () => {
  it('[DEC-9] direct consent carries seven days, the day it is given being the first', () => {
    expect(consentCovers('2026-05-12', '2026-05-11')).toBe(false);
    expect(consentCovers('2026-05-12', '2026-05-12')).toBe(true);
    expect(consentCovers('2026-05-12', '2026-05-18')).toBe(true);
    expect(consentCovers('2026-05-12', '2026-05-19')).toBe(false);
    expect(consentCovers(null, '2026-05-12')).toBe(false);
  });

  it('[DEC-9] consent lifts seven-in-seven and the quiet period, not the daily cap', () => {
    const talk = attempt('mobile', ny('2026-05-12 10:00'), 'NEG', { party: 'RPC' });
    expect(decide(usFacts([talk]), '2026-05-14 10:00')).toMatchObject({ reason: 'quiet_after_talk' });
    const agreed = usFacts([talk], { case: consented('2026-05-12') });
    expect(decide(agreed, '2026-05-14 10:00').kind).toBe('ALLOW');
    expect(decide(agreed, '2026-05-18 10:00').kind).toBe('ALLOW');
    const old = usFacts([{ ...talk, at: ny('2026-05-15 10:00') }], { case: consented('2026-05-12') });
    expect(decide(old, '2026-05-19 10:00')).toMatchObject({ reason: 'quiet_after_talk' });
    const seven = Array.from({ length: 7 }, (_, index) =>
      attempt('home', ny(`2026-05-1${2 + Math.floor(index / 2)} 1${index % 2}:00`), 'HANGUP'),
    );
    expect(decide(usFacts(seven), '2026-05-16 12:00')).toMatchObject({ reason: 'cap_debt_window' });
    expect(decide(usFacts(seven, { case: consented('2026-05-13') }), '2026-05-16 12:00').kind).toBe('ALLOW');
    const twice = ['09:00', '14:00'].map((time) => attempt('home', ny(`2026-05-16 ${time}`), 'HANGUP'));
    expect(decide(usFacts(twice, { case: consented('2026-05-16') }), '2026-05-16 20:00')).toMatchObject({
      reason: 'cap_person_day',
    });
  });

  it('[DEC-9] a talk begun by the person starts the quiet period and is no call of ours', () => {
    const inbound = attempt('mobile', ny('2026-05-12 10:00'), 'NEG', { party: 'RPC', inbound: true });
    expect(decide(usFacts([inbound]), '2026-05-18 20:00')).toMatchObject({
      reason: 'quiet_after_talk',
      until: ny('2026-05-19 08:00'),
    });
    expect(decide(usFacts([inbound]), '2026-05-19 08:00').kind).toBe('ALLOW');
    const asked = [0, 1, 2].map((hour) =>
      attempt('mobile', ny(`2026-05-12 1${hour}:00`), 'HANGUP', { inbound: true, party: 'unknown' }),
    );
    expect(decide(usFacts(asked), '2026-05-12 12:30').kind).toBe('ALLOW');
    const weeks = Array.from({ length: 9 }, (_, index) => ({ ...asked[0], attemptId: `in-${index}` }) as PastAttempt);
    expect(decide(usFacts(weeks), '2026-05-13 09:00').kind).toBe('ALLOW');
  });

  it('[R10] us: the reminder and the due-day calls are made with direct consent only', () => {
    const promise = { promisedOn: '2026-05-11', dueOn: '2026-05-14' };
    const given = (consentOn: string | null) =>
      usFacts([], { case: theCase({ caseClass: 'PTP', roundNumber: 9, promise, consentOn }) });
    for (const day of ['2026-05-13', '2026-05-14']) {
      expect(decide(given('2026-05-11'), `${day} 09:00`), day).toMatchObject({ kind: 'ALLOW', agentReserved: true });
      expect(decide(given(null), `${day} 09:00`), day).toMatchObject({
        reason: 'ptp_hold',
        until: ny('2026-05-15 08:00'),
      });
    }
    expect(decide(given('2026-05-07'), '2026-05-13 09:00').kind).toBe('ALLOW');
    expect(decide(given('2026-05-07'), '2026-05-14 09:00')).toMatchObject({ reason: 'ptp_hold' });
  });

  it('[DEC-9] uk: seven a week to the person, linked cases together', () => {
    const london = 'Europe/London';
    const days = ['2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15'];
    const tries = days.flatMap((day, index) =>
      ['08:00', '10:00'].map((time) =>
        attempt('mobile', at(`${day} ${time}`, london), 'HANGUP', { caseId: index < 2 ? 'linked' : 'case' }),
      ),
    );
    const asUk = (history: readonly PastAttempt[]) =>
      usFacts(history, {
        preset: uk,
        calendar: calendars.UK,
        businessZone: london,
        numbers: [{ ...mobile, zones: [london] }],
      });
    const now = at('2026-05-16 12:00', london);
    const dial = (history: readonly PastAttempt[]) =>
      decideDial({ ...asUk(history), number: { ...mobile, zones: [london] } }, now);
    expect(dial(tries.slice(0, 6)).kind).toBe('ALLOW');
    expect(dial(tries.slice(0, 7))).toMatchObject({ reason: 'cap_debt_window', until: at('2026-05-19 08:00', london) });
  });

  it('[PRE-4] whose local law holds is told by the address', () => {
    expect(overlaysOf({ state: 'MA', city: null })).toEqual(['MA']);
    expect(overlaysOf({ state: 'WA', city: 'Seattle' })).toEqual(['WA']);
    expect(overlaysOf({ state: 'NY', city: ' Brooklyn ' })).toEqual(['NYC']);
    expect(overlaysOf({ state: 'NY', city: 'Albany' })).toEqual([]);
    expect(overlaysOf({ state: 'NJ', city: 'New York' })).toEqual([]);
    expect(overlaysOf({ state: null, city: null })).toEqual([]);
  });

  it('[PRE-4] local law is added to the preset that names it, from its day on, and never loosens', () => {
    const today = '2026-09-01';
    expect(withOverlays(presets.cn, ['MA', 'WA', 'NYC'], today)).toEqual(presets.cn);
    expect(withOverlays(us, ['NYC'], '2026-08-31')).toEqual(us);
    expect(withOverlays(us, ['NYC'], today).caps.callWindows).toHaveLength(2);
    // 7:30 of Washington is earlier than 8:00 of the nation.
    expect(withOverlays(us, ['WA'], today).window.hours).toEqual(['08:00', '21:00']);
    const late = { ...us, window: { ...us.window, hours: ['06:00', '22:00'] as const } };
    expect(withOverlays(late, ['WA'], today).window.hours).toEqual(['07:30', '21:00']);
  });

  it.each([
    ['MA', 2, mobile, 'NO_ANSWER', '2026-05-15 12:00', '2026-05-19 08:00'],
    ['WA', 3, mobile, 'NO_ANSWER', '2026-05-15 12:00', '2026-05-19 08:00'],
    ['NYC', 3, mobile, 'NO_ANSWER', '2026-05-15 12:00', '2026-05-19 08:00'],
    ['WA', 1, work, 'NO_ANSWER', '2026-05-15 12:00', '2026-05-19 08:00'],
    ['MA', 2, work, 'NO_ANSWER', '2026-06-09 12:00', '2026-06-11 08:00'],
  ] as const)('[DEC-9] %s: %i calls in its window on this number and no more', (name, most, to, result, now, until) => {
    const preset = withOverlays(us, [name], '2026-09-01');
    const calls = (count: number) =>
      Array.from({ length: count }, (_, index) => attempt(to.id, ny(`2026-05-1${2 + index} 09:00`), result));
    const given = (count: number) => usFacts(calls(count), { preset, mode: 'manual' });
    expect(decide(given(most - 1), now, to).kind).toBe('ALLOW');
    expect(decide(given(most), now, to)).toMatchObject({ kind: 'DEFER', reason: 'cap_debt_window', until: ny(until) });
  });

  it('[DEC-9] no run of allowed calls ever holds more than seven in seven days about one debt', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5, maxLength: 40 }), (gapsHours) => {
        const made: PastAttempt[] = [];
        let now = ny('2026-05-04 08:00');
        for (const gap of gapsHours) {
          now += gap * 3_600_000;
          const decision = decideDial({ ...usFacts(made, { mode: 'manual' }), number: mobile }, now);
          if (decision.kind === 'ALLOW') made.push(attempt('mobile', now, 'HANGUP', { roundNumber: 9 }));
        }
        for (const { at: instant } of made) {
          const last = localDate(instant, zone);
          const within = made.filter((each) => {
            const day = localDate(each.at, zone);
            return daysBetween(day, last) >= 0 && daysBetween(day, last) < 7;
          });
          expect(within.length).toBeLessThanOrEqual(7);
          expect(within.filter((each) => localDate(each.at, zone) === last).length).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[DEC-9] after a talk nothing is allowed before the day D+7, whatever the hour of the talk', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 12 * 24 }), (minute, hours) => {
        const talked = ny('2026-05-12 00:00') + minute * 60_000;
        const now = talked + hours * 3_600_000;
        const decision = decideDial(
          { ...usFacts([attempt('home', talked, 'NEG', { party: 'RPC' })], { mode: 'manual' }), number: mobile },
          now,
        );
        if (decision.kind === 'ALLOW') expect(localDate(now, zone) >= addDays('2026-05-12', 7)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});
