import { describe, expect, it } from 'vitest';
import {
  searchDueAt,
  taskOfMissedCall,
  taskOfVoicemail,
  tasksOfCarrier,
  tasksOfTracing,
} from '../../src/domain/case-tasks.ts';
import { presets } from '../../src/domain/presets.ts';
import { at, shanghai } from './given.ts';

const { clocks } = presets.cn;
const house = { businessZone: shanghai, clocks };
const hourMs = 3_600_000;

describe('tasks that events make', () => {
  it('[TASK-7] a number that was changed opens one search, due at the end of the third day after', () => {
    const then = at('2026-05-12 10:00');
    expect(tasksOfCarrier('NUMBER_CHANGED', then, house)).toEqual([
      {
        kind: 'trace_phone',
        because: 'number_changed',
        anchorAt: then,
        dueAt: at('2026-05-16 00:00') - 1,
      },
    ]);
    expect(searchDueAt(then, shanghai, { ...clocks, lookup114Days: 1 })).toBe(at('2026-05-14 00:00') - 1);
  });

  it('[TASK-8] a malformed number is for data entry within the day; other results make no task', () => {
    const then = at('2026-05-12 10:00');
    expect(tasksOfCarrier('MALFORMED', then, house)).toEqual([
      { kind: 'data_entry', because: 'number_malformed', anchorAt: then, dueAt: then + 24 * hourMs },
    ]);
    for (const result of ['NO_ANSWER', 'VACANT', 'BUSY', null]) expect(tasksOfCarrier(result, then, house)).toEqual([]);
  });

  it('[R20] when the last number has gone, what is searched at once depends on the country; the rest follows later', () => {
    const then = at('2026-05-12 10:00');
    const kinds = (calendar: 'CN' | 'US') =>
      tasksOfTracing(then, null, { ...house, calendar }).map(({ kind, because, anchorAt }) => [
        kind,
        because,
        anchorAt,
      ]);
    expect(kinds('CN')).toEqual([
      ['trace_phone', 'all_invalid', then],
      ['lookup_114', 'all_invalid', then],
    ]);
    expect(kinds('US')).toEqual([['trace_phone', 'all_invalid', then]]);
  });

  it('[INB-10] who rang and spoke with nobody, or left a message, is rung back within two hours', () => {
    expect(taskOfMissedCall(1_000)).toEqual({
      kind: 'return_call',
      because: 'missed_call',
      anchorAt: 1_000,
      dueAt: 1_000 + 2 * hourMs,
    });
    expect(taskOfVoicemail(1_000)).toEqual({ ...taskOfMissedCall(1_000), because: 'voicemail' });
  });
});
