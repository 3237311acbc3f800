import { describe, expect, it } from 'vitest';
import { isHardLimitReached } from '../../src/domain/abandon-share.ts';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { nextRoundOn } from '../../src/domain/cadence.ts';
import { limitsUnder } from '../../src/domain/campaign-limits.ts';
import { windowState } from '../../src/domain/calling-window.ts';
import { lookupOfFirstAttempt } from '../../src/domain/case-tasks.ts';
import {
  countingRules,
  foldCounters,
  invalidNote,
  numberStatusFrom,
  reachedReasons,
  type CounterEvent,
} from '../../src/domain/counters.ts';
import { decideCase, decideDial } from '../../src/domain/dial-decision.ts';
import { isOpenDay } from '../../src/domain/calendar.ts';
import { openDayCalendar } from '../../src/domain/open-days.ts';
import type { Preset } from '../../src/domain/preset.ts';
import { presets } from '../../src/domain/presets.ts';
import { roundState } from '../../src/domain/round.ts';
import { isStopKnown, stopScopeOf, stopsKnown } from '../../src/domain/stops.ts';
import { stopKinds } from '../../src/domain/vocabulary.ts';
import { rulesUnder } from '../../src/domain/tighten.ts';
import { guardVacantResults, strictestGuard, vacantGuardRule } from '../../src/domain/vacant-guard.ts';
import { checkWrapUp } from '../../src/domain/wrap-up.ts';
import { addDays } from '../../src/domain/zoned-time.ts';
import { aDay, at, attempt, counted, facts, number, shanghai, theCase, wrapUpFacts } from './given.ts';

const { cn, uk } = presets;
const us = presets['us-regf'];
const invalid = (over: Partial<Preset['invalid']>): Pick<Preset, 'invalid' | 'suspended' | 'dayparts'> => ({
  ...cn,
  invalid: { ...cn.invalid, ...over },
});
const statusUnder = (rules: Parameters<typeof countingRules>[0], events: readonly CounterEvent[]) => {
  const counting = countingRules(rules, shanghai);
  return numberStatusFrom(foldCounters(events, 'debtor', counting), counting);
};
const apart = (minutes: number, ...codes: readonly string[]): CounterEvent[] =>
  counted(...codes).map((event, index) => ({ ...event, at: at(`${aDay} 08:30`) + index * minutes * 60_000 }));

describe('how a number becomes invalid', () => {
  it('[R8] at the count by default, above it where the rules compare with >', () => {
    expect(statusUnder(cn, counted('NSP', 'NSP', 'NSP'))).toBe('invalid');
    expect(statusUnder(invalid({ compare: '>' }), counted('NSP', 'NSP', 'NSP'))).toBe('suspect');
    expect(statusUnder(invalid({ compare: '>' }), counted('NSP', 'NSP', 'NSP', 'NSP'))).toBe('invalid');
  });

  it('[R8] reasons are added together only where the rules say so, and the note names each', () => {
    const mixed = counted('NSP', 'RESIGNED', 'MOVED', 'MOVED');
    expect(statusUnder(cn, mixed)).toBe('suspect');
    const rules = countingRules(invalid({ combined: 4 }), shanghai);
    const counters = foldCounters(mixed, 'debtor', rules);
    expect(reachedReasons(counters, rules)).toEqual(['no_such_person', 'resigned', 'moved']);
    expect(invalidNote(counters, rules)).toBe('无效:无此人1次、辞职1次、搬迁2次');
    expect(statusUnder(invalid({ combined: 5 }), mixed)).toBe('suspect');
  });

  it('[CNT-5] reports of a daypart, or of a day, count once where the rules ask for independence', () => {
    // 08:30 and 11:30 are one part of the day, 14:30 is the next.
    const three = apart(180, 'MOVED', 'MOVED', 'MOVED');
    const movedUnder = (independence: Preset['invalid']['independence']) =>
      foldCounters(three, 'debtor', countingRules(invalid({ independence }), shanghai)).moved;
    expect([movedUnder('call'), movedUnder('daypart'), movedUnder('day')]).toEqual([3, 2, 1]);
    // Another reason of the same part counts for itself, and a talk begins anew.
    const daily = countingRules(invalid({ independence: 'day' }), shanghai);
    expect(foldCounters(apart(10, 'MOVED', 'NSP', 'MOVED'), 'debtor', daily)).toMatchObject({
      moved: 1,
      no_such_person: 1,
    });
    expect(foldCounters(apart(10, 'MOVED', 'NEG', 'MOVED'), 'debtor', daily).moved).toBe(1);
  });

  it('[S09] suspended lines count only where a threshold is set, and an answer takes it back', () => {
    const off = counted('SUSPENDED', 'SUSPENDED', 'SUSPENDED');
    expect(statusUnder(cn, off)).toBe('active');
    const rules = { ...cn, suspended: { threshold: 3 } };
    expect(statusUnder(rules, off.slice(0, 2))).toBe('suspect');
    expect(statusUnder(rules, off)).toBe('invalid');
    const counting = countingRules(rules, shanghai);
    expect(invalidNote(foldCounters(off, 'debtor', counting), counting)).toBe('无效:停机3次');
    expect(statusUnder(rules, counted('SUSPENDED', 'SUSPENDED', 'HANGUP', 'SUSPENDED'))).toBe('suspect');
  });

  it('[S09] whatever shows somebody on the line takes suspensions back; what rang out or was vacant does not', () => {
    const counting = countingRules({ ...cn, suspended: { threshold: 3 } }, shanghai);
    const after = (...codes: string[]) =>
      foldCounters(counted('SUSPENDED', 'SUSPENDED', ...codes), 'debtor', counting).suspended;
    for (const code of ['NO_ANSWER', 'BUSY', 'VACANT']) expect(after(code), code).toBe(2);
    for (const code of ['NEG', 'NSP', 'ABANDONED', 'AGENT_LOST', 'REINSTATE']) expect(after(code), code).toBe(0);
    expect(after('NSP', 'SUSPENDED')).toBe(1);
  });

  it('[OUT-4] the guard of a trunk is the strictest of its campaigns, and none where no rules have one', () => {
    expect(cn.vacantGuard).toEqual(vacantGuardRule);
    expect(strictestGuard([null, null])).toBeNull();
    const soft = { minShare: 0.5, minCalls: 10, withinMs: 60_000 };
    expect(strictestGuard([vacantGuardRule, null, soft])).toEqual({ minShare: 0.3, minCalls: 10, withinMs: 300_000 });
    const ten = Array.from({ length: 10 }, (_, index) => ({ attemptId: `${index}`, at: 1_000, vacant: index < 5 }));
    expect(guardVacantResults(ten, 2_000).tripped).toBe(false);
    expect(guardVacantResults(ten, 2_000, soft).tripped).toBe(true);
    expect(guardVacantResults(ten.slice(1), 2_000, soft).tripped).toBe(false);
  });
});

describe('days that are owed', () => {
  const sixDays: Preset = {
    ...cn,
    openDays: 'schedule',
    window: { ...cn.window, days: [1, 2, 3, 4, 5, 6] },
  };
  // A Friday whose D+2 is a Sunday.
  const friday = '2026-05-15';

  it('[CAL-1] by default a Sunday is an open day; by schedule it is not where no hours open', () => {
    expect(isOpenDay(openDayCalendar(cn, calendars.CN), addDays(friday, 2))).toBe(true);
    const open = openDayCalendar(sixDays, calendars.CN);
    expect([0, 1, 2, 3].map((days) => isOpenDay(open, addDays(friday, days)))).toEqual([true, true, false, true]);
    const noSunday = { ...uk, openDays: 'schedule' as const, window: { ...uk.window, sunday: null } };
    expect(isOpenDay(openDayCalendar(noSunday, calendars.none), '2026-05-17')).toBe(false);
  });

  it('[CAL-1] by schedule a holiday that is dialed on is an open day, and working days stay what they are', () => {
    const holiday = '2026-10-01';
    const always = { ...sixDays, holidayDialing: 'on' as const };
    expect(isOpenDay(openDayCalendar(sixDays, calendars.CN), holiday)).toBe(false);
    expect(isOpenDay(openDayCalendar(always, calendars.CN), holiday)).toBe(true);
    expect(openDayCalendar(sixDays, calendars.CN).makeupWorkdays).toBe(calendars.CN.makeupWorkdays);
  });

  it('[R4] a follow-up due on a weekday that the schedule closes rolls back; calls are not made on it', () => {
    const input = { lastRoundOn: friday, effective: false, openCases: 1, calendar: calendars.CN };
    expect(nextRoundOn({ ...input, preset: cn })).toBe('2026-05-17');
    expect(nextRoundOn({ ...input, preset: sixDays })).toBe('2026-05-16');
    const sunday = at('2026-05-17 10:00');
    expect(windowState(sunday, [shanghai], cn, calendars.CN).open).toBe(true);
    expect(windowState(sunday, [shanghai], sixDays, calendars.CN)).toMatchObject({
      open: false,
      reason: 'outside_window',
      opensAt: at('2026-05-18 08:00'),
    });
  });

  it('[DATE-1] agreed dates roll over weekdays that the schedule closes, and such a day is refused', () => {
    const given = wrapUpFacts({ preset: sixDays, contactAt: at(`${friday} 10:00`), now: at(`${friday} 10:05`) });
    const neg = (nextFollowUpOn: string) =>
      checkWrapUp(
        {
          code: 'NEG',
          party: 'RPC',
          nextFollowUpOn,
          promise: null,
          fundDate: null,
          callbackAt: null,
          suspect: null,
          clues: null,
        },
        given,
      );
    expect(neg('2026-05-17')).toMatchObject({ ok: false, problems: [{ rule: 'R13', key: 'closed_day' }] });
    expect(neg('2026-05-18').ok).toBe(true);
  });

  it('[PRE-5] a campaign may close weekdays and not open what its preset closes', () => {
    expect(rulesUnder(cn, { window: { days: [1, 2, 3, 4, 5] } }).kind).toBe('tightened');
    expect(rulesUnder(sixDays, { window: { days: [5, 6, 7] } })).toEqual({
      kind: 'refused',
      loosened: ['window.days'],
    });
  });
});

describe('what a date holds', () => {
  const mobile = number('mobile', 'self_mobile');
  const work = number('work', 'work');
  const promise = { dueOn: addDays(aDay, 3), promisedOn: aDay, lineId: 'line-mobile' };
  const given = (preset: Preset, now = addDays(aDay, 1)) =>
    decideCase(
      facts({
        preset,
        numbers: [mobile, work],
        case: theCase({ caseClass: 'PTP', promise, nextFollowUpOn: addDays(aDay, 2), lastRoundOn: aDay }),
      }),
      at(`${now} 10:00`),
    ).numbers.map(({ decision }) => (decision.kind === 'ALLOW' ? 'ALLOW' : decision.reason));
  const onNumber: Preset = { ...cn, ptp: { ...cn.ptp, holdScope: 'number' } };

  it('[R7] an open promise holds the case, or the line alone on which it was given', () => {
    expect(given(cn)).toEqual(['ptp_hold', 'ptp_hold']);
    // The work number keeps the cadence: two days after the round of D.
    expect(given(onNumber)).toEqual(['ptp_hold', 'before_next_date']);
    const later = facts({
      preset: onNumber,
      numbers: [mobile, work],
      case: theCase({ caseClass: 'PTP', promise: { ...promise, dueOn: addDays(aDay, 6) }, lastRoundOn: aDay }),
    });
    expect(decideCase(later, at(`${addDays(aDay, 2)} 10:00`)).next).toBe('work');
    const unknown = {
      ...later,
      case: { ...later.case, promise: { ...promise, lineId: null, dueOn: addDays(aDay, 6) } },
    };
    expect(decideCase(unknown, at(`${addDays(aDay, 2)} 10:00`)).next).toBeNull();
  });

  it.each(['LM_A', 'LM_B', 'TP_NOINFO'] as const)(
    '[R18] %s holds the number, or the case where the rules say so',
    (code) => {
      const next = addDays(aDay, 3);
      const request = {
        code,
        party: 'TPC' as const,
        nextFollowUpOn: next,
        promise: null,
        fundDate: null,
        callbackAt: null,
        suspect: null,
        clues: null,
      };
      const effects = (preset: Preset) => {
        const check = checkWrapUp(request, wrapUpFacts({ preset, numberClass: 'relative' }));
        return check.ok ? check.effects : null;
      };
      expect(effects(cn)).toMatchObject({ nextFollowUpOn: null, holdNumberUntil: at(`${next} 00:00`) });
      expect(effects({ ...cn, lm: { holdScope: 'case' } })).toMatchObject({
        nextFollowUpOn: next,
        holdNumberUntil: null,
      });
    },
  );

  it('[R23] a claim of fraud holds every call, or those alone that nobody makes by hand', () => {
    const held = (preset: Preset, mode: 'manual' | 'preview' | 'progressive') =>
      decideDial(
        { ...facts({ preset, mode, case: theCase({ stops: ['fraud_hold'] }) }), number: mobile },
        at(`${aDay} 10:00`),
      );
    expect(held(cn, 'manual')).toMatchObject({ kind: 'BLOCK', reason: 'case_stop' });
    const automatic: Preset = { ...cn, fraud: { hold: 'automatic' } };
    expect(held(automatic, 'manual').kind).toBe('ALLOW');
    expect(held(automatic, 'progressive')).toMatchObject({ kind: 'BLOCK', reason: 'case_stop' });
    expect(held(automatic, 'preview')).toMatchObject({ kind: 'BLOCK', reason: 'case_stop' });
  });

  it('[R35] linked cases nobody looked at hold the dialing only where the gate is hard, and never a call by hand', () => {
    const decide = (
      gate: Preset['links']['gate'],
      linkedUnseen: boolean,
      mode: 'manual' | 'progressive' = 'progressive',
    ) =>
      decideDial(
        { ...facts({ preset: { ...cn, links: { gate } }, mode, case: theCase({ linkedUnseen }) }), number: mobile },
        at(`${aDay} 10:00`),
      );
    expect(decide('soft', true).kind).toBe('ALLOW');
    expect(decide('off', true).kind).toBe('ALLOW');
    expect(decide('hard', false).kind).toBe('ALLOW');
    const held = decide('hard', true);
    expect(held).toMatchObject({ kind: 'DEFER', reason: 'order_wait', until: null });
    expect(held.trace.at(-1)).toMatchObject({ gate: 'order', detail: 'linked_unseen' });
    expect(decide('hard', true, 'manual').kind).toBe('ALLOW');
  });
});

describe('work numbers, tasks and limits', () => {
  const mobile = number('mobile', 'self_mobile', { zones: ['America/New_York'] });
  const work = number('work', 'work', { zones: ['America/New_York'], prohibitedByEmployer: true });
  const decide = (preset: Preset, mode: 'manual' | 'progressive') =>
    decideDial(
      {
        ...facts({ preset, mode, businessZone: 'America/New_York', calendar: calendars.none, numbers: [mobile, work] }),
        number: work,
      },
      at(`${aDay} 10:00`, 'America/New_York'),
    );

  it('[DEC-4] us: a work number on which the employer forbids calls is never dialed, by hand neither', () => {
    for (const mode of ['manual', 'progressive'] as const) {
      expect(decide(us, mode), mode).toMatchObject({ kind: 'BLOCK', reason: 'number_blocked' });
      expect(decide(us, mode).trace.at(-1)).toMatchObject({ gate: 'number_status', detail: 'employer' });
    }
    expect(decide({ ...us, work: { allow: 'always' } }, 'manual').kind).toBe('ALLOW');
    const home = decideDial(
      {
        ...facts({ preset: us, mode: 'manual', businessZone: 'America/New_York', calendar: calendars.none }),
        number: { ...work, class: 'home' },
      },
      at(`${aDay} 10:00`, 'America/New_York'),
    );
    expect(home.kind).toBe('ALLOW');
  });

  it('[R5] such a number is no part of the round', () => {
    const tried = [attempt('mobile', at(`${aDay} 09:00`), 'NO_ANSWER')];
    expect(roundState([mobile, work], tried, us).complete).toBe(true);
    expect(roundState([mobile, work], tried, cn).complete).toBe(false);
  });

  it('[R31] 114 is looked up from the first attempt on where every case is, by the end of the third day after it', () => {
    const first = at(`${aDay} 10:00`);
    const house = { calendar: 'CN' as const, businessZone: shanghai, clocks: cn.clocks };
    expect(lookupOfFirstAttempt(first, house)).toEqual([]);
    const all = { ...house, clocks: { ...cn.clocks, lookup114For: 'all' as const } };
    expect(lookupOfFirstAttempt(first, all)).toEqual([
      { kind: 'lookup_114', because: 'first_attempt', anchorAt: first, dueAt: at(`${addDays(aDay, 4)} 00:00`) - 1 },
    ]);
    expect(lookupOfFirstAttempt(first, { ...all, calendar: 'US' })).toEqual([]);
  });

  it('[PRE-3] uk: at three per cent of a day nothing is launched by itself any more', () => {
    const answers = (abandoned: number, connected: number) => ({ abandoned, connected, estimatedFalseMachines: 0 });
    expect(isHardLimitReached(answers(3, 97), uk.abandon.hardRate)).toBe(true);
    expect(isHardLimitReached(answers(2, 98), uk.abandon.hardRate)).toBe(false);
    expect(isHardLimitReached(answers(0, 0), uk.abandon.hardRate)).toBe(false);
    expect(isHardLimitReached(answers(50, 50), cn.abandon.hardRate)).toBe(false);
    const own = { ringTimeoutMs: 30_000, detectMachine: true, maxAbandonRate: 0.05 };
    expect(limitsUnder(own, uk).hardAbandon).toEqual({ rate: 0.03, overHours: 24 });
    expect(limitsUnder(own, cn).hardAbandon).toBeNull();
    expect(rulesUnder(uk, { abandon: { hardRate: 0.04 } })).toMatchObject({ loosened: ['abandon.hardRate'] });
  });

  it('[STOP-1] a breathing space stops the person, under the rules that know it', () => {
    expect(stopScopeOf('breathing_space')).toBe('person');
    expect([cn, us, uk].map((preset) => isStopKnown('breathing_space', preset))).toEqual([false, false, true]);
    expect(isStopKnown('bankruptcy', cn)).toBe(true);
    expect(stopsKnown(uk)).toEqual(stopKinds);
    expect(stopsKnown(cn)).toEqual(stopKinds.filter((kind) => kind !== 'breathing_space'));
  });
});
