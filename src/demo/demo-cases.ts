import type { NumberClass } from '../domain/vocabulary.ts';
import { makeDemoDice, type DemoDice } from './demo-dice.ts';
import * as words from './demo-words.ts';
import { ukNumber, usNumber, type FictionalNumber } from './fictional-numbers.ts';

export type DemoLanguage = 'zh' | 'en';

/** What a number is like, whoever has it; the population gives it habits. */
export type NumberHabit =
  'own' | 'office' | 'household' | 'third' | 'wrong' | 'vacant' | 'announced_vacant' | 'machine';

export interface DemoNumber extends FictionalNumber {
  readonly class: NumberClass;
  readonly person: string;
  readonly relation: string;
  readonly habit: NumberHabit;
}

export interface DemoCase {
  readonly language: DemoLanguage;
  readonly ref: string;
  readonly debtorId: string;
  readonly name: string;
  readonly cardLast4: string;
  readonly amount: string;
  readonly overdueDays: number;
  readonly firm: string;
  readonly address: string;
  readonly state: string;
  readonly remark: string;
  readonly numbers: readonly DemoNumber[];
}

/** Enough for a floor of twelve to call for hours without meeting the same person twice. */
export const demoCasesPerLanguage = 2_400;
const seed = 20_261_123;
const linkedShare = 0.05;
const sharedSwitchboardShare = 0.03;
const ukShare = 0.06;

interface Making {
  readonly dice: DemoDice;
  readonly language: DemoLanguage;
  nextUs: () => FictionalNumber;
  nextUk: () => FictionalNumber | null;
}

const fallbackHabit: Readonly<Record<NumberClass, NumberHabit>> = {
  self_mobile: 'own',
  work: 'office',
  home: 'household',
  contact: 'third',
  relative: 'third',
  emergency: 'third',
  traced: 'third',
};

/** A few numbers of every file are dead, wrong or answered by a machine. */
function habitOf(dice: DemoDice, numberClass: NumberClass): NumberHabit {
  const throwOf = dice.next();
  if (throwOf < 0.04) return 'vacant';
  if (throwOf < 0.045) return 'announced_vacant';
  if (throwOf < 0.075) return 'wrong';
  if (throwOf < 0.1) return 'machine';
  return fallbackHabit[numberClass];
}

function nameOf({ dice, language }: Making): string {
  return language === 'zh'
    ? dice.pick(words.zhSurnames) + dice.pick(words.zhGiven)
    : `${dice.pick(words.enFirst)} ${dice.pick(words.enLast)}`;
}

function numberOf(making: Making, numberClass: NumberClass, relation: string): DemoNumber {
  const { dice, language } = making;
  const uk = language === 'en' && dice.chance(ukShare) ? making.nextUk() : null;
  return {
    ...(uk ?? making.nextUs()),
    class: numberClass,
    person: relation === '' ? '' : nameOf(making),
    relation,
    habit: habitOf(dice, numberClass),
  };
}

function numbersOf(making: Making, switchboard: DemoNumber | null): DemoNumber[] {
  const { dice, language } = making;
  const zh = language === 'zh';
  const numbers = [numberOf(making, 'self_mobile', '')];
  if (dice.chance(0.75)) numbers.push(switchboard ?? numberOf(making, 'work', ''));
  if (dice.chance(0.55)) numbers.push(numberOf(making, 'home', ''));
  if (dice.chance(0.75)) {
    numbers.push(numberOf(making, 'contact', dice.pick(zh ? words.zhContacts : words.enContacts)));
  }
  if (dice.chance(0.7)) {
    numbers.push(numberOf(making, 'relative', dice.pick(zh ? words.zhRelations : words.enRelations)));
  }
  if (dice.chance(0.45)) {
    numbers.push(numberOf(making, 'emergency', dice.pick(zh ? words.zhRelations : words.enRelations)));
  }
  return numbers;
}

function caseOf(making: Making, index: number, switchboard: DemoNumber | null): DemoCase {
  const { dice, language } = making;
  const zh = language === 'zh';
  const number = String(index + 1).padStart(6, '0');
  const numbers = numbersOf(making, switchboard);
  const minor = dice.between(80_000, 6_000_000);
  return {
    language,
    ref: `${zh ? 'ZH' : 'US'}26-${number}`,
    debtorId: `DEMO-${zh ? 'Z' : 'U'}-${number}`,
    name: nameOf(making),
    cardLast4: String(dice.between(0, 9999)).padStart(4, '0'),
    amount: (minor / 100).toFixed(2),
    overdueDays: dice.between(31, 720),
    firm: dice.pick(zh ? words.zhFirms : words.enFirms),
    address: zh
      ? `${dice.pick(words.zhStreets)}${dice.between(1, 400)}号`
      : `${dice.between(1, 9000)} ${dice.pick(words.enStreets)}`,
    state: numbers[0]?.state ?? '',
    remark: dice.pick(zh ? words.zhRemarks : words.enRemarks),
    numbers,
  };
}

/** All cases of the demo, always the same; some people have two cards, some work at the same switchboard. */
export function makeDemoCases(perLanguage = demoCasesPerLanguage): readonly DemoCase[] {
  let us = 0;
  let uk = 0;
  const cases: DemoCase[] = [];
  for (const language of ['zh', 'en'] as const) {
    const dice = makeDemoDice(seed + (language === 'zh' ? 0 : 1));
    const making: Making = {
      dice,
      language,
      nextUs: () => usNumber(us++),
      nextUk: () => (uk < 1_000 ? ukNumber(uk++) : null),
    };
    let switchboard: DemoNumber | null = null;
    for (let index = 0; index < perLanguage; index += 1) {
      const earlier = index > 10 && dice.chance(linkedShare) ? cases.at(-dice.between(1, 10)) : undefined;
      const made = caseOf(making, index, dice.chance(sharedSwitchboardShare) ? switchboard : null);
      switchboard = made.numbers.find((number) => number.class === 'work') ?? switchboard;
      cases.push(
        earlier === undefined
          ? made
          : { ...made, debtorId: earlier.debtorId, name: earlier.name, numbers: earlier.numbers },
      );
    }
  }
  return cases;
}
