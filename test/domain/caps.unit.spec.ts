import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { decideCase, decideDial } from '../../src/domain/dial-decision.ts';
import type { AttemptResult, CaseDialFacts, PastAttempt } from '../../src/domain/dial-facts.ts';
import { historyDaysNeeded } from '../../src/domain/preset.ts';
import { presets } from '../../src/domain/presets.ts';
import { retryAfter } from '../../src/domain/retry.ts';
import { countsAsAttempt, isTurnDone } from '../../src/domain/round.ts';
import { systemResults } from '../../src/domain/vocabulary.ts';
import { aDay, at, attempt, facts, number, shanghai, theCase } from './given.ts';

const mobile = number('mobile', 'self_mobile');
const newYork = 'America/New_York';
const ny = (text: string): number => at(text, newYork);
const usMobile = number('mobile', 'self_mobile', { zones: [newYork] });
const { cn, uk, demo } = presets;
const us = presets['us-regf'];

/** In round 9, so that earlier attempts say nothing about the round. */
const decide = (history: readonly PastAttempt[], now: number, over: Partial<CaseDialFacts> = {}) => {
  const given = facts({ numbers: [mobile], history, case: theCase({ roundNumber: 9 }), ...over });
  return decideDial({ ...given, number: given.numbers[0] ?? mobile }, now);
};
const asUs = { preset: us, calendar: calendars.US, businessZone: newYork, numbers: [usMobile] };

describe('caps on attempts', () => {
  it('[DEC-9] cn: six attempts on one number a day, the seventh waits for the next day', () => {
    const tries = (count: number) =>
      Array.from({ length: count }, (_, index) => attempt('mobile', at(`${aDay} 08:0${index}`), 'HANGUP'));
    expect(decide(tries(5), at(`${aDay} 20:00`)).kind).toBe('ALLOW');
    expect(decide(tries(6), at(`${aDay} 20:00`))).toMatchObject({
      kind: 'DEFER',
      reason: 'cap_number_day',
      until: at('2026-05-13 08:00'),
    });
    expect(decide(tries(6), at('2026-05-13 08:00')).kind).toBe('ALLOW');
    const failed = [...tries(5), attempt('mobile', at(`${aDay} 09:00`), 'FAILED')];
    expect(decide(failed, at(`${aDay} 20:00`)).kind).toBe('ALLOW');
    const other = tries(6).map((entry) => ({ ...entry, lineId: 'line-other' }));
    expect(decide(other, at(`${aDay} 20:00`)).kind).toBe('ALLOW');
    const linked = tries(6).map((entry) => ({ ...entry, caseId: 'linked' }));
    expect(decide(linked, at(`${aDay} 20:00`))).toMatchObject({ reason: 'cap_number_day' });
  });

  it('[DEC-9] us: two attempts on a person a day over all numbers and linked cases', () => {
    const tries = [
      attempt('work', ny('2026-05-12 09:00'), 'NO_ANSWER', { caseId: 'linked' }),
      attempt('home', ny('2026-05-12 09:30'), 'NO_ANSWER'),
    ];
    expect(decide(tries, ny('2026-05-12 20:00'), asUs)).toMatchObject({
      kind: 'DEFER',
      reason: 'cap_person_day',
      until: ny('2026-05-13 08:00'),
    });
    expect(decide(tries.slice(1), ny('2026-05-12 20:00'), asUs).kind).toBe('ALLOW');
  });

  it('[DEC-9] us: seven calls in seven days about one debt, today and six days back', () => {
    const calls = (count: number, over: Partial<PastAttempt> = {}) =>
      Array.from({ length: count }, (_, index) =>
        attempt('mobile', ny(`2026-05-${String(12 + (index % 4)).padStart(2, '0')} 09:0${index}`), 'NO_ANSWER', {
          ...over,
        }),
      );
    const now = ny('2026-05-18 10:00');
    expect(decide(calls(6), now, asUs).kind).toBe('ALLOW');
    const full = decide(calls(7), now, asUs);
    expect(full).toMatchObject({ kind: 'DEFER', reason: 'cap_debt_window', until: ny('2026-05-19 08:00') });
    expect(decide(calls(7), ny('2026-05-19 08:00'), asUs).kind).toBe('ALLOW');
    expect(decide(calls(7, { caseId: 'linked' }), now, asUs).kind).toBe('ALLOW');
    expect(decide(calls(7, { consented: true }), now, asUs).kind).toBe('ALLOW');
    for (const result of ['BUSY', 'FAILED', 'VACANT', 'MALFORMED'] as const) {
      const excluded = [...calls(6), attempt('other', ny('2026-05-13 12:00'), result)];
      expect(decide(excluded, now, asUs).kind, result).toBe('ALLOW');
    }
    const late = ['09:00', '15:00'].map((time) => attempt('mobile', ny(`2026-05-16 ${time}`), 'NO_ANSWER'));
    expect(decide([...calls(7).slice(1), ...late], now, asUs)).toMatchObject({ until: ny('2026-05-20 08:00') });
  });

  it('[DEC-9] cn: three talks with the debtor a day, over all numbers', () => {
    const talks = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        attempt(`n${index}`, at(`${aDay} 1${index}:00`), 'HANGUP', { party: 'RPC' }),
      );
    expect(decide(talks(2), at(`${aDay} 20:00`)).kind).toBe('ALLOW');
    expect(decide(talks(3), at(`${aDay} 20:00`))).toMatchObject({
      kind: 'DEFER',
      reason: 'cap_talks_day',
      until: at('2026-05-13 08:00'),
    });
  });

  it('[DEC-9] us: quiet for seven days after a talk, the day of the talk being the first', () => {
    const talk = [attempt('home', ny('2026-05-12 20:59'), 'REFUSE', { party: 'RPC' })];
    expect(decide(talk, ny('2026-05-18 20:00'), asUs)).toMatchObject({
      kind: 'DEFER',
      reason: 'quiet_after_talk',
      until: ny('2026-05-19 08:00'),
    });
    expect(decide(talk, ny('2026-05-19 08:00'), asUs).kind).toBe('ALLOW');
    const linked = talk.map((entry) => ({ ...entry, caseId: 'linked' }));
    expect(decide(linked, ny('2026-05-18 20:00'), asUs).kind).toBe('ALLOW');
  });

  it('[DEC-9] the redial gap: per line in cn, per person in us, uk and the demo', () => {
    const hangup = (id: string, when: number) => [attempt(id, when, 'HANGUP', { endedAt: when + 60_000 })];
    const start = at(`${aDay} 09:00`);
    expect(decide(hangup('mobile', start), start + 30 * 60_000)).toMatchObject({
      kind: 'DEFER',
      reason: 'redial_gap',
      until: start + 31 * 60_000,
    });
    expect(decide(hangup('mobile', start), start + 31 * 60_000).kind).toBe('ALLOW');
    expect(decide(hangup('work', start), start + 120_000).kind).toBe('ALLOW');
    const usStart = ny('2026-05-12 09:00');
    expect(decide(hangup('work', usStart), ny('2026-05-12 13:00'), asUs)).toMatchObject({
      reason: 'redial_gap',
      until: ny('2026-05-12 13:01'),
    });
    const asDemo = { preset: demo, calendar: calendars.none };
    expect(decide(hangup('work', start), start + 119_999, asDemo)).toMatchObject({ until: start + 120_000 });
    expect(decide(hangup('work', start), start + 120_000, asDemo).kind).toBe('ALLOW');
  });

  it('[DEC-9] uk: two attempts on a person a day and seven a week', () => {
    const london = 'Europe/London';
    const given = {
      preset: uk,
      calendar: calendars.UK,
      businessZone: london,
      numbers: [number('mobile', 'self_mobile', { zones: [london] })],
    };
    const tries = (count: number, day: string) =>
      Array.from({ length: count }, (_, index) => attempt('mobile', at(`${day} 0${8 + index}:00`, london), 'HANGUP'));
    expect(decide(tries(2, '2026-05-12'), at('2026-05-12 20:00', london), given)).toMatchObject({
      reason: 'cap_person_day',
    });
    const week = ['2026-05-12', '2026-05-13', '2026-05-14'].flatMap((day) => tries(2, day));
    const seven = [...week, ...tries(1, '2026-05-15')];
    expect(decide(week, at('2026-05-16 12:00', london), given).kind).toBe('ALLOW');
    expect(decide(seven, at('2026-05-16 12:00', london), given)).toMatchObject({ reason: 'cap_debt_window' });
  });

  it('[DEC-9] a preset says how far back its history goes', () => {
    expect(historyDaysNeeded(us)).toBeGreaterThanOrEqual(8);
    expect(historyDaysNeeded(cn)).toBeGreaterThanOrEqual(3);
  });
});

describe('retries after a system result', () => {
  const start = at(`${aDay} 09:00`);
  const after = (result: AttemptResult, ...before: AttemptResult[]) =>
    retryAfter(
      [...before, result].map((each) => attempt('mobile', start, each)),
      shanghai,
      cn,
    );
  const minutes = (count: number): number => start + count * 60_000;

  it('[RET-1] no answer and its like wait for the next daypart', () => {
    for (const result of [
      'NO_ANSWER',
      'REJECTED',
      'POWERED_OFF',
      'OUT_OF_COVERAGE',
      'MACHINE',
      'FAX',
      'VACANT',
    ] as const) {
      expect(after(result), result).toEqual({ notBefore: at(`${aDay} 12:00`), detail: 'next_daypart' });
    }
    expect(decide([attempt('mobile', start, 'NO_ANSWER')], at(`${aDay} 11:59`))).toMatchObject({
      reason: 'redial_gap',
      until: at(`${aDay} 12:00`),
    });
    expect(decide([attempt('mobile', start, 'NO_ANSWER')], at(`${aDay} 12:00`)).kind).toBe('ALLOW');
  });

  it('[RET-1] a wrong party or a vacant number is not heard twice in one daypart', () => {
    for (const code of ['NSP', 'RESIGNED', 'MOVED', 'VACANT_AG', 'VM'] as const) {
      expect(after(code)?.detail, code).toBe('next_daypart');
    }
    expect(after('NEG')).toBeNull();
    expect(after('HANGUP')).toBeNull();
  });

  it('[RET-2] busy is tried again after 30 minutes, two extra times, then in the next daypart', () => {
    expect(after('BUSY')).toEqual({ notBefore: minutes(30), detail: 'busy_retry' });
    expect(after('BUSY', 'BUSY')).toEqual({ notBefore: minutes(30), detail: 'busy_retry' });
    expect(after('BUSY', 'BUSY', 'BUSY')).toEqual({ notBefore: at(`${aDay} 12:00`), detail: 'next_daypart' });
    const turn = (...results: AttemptResult[]) =>
      isTurnDone(
        results.map((each) => attempt('m', start, each)),
        cn,
      );
    expect([turn(), turn('BUSY'), turn('BUSY', 'BUSY'), turn('BUSY', 'BUSY', 'BUSY')]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('[RET-3] congestion is tried again after 10 minutes, three times, and counts for no cap', () => {
    expect(after('CONGESTION')).toEqual({ notBefore: minutes(10), detail: 'congestion_retry' });
    expect(after('FAILED', 'CONGESTION', 'FAILED')).toEqual({ notBefore: minutes(10), detail: 'congestion_retry' });
    expect(after('FAILED', 'FAILED', 'FAILED', 'FAILED')?.detail).toBe('next_daypart');
    expect(decide([attempt('mobile', start, 'CONGESTION')], minutes(10)).kind).toBe('ALLOW');
    expect(decide([attempt('mobile', start, 'CONGESTION')], minutes(10) - 1)).toMatchObject({ reason: 'redial_gap' });
  });

  it('[RET-4] suspended waits a day; an abandoned person a day in cn, and comes back with an agent reserved', () => {
    expect(after('SUSPENDED')).toEqual({ notBefore: at('2026-05-13 00:00'), detail: 'next_day' });
    expect(after('ABANDONED')).toEqual({ notBefore: at('2026-05-13 00:00'), detail: 'after_abandoned' });
    const abandoned = [attempt('mobile', start, 'ABANDONED', { party: 'unknown' })];
    expect(decide(abandoned, at(`${aDay} 20:00`))).toMatchObject({ kind: 'DEFER', until: at('2026-05-13 08:00') });
    expect(decide(abandoned, at('2026-05-13 08:00'))).toMatchObject({ kind: 'ALLOW', agentReserved: true });
    expect(decide(abandoned, at('2026-05-15 09:00'))).toMatchObject({ agentReserved: false });
    expect(retryAfter(abandoned, shanghai, uk)).toBeNull();
    expect(decide([attempt('mobile', start, 'AGENT_LOST', { party: 'RPC' })], minutes(40))).toMatchObject({
      kind: 'ALLOW',
      agentReserved: true,
    });
  });

  it('[RET-5] what counts as an attempt is what the catalogue says', () => {
    const uncounted = systemResults.filter((result) => !countsAsAttempt(result));
    expect(uncounted).toEqual(['MALFORMED', 'CONGESTION', 'FAILED', 'CARRIER_BLOCKED', 'SUPPRESSED']);
    expect(countsAsAttempt(null)).toBe(true);
    expect(countsAsAttempt('ABANDONED')).toBe(true);
  });

  it('[RET-5] canceled, suppressed and agent-lost calls leave the number its turn', () => {
    for (const result of ['CANCELED', 'SUPPRESSED', 'AGENT_LOST'] as const) {
      expect(isTurnDone([attempt('mobile', start, result)], cn), result).toBe(false);
    }
    expect(isTurnDone([attempt('mobile', start, null)], cn)).toBe(false);
    const history = [attempt('mobile', start, 'CANCELED', { roundNumber: 1 })];
    const numbers = [mobile, number('home', 'home')];
    expect(decideCase(facts({ numbers, history }), minutes(30)).next).toBe('mobile');
  });
});
