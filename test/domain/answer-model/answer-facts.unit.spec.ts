import { describe, expect, it } from 'vitest';
import {
  lineKindOf,
  readAnswerFacts,
  type AnswerCandidate,
  type CallToLine,
} from '../../../src/domain/answer-model/answer-facts.ts';
import { presets } from '../../../src/domain/presets.ts';

const zone = 'Asia/Shanghai';
const at = (text: string): number => Date.parse(`${text}+08:00`);
const now = at('2026-03-11T19:30:00');
const call = (when: string, over: Partial<CallToLine> = {}): CallToLine => ({
  numberId: 'n',
  lineId: 'l',
  at: at(when),
  result: 'NO_ANSWER',
  answered: false,
  ...over,
});
const read = (...attempts: CallToLine[]): ReturnType<typeof readAnswerFacts> => {
  const candidate: AnswerCandidate = {
    numberId: 'n',
    lineId: 'l',
    numberClass: 'work',
    lineType: 'fixed',
    zone,
    attempts,
  };
  return readAnswerFacts(candidate, presets.cn, now);
};

describe('what the answer model is told of a number', () => {
  it('[ANS-7] the clock is that of the called number', () => {
    expect(read()).toEqual({
      numberClass: 'work',
      lineKind: 'fixed',
      hour: 19,
      daypart: 2,
      weekday: 3,
      daysSinceAnswer: null,
      callsToday: 0,
      lastEnding: 'none',
      own: [],
      shared: { answers: 0, misses: 0 },
    });
  });

  it('[ANS-7] the newest answer and the newest ending count, in whatever order the calls are read', () => {
    const talk = { answered: true, result: 'NEG' } as const;
    const days = ['2026-03-09T19:30:00', '2026-03-10T19:30:00', '2026-03-08T19:30:00'];
    const talks = days.map((day) => call(day, talk));
    expect(read(...talks)).toMatchObject({ daysSinceAnswer: 1, lastEnding: 'person' });
    const busy = call('2026-03-11T10:00:00', { result: 'BUSY' });
    for (const order of [
      [busy, ...talks],
      [...talks, busy],
      [talks[2]!, busy, talks[1]!, talks[0]!],
    ]) {
      expect(read(...order)).toMatchObject({ daysSinceAnswer: 1, lastEnding: 'busy' });
    }
    expect(read(busy).daysSinceAnswer).toBeNull();
    expect(read(call('2026-03-11T10:00:00', { result: 'NUMBER_CHANGED' })).lastEnding).toBe('other');
  });

  it('[ANS-7] a line is mobile, fixed or something else', () => {
    expect(['mobile', 'fixed', 'fixed_or_mobile', 'voip', ''].map(lineKindOf)).toEqual([
      'mobile',
      'fixed',
      'other',
      'other',
      'other',
    ]);
  });

  it('[ANS-7] calls of this daypart, of others and of other people are told apart', () => {
    const facts = read(
      call('2026-03-11T19:00:00', { result: 'BUSY' }),
      call('2026-03-11T10:00:00', { answered: true, result: 'NEG' }),
      call('2026-03-11T19:10:00', { numberId: 'of somebody else', answered: true, result: 'NSP' }),
      call('2026-03-11T19:10:00', { numberId: 'of somebody else', lineId: 'another' }),
    );
    const near = (value: number): unknown => expect.closeTo(value, 2);
    expect(facts.own).toEqual([
      { daypart: 2, answers: 0, misses: near(1) },
      { daypart: 0, answers: near(1), misses: 0 },
    ]);
    expect(facts.shared).toEqual({ answers: near(1), misses: 0 });
    expect(facts).toMatchObject({ callsToday: 2, lastEnding: 'busy' });
    expect(facts.daysSinceAnswer).toBeCloseTo(9.5 / 24, 6);
  });

  it('[ANS-7] a machine is no answer, an abandoned person is one', () => {
    const machine = read(call('2026-03-11T19:00:00', { answered: true, result: 'MACHINE' }));
    expect(machine.own[0]?.misses).toBeGreaterThan(0.9);
    expect(machine.lastEnding).toBe('machine');
    const abandoned = read(call('2026-03-11T19:00:00', { answered: true, result: 'ABANDONED' }));
    expect(abandoned.own[0]?.answers).toBeGreaterThan(0.9);
    expect(abandoned.lastEnding).toBe('person');
  });

  it('[ANS-7] calls that never got through, live ones, inbound ones and those after now tell nothing', () => {
    expect(
      read(
        call('2026-03-11T19:00:00', { result: 'CONGESTION' }),
        call('2026-03-11T19:01:00', { result: null }),
        call('2026-03-11T19:02:00', { answered: true, result: 'NEG', inbound: true }),
        call('2026-03-11T19:30:00'),
      ),
    ).toEqual(read());
  });

  it('[ANS-7] a call of sixty days ago tells half as much', () => {
    expect(read(call('2026-01-10T19:30:00')).own[0]?.misses).toBeCloseTo(0.5, 2);
    expect(read(call('2026-01-10T19:30:00')).callsToday).toBe(0);
  });
});
