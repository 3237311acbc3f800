import { describe, expect, it } from 'vitest';
import { callbackAfterCall, callbackAudience } from '../../src/domain/callback.ts';
import { factsWhenAgreed, lawfulTime } from '../../src/domain/lawful-time.ts';
import { aDay, at, attempt, facts, number, theCase } from './given.ts';

const dueAt = 1_000_000;
const graceMs = 60_000;

describe('a promised call', () => {
  it.each([
    ['owner', true, 0, 'owner'],
    ['owner', true, graceMs - 1, 'owner'],
    ['owner', true, graceMs, 'team'],
    ['owner', true, 2 * graceMs - 1, 'team'],
    ['owner', true, 2 * graceMs, 'all'],
    ['team', true, 0, 'team'],
    ['team', true, graceMs, 'all'],
    ['owner', false, 0, 'all'],
  ] as const)('[CBK-3] for the %s, owned %s, after %i ms: %s', (forWhom, owned, late, among) => {
    expect(callbackAudience({ forWhom, owned, dueAt }, dueAt + late, graceMs)).toBe(among);
  });

  it('[CBK-5] is kept by a talk once it is written up, and by ringing; what never rang stands', () => {
    const call = { connected: false, wrappedUp: false, systemResult: null };
    expect(callbackAfterCall({ ...call, connected: true })).toBe('wait');
    expect(callbackAfterCall({ ...call, connected: true, wrappedUp: true })).toBe('talked');
    expect(callbackAfterCall({ ...call, systemResult: 'NO_ANSWER' })).toBe('unanswered');
    expect(callbackAfterCall({ ...call, systemResult: 'SUPPRESSED' })).toBe('again');
  });

  it('[CBK-2] a time at which nobody may be rung names the next one; what happens to the case until then does not count', () => {
    const own = number('own', 'self_mobile');
    const talk = attempt('own', at(`${aDay} 10:00`), null, { party: 'unknown' });
    const given = facts({ numbers: [own], history: [talk] });
    const agreed = (when: string) => {
      const call = { attemptId: talk.attemptId, numberId: 'own', code: 'CALLBACK', party: 'RPC' } as const;
      return lawfulTime(factsWhenAgreed(given, call, at(when)), 'own', at(when));
    };
    expect(agreed(`2026-05-13 10:00`)).toEqual({ lawful: true });
    expect(agreed(`2026-05-13 03:00`)).toEqual({
      lawful: false,
      reason: 'outside_window',
      next: at('2026-05-13 08:00'),
    });
  });

  it('[CBK-2] the law of the hour, the calls made and other numbers are told apart from what may change until then', () => {
    const own = number('own', 'self_mobile');
    const other = number('other', 'home');
    const asked = (over: Parameters<typeof facts>[0], when: string, id = 'own') =>
      lawfulTime(facts({ numbers: [own, other], ...over }), id, at(when));
    expect(asked({}, `${aDay} 10:00`)).toEqual({ lawful: true });
    // Not of the law of time: a stop may be lifted, a number that is not the case's is nobody's.
    expect(asked({ case: theCase({ stops: ['complaint'] }) }, `${aDay} 10:00`)).toEqual({ lawful: true });
    expect(asked({}, `${aDay} 03:00`, 'none')).toEqual({ lawful: true });
    expect(asked({}, `${aDay} 23:00`)).toEqual({
      ...{ lawful: false, reason: 'outside_window' },
      next: at('2026-05-13 08:00'),
    });
    // A zone that nobody knows never opens.
    const nowhere = { numbers: [number('own', 'self_mobile', { zones: [] })] };
    expect(asked(nowhere, `${aDay} 10:00`)).toEqual({ lawful: false, reason: 'zone_unknown', next: null });
  });

  it('[CBK-2] the agreeing call counts as it will be written up, for its own number alone', () => {
    const own = number('own', 'self_mobile', { liveAttemptId: 'live' });
    const other = number('other', 'home', { holdUntil: at(`${aDay} 12:00`) });
    const before = attempt('other', at(`${aDay} 08:30`), 'NO_ANSWER');
    const live = attempt('own', at(`${aDay} 10:00`), null, { attemptId: 'live' });
    const given = facts({ numbers: [own, other], history: [before, live], liveAttemptId: 'live' });
    const when = at('2026-05-13 10:00');
    const agreed = (party: 'RPC' | 'TPC') =>
      factsWhenAgreed(given, { attemptId: 'live', numberId: 'own', code: 'CALLBACK', party }, when);
    expect(agreed('RPC').numbers.map(({ holdUntil, liveAttemptId }) => [holdUntil, liveAttemptId])).toEqual([
      [when, null],
      [at(`${aDay} 12:00`), null],
    ]);
    expect(agreed('RPC').history).toEqual([
      before,
      { ...live, result: 'CALLBACK', party: 'RPC', talk: true, answered: true },
    ]);
    expect(agreed('TPC').history[1]).toMatchObject({ party: 'TPC', talk: false, answered: true });
    expect(agreed('RPC').case).toMatchObject({ callbackAt: when, nextFollowUpOn: null, promise: null });
    expect(agreed('RPC').liveAttemptId).toBeNull();
  });
});
