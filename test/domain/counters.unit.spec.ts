import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyCounterEvent,
  countedEffect,
  foldCounters,
  invalidNote,
  nextNumberStatus,
  noCounts,
  numberStatusFrom,
  reinstateCode,
  type CounterEvent,
} from '../../src/domain/counters.ts';
import { decideCase } from '../../src/domain/dial-decision.ts';
import { presets } from '../../src/domain/presets.ts';
import { dispositionCodes, systemResults, type NumberStatus } from '../../src/domain/vocabulary.ts';
import { aDay, at, counted, facts, number } from './given.ts';

const thresholds = presets.cn.invalid;
const fold = (...codes: string[]) => foldCounters(counted(...codes), 'debtor');
const status = (...codes: string[]): NumberStatus => numberStatusFrom(fold(...codes), thresholds);
const times = (count: number, code: string): string[] => Array.from({ length: count }, () => code);

describe('counting towards invalid', () => {
  it('[S03] the first vacant makes a number suspect and dialable, the second invalid with a note', () => {
    expect(status('VACANT')).toBe('suspect');
    expect(decideCase(facts({ numbers: [number('n', 'home', { status: 'suspect' })] }), at(`${aDay} 09:00`)).next).toBe(
      'n',
    );
    expect(status('VACANT', 'VACANT')).toBe('invalid');
    expect(invalidNote(fold('VACANT', 'VACANT'), thresholds)).toBe('无效:空号2次');
  });

  it('[R6] the note names every reason that reached its threshold, and no other', () => {
    const counters = { vacant: 2, no_such_person: 3, resigned: 4, moved: 3 };
    expect(invalidNote(counters, thresholds)).toBe('无效:空号2次、无此人3次、辞职4次、搬迁3次');
    expect(invalidNote({ ...counters, vacant: 1, resigned: 2 }, thresholds)).toBe('无效:无此人3次、搬迁3次');
  });

  it('[S04] no such person: two are not enough, the third is', () => {
    expect(status(...times(2, 'NSP'))).toBe('suspect');
    expect(status(...times(3, 'NSP'))).toBe('invalid');
  });

  it('[S05] reasons are never added together', () => {
    const codes = [...times(2, 'NSP'), ...times(2, 'RESIGNED'), ...times(2, 'MOVED'), 'VACANT'];
    expect(fold(...codes)).toEqual({ vacant: 1, no_such_person: 2, resigned: 2, moved: 2 });
    expect(status(...codes)).toBe('suspect');
  });

  it('[S06] three times resigned takes the work number out and leaves the home number alone', () => {
    expect(status(...times(3, 'RESIGNED'))).toBe('invalid');
    const numbers = [number('work', 'work', { status: 'invalid' }), number('home', 'home')];
    expect(decideCase(facts({ numbers }), at(`${aDay} 09:00`)).next).toBe('home');
  });

  it('[S07] moved counts cumulatively and the third is enough', () => {
    expect(status('MOVED', 'NO_ANSWER', 'MOVED', 'BUSY')).toBe('suspect');
    expect(status('MOVED', 'NO_ANSWER', 'MOVED', 'BUSY', 'MOVED')).toBe('invalid');
  });

  it('[S08] a talk with the debtor between two vacants sets the count back', () => {
    expect(fold('VACANT', 'NEG', 'VACANT').vacant).toBe(1);
    expect(status('VACANT', 'NEG', 'VACANT')).toBe('suspect');
  });

  it('[S09] fifty neutral results count nothing', () => {
    const neutral = ['NO_ANSWER', 'BUSY', 'POWERED_OFF', 'SUSPENDED', 'FAILED', 'MACHINE'];
    const codes = Array.from({ length: 50 }, (_, index) => neutral[index % neutral.length] ?? 'BUSY');
    expect(fold(...codes)).toEqual(noCounts);
    expect(status(...codes)).toBe('active');
  });

  it('[S11] carrier and agent reporting the same call count once and replay to the same figures', () => {
    const [carrier, agent] = counted('VACANT', 'VACANT_AG').map((event) => ({ ...event, attemptId: 'same' }));
    if (carrier === undefined || agent === undefined) throw new Error('two events');
    for (const log of [
      [carrier, agent],
      [agent, carrier],
      [agent, carrier, agent, carrier],
    ]) {
      expect(foldCounters(log, 'debtor')).toEqual({ ...noCounts, vacant: 1 });
    }
  });

  it('[CNT-2] of two reports of one call the agent wins over the carrier and a correction over the agent', () => {
    const [vacant, moved, nsp] = counted('VACANT', 'MOVED', 'NSP').map((event) => ({ ...event, attemptId: 'same' }));
    if (vacant === undefined || moved === undefined || nsp === undefined) throw new Error('three events');
    expect(foldCounters([vacant, moved], 'debtor')).toEqual({ ...noCounts, moved: 1 });
    const correction: CounterEvent = { ...nsp, source: 'correction' };
    expect(foldCounters([correction, vacant, moved], 'debtor')).toEqual({ ...noCounts, no_such_person: 1 });
    const late: CounterEvent = { ...moved, code: 'NEG', at: moved.at + 1 };
    expect(foldCounters([late, moved], 'debtor')).toEqual(noCounts);
  });

  it('[CNT-2] the rank decides before the time, whichever report is read first', () => {
    const [vacant, moved] = counted('VACANT', 'MOVED').map((event) => ({ ...event, attemptId: 'same' }));
    if (vacant === undefined || moved === undefined) throw new Error('two events');
    const earlyAgent = { ...moved, at: vacant.at - 1 };
    for (const log of [
      [vacant, earlyAgent],
      [earlyAgent, vacant],
    ]) {
      expect(foldCounters(log, 'debtor')).toEqual({ ...noCounts, moved: 1 });
    }
    const lateCarrier: CounterEvent = { ...vacant, code: 'NO_ANSWER', at: vacant.at + 1 };
    for (const log of [
      [vacant, lateCarrier],
      [lateCarrier, vacant],
    ]) {
      expect(foldCounters(log, 'debtor')).toEqual(noCounts);
    }
  });

  it('[CNT-2] what belongs to no call counts each time, also beside the reports of a call', () => {
    const imported = counted('NSP', 'NSP').map((event): CounterEvent => ({
      ...event,
      attemptId: null,
      source: 'import',
    }));
    expect(foldCounters(imported, 'debtor').no_such_person).toBe(2);
    expect(foldCounters([...imported, ...counted('NSP')], 'debtor').no_such_person).toBe(3);
  });

  it('[CNT-8] a voided report leaves the other report of the call standing', () => {
    const [carrier, agent] = counted('VACANT', 'NEG').map((event) => ({ ...event, attemptId: 'same' }));
    if (carrier === undefined || agent === undefined) throw new Error('two events');
    for (const log of [
      [carrier, { ...agent, voided: true }],
      [{ ...agent, voided: true }, carrier],
    ]) {
      expect(foldCounters(log, 'debtor')).toEqual({ ...noCounts, vacant: 1 });
    }
  });

  it('[CNT-3] neutral results and other negative reasons do not reset', () => {
    expect(fold('MOVED', 'NSP', 'VM', 'BUSY').moved).toBe(1);
    expect(fold('NSP', 'MOVED', 'RESIGNED')).toMatchObject({ no_such_person: 1, moved: 1, resigned: 1 });
  });

  it('[CNT-4] positive contact resets all four, any human answer resets vacant alone', () => {
    expect(fold('VACANT', 'NSP', 'RESIGNED', 'MOVED', 'LM_A')).toEqual(noCounts);
    for (const code of ['HANGUP', 'ABANDONED', 'AGENT_LOST', 'NSP', 'RESIGNED', 'MOVED']) {
      expect(fold('VACANT', code).vacant, code).toBe(0);
    }
    expect(fold('NSP', 'MOVED', 'HANGUP')).toMatchObject({ no_such_person: 1, moved: 1 });
    expect(fold('VACANT', 'VM').vacant).toBe(1);
    for (const code of ['TP_STOP', 'COMPLAINT', 'CEASE', 'ATTORNEY', 'DECEASED', 'BANKRUPT']) {
      expect(fold('VACANT', 'NSP', code), code).toMatchObject({ vacant: 0, no_such_person: 1 });
    }
  });

  it('[CNT-5] two calls of one day count separately', () => {
    expect(fold('NSP', 'NSP').no_such_person).toBe(2);
  });

  it('[CNT-6] at a threshold the status is invalid at once, for each reason by itself', () => {
    for (const [code, reason] of [
      ['VACANT', 'vacant'],
      ['VACANT_AG', 'vacant'],
      ['NSP', 'no_such_person'],
      ['RESIGNED', 'resigned'],
      ['MOVED', 'moved'],
    ] as const) {
      expect(status(...times(thresholds[reason] - 1, code)), code).toBe('suspect');
      expect(status(...times(thresholds[reason], code)), code).toBe('invalid');
      expect(status(...times(thresholds[reason] + 1, code)), code).toBe('invalid');
    }
  });

  it('[CNT-7] vacant belongs to the line, the other reasons to the line and the debtor', () => {
    const log = counted('VACANT', 'NSP', 'MOVED', 'VACANT').map((event, index) => ({
      ...event,
      debtorId: index < 3 ? 'other' : 'debtor',
    }));
    expect(foldCounters(log, 'debtor')).toEqual({ ...noCounts, vacant: 1 });
    expect(foldCounters(log, 'other')).toEqual({ vacant: 1, no_such_person: 1, resigned: 0, moved: 1 });
    const own = counted('NSP', 'MOVED', 'NEG').map((event, index) => ({
      ...event,
      debtorId: index === 2 ? 'other' : 'debtor',
    }));
    expect(foldCounters(own, 'debtor')).toMatchObject({ no_such_person: 1, moved: 1 });
  });

  it('[CNT-8] a voided event does not count and a reinstatement starts at nought', () => {
    const voided = counted('VACANT', 'VACANT').map((event, index) => ({ ...event, voided: index === 0 }));
    expect(foldCounters(voided, 'debtor').vacant).toBe(1);
    expect(fold('VACANT', 'VACANT', reinstateCode)).toEqual(noCounts);
    expect(fold('VACANT', 'VACANT', reinstateCode, 'VACANT')).toEqual({ ...noCounts, vacant: 1 });
  });

  it('[CNT-8] invalid stays until reinstated; a corrected log moves the status back with the counters', () => {
    const base = { counters: noCounts, thresholds };
    expect(nextNumberStatus({ ...base, status: 'invalid', code: 'NEG' })).toBe('invalid');
    expect(nextNumberStatus({ ...base, status: 'invalid', code: reinstateCode })).toBe('active');
    expect(nextNumberStatus({ ...base, status: 'invalid', code: 'NEG', corrected: true })).toBe('active');
  });

  it('[CNT-9] no count expires: a gap of years changes nothing', () => {
    const [first, second] = counted('VACANT', 'VACANT');
    if (first === undefined || second === undefined) throw new Error('two events');
    const later = { ...second, at: second.at + 3 * 365 * 86_400_000 };
    expect(foldCounters([first, later], 'debtor').vacant).toBe(2);
  });

  it('[CNT-6] a number that is not unverified goes with its counts, whatever the last result', () => {
    const one = { ...noCounts, no_such_person: 1 };
    for (const status of ['active', 'suspect'] as const) {
      expect(nextNumberStatus({ status, counters: one, thresholds, code: 'NSP' })).toBe('suspect');
      expect(nextNumberStatus({ status, counters: noCounts, thresholds, code: 'NO_ANSWER' })).toBe('active');
      expect(nextNumberStatus({ status, counters: { ...one, moved: 3 }, thresholds, code: 'MOVED' })).toBe('invalid');
    }
  });

  it('[CNT-8] a reinstatement is known by its word in the log, and leads out of every status', () => {
    expect(countedEffect('REINSTATE')).toEqual({ kind: 'reset' });
    for (const status of ['blocked', 'malformed', 'invalid'] as const) {
      expect(nextNumberStatus({ status, counters: noCounts, thresholds, code: 'REINSTATE' })).toBe('active');
    }
  });

  it('[CNT-10] malformed and blocked are set by their own events and left by no count', () => {
    const base = { counters: noCounts, thresholds };
    expect(nextNumberStatus({ ...base, status: 'active', code: 'MALFORMED' })).toBe('malformed');
    expect(nextNumberStatus({ ...base, status: 'active', code: 'TP_STOP' })).toBe('blocked');
    for (const status of ['blocked', 'malformed'] as const) {
      expect(nextNumberStatus({ ...base, status, code: 'NEG' })).toBe(status);
      expect(nextNumberStatus({ ...base, status, code: 'NEG', corrected: true })).toBe(status);
    }
  });

  it('[R32] an unverified number becomes active by a positive contact only', () => {
    const base = { counters: noCounts, thresholds, status: 'unverified' } as const;
    expect(nextNumberStatus({ ...base, code: 'NO_ANSWER' })).toBe('unverified');
    expect(nextNumberStatus({ ...base, code: 'LM_A' })).toBe('active');
    expect(nextNumberStatus({ ...base, counters: { ...noCounts, vacant: 2 }, code: 'VACANT' })).toBe('invalid');
  });

  it('[R8] the four thresholds are 2, 3, 3, 3 in every shipped preset', () => {
    for (const preset of Object.values(presets)) {
      expect(preset.invalid).toMatchObject({ vacant: 2, no_such_person: 3, resigned: 3, moved: 3 });
    }
  });

  it('[R8] of all system results only VACANT counts', () => {
    for (const result of systemResults) {
      expect(countedEffect(result).kind === 'count', result).toBe(result === 'VACANT');
    }
  });
});

const anyEvent = fc.record({
  attemptId: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 12 }).map(String)),
  source: fc.constantFrom('carrier', 'agent', 'correction', 'import'),
  code: fc.constantFrom(...dispositionCodes, ...systemResults, reinstateCode),
  party: fc.constant('none' as const),
  // Few instants: reports that fall on the same one have to be told apart the same way in every order.
  at: fc.integer({ min: 0, max: 4 }),
  voided: fc.boolean(),
  debtorId: fc.constantFrom('debtor', 'other'),
});

describe('counters as a fold', () => {
  it('[CNT-1] the order and repetition in which the log is read do not matter', () => {
    const shuffledLog = fc.array(anyEvent, { maxLength: 30, size: 'max' }).chain((events) => {
      const calls = events.filter((event) => event.attemptId !== null);
      return fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...calls], {
          minLength: events.length + calls.length,
          maxLength: events.length + calls.length,
        }),
      );
    });
    fc.assert(
      fc.property(shuffledLog, ([events, shuffled]) => {
        expect(foldCounters(shuffled, 'debtor')).toEqual(foldCounters(events, 'debtor'));
      }),
    );
  });

  it('[CNT-1] a replay of the log equals counting call by call', () => {
    const oneEachCall = fc
      .array(anyEvent, { maxLength: 40 })
      .map((events) => events.map((event, index) => ({ ...event, attemptId: `call-${index}`, at: index })));
    fc.assert(
      fc.property(oneEachCall, (events) => {
        let counters = noCounts;
        for (const event of events) counters = applyCounterEvent(counters, event, 'debtor');
        expect(foldCounters(events, 'debtor')).toEqual(counters);
      }),
    );
  });

  it('[CNT-2] one call moves one reason by at most one', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), anyEvent, (events, last) => {
        const log = events.map((event, index) => ({ ...event, attemptId: `call-${index}`, at: index }));
        const before = foldCounters(log, 'debtor');
        const after = foldCounters([...log, { ...last, attemptId: 'last', at: 1_000 }], 'debtor');
        const grown = Object.entries(after).filter(([reason, count]) => count > before[reason as 'vacant']);
        expect(grown.length).toBeLessThanOrEqual(1);
        for (const [reason, count] of grown) expect(count - before[reason as 'vacant']).toBe(1);
      }),
    );
  });
});
