import { describe, expect, it } from 'vitest';
import { applyAttemptEvent, intendedAttempt, type AttemptEvent } from '../../src/domain/attempt.ts';
import { decideCase, decideDial, lookAgainMs, standingOf } from '../../src/domain/dial-decision.ts';
import type { CaseDialFacts, NumberFacts, PastAttempt } from '../../src/domain/dial-facts.ts';
import { orderNumbers } from '../../src/domain/number-order.ts';
import { presets } from '../../src/domain/presets.ts';
import { instantsOf, isLocalDate, nextOffsetChange, startOfLocalDate } from '../../src/domain/zoned-time.ts';
import { at, attempt, facts, number, theCase } from './given.ts';

const { cn } = presets;
const mobile = number('mobile', 'self_mobile');
const home = number('home', 'home');
const today = '2026-05-12';
const morning = at(`${today} 09:00`);
const minute = 60_000;

function decide(over: Partial<CaseDialFacts>, now: number, which?: NumberFacts) {
  const given = facts(over);
  const decision = decideDial({ ...given, number: which ?? given.numbers[0] ?? mobile }, now);
  return {
    kind: decision.kind,
    reason: decision.kind === 'ALLOW' ? null : decision.reason,
    until: decision.kind === 'DEFER' ? decision.until : null,
    detail: decision.trace.at(-1)?.detail ?? null,
  };
}

describe('what the decision sees of a case', () => {
  it('[R5] a round is made of the attempts of its case; suppressed intents and linked cases are none', () => {
    const rang = (over: Partial<PastAttempt>) => [attempt('mobile', morning, 'NO_ANSWER', over)];
    const rest = (history: readonly PastAttempt[]) =>
      decideCase(facts({ numbers: [mobile, home], history }), morning + minute).round.remaining;
    expect(rest(rang({}))).toEqual(['home']);
    expect(rest(rang({ caseId: 'linked' }))).toEqual(['mobile', 'home']);
    expect(rest(rang({ result: 'SUPPRESSED' }))).toEqual(['mobile', 'home']);
  });

  it('[DEC-5] a callback is used up by a call about its case from its instant on, and by no other', () => {
    const callbackAt = morning;
    const given = (history: readonly PastAttempt[]) => ({
      case: theCase({ callbackAt, lastRoundOn: today, roundNumber: 2 }),
      history,
    });
    const called = (when: number, over: Partial<PastAttempt> = {}) =>
      given([attempt('home', when, 'HANGUP', { roundNumber: 1, ...over })]);
    const later = morning + 40 * minute;
    expect(decide(called(morning), later)).toMatchObject({ reason: 'before_next_date', detail: 'cadence' });
    expect(decide(called(morning - 1), later).kind).toBe('ALLOW');
    expect(decide(called(morning, { caseId: 'linked' }), later).kind).toBe('ALLOW');
  });

  it('[R13] a date is used up by a round on its day, not by one before it; without a round it stands', () => {
    const dated = (nextFollowUpOn: string | null, lastRoundOn: string | null) =>
      decide({ case: theCase({ nextFollowUpOn, lastRoundOn, roundNumber: 2 }) }, morning);
    expect(dated(today, '2026-05-11').kind).toBe('ALLOW');
    expect(dated(today, null).kind).toBe('ALLOW');
    expect(dated(today, today)).toMatchObject({ detail: 'cadence' });
    expect(dated(null, '2026-05-11')).toMatchObject({ detail: 'cadence' });
    expect(dated('2026-05-13', '2026-05-11')).toMatchObject({ detail: 'case_date' });
  });

  it('[R2] the cadence ends with the day before the round is due', () => {
    const ran = { case: theCase({ lastRoundOn: '2026-05-10', roundNumber: 2 }) };
    expect(decide(ran, morning).kind).toBe('ALLOW');
    expect(decide(ran, at('2026-05-11 21:00'))).toMatchObject({ detail: 'cadence', until: at(`${today} 08:00`) });
  });

  it('[DEC-7] an appointment is owed once: a call at its instant, known here or by the number, uses it up', () => {
    const holdUntil = morning;
    const ran = theCase({ lastRoundOn: today, roundNumber: 2 });
    const owed = (over: Partial<NumberFacts>, more: Partial<CaseDialFacts> = {}) =>
      decide({ case: ran, numbers: [number('home', 'home', { holdUntil, ...over })], ...more }, morning + minute);
    const cadence = { reason: 'before_next_date', detail: 'cadence' };
    expect(owed({}).kind).toBe('ALLOW');
    expect(owed({ holdUntil: null })).toMatchObject(cadence);
    expect(owed({ lastAttemptAt: morning - 1 }).kind).toBe('ALLOW');
    expect(owed({ lastAttemptAt: morning })).toMatchObject(cadence);
    expect(owed({ lastAttemptAt: morning }, { exceptAttemptId: 'own' }).kind).toBe('ALLOW');
    const own = [attempt('home', morning, null, { attemptId: 'own', roundNumber: 2 })];
    expect(owed({ lastAttemptAt: morning }, { exceptAttemptId: 'own', history: own }).kind).toBe('ALLOW');
    expect(owed({}, { history: [attempt('home', morning, 'CANCELED', { roundNumber: 2 })] })).toMatchObject(cadence);
  });

  it('[R10] the dayparts of promise calls are those of the number, else of the address, and of this case alone', () => {
    const promise = { promisedOn: '2026-05-11', dueOn: today };
    const base = theCase({ caseClass: 'PTP', promise, roundNumber: 2, lastRoundOn: '2026-05-11' });
    const calls = (over: Partial<PastAttempt> = {}) =>
      [0, 1].map((index) => attempt('home', at(`${today} 11:0${index}`), 'HANGUP', { roundNumber: 2, ...over }));
    const on = (zones: readonly string[], addressZones: readonly string[], history = calls()) =>
      decide({ numbers: [{ ...mobile, zones }], case: { ...base, addressZones }, history }, at(`${today} 12:30`));
    expect(on(['Asia/Shanghai'], []).kind).toBe('ALLOW');
    expect(on(['Asia/Shanghai'], ['Asia/Dhaka']).kind).toBe('ALLOW');
    expect(on([], ['Asia/Dhaka'])).toMatchObject({ detail: 'daypart_done' });
    expect(on([], ['Asia/Dhaka'], calls({ caseId: 'linked' })).kind).toBe('ALLOW');
  });

  it('[R10] without due-day calls, or without the consent they take, the promise holds until it is over', () => {
    const promise = { promisedOn: '2026-05-11', dueOn: '2026-05-14' };
    const held = (ptp: Partial<typeof cn.ptp>, consentOn: string | null = null) =>
      decide(
        {
          preset: { ...cn, ptp: { ...cn.ptp, reminderWorkingDays: null, ...ptp } },
          case: theCase({ caseClass: 'PTP', promise, consentOn }),
        },
        morning,
      ).until;
    expect(held({})).toBe(at('2026-05-14 08:00'));
    expect(held({ dueDayCalls: false })).toBe(at('2026-05-15 08:00'));
    expect(held({ onlyWithConsent: true })).toBe(at('2026-05-15 08:00'));
    expect(held({ onlyWithConsent: true }, today)).toBe(at('2026-05-14 08:00'));
  });
});

describe('whose turn it is', () => {
  const numbers = [mobile, home];
  const rang = [attempt('mobile', morning - 60 * minute, 'HANGUP')];

  it('[DEC-10] a number that had its turn waits for the others, but for an agent’s own call', () => {
    const given = { numbers, history: rang };
    expect(decide(given, morning)).toMatchObject({ reason: 'order_wait', until: null, detail: 'done_this_round' });
    expect(decide({ ...given, mode: 'manual' }, morning).kind).toBe('ALLOW');
    expect(decide({ ...given, mode: 'preview' }, morning)).toMatchObject({ detail: 'done_this_round' });
    expect(decide({ numbers }, morning, home)).toMatchObject({ detail: 'after_another' });
    expect(decide({ numbers, mode: 'manual' }, morning, home).kind).toBe('ALLOW');
    expect(decide(given, morning, home).kind).toBe('ALLOW');
  });

  it('[DEC-10] a callback, a promise call and an appointment are made although the number had its turn', () => {
    const again = (over: Partial<CaseDialFacts['case']>, first: Partial<NumberFacts> = {}) =>
      decide({ numbers: [{ ...mobile, ...first }, home], history: rang, case: theCase(over) }, morning).kind;
    expect(again({})).toBe('DEFER');
    expect(again({ callbackAt: morning })).toBe('ALLOW');
    expect(again({ caseClass: 'PTP', promise: { promisedOn: '2026-05-10', dueOn: today } })).toBe('ALLOW');
    expect(again({}, { holdUntil: morning })).toBe('ALLOW');
  });

  it('[DEC-10] an unverified number has no turn to wait for', () => {
    const unverified = number('mobile', 'self_mobile', { status: 'unverified' });
    expect(decide({ mode: 'preview', numbers: [unverified, home], history: rang }, morning).kind).toBe('ALLOW');
  });

  it('[RULE-9] the standing tells of a turn that is over, and of nothing else of the order', () => {
    expect(standingOf(facts({ numbers, history: rang }), morning)).toEqual([
      { numberId: 'mobile', reason: 'order_wait' },
      { numberId: 'home', reason: null },
    ]);
  });

  it('[DEC-11] pacing is asked again after its time', () => {
    expect(decide({ pacingClosed: true }, morning)).toMatchObject({ until: morning + lookAgainMs });
  });

  it('[DEC-12] a number to dial makes its case due now; one that only waits names the nearest opening', () => {
    expect(decideCase(facts({ numbers }), morning)).toMatchObject({ dueAt: morning, dueReason: 'due' });
    const held = [
      number('a', 'work', { holdUntil: at('2026-05-14 10:00') }),
      number('b', 'home', { holdUntil: at('2026-05-13 10:00') }),
      number('c', 'home', { status: 'invalid' }),
    ];
    expect(decideCase(facts({ numbers: held }), morning)).toMatchObject({
      next: null,
      dueAt: at('2026-05-13 10:00'),
      dueReason: 'number_hold',
    });
  });

  it('[R21] numbers equal in all stand by their id, never tried ones first', () => {
    const ids = (...given: readonly NumberFacts[]) => orderNumbers(given, cn.order).map(({ id }) => id);
    const [a, b, c] = ['a', 'b', 'c'].map((id) => number(id, 'home'));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three numbers');
    for (const given of [
      [a, b, c],
      [c, b, a],
      [b, c, a],
      [b, a, c],
    ]) {
      expect(ids(...given)).toEqual(['a', 'b', 'c']);
    }
    expect(ids({ ...a, lastAttemptAt: 1 }, c, { ...b, lastAttemptAt: 0 })).toEqual(['c', 'b', 'a']);
  });
});

describe('two words on one fact of an attempt', () => {
  const told = (...events: readonly AttemptEvent[]) =>
    events.reduce((record, event) => {
      const step = applyAttemptEvent(record, event);
      return step.kind === 'moved' ? step.to : record;
    }, intendedAttempt(0));
  const bothWays = (one: AttemptEvent, other: AttemptEvent) => {
    const record = told(one, other);
    expect(told(other, one)).toEqual(record);
    return record;
  };
  const ended = (over: object): AttemptEvent => ({
    type: 'carrierStatus',
    at: 9,
    sid: null,
    status: 'failed',
    sequence: null,
    sipCode: null,
    cause: null,
    errorCode: null,
    ...over,
  });

  it('[ATT-10] of one instant the same one stands in either order: agents, verdicts, hang-ups, call ids', () => {
    const connected = (agentId: string, when = 5): AttemptEvent => ({ type: 'connected', at: when, agentId });
    expect(bothWays(connected('li'), connected('wang')).connected?.agentId).toBe('li');
    expect(bothWays(connected('li', 6), connected('wang')).connected?.agentId).toBe('wang');
    const amd = (answeredBy: 'human' | 'machine'): AttemptEvent => ({ type: 'amd', at: 5, answeredBy });
    expect(bothWays(amd('machine'), amd('human')).amd?.answeredBy).toBe('human');
    const hangUp = (by: 'agent' | 'stop', when = 5): AttemptEvent => ({ type: 'hangUpAsked', at: when, by });
    expect(bothWays(hangUp('stop'), hangUp('agent')).hangUpAsked?.by).toBe('agent');
    expect(bothWays(hangUp('stop', 4), hangUp('agent')).hangUpAsked?.by).toBe('stop');
    const accepted = (sid: string): AttemptEvent => ({ type: 'createAccepted', at: 5, sid, queueMs: null });
    expect(bothWays(accepted('CA2'), accepted('CA1')).sid).toBe('CA1');
    expect(bothWays(accepted('CA1'), ended({})).sid).toBe('CA1');
  });

  it('[ATT-10] of two endings the better known one stands, then the earlier, then always the same', () => {
    const refused: AttemptEvent = { type: 'notFound', at: 1 };
    expect(bothWays(ended({ at: 9 }), refused).terminal).toMatchObject({ by: 'carrier', at: 9 });
    expect(bothWays(ended({ sipCode: 486 }), ended({ at: 8, sipCode: 603 })).terminal).toMatchObject({ sipCode: 603 });
    const same = bothWays(ended({ sipCode: 603 }), ended({ sipCode: 486 })).terminal;
    expect(bothWays(ended({ sipCode: 486 }), ended({ sipCode: 603 })).terminal).toEqual(same);
  });

  it('[ATT-3] a call that the carrier has begun is queued, before it says under which id', () => {
    const record = told(ended({ status: 'initiated', at: 2 }));
    expect([record.state, record.initiatedAt]).toEqual(['queued', 2]);
    expect(told({ type: 'placing', at: 1 }).state).toBe('placing');
    expect(intendedAttempt(0).state).toBe('intended');
    expect(told({ type: 'mediaStopped', at: 4 })).toMatchObject({ state: 'intended', mediaStoppedAt: 4 });
    expect(told({ type: 'offered', at: 3 })).toMatchObject({ offeredAt: 3 });
  });
});

describe('civil time at its edges', () => {
  const newYork = 'America/New_York';

  it('[TIME-4] a date is nothing but a date', () => {
    expect(['x2026-05-12', '2026-05-12x', '2026-05-12 ', '2026-05-1２'].map(isLocalDate)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('[TIME-3] a change is found up to the end of the stretch and not behind it', () => {
    const change = Date.parse('2026-11-01T06:00:00Z');
    expect(nextOffsetChange(newYork, change - 3_600_000, change)).toBe(change);
    expect(nextOffsetChange(newYork, change - 3_600_000, change - 1)).toBeNull();
    expect(nextOffsetChange(newYork, change, change)).toBeNull();
    expect(nextOffsetChange(newYork, change, change + 3_600_000)).toBeNull();
  });

  it('[TIME-3] a time near a change that comes once has one instant', () => {
    expect(instantsOf('2026-11-01', '03:30', newYork)).toEqual([Date.parse('2026-11-01T08:30:00Z')]);
    expect(instantsOf('2026-03-08', '03:30', newYork)).toEqual([Date.parse('2026-03-08T07:30:00Z')]);
    expect(startOfLocalDate('2026-03-08', newYork)).toBe(Date.parse('2026-03-08T05:00:00Z'));
  });
});
