import { describe, expect, it } from 'vitest';
import { inSchedule, nextInSchedule, scheduleProblems } from '../../src/domain/campaign-schedule.ts';
import { asksNothing, noFilters } from '../../src/domain/case-filters.ts';
import { startChecklist, startChecks, type StartFacts } from '../../src/domain/start-checklist.ts';

const weekdays = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };

describe('hours of a campaign', () => {
  it.each([
    ['[CAMP-5] the first minute is in', '2026-11-24T01:00:00Z', true],
    ['[CAMP-5] the minute before is not', '2026-11-24T00:59:59Z', false],
    ['[CAMP-5] the end is out', '2026-11-24T10:00:00Z', false],
    ['[CAMP-5] the minute before the end is in', '2026-11-24T09:59:59Z', true],
    ['[CAMP-5] Sunday is out', '2026-11-22T02:00:00Z', false],
  ])('%s', (_, at, open) => {
    expect(inSchedule([weekdays], Date.parse(at), 'Asia/Shanghai')).toBe(open);
  });

  it('[CAMP-5] without hours it is always open', () => {
    expect(inSchedule([], 0, 'UTC')).toBe(true);
  });

  it.each([
    ['[CAMP-5] no day', [{ ...weekdays, days: [] }], [{ at: 0, rule: 'no_days' }]],
    ['[CAMP-5] an end that is not after the start', [{ ...weekdays, to: '09:00' }], [{ at: 0, rule: 'empty' }]],
    [
      '[CAMP-5] an hour that stands twice',
      [weekdays, { days: [5, 6], from: '17:59', to: '20:00' }],
      [{ at: 1, rule: 'overlaps', with: 0 }],
    ],
    ['[CAMP-5] hours that touch are two', [weekdays, { days: [5], from: '18:00', to: '24:00' }], []],
  ])('%s', (_, schedule, problems) => {
    expect(scheduleProblems(schedule)).toEqual(problems);
  });

  it('[CAMP-5] two entries say the same hour twice only when a day and an hour are in both', () => {
    const entry = (days: number[], from: string, to: string) => ({ days, from, to });
    const wrong = (a: ReturnType<typeof entry>, b: ReturnType<typeof entry>) =>
      scheduleProblems([a, b]).map(({ rule }) => rule);
    const morning = entry([1, 2], '09:00', '12:00');
    expect(wrong(morning, entry([2, 3], '11:59', '13:00'))).toEqual(['overlaps']);
    expect(wrong(morning, entry([2, 3], '08:00', '09:01'))).toEqual(['overlaps']);
    expect(wrong(morning, entry([3, 4], '09:00', '12:00'))).toEqual([]);
    expect(wrong(morning, entry([1, 2], '12:00', '13:00'))).toEqual([]);
    expect(wrong(morning, entry([1, 2], '08:00', '09:00'))).toEqual([]);
  });

  it('[CAMP-5] it opens with the first of all hours that come, on the same weekday a week later if need be', () => {
    const zone = 'Asia/Shanghai';
    const at = (text: string) => Date.parse(`${text}+08:00`);
    const two = [
      { days: [2], from: '14:00', to: '18:00' },
      { days: [2], from: '09:00', to: '12:00' },
    ];
    expect(nextInSchedule(two, at('2026-11-24T08:00'), zone)).toBe(at('2026-11-24T09:00'));
    expect(nextInSchedule(two, at('2026-11-24T12:00'), zone)).toBe(at('2026-11-24T14:00'));
    expect(nextInSchedule(two, at('2026-11-24T15:00'), zone)).toBe(at('2026-11-24T15:00'));
    expect(nextInSchedule(two, at('2026-11-24T18:00'), zone)).toBe(at('2026-12-01T09:00'));
    // Closed while one of its entries is not: any one that holds is enough.
    expect(inSchedule(two, at('2026-11-24T10:00'), zone)).toBe(true);
  });
});

describe('what stands before a start', () => {
  const whole: StartFacts = {
    usableTrunks: 1,
    channels: 1,
    callerIds: 1,
    rules: { realCarrierAllowed: false },
    realTrunks: 0,
    agents: 1,
    dialable: 1,
    abandonTreatment: 'message',
    abandonMessage: 'We call again.',
  };
  const failing = (over: Partial<StartFacts>) =>
    startChecklist({ ...whole, ...over }).flatMap(({ check, holds }) => (holds ? [] : [check]));

  it('[CAMP-4] all in place: nothing fails', () => {
    expect(failing({})).toEqual([]);
    expect(startChecklist(whole).map(({ check }) => check)).toEqual(startChecks);
  });

  it.each([
    ['[CAMP-4] no usable trunk', { usableTrunks: 0 }, 'trunk'],
    ['[CAMP-4] a trunk without channels', { channels: 0 }, 'channels'],
    ['[CAMP-4] no caller id', { callerIds: 0 }, 'caller_id'],
    ['[CAMP-4] rules looser than law', { rules: null }, 'rules'],
    ['[CAMP-4] fiction on a real trunk', { realTrunks: 1 }, 'fiction'],
    ['[CAMP-4] nobody to talk', { agents: 0 }, 'agents'],
    ['[CAMP-4] no number to dial', { dialable: 0 }, 'dialable_number'],
    ['[CAMP-4] a message without words', { abandonMessage: ' ' }, 'abandon_message'],
  ])('%s fails, and nothing else does', (_, over, check) => {
    expect(failing(over)).toEqual([check]);
  });

  it('[CAMP-3] filters that ask nothing are told from those that do', () => {
    expect(asksNothing(noFilters)).toBe(true);
    expect(asksNothing({ ...noFilters, owedFrom: 0 })).toBe(false);
    expect(asksNothing({ ...noFilters, classes: ['NEW'] })).toBe(false);
  });
});
