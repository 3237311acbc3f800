import { describe, expect, it } from 'vitest';
import { presets } from '../../src/domain/presets.ts';
import { checkLeave, isLeaveCode, leaveCovers, optionsUnder } from '../../src/domain/window-leave.ts';
import { prefillWrapUp } from '../../src/domain/wrap-up-dates.ts';
import { wrapUpOptions } from '../../src/domain/wrap-up.ts';
import { addDays } from '../../src/domain/zoned-time.ts';
import { nothingSaid, wrapUpFacts } from './given.ts';

const given = wrapUpFacts();
const granted = { ...given, override: true };
const ends = (facts: typeof given) => ({
  PTP: prefillWrapUp('PTP', facts).promiseDue,
  FUND: prefillWrapUp('FUND', facts).fundDate,
  LM_A: prefillWrapUp('LM_A', facts).nextFollowUp,
});
const [plain, wide] = [ends(given), ends(granted)];
const fields = { PTP: ['promise.dueOn', 'R14'], FUND: ['fundDate', 'R15'], LM_A: ['nextFollowUpOn', 'R17'] } as const;

describe('a day beyond the window, that a supervisor lets a call have', () => {
  it('[LEAVE-1] can be asked for these codes alone', () => {
    expect((['PTP', 'FUND', 'LM_A', 'NEG', 'LM_B'] as const).filter(isLeaveCode)).toEqual(['PTP', 'FUND', 'LM_A']);
  });

  it.each(['PTP', 'FUND', 'LM_A'] as const)(
    '[LEAVE-1] %s: from the day after the window to the last that may be granted',
    (code) => {
      const [window, most] = [plain[code], wide[code]];
      if (window === null || most === null) throw new Error(`${code} has no window`);
      const allowed = { min: window.max, max: most.max };
      const [field, rule] = fields[code];
      const check = (day: string) => checkLeave({ code, day }, given);
      expect(most.max > window.max).toBe(true);
      expect(check(addDays(window.min, -1))).toEqual({ field, rule, key: 'too_early', allowed });
      expect(check(window.min)).toEqual({ field, rule, key: 'no_leave_needed', allowed });
      expect(check(window.max)).toEqual({ field, rule, key: 'no_leave_needed', allowed });
      expect(check(most.max)).toBeNull();
      expect(check(addDays(most.max, 1))).toEqual({ field, rule, key: 'too_late', allowed });
      expect(check('2026-02-30')).toEqual({ field, rule, key: 'not_a_date' });
    },
  );

  it('[LEAVE-1] a follow-up is granted for open days alone', () => {
    const days = [1, 2, 3, 4, 5, 7];
    const noSaturday = {
      ...given,
      preset: { ...presets.cn, openDays: 'schedule' as const, window: { ...presets.cn.window, days } },
    };
    const check = (day: string) => checkLeave({ code: 'LM_A', day }, noSaturday);
    expect(check('2026-05-22')).toBeNull();
    expect(check('2026-05-23')).toMatchObject({ field: 'nextFollowUpOn', rule: 'R17', key: 'closed_day' });
    expect(check('2026-05-24')).toBeNull();
  });

  it('[LEAVE-3] is for its code, up to its day', () => {
    const leave = { code: 'FUND', day: '2026-06-10' } as const;
    const asks = (over: object) => leaveCovers(leave, { ...nothingSaid, code: 'FUND', ...over });
    expect([asks({ fundDate: '2026-06-10' }), asks({ fundDate: '2026-06-09' })]).toEqual([true, true]);
    expect([asks({ fundDate: '2026-06-11' }), asks({ fundDate: null })]).toEqual([false, false]);
    expect(asks({ code: 'LM_A', nextFollowUpOn: '2026-06-01', fundDate: '2026-06-01' })).toBe(false);
    expect(leaveCovers(null, { ...nothingSaid, code: 'FUND', fundDate: '2026-06-01' })).toBe(false);
    const promised = (dueOn: string) => ({ ...nothingSaid, code: 'PTP' as const, promise: { dueOn, amountMinor: 1 } });
    const ptp = { code: 'PTP', day: '2026-06-10' } as const;
    expect(leaveCovers(ptp, promised('2026-06-10') as never)).toBe(true);
    expect(leaveCovers(ptp, promised('2026-06-11') as never)).toBe(false);
    const left = { code: 'LM_A', day: '2026-06-10' } as const;
    expect(leaveCovers(left, { ...nothingSaid, code: 'LM_A', nextFollowUpOn: '2026-06-10' })).toBe(true);
    expect(leaveCovers(left, { ...nothingSaid, code: 'LM_A', nextFollowUpOn: '2026-06-11' })).toBe(false);
  });

  it('[LEAVE-3] widens the choice of its code up to its day, and no other', () => {
    const none = wrapUpOptions(given);
    expect(optionsUnder(null, given)).toEqual(none);
    for (const code of ['PTP', 'FUND', 'LM_A'] as const) {
      const day = addDays(plain[code]?.max ?? '', 1);
      const options = optionsUnder({ code, day }, given);
      expect(options.filter((each) => each.code !== code)).toEqual(none.filter((each) => each.code !== code));
      const own = options.find((each) => each.code === code);
      const bounds = { PTP: own?.promiseDue, FUND: own?.fundDate, LM_A: own?.nextFollowUp }[code];
      expect(bounds).toEqual({ ...wide[code], max: day });
      const beyond = optionsUnder({ code, day: addDays(wide[code]?.max ?? '', 9) }, given).find(
        (each) => each.code === code,
      );
      expect({ PTP: beyond?.promiseDue, FUND: beyond?.fundDate, LM_A: beyond?.nextFollowUp }[code]).toEqual(wide[code]);
    }
  });
});
