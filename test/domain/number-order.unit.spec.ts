import { describe, expect, it } from 'vitest';
import { decideCase } from '../../src/domain/dial-decision.ts';
import type { CaseDialFacts, PastAttempt } from '../../src/domain/dial-facts.ts';
import { isDialableStatus, orderNumbers } from '../../src/domain/number-order.ts';
import { presets } from '../../src/domain/presets.ts';
import { aDay, at, attempt, facts, number } from './given.ts';

/** Dials whatever the decision names until it names nothing; every call rings out after half a minute. */
function runRound(start: CaseDialFacts): string[] {
  const dialed: string[] = [];
  const history: PastAttempt[] = [];
  let now = at(`${aDay} 09:00`);
  for (let calls = 0; calls < 20; calls += 1) {
    const decision = decideCase({ ...start, history }, now);
    if (decision.next === null) break;
    expect(decision.numbers.filter((entry) => entry.decision.kind === 'ALLOW')).toHaveLength(1);
    dialed.push(decision.next);
    history.push(attempt(decision.next, now, 'NO_ANSWER', { endedAt: now + 30_000 }));
    now += 60_000;
  }
  return dialed;
}

describe('the order of the numbers', () => {
  const five = [
    number('emergency', 'emergency'),
    number('home', 'home'),
    number('relative', 'relative'),
    number('work', 'work'),
    number('contact', 'contact'),
  ];

  it('[S01] a round dials work, home, contact, relative, emergency one at a time and is then complete', () => {
    const given = facts({ numbers: five });
    const dialed = runRound(given);
    expect(dialed).toEqual(['work', 'home', 'contact', 'relative', 'emergency']);
    const history = dialed.map((id, index) => attempt(id, at(`${aDay} 09:0${index}`), 'NO_ANSWER'));
    const after = decideCase({ ...given, history }, at(`${aDay} 10:00`));
    expect(after.round).toEqual({ number: 1, complete: true, remaining: [] });
    expect(after.next).toBeNull();
  });

  it('[S02] two home numbers go by priority and empty classes are skipped', () => {
    const numbers = [
      number('home2', 'home', { position: 2 }),
      number('home1', 'home', { position: 1 }),
      number('work', 'work'),
      number('relative', 'relative'),
      number('emergency', 'emergency'),
    ];
    expect(runRound(facts({ numbers }))).toEqual(['work', 'home1', 'home2', 'relative', 'emergency']);
  });

  it('[R21] the own mobile comes first by default, traced numbers last, and the order is configurable', () => {
    const numbers = [...five, number('traced', 'traced'), number('mobile', 'self_mobile')];
    expect(orderNumbers(numbers, presets.cn.order).map((entry) => entry.id)).toEqual([
      'mobile',
      'work',
      'home',
      'contact',
      'relative',
      'emergency',
      'traced',
    ]);
    const literal = presets.cn.order.filter((name) => name !== 'self_mobile');
    expect(orderNumbers(numbers, [...literal, 'self_mobile']).at(-1)?.id).toBe('mobile');
    expect(orderNumbers(numbers, literal).at(-1)?.id).toBe('mobile');
  });

  it('[R21] inside a class priority decides, then the oldest attempt, then the id; the input stays as it was', () => {
    const numbers = [
      number('c', 'work', { lastAttemptAt: 20 }),
      number('b', 'work', { lastAttemptAt: 10 }),
      number('z', 'work'),
      number('a', 'work'),
      number('first', 'work', { position: 0, lastAttemptAt: 99 }),
    ];
    const before = [...numbers];
    expect(orderNumbers(numbers, presets.cn.order).map((entry) => entry.id)).toEqual(['first', 'a', 'z', 'b', 'c']);
    expect(numbers).toEqual(before);
  });

  it('[R6] invalid, blocked and malformed numbers are skipped and the rest of the class goes on', () => {
    for (const status of ['invalid', 'blocked', 'malformed'] as const) {
      const numbers = [number('bad', 'work', { status }), number('good', 'work', { position: 2 })];
      expect(isDialableStatus(status)).toBe(false);
      const decision = decideCase(facts({ numbers }), at(`${aDay} 09:00`));
      expect(decision.next).toBe('good');
      expect(decision.numbers[0]?.decision).toMatchObject({ kind: 'BLOCK', reason: `number_${status}` });
    }
  });

  it('[R6] with nothing left to dial the case is not due on its own', () => {
    const decision = decideCase(facts({ numbers: [number('bad', 'work', { status: 'invalid' })] }), at(aDay));
    expect(decision).toMatchObject({ next: null, dueAt: null, dueReason: 'number_invalid' });
  });
});
