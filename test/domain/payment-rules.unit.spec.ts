import { describe, expect, it } from 'vitest';
import { followUpPlan } from '../../src/domain/follow-up-plan.ts';
import { judgePromise, type JudgedDebt } from '../../src/domain/payment/judge-promise.ts';
import { afterKeptPromise, checkPayment, owedMinor, promiseStatusOf } from '../../src/domain/payment/payment-rules.ts';
import { at, facts, theCase } from './given.ts';

describe('payments', () => {
  const promise = { amountMinor: 1000, promisedOn: '2026-05-12', dueOn: '2026-05-14', graceDays: 0, isOpen: true };
  const debt = (over: Partial<JudgedDebt> = {}): JudgedDebt => ({
    amountMinor: 5000,
    caseClass: 'PTP',
    payments: [],
    ...over,
  });
  const paid = (amountMinor: number, paidOn: string) => ({ amountMinor, paidOn });

  it('[PTP-2] a promise asks for at most what was left of the debt on its day', () => {
    const rest = [paid(4400, '2026-05-11'), paid(600, '2026-05-13')];
    expect(judgePromise(promise, debt({ payments: rest }), '2026-05-20')).toBe('kept');
    expect(judgePromise(promise, debt({ payments: rest.slice(1) }), '2026-05-14')).toBe('partial');
    expect(judgePromise(promise, debt({ payments: rest.slice(1) }), '2026-05-15')).toBe('broken');
    expect(judgePromise(promise, debt({ payments: [paid(4400, '2026-05-12')] }), '2026-05-12')).toBe('kept');
  });

  it('[PTP-2] what is paid on the day of the promise or later is paid on it, and leaves it as large as it was', () => {
    const whole = { ...promise, amountMinor: 1000 };
    for (const day of ['2026-05-12', '2026-05-13']) {
      const part = debt({ amountMinor: 1000, payments: [paid(600, day)] });
      expect(judgePromise(whole, part, '2026-05-14')).toBe('partial');
    }
    const before = debt({ amountMinor: 1000, payments: [paid(600, '2026-05-11'), paid(400, '2026-05-13')] });
    expect(judgePromise(whole, before, '2026-05-14')).toBe('kept');
  });

  it('[PTP-2] a claim leaves an open promise to the posting, and opens none again', () => {
    const claimed = debt({ caseClass: 'PAID_PENDING' });
    expect(judgePromise(promise, claimed, '2026-05-30')).toBe('claimed');
    expect(judgePromise({ ...promise, isOpen: false }, claimed, '2026-05-30')).toBe('broken');
    const posted = debt({ caseClass: 'PAID_PENDING', payments: [paid(1000, '2026-05-14')] });
    expect(judgePromise(promise, posted, '2026-05-30')).toBe('kept');
    expect((['open', 'partial', 'claimed', 'kept', 'broken'] as const).map(promiseStatusOf)).toEqual([
      'open',
      'open',
      'open',
      'kept',
      'broken',
    ]);
  });

  it('[PTP-2] a kept promise leaves the rest to be talked about, where the promise still set the class', () => {
    const before = { caseClass: 'PTP', nextFollowUpOn: null } as const;
    const after = { caseClass: 'NEGOTIATING', nextFollowUpOn: '2026-05-15' };
    expect(afterKeptPromise(before, '2026-05-15')).toEqual(after);
    expect(afterKeptPromise({ ...before, caseClass: 'PTP_BROKEN' }, '2026-05-15')).toEqual(after);
    expect(afterKeptPromise({ ...before, caseClass: 'PAID_PENDING' }, '2026-05-15')).toEqual(after);
    const since = { caseClass: 'RAISING_FUNDS', nextFollowUpOn: '2026-05-18' } as const;
    expect(afterKeptPromise(since, '2026-05-15')).toEqual(since);
  });

  it('[PTP-3] what stands against a payment is said all at once; nothing owed is never less than nothing', () => {
    const given = { currency: 'CNY', placementDate: '2026-05-01', today: '2026-05-12' };
    const terms = { amountMinor: 1, currency: 'CNY', paidOn: '2026-05-12' };
    expect(checkPayment(terms, given)).toEqual([]);
    expect(checkPayment({ ...terms, paidOn: '2026-05-01' }, given)).toEqual([]);
    const rules = (over: object) => checkPayment({ ...terms, ...over }, given).map(({ rule }) => rule);
    expect(rules({ amountMinor: 0, currency: 'USD', paidOn: '2026-05-13' })).toEqual([
      'not_positive',
      'other_currency',
      'in_the_future',
    ]);
    expect(rules({ amountMinor: 1.5, paidOn: '2026-04-30' })).toEqual(['not_positive', 'before_placement']);
    expect([owedMinor(5, 3), owedMinor(5, 5), owedMinor(5, 9)]).toEqual([2, 0, 0]);
  });

  it('[PTP-2] a claim is looked up on its day where that comes after the due day', () => {
    const now = at('2026-05-13 10:00');
    const planned = (caseClass: 'PTP' | 'PAID_PENDING', nextFollowUpOn: string | null) => {
      const open = { dueOn: '2026-05-14', promisedOn: '2026-05-12' };
      return followUpPlan(facts({ case: theCase({ caseClass, nextFollowUpOn, promise: open }) }), now).followUpBy;
    };
    expect(planned('PTP', '2026-05-15')).toBe('2026-05-14');
    expect(planned('PAID_PENDING', '2026-05-15')).toBe('2026-05-15');
    expect(planned('PAID_PENDING', '2026-05-13')).toBe('2026-05-14');
    expect(planned('PAID_PENDING', null)).toBe('2026-05-14');
  });
});
