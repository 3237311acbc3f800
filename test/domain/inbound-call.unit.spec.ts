import { describe, expect, it } from 'vitest';
import { applyAttemptEvent, arrivedAttempt, type AttemptEvent } from '../../src/domain/attempt.ts';
import {
  announcedMinutes,
  expectedWaitMs,
  matchCaller,
  takesCallsAt,
  type CallerCase,
} from '../../src/domain/inbound-call.ts';

const given = (caseId: string, over: Partial<CallerCase> = {}): CallerCase => ({
  caseId,
  debtorId: 'd1',
  open: true,
  ownerId: null,
  callbackAt: null,
  followUpBy: null,
  owedMinor: 100,
  ...over,
});
const about = (...cases: CallerCase[]) => {
  const match = matchCaller(cases);
  return match.kind === 'unknown' ? null : match.about.caseId;
};

describe('whom a call is about', () => {
  it('[INB-3] the most urgent case: agreed call, owner, due longest, owed most, in this order', () => {
    const owed = given('owed', { owedMinor: 900 });
    const due = given('due', { followUpBy: '2026-11-20' });
    const owned = given('owned', { ownerId: 'o', followUpBy: '2026-12-01' });
    const agreed = given('agreed', { callbackAt: 5 });
    expect(about(given('plain'), owed)).toBe('owed');
    expect(about(owed, due, given('later', { followUpBy: '2026-11-21' }))).toBe('due');
    expect(about(due, owned)).toBe('owned');
    expect(about(owned, given('agreed later', { callbackAt: 6 }), agreed)).toBe('agreed');
    expect(about()).toBe(null);
  });

  it('[INB-3] in whatever order the cases come: each reason counts only among those that are equal by all before it', () => {
    const ranked = [
      given('b1', { callbackAt: 5, owedMinor: 1 }),
      given('b2', { callbackAt: 6, ownerId: 'o', followUpBy: '2026-11-01', owedMinor: 999 }),
      given('c1', { ownerId: 'o', followUpBy: '2026-11-20', owedMinor: 1 }),
      given('c2', { ownerId: 'o', followUpBy: '2026-11-21', owedMinor: 999 }),
      given('c3', { ownerId: 'o', owedMinor: 999 }),
      given('d1', { followUpBy: '2026-11-02', owedMinor: 1 }),
      given('d2', { followUpBy: '2026-11-02', owedMinor: 1 }),
      given('e1', { owedMinor: 900 }),
      given('e2', { owedMinor: 100 }),
      given('e3', { owedMinor: 100 }),
    ];
    ranked.forEach((first, at) => {
      const rest = ranked.slice(at + 1);
      expect(about(first, ...rest)).toBe(first.caseId);
      expect(about(...rest.toReversed(), first)).toBe(first.caseId);
      expect(about(...rest, first)).toBe(first.caseId);
    });
  });

  it('[INB-3] cases that are over count only when there are no others', () => {
    expect(about(given('over', { open: false, callbackAt: 1 }), given('open'))).toBe('open');
    expect(about(given('over', { open: false }))).toBe('over');
  });

  it('[INB-4] a line of several debtors is shared, one of several cases of one debtor is not', () => {
    expect(matchCaller([given('a'), given('b', { debtorId: 'd2' })]).kind).toBe('shared');
    expect(matchCaller([given('a'), given('b')]).kind).toBe('person');
    expect(matchCaller([given('a'), given('b', { debtorId: 'd2', open: false })]).kind).toBe('person');
    expect(matchCaller([]).kind).toBe('unknown');
  });
});

describe('when calls are taken', () => {
  const hours = { opens: '08:00', closes: '20:00', days: [1, 2, 3, 4, 5] };
  const at = (text: string) => takesCallsAt(hours, Date.parse(text), 'Asia/Shanghai');

  it('[INB-11] from opening until closing, half-open, on its weekdays, in the business zone', () => {
    expect(at('2026-11-24T07:59:59+08:00')).toBe(false);
    expect(at('2026-11-24T08:00:00+08:00')).toBe(true);
    expect(at('2026-11-24T19:59:59+08:00')).toBe(true);
    expect(at('2026-11-24T20:00:00+08:00')).toBe(false);
    expect(at('2026-11-28T12:00:00+08:00')).toBe(false);
  });
});

describe('how long it may take', () => {
  it('[INB-7] the wait grows with the place and shrinks with the agents; nobody at work: no promise', () => {
    expect(expectedWaitMs({ position: 2, agents: 4, meanHandlingMs: 120_000 })).toBe(60_000);
    expect(expectedWaitMs({ position: 1, agents: 1, meanHandlingMs: null })).toBe(180_000);
    expect(expectedWaitMs({ position: 1, agents: 0, meanHandlingMs: 1 })).toBe(null);
    expect(announcedMinutes(1)).toBe(1);
    expect(announcedMinutes(60_000)).toBe(1);
    expect(announcedMinutes(60_001)).toBe(2);
  });
});

describe('the record of a call that reached us', () => {
  const status = (at: number, word: 'in-progress' | 'completed' | 'no-answer'): AttemptEvent => ({
    type: 'carrierStatus',
    at,
    sid: 'CA1',
    status: word,
    sequence: null,
    sipCode: null,
    cause: null,
    errorCode: null,
  });
  const after = (...events: AttemptEvent[]) =>
    events.reduce(
      (record, event) => {
        const step = applyAttemptEvent(record, event);
        return step.kind === 'moved' ? step.to : record;
      },
      arrivedAttempt(10, 'CA1'),
    );

  it('[INB-10] announcements are no answer: who leaves before an agent is a missed call, whose fault nobody is', () => {
    expect(after(status(20, 'in-progress'))).toMatchObject({ state: 'ringing', answeredAt: null });
    for (const word of ['completed', 'no-answer'] as const) {
      expect(after(status(20, 'in-progress'), status(30, word)).ending).toEqual({
        at: 30,
        fault: 'none',
        reason: 'caller-left',
        systemResult: 'CANCELED',
      });
    }
  });

  it('[INB-1] with an agent it ends like any talk', () => {
    const talk = after(
      { type: 'mediaStarted', at: 20, sid: 'CA1' },
      { type: 'connected', at: 21, agentId: 'a' },
      status(60, 'completed'),
    );
    expect(talk).toMatchObject({
      answeredAt: 20,
      placedAt: null,
      ending: { reason: 'callee-hung-up', systemResult: null },
    });
  });
});
