import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import type { AttemptResult, NumberFacts, PastAttempt } from '../../src/domain/dial-facts.ts';
import { presets } from '../../src/domain/presets.ts';
import { promisePhase, reminderOn } from '../../src/domain/promise-calls.ts';
import { keptRate } from '../../src/domain/promise-standing.ts';
import { needsReservedAgent, retryAfter } from '../../src/domain/retry.ts';
import { isTurnDone, roundState } from '../../src/domain/round.ts';
import { aDay, at, attempt, number, shanghai } from './given.ts';

const { cn } = presets;
const us = presets['us-regf'];
const start = at(`${aDay} 09:00`);
const minutes = (count: number): number => start + count * 60_000;
const tries = (...results: (AttemptResult | null)[]) =>
  results.map((result, index) => attempt('a', minutes(index), result));
const numbers = [number('a', 'self_mobile'), number('b', 'home')];

describe('retries of a line', () => {
  const after = (history: readonly PastAttempt[]) => retryAfter(history, shanghai, cn);

  it('[RET-2] a retry runs from the end of the call, and where that is not known from its beginning', () => {
    const busy = attempt('a', start, 'BUSY', { endedAt: minutes(2) });
    expect(after([busy])?.notBefore).toBe(minutes(32));
    expect(after([{ ...busy, endedAt: null }])?.notBefore).toBe(minutes(30));
    expect(after([])).toBeNull();
    expect(after(tries('BUSY', null))).toBeNull();
  });

  it('[RET-2] only busy calls of the case and round use up the extra tries', () => {
    const last = attempt('a', minutes(9), 'BUSY');
    const before = (over: Partial<PastAttempt>) => [0, 1, 2].map((index) => attempt('a', minutes(index), 'BUSY', over));
    expect(after([...before({}), last])?.detail).toBe('next_daypart');
    expect(after([...before({ caseId: 'linked' }), last])?.detail).toBe('busy_retry');
    expect(after([...before({ roundNumber: 0 }), last])?.detail).toBe('busy_retry');
    expect(after([...before({ result: 'NO_ANSWER' }), last])?.detail).toBe('busy_retry');
  });

  it('[RET-3] only failed calls of the case and round use up the tries after congestion', () => {
    const last = attempt('a', minutes(9), 'CONGESTION', { endedAt: minutes(9) });
    const before = (over: Partial<PastAttempt>) =>
      [0, 1, 2].map((index) => attempt('a', minutes(index), 'FAILED', over));
    expect(after([...before({}), last])?.detail).toBe('next_daypart');
    expect(after([...before({ result: 'BUSY' }), last])).toEqual({
      notBefore: minutes(19),
      detail: 'congestion_retry',
    });
  });

  it('[RET-4] after a lost agent, a machine or a fax the person is rung with an agent reserved, after these for a day', () => {
    const reserved = (result: AttemptResult, now: number) => needsReservedAgent(tries(result), now, cn);
    const day = start + 86_400_000;
    for (const result of ['MACHINE', 'FAX'] as const) {
      expect([reserved(result, day - 1), reserved(result, day)], result).toEqual([true, false]);
    }
    expect(reserved('AGENT_LOST', start + 365 * 86_400_000)).toBe(true);
    const free = start + cn.abandon.noAutoRedialMs;
    expect([reserved('ABANDONED', free - 1), reserved('ABANDONED', free)]).toEqual([true, false]);
    for (const result of ['NO_ANSWER', 'HANGUP', 'BUSY'] as const) expect(reserved(result, start)).toBe(false);
    expect(needsReservedAgent([], start, cn)).toBe(false);
    expect(needsReservedAgent(tries('MACHINE', 'NO_ANSWER'), minutes(2), cn)).toBe(false);
  });
});

describe('the turns of a round', () => {
  const round = (given: readonly NumberFacts[], history: readonly PastAttempt[], now = minutes(60), preset = cn) =>
    roundState(given, history, preset, now);

  it('[RET-3] after congestion the number keeps its turn for three more tries', () => {
    expect(isTurnDone(tries('CONGESTION', 'FAILED', 'CONGESTION'), cn)).toBe(false);
    expect(isTurnDone(tries('CONGESTION', 'FAILED', 'CONGESTION', 'FAILED'), cn)).toBe(true);
    expect(isTurnDone(tries('BUSY', 'FAILED', 'BUSY', 'FAILED', 'FAILED'), cn)).toBe(false);
    expect(isTurnDone(tries(null, 'BUSY'), cn)).toBe(false);
  });

  it('[R5] a round is completed by its last attempt, in whatever order the attempts are told', () => {
    const calls = [attempt('b', minutes(5), 'NO_ANSWER'), attempt('a', minutes(1), 'NO_ANSWER')];
    for (const history of [calls, [...calls].reverse()]) {
      expect(round(numbers, history)).toMatchObject({ complete: true, completedAt: minutes(5), remaining: [] });
    }
    expect(round(numbers, calls.slice(0, 1))).toMatchObject({ complete: false, completedAt: null, remaining: ['a'] });
  });

  it('[R5] a suppressed intent is no try', () => {
    const state = round([number('a', 'home')], tries('SUPPRESSED'));
    expect([...state.tried]).toEqual([]);
    expect(state).toMatchObject({ complete: false, remaining: ['a'] });
  });

  it('[R5] unverified, invalid and reviewed numbers owe the round nothing; a case without others has no round', () => {
    for (const over of [{ status: 'unverified' }, { status: 'invalid' }, { lastResult: 'NUMBER_CHANGED' }] as const) {
      const out = number('b', 'home', over);
      expect(round([number('a', 'home'), out], tries('NO_ANSWER')).complete).toBe(true);
      expect(round([out], [])).toMatchObject({ complete: false, remaining: [] });
    }
  });

  it('[R5] a number that is held does not keep the round open until its hold is over', () => {
    const held = number('b', 'home', { holdUntil: minutes(60) });
    expect(round([number('a', 'home'), held], tries('NO_ANSWER'), minutes(60) - 1).complete).toBe(true);
    expect(round([number('a', 'home'), held], tries('NO_ANSWER'), minutes(60)).remaining).toEqual(['b']);
    expect(roundState([number('a', 'home'), held], tries('NO_ANSWER'), cn).remaining).toEqual(['b']);
  });

  it('[R5] the debtor ends the round by a talk that an agent wrote down; a lost or a live call does not', () => {
    const talk = (result: AttemptResult | null, party: 'RPC' | 'TPC' = 'RPC') =>
      round(numbers, [attempt('a', start, result, { party })]).stoppedByRpc;
    expect([talk('HANGUP'), talk('HANGUP', 'TPC'), talk('AGENT_LOST'), talk(null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('reminders and rates of promises', () => {
  const remind = (promisedOn: string, dueOn: string, ptp: Partial<typeof cn.ptp>, consentOn: string | null = null) =>
    reminderOn({ promisedOn, dueOn, preset: { ...cn, ptp: { ...cn.ptp, ...ptp } }, calendar: calendars.CN, consentOn });

  it('[R9] as many working days ahead as the preset says, or no reminder at all', () => {
    expect(remind('2026-05-12', '2026-05-15', {})).toBe('2026-05-14');
    expect(remind('2026-05-12', '2026-05-15', { reminderWorkingDays: 2 })).toBe('2026-05-13');
    expect(remind('2026-05-12', '2026-05-15', { reminderWorkingDays: null })).toBeNull();
    expect(remind('2026-05-05', '2026-05-11', { reminderWorkingDays: 2 })).toBe('2026-05-08');
    expect(remind('2026-05-08', '2026-05-11', { reminderWorkingDays: 2 })).toBe('2026-05-10');
  });

  it('[R9] where calls about a promise take consent, the reminder is on a day that it covers or not at all', () => {
    const asked = { onlyWithConsent: true };
    expect(remind('2026-05-12', '2026-05-15', asked, '2026-05-12')).toBe('2026-05-14');
    expect(remind('2026-05-12', '2026-05-15', asked, '2026-05-07')).toBeNull();
    expect(remind('2026-05-12', '2026-05-15', asked)).toBeNull();
    expect(remind('2026-05-12', '2026-05-13', asked, '2026-05-12')).toBeNull();
  });

  it('[R7] inside its grace a promise holds and is called about no more', () => {
    const promise = { dueOn: '2026-05-14', reminderOn: null, consentOn: '2026-05-12' };
    const grace = { ...us, ptp: { ...us.ptp, graceDays: 2 } };
    expect(
      ['2026-05-14', '2026-05-15', '2026-05-16', '2026-05-17'].map((day) => promisePhase(promise, day, grace)),
    ).toEqual(['due_day', 'held', 'held', 'past_due']);
  });

  it('[PTP-1] the kept rate is kept over due', () => {
    expect(keptRate(['kept', 'kept', 'kept', 'broken'])).toBe(0.75);
    expect(keptRate(['broken'])).toBe(0);
  });
});
