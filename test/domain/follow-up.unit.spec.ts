import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import {
  bringsData,
  dueSoonMs,
  searchDueAt,
  taskKinds,
  taskOfData,
  tasksOfEndedTracing,
  tasksOfTracing,
  visitAfterUnpaid,
  visitUnanswered,
} from '../../src/domain/case-tasks.ts';
import type { NumberFacts } from '../../src/domain/dial-facts.ts';
import { followUpPlan, lastDayMissed, openDaysOf } from '../../src/domain/follow-up-plan.ts';
import { presets } from '../../src/domain/presets.ts';
import { lookup114DueFrom, taskState } from '../../src/domain/task-clocks.ts';
import { at, facts, number, shanghai, theCase } from './given.ts';

const now = at('2026-05-13 10:00');
const { clocks } = presets.cn;
const house = { calendar: 'CN', businessZone: shanghai, clocks } as const;

describe('by when a follow-up is owed', () => {
  const owedBy = (over: Parameters<typeof theCase>[0]) => followUpPlan(facts({ case: theCase(over) }), now).followUpBy;

  it('[DATE-3] the promise, then the agreed instant, then the agreed date, then the cadence; new cases owe nothing yet', () => {
    const promise = { dueOn: '2026-05-14', promisedOn: '2026-05-12' };
    const all = {
      promise,
      callbackAt: at('2026-05-16 09:00'),
      nextFollowUpOn: '2026-05-18',
      lastRoundOn: '2026-05-12',
    };
    expect(owedBy(all)).toBe('2026-05-14');
    expect(owedBy({ ...all, promise: null })).toBe('2026-05-16');
    expect(owedBy({ ...all, promise: null, callbackAt: null })).toBe('2026-05-18');
    expect(owedBy({ lastRoundOn: '2026-05-12' })).toBe('2026-05-14');
    expect(owedBy({ lastRoundOn: '2026-05-12', ownerOpenCases: 201 })).toBe('2026-05-15');
    expect(owedBy({ lastRoundOn: '2026-05-12', effective: true })).toBe('2026-05-13');
    expect(owedBy({})).toBeNull();
  });

  it('[DATE-3] the day of an agreed instant is that of the business zone', () => {
    const late = { case: theCase({ callbackAt: at('2026-05-16 01:00') }), businessZone: 'Europe/London' };
    expect(followUpPlan(facts(late), now).followUpBy).toBe('2026-05-15');
  });

  const waiting = (...numbers: readonly NumberFacts[]) => followUpPlan(facts({ numbers }), now).waitingUntil;
  const held = (id: string, holdUntil: number, over: Partial<NumberFacts> = {}) =>
    number(id, 'home', { holdUntil, ...over });

  it('[DATE-3] a case waits while each number that is left is held, until the first hold ends', () => {
    expect(waiting(held('a', now + 2), held('b', now + 1))).toBe(now + 1);
    expect(waiting(held('a', now + 2), number('b', 'home'))).toBeNull();
    expect(waiting(held('a', now + 2), held('b', now))).toBeNull();
    expect(waiting()).toBeNull();
  });

  it('[DATE-3] numbers out of use, unverified or left to a human do not keep a case from waiting', () => {
    for (const out of [
      number('b', 'home', { status: 'invalid' }),
      number('b', 'home', { status: 'unverified' }),
      number('b', 'home', { lastResult: 'NUMBER_CHANGED' }),
    ]) {
      expect(waiting(held('a', now + 2), out), out.status).toBe(now + 2);
      expect(waiting(out)).toBeNull();
      expect(waiting(held('a', now + 2), { ...out, holdUntil: now + 1 })).toBe(now + 2);
    }
  });

  it('[DATE-3] what was owed by the last open day is overdue; closed days in between are nobody’s fault', () => {
    expect(lastDayMissed(calendars.CN, '2026-05-13')).toBe('2026-05-12');
    expect(lastDayMissed(calendars.CN, '2026-10-08')).toBe('2026-09-30');
    expect(openDaysOf(calendars.CN, ['2026-09-30', '2026-10-01', '2026-10-08'])).toEqual(['2026-09-30', '2026-10-08']);
  });
});

describe('tasks that events make', () => {
  it('[R20] the last number gone: the search by phone has three days, 114 those from the first attempt', () => {
    const due = at('2026-05-17 00:00') - 1;
    expect(searchDueAt(now, shanghai, clocks)).toBe(due);
    const task = { because: 'all_invalid', anchorAt: now };
    expect(tasksOfTracing(now, at('2026-05-12 09:00'), house)).toEqual([
      { ...task, kind: 'trace_phone', dueAt: due },
      { ...task, kind: 'lookup_114', dueAt: at('2026-05-16 00:00') - 1 },
    ]);
    expect(tasksOfTracing(now, null, { ...house, calendar: 'UK' }).map(({ kind }) => kind)).toEqual(['trace_phone']);
    expect(tasksOfTracing(now, null, { ...house, calendar: 'none' }).map(({ kind }) => kind)).toEqual([
      'trace_phone',
      'lookup_114',
    ]);
  });

  it('[R31] a case traced later than three days after its first attempt has its three days from then on', () => {
    const from = (firstAttemptAt: number | null, tracedAt: number) =>
      lookup114DueFrom({ firstAttemptAt, tracedAt }, shanghai, clocks);
    const end = at('2026-05-16 00:00') - 1;
    expect(from(at('2026-05-12 09:00'), end)).toBe(end);
    expect(from(at('2026-05-12 09:00'), end + 1)).toBe(at('2026-05-20 00:00') - 1);
    expect(from(null, now)).toBe(at('2026-05-17 00:00') - 1);
  });

  it('[R20] the search ended without a number: registry and a visit to propose; with one nothing', () => {
    const task = { because: 'tracing_ended', anchorAt: now };
    expect(tasksOfEndedTracing(now, 0, house)).toEqual([
      { ...task, kind: 'registry_check', dueAt: at('2026-05-17 00:00') - 1 },
      { ...task, kind: 'visit_proposal', dueAt: at('2026-05-14 10:00') },
    ]);
    expect(tasksOfEndedTracing(now, 1, house)).toEqual([]);
  });

  it.each([
    ['[R33] data from outside', 'data_entry', 'data_obtained'],
    ['[R34] news of a visit', 'visit_entry', 'visit_returned'],
  ] as const)('%s is a task of 24 hours', (_, kind, because) => {
    expect(taskOfData(kind, now, clocks)).toEqual({ kind, because, anchorAt: now, dueAt: now + 86_400_000 });
  });

  it('[R33] what a search brings has to be entered; a visit to propose and an entry bring nothing new', () => {
    expect(taskKinds.filter((kind) => bringsData.has(kind))).toEqual(['trace_phone', 'lookup_114', 'registry_check']);
  });

  it('[R39] a visit is proposed 24 hours after the account stands unpaid, named by what happened', () => {
    const refusedAt = at('2026-05-12 10:00');
    const proposal = { kind: 'visit_proposal', anchorAt: refusedAt, dueAt: refusedAt + 86_400_000 };
    expect(visitAfterUnpaid({ refusedAt, agreedOn: null }, now, house)).toEqual({ ...proposal, because: 'refused' });
    const over = at('2026-05-13 00:00');
    expect(visitAfterUnpaid({ refusedAt: null, agreedOn: '2026-05-12' }, now, house)).toEqual({
      ...proposal,
      because: 'agreed_day_unpaid',
      anchorAt: over,
      dueAt: over + 86_400_000,
    });
    expect(visitAfterUnpaid({ refusedAt: null, agreedOn: '2026-05-13' }, now, house)).toBeNull();
  });

  it('[R19] a row of rounds without an answer is known by its first call and due a day from now', () => {
    const firstCallAt = at('2026-05-01 09:00');
    expect(visitUnanswered(firstCallAt, now, clocks)).toEqual({
      kind: 'visit_proposal',
      because: 'unanswered',
      anchorAt: firstCallAt,
      dueAt: now + 86_400_000,
    });
  });

  it('[TASK-1] a task is due soon when less than four hours are left, and in time at its very instant', () => {
    expect(dueSoonMs).toBe(4 * 3_600_000);
    expect(taskState(now + dueSoonMs, null, now, dueSoonMs)).toBe('open');
    expect(taskState(now + dueSoonMs - 1, null, now, dueSoonMs)).toBe('due_soon');
    expect(taskState(now, null, now, dueSoonMs)).toBe('due_soon');
    expect(taskState(now, null, now + 1, dueSoonMs)).toBe('breached');
    expect(taskState(now, now, now + 1, dueSoonMs)).toBe('done');
  });
});
