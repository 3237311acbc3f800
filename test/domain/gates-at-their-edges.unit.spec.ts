import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { decideDial } from '../../src/domain/dial-decision.ts';
import type { CaseDialFacts, NumberFacts, PastAttempt } from '../../src/domain/dial-facts.ts';
import type { CallWindowCap, Preset } from '../../src/domain/preset.ts';
import { presets } from '../../src/domain/presets.ts';
import { at, attempt, facts, number, theCase } from './given.ts';

const { cn, uk } = presets;
const mobile = number('mobile', 'self_mobile');
const contact = number('contact', 'contact');
const today = '2026-05-12';
const morning = at(`${today} 09:00`);

/** The decision for one number, with the word that its shut gate adds to the reason. */
function decide(over: Partial<CaseDialFacts>, now: number, which?: NumberFacts) {
  const given = facts(over);
  const one = which ?? given.numbers[0] ?? mobile;
  const decision = decideDial({ ...given, number: one }, now);
  return {
    kind: decision.kind,
    reason: decision.kind === 'ALLOW' ? null : decision.reason,
    until: decision.kind === 'DEFER' ? decision.until : null,
    detail: decision.trace.at(-1)?.detail ?? null,
  };
}
const withCaps = (caps: Partial<Preset['caps']>): Preset => ({ ...cn, caps: { ...cn.caps, minRedialMs: 0, ...caps } });
const inRound9 = theCase({ roundNumber: 9 });

describe('the standing of a number at its edges', () => {
  it('[R40] a number at work that the employer forbids is left alone, whatever its status and whoever dials', () => {
    const preset: Preset = { ...cn, work: { ...cn.work, allow: 'unless_prohibited' } };
    const employer = { kind: 'BLOCK', reason: 'number_blocked', detail: 'employer' };
    for (const status of ['active', 'suspect', 'unverified'] as const) {
      for (const mode of ['manual', 'progressive'] as const) {
        const numbers = [number('work', 'work', { status, prohibitedByEmployer: true })];
        expect(decide({ preset, mode, numbers }, morning), `${status} ${mode}`).toMatchObject(employer);
      }
    }
    const allowed = [number('work', 'work', { status: 'unverified' })];
    expect(decide({ preset, mode: 'manual', numbers: allowed }, morning).kind).toBe('ALLOW');
    expect(decide({ preset, numbers: allowed }, morning)).toMatchObject({ reason: 'number_unverified' });
  });

  it('[DEC-4] a number that is suppressed until an instant is blocked to the millisecond before it', () => {
    const until = (holdUntil: number | null) =>
      decide({ numbers: [{ ...mobile, suppressed: true, holdUntil }] }, morning);
    expect(until(morning + 1)).toEqual({
      ...{ kind: 'DEFER', reason: 'number_blocked', detail: 'suppressed' },
      until: morning + 1,
    });
    expect(until(morning).kind).toBe('ALLOW');
    expect(until(null).kind).toBe('ALLOW');
  });
});

describe('the caps at their edges', () => {
  const onHangups = (preset: Preset, times: readonly string[], now: string, over: Partial<CaseDialFacts> = {}) =>
    decide(
      { preset, case: inRound9, history: times.map((time) => attempt('mobile', at(time), 'HANGUP')), ...over },
      at(now),
    );

  it('[DEC-9] the day of a cap begins at midnight: a call at that instant counts, one before it does not', () => {
    const perNumber = withCaps({ attemptsPerNumberDay: 1 });
    expect(onHangups(perNumber, [`${today} 00:00`], `${today} 09:00`)).toMatchObject({ reason: 'cap_number_day' });
    expect(onHangups(perNumber, ['2026-05-11 23:59:59'], `${today} 09:00`).kind).toBe('ALLOW');
    const talks = withCaps({ effectiveTalksPerDebtorDay: 1 });
    const talked = (when: string) => ({ history: [attempt('x', at(when), 'HANGUP', { party: 'RPC' as const })] });
    expect(onHangups(talks, [], `${today} 09:00`, talked(`${today} 00:00`))).toMatchObject({ reason: 'cap_talks_day' });
    expect(onHangups(talks, [], `${today} 09:00`, talked('2026-05-11 23:59:59')).kind).toBe('ALLOW');
  });

  it('[DEC-9] calls to the line for other people count for its day, from midnight on', () => {
    const preset = withCaps({ attemptsPerNumberDay: 3 });
    const shared = (...when: string[]) => ({ numbers: [{ ...mobile, otherCallsAt: when.map((each) => at(each)) }] });
    const one = [`${today} 08:00`];
    const two = [`${today} 00:00`, `${today} 08:30`];
    expect(onHangups(preset, one, `${today} 09:00`, shared(...two))).toMatchObject({ reason: 'cap_number_day' });
    expect(onHangups(preset, one, `${today} 09:00`, shared('2026-05-11 23:59:59', `${today} 08:30`)).kind).toBe(
      'ALLOW',
    );
    expect(onHangups(preset, [...one, `${today} 08:10`], `${today} 09:00`).kind).toBe('ALLOW');
  });

  it('[DEC-9] the gap of a line is kept whoever it was rung for, that of a person is the person’s own', () => {
    const preset = withCaps({ attemptsPerNumberDay: null, minRedialMs: cn.caps.minRedialMs });
    const shared = { numbers: [{ ...mobile, otherCallsAt: [at(`${today} 08:40`), at(`${today} 08:35`)] }] };
    expect(onHangups(preset, [], `${today} 09:09`, shared)).toMatchObject({
      reason: 'redial_gap',
      until: at(`${today} 09:10`),
    });
    expect(onHangups(preset, [], `${today} 09:10`, shared).kind).toBe('ALLOW');
    const perPerson = { ...preset, caps: { ...preset.caps, redialScope: 'person' as const } };
    expect(onHangups(perPerson, [], `${today} 09:09`, shared).kind).toBe('ALLOW');
  });

  const window: CallWindowCap = {
    calls: 1,
    days: 2,
    per: 'debt',
    classes: null,
    exclude: ['BUSY'],
    excludeConsented: false,
  };

  it('[DEC-9] of several windows the one that is shut longest is named', () => {
    const short = { ...window, days: 1 };
    for (const callWindows of [
      [window, short],
      [short, window],
    ]) {
      expect(onHangups(withCaps({ callWindows }), [`${today} 08:00`], `${today} 09:00`)).toEqual({
        kind: 'DEFER',
        reason: 'cap_debt_window',
        until: at('2026-05-14 08:00'),
        detail: 'debt',
      });
    }
  });

  it('[DEC-9] a window reaches back to the midnight with which its first day began', () => {
    const preset = withCaps({ callWindows: [window] });
    expect(onHangups(preset, ['2026-05-11 00:00'], `${today} 09:00`)).toMatchObject({ reason: 'cap_debt_window' });
    expect(onHangups(preset, ['2026-05-10 23:59:59'], `${today} 09:00`).kind).toBe('ALLOW');
  });

  it('[DEC-9] a window of some classes counts calls to these alone, and holds these alone', () => {
    const work = number('work', 'work');
    const preset = withCaps({ callWindows: [{ ...window, classes: ['work'] }] });
    const both = { numbers: [mobile, work], preset, case: inRound9 };
    const toWork = [attempt('work', at(`${today} 08:00`), 'HANGUP')];
    const toMobile = [attempt('mobile', at(`${today} 08:00`), 'HANGUP')];
    const manual = { ...both, mode: 'manual' as const };
    expect(decide({ ...manual, history: toWork }, morning, work)).toMatchObject({ reason: 'cap_debt_window' });
    expect(decide({ ...manual, history: toWork }, morning, mobile).kind).toBe('ALLOW');
    expect(decide({ ...manual, history: toMobile }, morning, work).kind).toBe('ALLOW');
  });

  it('[DEC-9] a call that is still going on counts for the window', () => {
    const live = [attempt('mobile', at(`${today} 08:00`), null, { attemptId: 'live', endedAt: null })];
    expect(
      decide({ preset: withCaps({ callWindows: [window] }), case: inRound9, history: live }, morning),
    ).toMatchObject({ reason: 'cap_debt_window' });
  });

  it('[DEC-9] where no quiet period is asked for, a talk of today leaves the day open', () => {
    const history = [attempt('home', at(`${today} 08:00`), 'HANGUP', { party: 'RPC', roundNumber: 1 })];
    expect(decide({ preset: withCaps({}), case: inRound9, history }, morning).kind).toBe('ALLOW');
  });

  it('[DEC-9] of gap and retry the later one holds and is named', () => {
    const busy = [attempt('mobile', morning, 'BUSY')];
    const gap = (minRedialMs: number) => decide({ preset: withCaps({ minRedialMs }), history: busy }, morning + 60_000);
    const retryAt = morning + 30 * 60_000;
    expect(gap(0)).toEqual({ kind: 'DEFER', reason: 'redial_gap', until: retryAt, detail: 'busy_retry' });
    expect(gap(30 * 60_000)).toMatchObject({ until: retryAt, detail: 'busy_retry' });
    expect(gap(30 * 60_000 + 1)).toMatchObject({ until: retryAt + 1, detail: 'min_redial' });
  });

  it('[RET-1] a call of the person’s own starts no retry', () => {
    const inbound = [attempt('mobile', morning, 'NSP', { inbound: true, party: 'WPC' })];
    expect(decide({ case: inRound9, history: inbound }, morning + 60_000).kind).toBe('ALLOW');
    const outbound = [attempt('mobile', morning, 'NSP', { party: 'WPC' })];
    expect(decide({ case: inRound9, history: outbound }, morning + 60_000)).toMatchObject({ detail: 'next_daypart' });
  });
});

describe('the gates of the case at their edges', () => {
  it('[DEC-2] a paid case says so', () => {
    expect(decide({ case: theCase({ caseClass: 'PAID' }) }, morning)).toMatchObject({ detail: 'paid' });
  });

  it('[DEC-3] a closed case says so', () => {
    expect(decide({ case: theCase({ status: 'closed' }) }, morning)).toMatchObject({ detail: 'closed' });
    expect(decide({ case: theCase({ status: 'recalled' }) }, morning)).toMatchObject({ detail: null });
  });

  it('[DEC-5] date and callback say which of them holds the case, and the callback ends at its instant', () => {
    const dated = theCase({ nextFollowUpOn: '2026-05-14' });
    expect(decide({ case: dated }, morning)).toMatchObject({ reason: 'before_next_date', detail: 'case_date' });
    const called = theCase({ callbackAt: morning, lastRoundOn: today, roundNumber: 2 });
    expect(decide({ case: called }, morning - 1)).toMatchObject({ until: morning, detail: 'callback' });
    expect(decide({ case: called }, morning).kind).toBe('ALLOW');
  });

  it('[DEC-5] a callback that is due goes before a date that is still to come', () => {
    const both = theCase({ callbackAt: morning, nextFollowUpOn: '2026-05-14' });
    expect(decide({ case: both }, morning).kind).toBe('ALLOW');
    expect(decide({ case: both }, morning - 1)).toMatchObject({ until: morning });
  });

  const promised = (over: Partial<CaseDialFacts['case']> = {}, history: readonly PastAttempt[] = []) => ({
    numbers: [mobile, number('home', 'home')],
    history,
    case: theCase({
      caseClass: 'PTP',
      promise: { promisedOn: '2026-05-11', dueOn: '2026-05-14' },
      roundNumber: 2,
      lastRoundOn: '2026-05-11',
      ...over,
    }),
  });
  const dueMorning = at('2026-05-14 09:00');

  it('[R10] a debtor who confirmed is left alone until the day or the instant agreed with him', () => {
    expect(decide(promised({ nextFollowUpOn: '2026-05-15' }), dueMorning)).toMatchObject({
      reason: 'ptp_hold',
      detail: 'confirmed',
    });
    expect(decide(promised({ nextFollowUpOn: '2026-05-14' }), dueMorning).kind).toBe('ALLOW');
    const midday = at('2026-05-14 12:00');
    const agreed = promised({ nextFollowUpOn: '2026-05-14', callbackAt: midday });
    expect(decide(agreed, dueMorning)).toEqual({
      kind: 'DEFER',
      reason: 'ptp_hold',
      until: midday,
      detail: 'confirmed',
    });
    expect(decide(agreed, midday - 1)).toMatchObject({ until: midday });
    expect(decide(agreed, midday).kind).toBe('ALLOW');
  });

  it('[R9] once reached on the day of the reminder the debtor is not reminded again', () => {
    const reminded = attempt('mobile', at('2026-05-13 09:00'), 'HANGUP', { party: 'RPC', roundNumber: 2 });
    expect(decide(promised({}, [reminded]), at('2026-05-13 10:00'))).toEqual({
      kind: 'DEFER',
      reason: 'ptp_hold',
      until: at('2026-05-14 08:00'),
      detail: 'reminded',
    });
  });

  it('[R10] the second attempt of a daypart is made, the third waits for the next part; what never rang is none', () => {
    const made = (count: number, result: 'HANGUP' | 'FAILED' = 'HANGUP', over: Partial<PastAttempt> = {}) =>
      Array.from({ length: count }, (_, index) =>
        attempt('home', at(`2026-05-14 08:0${index}`), result, { roundNumber: 2, ...over }),
      );
    expect(decide(promised({}, made(1)), dueMorning).kind).toBe('ALLOW');
    expect(decide(promised({}, made(2)), dueMorning)).toEqual({
      kind: 'DEFER',
      reason: 'ptp_hold',
      until: at('2026-05-14 12:00'),
      detail: 'daypart_done',
    });
    expect(decide(promised({}, made(3, 'FAILED')), dueMorning).kind).toBe('ALLOW');
    expect(decide(promised({}, made(3, 'HANGUP', { inbound: true, party: 'unknown' })), dueMorning).kind).toBe('ALLOW');
  });

  it('[R10] after the last part of the due day nothing is called before the promise is over', () => {
    const evening = [18, 19].map((hour) => attempt('home', at(`2026-05-14 ${hour}:00`), 'HANGUP', { roundNumber: 2 }));
    const night = decide(promised({}, evening), at('2026-05-14 20:00'));
    expect(night).toMatchObject({ reason: 'ptp_hold', detail: 'daypart_done', until: at('2026-05-15 08:00') });
  });
});

describe('the gates of the number at their edges', () => {
  it('[DEC-4] a number left to a human says why', () => {
    const after = (lastResult: 'NUMBER_CHANGED' | 'CARRIER_BLOCKED') =>
      decide({ numbers: [{ ...mobile, lastResult }] }, morning).detail;
    expect([after('NUMBER_CHANGED'), after('CARRIER_BLOCKED')]).toEqual(['number_changed', 'carrier_blocked']);
  });

  const third = (over: Partial<Preset['thirdParty']>): Preset => ({
    ...cn,
    caps: { ...cn.caps, minRedialMs: 0 },
    thirdParty: { ...cn.thirdParty, noRpcDays: 0, ...over },
  });

  it('[DEC-6] a third party says which part of its gate is shut', () => {
    const alone = { numbers: [contact] };
    const answered = [attempt('contact', morning - 3.6e6, 'HANGUP', { party: 'TPC', roundNumber: 0 })];
    const reached = [attempt('x', morning, 'HANGUP', { party: 'RPC', roundNumber: 0 })];
    expect(decide({ ...alone, preset: third({ modes: ['manual'] }) }, morning).detail).toBe('mode');
    expect(decide({ ...alone, preset: third({ maxPerPerson: 1 }), history: answered }, morning).detail).toBe(
      'once_only',
    );
    expect(decide({ ...alone, history: reached }, morning).detail).toBe('debtor_reached');
    expect(decide({ numbers: [mobile, contact] }, morning, contact).detail).toBe('own_numbers_first');
  });

  it('[DEC-6] once only means spoken with: an answer by nobody, and a call that was not answered, are none', () => {
    const preset = third({ maxPerPerson: 1 });
    const history = (over: Partial<PastAttempt>) => [
      attempt('contact', morning - 3.6e6, 'HANGUP', { roundNumber: 0, party: 'TPC', ...over }),
    ];
    const kind = (over: Partial<PastAttempt>) =>
      decide({ numbers: [contact], preset, history: history(over) }, morning).kind;
    expect(kind({})).toBe('BLOCK');
    expect(kind({ party: 'none' })).toBe('ALLOW');
    expect(kind({ answered: false })).toBe('ALLOW');
    expect(kind({ inbound: true })).toBe('ALLOW');
  });

  it('[DEC-6] where no days after a talk are asked for, a talk of today leaves third parties open', () => {
    const reached = [attempt('x', morning, 'HANGUP', { party: 'RPC', roundNumber: 0 })];
    expect(decide({ numbers: [contact], preset: third({}), history: reached }, morning).kind).toBe('ALLOW');
  });

  it('[DEC-6] uk waits for no own number before a third party', () => {
    const london = { zones: ['Europe/London'] };
    const given = {
      preset: { ...uk, thirdParty: { ...uk.thirdParty, modes: ['progressive' as const], noRpcDays: 0 } },
      calendar: calendars.UK,
      businessZone: 'Europe/London',
      numbers: [
        { ...mobile, ...london },
        { ...contact, ...london },
      ],
    };
    const now = at(`${today} 10:00`, 'Europe/London');
    expect(decide(given, now, given.numbers[1])).toMatchObject({ reason: 'order_wait' });
  });

  it('[DEC-6] an own number that is held until this very instant is waited for', () => {
    const gate = (holdUntil: number | null) =>
      decide({ numbers: [{ ...mobile, holdUntil, zones: ['Europe/London'] }, contact] }, morning, contact).kind;
    expect([gate(null), gate(morning), gate(morning + 1)]).toEqual(['DEFER', 'DEFER', 'ALLOW']);
  });

  it('[DEC-6] an own number counts as tried by a call of this case in this round, and by no other', () => {
    const gate = (over: Partial<PastAttempt>) => {
      const busy = attempt('mobile', morning, 'BUSY', { roundNumber: 2, ...over });
      const other = attempt('y', morning, 'HANGUP', { roundNumber: 2 });
      return decide(
        { numbers: [mobile, contact], case: theCase({ roundNumber: 2 }), history: [other, busy] },
        morning + 60_000,
        contact,
      );
    };
    expect(gate({}).kind).toBe('ALLOW');
    expect(gate({ roundNumber: 1 })).toMatchObject({ detail: 'own_numbers_first' });
    expect(gate({ caseId: 'linked' })).toMatchObject({ detail: 'own_numbers_first' });
    expect(gate({ result: 'CONGESTION' })).toMatchObject({ detail: 'own_numbers_first' });
  });

  it('[DEC-7] a hold ends at its instant', () => {
    const held = { numbers: [{ ...mobile, holdUntil: morning }] };
    expect(decide(held, morning - 1)).toMatchObject({ reason: 'number_hold', until: morning });
    expect(decide(held, morning).kind).toBe('ALLOW');
  });

  it('[DEC-8] too late to ring to its end is said so', () => {
    const late = decide({ ringTimeoutMs: 40_000 }, at(`${today} 21:59:21`));
    expect(late).toMatchObject({ reason: 'outside_window', detail: 'ring_time' });
  });

  const rotation = (
    daypartRotation: Preset['daypartRotation'],
    caseClass: 'TRACE' | 'LOST' | 'NO_ANSWER' | 'NEGOTIATING',
    over: Partial<CaseDialFacts> = {},
  ) =>
    decide(
      {
        preset: { ...cn, daypartRotation },
        case: theCase({ caseClass, roundNumber: 9 }),
        history: [attempt('mobile', at('2026-05-11 09:00'), 'HANGUP')],
        ...over,
      },
      morning,
    );

  it('[R11] who changes the daypart: tracing cases, or with the wider setting every unanswered one, or nobody', () => {
    for (const setting of ['trace', 'no_answer'] as const) {
      for (const traced of ['TRACE', 'LOST'] as const) {
        expect(rotation(setting, traced), `${setting} ${traced}`).toEqual({
          kind: 'DEFER',
          reason: 'outside_window',
          until: at(`${today} 12:00`),
          detail: 'daypart_rotation',
        });
      }
    }
    expect(rotation('no_answer', 'NO_ANSWER')).toMatchObject({ detail: 'daypart_rotation' });
    expect(rotation('trace', 'NO_ANSWER').kind).toBe('ALLOW');
    expect(rotation('no_answer', 'NEGOTIATING').kind).toBe('ALLOW');
    for (const caseClass of ['TRACE', 'LOST', 'NO_ANSWER'] as const) {
      expect(rotation('off', caseClass).kind).toBe('ALLOW');
    }
    expect(rotation('trace', 'TRACE', { mode: 'manual' }).kind).toBe('ALLOW');
  });

  it('[R11] only our own calls about this case that were calls at all use up a daypart', () => {
    const used = (over: Partial<PastAttempt>) =>
      rotation('trace', 'TRACE', { history: [attempt('mobile', at('2026-05-11 09:00'), 'HANGUP', over)] }).kind;
    expect(used({})).toBe('DEFER');
    expect(used({ caseId: 'linked' })).toBe('ALLOW');
    expect(used({ inbound: true, party: 'unknown' })).toBe('ALLOW');
    expect(used({ result: 'FAILED' })).toBe('ALLOW');
  });

  it('[R11] a day of one part, or of two that were both used, has nothing to change to', () => {
    const parts = (dayparts: readonly string[], ...times: string[]) =>
      rotation('trace', 'TRACE', {
        preset: { ...cn, dayparts },
        history: times.map((time) => attempt('mobile', at(time), 'HANGUP')),
      });
    expect(parts(['08:00', '22:00'], '2026-05-11 09:00').kind).toBe('ALLOW');
    expect(parts(['08:00', '15:00', '22:00'], '2026-05-10 16:00', '2026-05-11 09:00').kind).toBe('ALLOW');
    expect(parts(['08:00', '15:00', '22:00'], '2026-05-11 09:00')).toMatchObject({ until: at(`${today} 15:00`) });
  });
});
