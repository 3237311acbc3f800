import { describe, expect, it } from 'vitest';
import { nextRoundOn } from '../../src/domain/cadence.ts';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { fraudDeadline, deadlineState } from '../../src/domain/fraud-workflow.ts';
import { presets } from '../../src/domain/presets.ts';
import { reminderOn } from '../../src/domain/promise-calls.ts';
import { dataEntryDueAt, lookup114DueAt, taskState, unpaidSince, visitDueAt } from '../../src/domain/task-clocks.ts';
import type { DispositionCode } from '../../src/domain/vocabulary.ts';
import { prefillWrapUp } from '../../src/domain/wrap-up-dates.ts';
import { at, shanghai, wrapUpFacts } from './given.ts';

const { cn } = presets;

/** Bounds of the next date after a talk at ten on that day, as `min max prefill`, with `excused` where it is. */
function next(code: DispositionCode, on: string, fundDate: string | null = null): string {
  const contactAt = at(`${on} 10:00`);
  const bounds = prefillWrapUp(code, wrapUpFacts({ contactAt, now: contactAt }), fundDate);
  const days = bounds.nextFollowUp ?? bounds.promiseDue;
  return `${days?.min ?? ''} ${days?.max ?? ''} ${days?.prefill ?? ''}${bounds.excused ? ' excused' : ''}`;
}

describe('windows at the ends of months, years and holidays', () => {
  it.each<[string, DispositionCode, string, string]>([
    ['over the end of the year, New Year closed', 'NEG', '2026-12-31', '2027-01-02 2027-01-07 2027-01-02'],
    ['over the last day of February', 'NEG', '2027-02-27', '2027-02-28 2027-03-06 2027-02-28'],
    ['over a leap day', 'NEG', '2028-02-27', '2028-02-28 2028-03-05 2028-02-28'],
    ['wholly inside Spring Festival', 'NEG', '2026-02-15', '2026-02-24 2026-02-24 2026-02-24 excused'],
    ['its end inside National Day', 'NEG', '2026-09-26', '2026-09-28 2026-09-30 2026-09-28'],
    ['its start inside the Mid-Autumn days', 'REFUSE', '2026-09-24', '2026-09-28 2026-09-30 2026-09-28'],
    ['its prefill on a closed day', 'LM_A', '2026-04-02', '2026-04-07 2026-04-09 2026-04-07'],
    ['over the end of the year', 'LM_A', '2026-12-30', '2027-01-02 2027-01-06 2027-01-02'],
    ['its last day closed', 'LM_B', '2026-09-24', '2026-09-28 2026-09-30 2026-09-28'],
    ['wholly inside Spring Festival', 'LM_B', '2026-02-14', '2026-02-24 2026-02-24 2026-02-24 excused'],
    ['says paid before a holiday', 'PAID_CLAIM', '2026-04-30', '2026-05-06 2026-05-06 2026-05-06 excused'],
    ['counts calendar days, closed or not', 'PTP', '2026-09-30', '2026-09-30 2026-10-03 2026-10-02'],
    ['over a leap day', 'PTP', '2028-02-27', '2028-02-27 2028-03-01 2028-02-29'],
  ])('[R13] [R14] [R17] [R18] %s', (name, code, on, expected) => {
    expect(next(code, on), name).toBe(expected);
  });

  it('[R15] the follow-up of funds lies between the next open day and the fund date, whatever is closed', () => {
    expect(next('FUND', '2026-09-30', '2026-10-07')).toBe('2026-10-08 2026-10-08 2026-10-08 excused');
    expect(next('FUND', '2026-09-28', '2026-10-02')).toBe('2026-09-29 2026-09-30 2026-09-30');
    expect(next('FUND', '2026-12-31', '2026-12-31')).toBe('2026-12-31 2026-12-31 2026-12-31');
    expect(next('FUND', '2026-12-30', '2027-01-01')).toBe('2026-12-31 2026-12-31 2026-12-31');
  });

  it.each([
    ['the day before a holiday', '2026-05-06', '2026-05-03', null],
    ['made on the working day before it', '2026-10-08', '2026-10-05', null],
    ['a make-up Sunday', '2026-01-05', '2026-01-03', '2026-01-04'],
    ['a make-up Saturday', '2026-02-15', '2026-02-13', '2026-02-14'],
    ['a Monday, made on Friday: the Sunday is open', '2026-11-30', '2026-11-27', '2026-11-29'],
    ['a Monday, made on Thursday: Friday', '2026-11-30', '2026-11-26', '2026-11-27'],
    ['the day after', '2026-11-25', '2026-11-24', null],
    ['the same day', '2026-11-24', '2026-11-24', null],
    ['the first of March of a leap year', '2028-03-01', '2028-02-27', '2028-02-29'],
    ['a year of which nothing is known', '2031-05-05', '2031-05-02', '2031-05-04'],
  ])('[R9] reminded of a promise due on %s', (_, dueOn, promisedOn, expected) => {
    expect(reminderOn({ promisedOn, dueOn, preset: cn, calendar: calendars.CN })).toBe(expected);
  });

  it.each([
    ['2026-02-13', 'lower', '2026-02-14'],
    ['2026-02-14', 'lower', '2026-02-24'],
    ['2026-02-14', 'upper', '2026-02-24'],
    ['2026-09-28', 'upper', '2026-09-30'],
    ['2026-09-30', 'lower', '2026-10-08'],
    ['2026-12-30', 'lower', '2026-12-31'],
    ['2026-12-31', 'lower', '2027-01-02'],
    ['2028-02-28', 'lower', '2028-03-01'],
  ] as const)('[R2] [R4] after a round on %s, %s tier, the next is due on %s', (lastRoundOn, tier, expected) => {
    const openCases = tier === 'lower' ? 200 : 201;
    expect(nextRoundOn({ lastRoundOn, effective: false, openCases, preset: cn, calendar: calendars.CN })).toBe(
      expected,
    );
  });

  it.each([
    ['2026-02-13', '2026-02-23', '2026-02-24', '2026-02-26'],
    ['2026-12-30', '2027-01-03', '2027-01-04', '2027-01-06'],
    ['2026-05-08', '2026-05-10', '2026-05-11', '2026-05-13'],
  ])('[R26] confirmed on %s: on %s nothing, warned from %s, breached on %s', (confirmedOn, still, warned, breached) => {
    const deadline = fraudDeadline({ step: 'confirmed', confirmedOn }, cn.clocks, calendars.CN);
    if (deadline === null) throw new Error('a confirmed fraud has its clock');
    expect([still, warned, breached].map((day) => deadlineState(deadline, day))).toEqual([
      'open',
      'warned',
      'breached',
    ]);
  });

  it('[R31] [R33] [R39] clocks run over midnight, month and year to the millisecond', () => {
    expect(lookup114DueAt(at('2026-12-29 23:59:59'), shanghai, cn.clocks)).toBe(at('2027-01-02 00:00') - 1);
    expect(lookup114DueAt(at('2026-12-30 00:00'), shanghai, cn.clocks)).toBe(at('2027-01-03 00:00') - 1);
    const obtained = at('2028-02-28 23:30');
    expect(dataEntryDueAt(obtained, cn.clocks)).toBe(at('2028-02-29 23:30'));
    const due = dataEntryDueAt(obtained, cn.clocks);
    expect([taskState(due, due, due + 5), taskState(due, due + 1, due + 5), taskState(due, null, due)]).toEqual([
      'done',
      'breached',
      'open',
    ]);
    const over = at('2027-01-01 00:00');
    const talk = { refusedAt: null, agreedOn: '2026-12-31' };
    expect([unpaidSince(talk, over - 1, shanghai), unpaidSince(talk, over, shanghai)]).toEqual([null, over]);
    expect(visitDueAt(over, cn.clocks)).toBe(at('2027-01-02 00:00'));
  });
});
