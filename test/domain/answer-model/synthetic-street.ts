import type { AnswerFacts, LastEnding } from '../../../src/domain/answer-model/answer-facts.ts';
import type { NumberClass } from '../../../src/domain/vocabulary.ts';
import { makeDice, type Dice } from '../../../sim/carrier/dice.ts';

export const factsOf = (over: Partial<AnswerFacts> = {}): AnswerFacts => ({
  numberClass: 'self_mobile',
  lineKind: 'mobile',
  hour: 10,
  daypart: 0,
  weekday: 2,
  daysSinceAnswer: null,
  callsToday: 0,
  lastEnding: 'none',
  own: [],
  shared: { answers: 0, misses: 0 },
  ...over,
});

export interface SyntheticCall {
  readonly facts: AnswerFacts;
  readonly answered: boolean;
  /** What only the street knows. */
  readonly truth: number;
}

interface House {
  readonly taste: number;
  readonly numberClass: NumberClass;
  readonly mobile: boolean;
  readonly calls: { readonly day: number; readonly daypart: number; readonly answered: boolean }[];
}

const classes = ['self_mobile', 'work', 'home'] as const;
const firstHours = [9, 12, 18];

/** Numbers of which each has a taste of its own; mobiles answer in the evening, fixed lines in the morning. */
export function* syntheticStreet(
  seed: string,
  shape: { houses: number; days: number; spread: number; shift?: number },
) {
  const dice = makeDice(seed);
  const street: House[] = Array.from({ length: shape.houses }, (_, index) => ({
    taste: shape.spread * normal(dice),
    numberClass: classes[index % 3] ?? 'home',
    mobile: index % 2 === 0,
    calls: [],
  }));
  for (let day = 0; day < shape.days; day++)
    for (let call = 0; call < shape.houses; call++) {
      const house = street[Math.floor(dice.next() * street.length)];
      if (house === undefined) continue;
      const hour = 9 + Math.floor(dice.next() * 11);
      yield ring(house, day, hour, dice, shape.shift ?? 0);
    }
}

function ring(house: House, day: number, hour: number, dice: Dice, shift: number): SyntheticCall {
  const daypart = firstHours.findLastIndex((from) => hour >= from);
  const odds = -1.3 + shift + house.taste + (house.mobile ? 0.6 : -0.6) * (daypart - 1);
  const truth = 1 / (1 + Math.exp(-odds));
  const answered = dice.next() < truth;
  const own = [0, 1, 2].map((part) => {
    const calls = house.calls.filter((call) => call.daypart === part);
    const answers = calls.filter((call) => call.answered).length;
    return { daypart: part, answers, misses: calls.length - answers };
  });
  const last = house.calls.at(-1);
  const lastAnswer = house.calls.findLast((call) => call.answered);
  const lastEnding: LastEnding = last === undefined ? 'none' : last.answered ? 'person' : 'no_answer';
  const facts = factsOf({
    numberClass: house.numberClass,
    lineKind: house.mobile ? 'mobile' : 'fixed',
    hour,
    daypart,
    weekday: 1 + (day % 7),
    daysSinceAnswer: lastAnswer === undefined ? null : day - lastAnswer.day,
    callsToday: house.calls.filter((call) => call.day === day).length,
    lastEnding,
    own,
  });
  house.calls.push({ day, daypart, answered });
  return { facts, answered, truth };
}

const normal = (dice: Dice): number => Math.sqrt(-2 * Math.log(1 - dice.next())) * Math.cos(2 * Math.PI * dice.next());
