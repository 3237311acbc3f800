import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { decideCase, decideDial } from '../../src/domain/dial-decision.ts';
import type { CaseDialFacts } from '../../src/domain/dial-facts.ts';
import { presets } from '../../src/domain/presets.ts';
import { promisePhase, reminderOn } from '../../src/domain/promise-calls.ts';
import { at, attempt, facts, number, theCase } from './given.ts';

const remind = (promisedOn: string, dueOn: string, preset = presets.cn): string | null =>
  reminderOn({ promisedOn, dueOn, preset, calendar: calendars.CN });

const mobile = number('mobile', 'self_mobile');
const numbers = [mobile, number('home', 'home'), number('contact', 'contact')];
const promised = (over: Partial<CaseDialFacts> = {}) =>
  facts({
    numbers,
    case: theCase({
      caseClass: 'PTP',
      promise: { promisedOn: '2026-05-11', dueOn: '2026-05-14' },
      nextFollowUpOn: '2026-05-13',
      roundNumber: 2,
      lastRoundOn: '2026-05-11',
    }),
    ...over,
  });
const decide = (given: CaseDialFacts, now: string, which = mobile) => decideDial({ ...given, number: which }, at(now));

describe('promises and the calls they ask for', () => {
  it('[S15] an open promise holds every number until its reminder; a fund date holds the case until its day', () => {
    const held = decideCase(promised(), at('2026-05-12 09:00'));
    for (const { decision } of held.numbers) expect(decision).toMatchObject({ kind: 'DEFER', reason: 'ptp_hold' });
    expect(held).toMatchObject({ dueAt: at('2026-05-13 08:00'), dueReason: 'ptp_hold' });
    const fund = facts({
      case: theCase({ caseClass: 'RAISING_FUNDS', nextFollowUpOn: '2026-05-17', lastRoundOn: '2026-05-12' }),
    });
    expect(decide(fund, '2026-05-16 21:00')).toMatchObject({
      kind: 'DEFER',
      reason: 'before_next_date',
      until: at('2026-05-17 08:00'),
    });
    expect(decide(fund, '2026-05-17 08:00').kind).toBe('ALLOW');
  });

  it('[S16] the reminder is on the working day before, make-up workdays counted', () => {
    expect(remind('2026-01-02', '2026-01-05')).toBe('2026-01-04');
    expect(remind('2026-01-06', '2026-01-09')).toBe('2026-01-08');
    expect(remind('2026-05-07', '2026-05-10')).toBe('2026-05-09');
  });

  it('[R9] a reminder on or before the promise day moves to the day before, or is covered by the promise itself', () => {
    expect(remind('2026-05-15', '2026-05-18')).toBe('2026-05-17');
    expect(remind('2026-05-12', '2026-05-13')).toBeNull();
    expect(remind('2026-05-12', '2026-05-12')).toBeNull();
    expect(remind('2026-10-05', '2026-10-07')).toBeNull();
    expect(remind('2026-05-11', '2026-05-14', presets['us-regf'])).toBeNull();
  });

  it('[R9] on the reminder day the own numbers are called, with an agent reserved, third parties are not', () => {
    const given = promised();
    expect(decide(given, '2026-05-13 09:00')).toMatchObject({ kind: 'ALLOW', agentReserved: true });
    expect(decide(given, '2026-05-13 09:00', numbers[2])).toMatchObject({ kind: 'DEFER', reason: 'ptp_hold' });
    const confirmed = { ...given, case: { ...given.case, nextFollowUpOn: '2026-05-14' } };
    expect(decide(confirmed, '2026-05-13 15:00')).toMatchObject({ reason: 'ptp_hold', until: at('2026-05-14 08:00') });
    const reached = {
      ...given,
      history: [attempt('mobile', at('2026-05-13 09:00'), 'PTP_CONFIRM', { party: 'RPC', roundNumber: 2 })],
    };
    expect(decide(reached, '2026-05-13 10:00')).toMatchObject({ reason: 'ptp_hold', until: at('2026-05-14 08:00') });
  });

  it('[S17] on the due day a morning without answer is followed by an attempt at midday', () => {
    const tried = promised({
      history: [
        attempt('mobile', at('2026-05-14 09:00'), 'NO_ANSWER', { roundNumber: 2 }),
        attempt('home', at('2026-05-14 09:05'), 'NO_ANSWER', { roundNumber: 2 }),
      ],
    });
    expect(decideCase(promised(), at('2026-05-14 09:00')).next).toBe('mobile');
    expect(decideCase(tried, at('2026-05-14 10:00'))).toMatchObject({ next: null, dueAt: at('2026-05-14 12:00') });
    expect(decideCase(tried, at('2026-05-14 12:00')).next).toBe('mobile');
    const paid = { ...tried, case: { ...tried.case, stops: ['paid' as const] } };
    expect(decideCase(paid, at('2026-05-14 18:00'))).toMatchObject({ next: null, dueAt: null });
  });

  it('[R10] at most two attempts in a daypart, none more after the debtor was reached in it', () => {
    const one = attempt('mobile', at('2026-05-14 09:00'), 'NO_ANSWER', { roundNumber: 2 });
    expect(decideCase(promised({ history: [one] }), at('2026-05-14 09:05')).next).toBe('home');
    const talk = attempt('mobile', at('2026-05-14 09:00'), 'PTP_CONFIRM', { roundNumber: 2, party: 'RPC' });
    const reached = promised({ history: [talk] });
    expect(decideCase(reached, at('2026-05-14 09:40'))).toMatchObject({ next: null, dueAt: at('2026-05-14 12:00') });
    const evening = promised({ history: [{ ...talk, at: at('2026-05-14 18:10'), endedAt: at('2026-05-14 18:12') }] });
    const night = decideCase(evening, at('2026-05-14 19:00'));
    expect(night).toMatchObject({ next: null, dueAt: at('2026-05-15 00:00'), dueReason: 'ptp_hold' });
  });

  it('[R7] the promise stands until its grace is over and then holds nothing', () => {
    const promise = { dueOn: '2026-05-14', reminderOn: '2026-05-13' };
    const phase = (today: string, preset = presets.cn) => promisePhase(promise, today, preset);
    expect(['2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15'].map((day) => phase(day))).toEqual([
      'held',
      'reminder_day',
      'due_day',
      'past_due',
    ]);
    expect(phase('2026-05-14', presets['us-regf'])).toBe('held');
    const grace = { ...presets.cn, ptp: { ...presets.cn.ptp, graceDays: 1 } };
    expect([phase('2026-05-15', grace), phase('2026-05-16', grace)]).toEqual(['held', 'past_due']);
    expect(decide(promised(), '2026-05-15 08:00').kind).toBe('ALLOW');
  });

  it('[R10] the promise calls are made on holidays too where the preset says so, nothing else is', () => {
    const due = promised({
      case: theCase({
        caseClass: 'PTP',
        promise: { promisedOn: '2026-09-30', dueOn: '2026-10-02' },
        nextFollowUpOn: '2026-10-02',
      }),
    });
    expect(decideCase(due, at('2026-10-02 09:00')).next).toBe('mobile');
    expect(decideCase(facts({ numbers }), at('2026-10-02 09:00'))).toMatchObject({ next: null, dueReason: 'holiday' });
  });

  it('[R10] us-regf makes no promise calls: quiet until the promise is over', () => {
    const us = promised({ preset: presets['us-regf'] });
    expect(decide(us, '2026-05-14 09:00')).toMatchObject({
      kind: 'DEFER',
      reason: 'ptp_hold',
      until: at('2026-05-15 08:00'),
    });
  });
});
