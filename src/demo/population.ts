import type { DemoCase, NumberHabit } from './demo-cases.ts';
import { demoCallerIds } from './fictional-numbers.ts';

/** Habits in the words of the simulated carrier's population file (docs/carrier.md). */
interface Habits {
  readonly outcomes: Readonly<Record<string, number>>;
  readonly who?: Readonly<Record<string, number>>;
  readonly talkMs?: readonly [number, number];
  readonly ringMs?: readonly [number, number];
  readonly dialMs?: readonly [number, number];
  /** How many of those who did not answer ring back, and when. */
  readonly ringsBack?: { readonly share: number; readonly afterMs: readonly [number, number] };
}

const quick = { dialMs: [300, 900], ringMs: [1_000, 4_000] } as const;

/** Shares per hundred calls. Over the file's mix about three of five calls are answered by a person. */
const profiles: Readonly<Record<NumberHabit, Habits>> = {
  own: {
    ...quick,
    outcomes: { answer: 64, no_answer: 7, busy: 9, machine: 8, powered_off: 6, rejected: 6 },
    who: { debtor: 88, relative: 9, stranger: 3 },
    talkMs: [5_000, 20_000],
    ringsBack: { share: 0.3, afterMs: [8_000, 90_000] },
  },
  office: {
    ...quick,
    outcomes: { answer: 67, no_answer: 8, busy: 17, machine: 8 },
    who: { debtor: 40, stranger: 60 },
    talkMs: [5_000, 15_000],
  },
  household: {
    ...quick,
    outcomes: { answer: 66, no_answer: 12, busy: 12, machine: 10 },
    who: { debtor: 45, relative: 50, stranger: 5 },
    talkMs: [5_000, 16_000],
  },
  third: {
    ...quick,
    outcomes: { answer: 64, no_answer: 9, busy: 12, machine: 8, rejected: 7 },
    who: { relative: 92, debtor: 4, stranger: 4 },
    talkMs: [5_000, 13_000],
  },
  wrong: { ...quick, outcomes: { answer: 70, no_answer: 30 }, who: { stranger: 100 }, talkMs: [4_000, 9_000] },
  machine: { ...quick, outcomes: { machine: 75, no_answer: 15, answer: 10 }, who: { debtor: 100 } },
  vacant: { outcomes: { vacant: 100 }, dialMs: [300, 900] },
  announced_vacant: { outcomes: { vacant_announcement: 100 }, dialMs: [300, 900] },
};

/** The population file of the demo: every number of every case with the habits it was made with. */
export function demoPopulation(cases: readonly DemoCase[]): object {
  const callees = new Map<string, { profile: NumberHabit }>();
  for (const each of cases) {
    for (const number of each.numbers) callees.set(number.e164, { profile: number.habit });
  }
  return {
    timeZone: 'UTC',
    profiles,
    callees: Object.fromEntries(callees),
    default: 'third',
    numbers: demoCallerIds.map((phoneNumber) => ({ phoneNumber, friendlyName: 'Demo floor' })),
    verifyFrom: true,
  };
}
