import type { AnswerFacts, DaypartTally, LastEnding } from '../../src/domain/answer-model/answer-facts.ts';
import { AnswerModel } from '../../src/domain/answer-model/answer-model.ts';
import type { CallPlan, CallSource } from '../../src/domain/pacing-replay/call-plan.ts';
import type { NumberClass } from '../../src/domain/vocabulary.ts';
import { makeDice, type Dice } from '../carrier/dice.ts';
import { drawCall } from './draw-call.ts';
import { hourMs, mixAt, type Scenario } from './scenario.ts';
import { normal } from './spread.ts';

/** Who says how likely a number answers: nobody, the project's own model, or the street itself. */
export type Knowledge = 'none' | 'learned' | 'perfect';

interface House {
  readonly numberClass: NumberClass;
  readonly mobile: boolean;
  readonly taste: number;
  readonly daypartTaste: readonly number[];
  readonly calls: { readonly day: number; readonly daypart: number; readonly answered: boolean }[];
  dueAt: number;
  said: { readonly at: number; readonly chance: number };
}

const classes = ['self_mobile', 'work', 'home', 'relative'] as const;
const classOdds: Readonly<Record<string, number>> = { self_mobile: 0.3, work: 0, home: -0.2, relative: -0.1 };
const firstHours = [0, 12, 18];
/** A number that did not answer waits before it is called again. */
const restMs = 3 * hourMs;
/** An estimate is asked for anew after this. */
const saidHoldsMs = 120_000;
/** More due numbers than anybody launches at once. */
const plenty = 100;

/** A street of numbers that are called day after day; the simulated day is the last one. */
export class Street implements CallSource {
  readonly model = new AnswerModel();
  readonly #scenario: Scenario;
  readonly #knows: Knowledge;
  readonly #houses: House[];
  readonly #dice: Dice;
  readonly #asked = new Map<
    CallPlan,
    { readonly house: House; readonly facts: AnswerFacts; readonly daypart: number }
  >();
  readonly #today: number;
  #queue: House[];

  constructor(scenario: Scenario, seed: number, knows: Knowledge) {
    const { street } = scenario;
    if (street === undefined) throw new Error(`${scenario.name} has no street`);
    this.#scenario = scenario;
    this.#knows = knows;
    this.#dice = makeDice(`${scenario.name}:street:${seed}`);
    this.#today = street.daysBefore;
    this.#houses = Array.from({ length: street.numbers }, (_, index) => ({
      numberClass: classes[index % classes.length] ?? 'home',
      mobile: index % 3 !== 0,
      taste: street.taste * normal(this.#dice),
      daypartTaste: firstHours.map(() => street.daypartTaste * normal(this.#dice)),
      calls: [],
      dueAt: 0,
      said: { at: -Infinity, chance: 0 },
    }));
    for (let day = 0; day < street.daysBefore; day++) this.#dayBefore(day, street.callsPerDay);
    this.#queue = [...this.#houses];
  }

  due(now: number): number {
    return this.#dueHouses(now, plenty).length;
  }

  chances(now: number, most: number): readonly number[] | null {
    if (this.#knows === 'none') return null;
    return this.#dueHouses(now, most).map((house) => this.#said(house, now) ?? 0);
  }

  take(now: number, places: readonly number[]): readonly CallPlan[] {
    const due = this.#dueHouses(now, Math.max(...places) + 1);
    const houses = places.flatMap((place) => due[place] ?? []);
    const taken = new Set(houses);
    this.#queue = [...this.#queue.filter((house) => !taken.has(house)), ...houses];
    return houses.map((house) => {
      const dice = makeDice(`${this.#scenario.name}:${this.#dice.next()}`);
      const plan = drawCall(
        this.#scenario,
        mixAt(this.#scenario, now),
        this.#truth(house, now),
        this.#said(house, now),
        dice,
      );
      this.#asked.set(plan, { house, facts: this.#facts(house, this.#today, now), daypart: daypartOf(now) });
      house.dueAt = Infinity;
      return plan;
    });
  }

  ended(plan: CallPlan, answered: boolean, now: number): void {
    const asked = this.#asked.get(plan);
    if (asked === undefined) return;
    this.#asked.delete(plan);
    const { house, facts, daypart } = asked;
    if (this.#knows === 'learned') this.model.learn(facts, answered);
    house.calls.push({ day: this.#today, daypart, answered });
    house.said = { at: -Infinity, chance: 0 };
    house.dueAt = answered ? Infinity : now + restMs;
  }

  /** Before the simulated day, whoever is called when: only the outcomes matter. */
  #dayBefore(day: number, callsPerDay: number): void {
    const [from, to] = this.#scenario.hours;
    for (let call = 0; call < callsPerDay * this.#houses.length; call++) {
      const house = this.#houses[Math.floor(this.#dice.next() * this.#houses.length)];
      if (house === undefined) continue;
      const at = (from + this.#dice.next() * (to - from)) * hourMs;
      const answered = this.#dice.next() < this.#truth(house, at);
      if (this.#knows === 'learned') this.model.learn(this.#facts(house, day, at), answered);
      house.calls.push({ day, daypart: daypartOf(at), answered });
    }
  }

  #dueHouses(now: number, most: number): readonly House[] {
    const due: House[] = [];
    for (const house of this.#queue) {
      if (due.length >= most) break;
      if (house.dueAt <= now) due.push(house);
    }
    return due;
  }

  #said(house: House, now: number): number | null {
    if (this.#knows === 'none') return null;
    if (this.#knows === 'perfect') return this.#truth(house, now);
    if (now - house.said.at > saidHoldsMs)
      house.said = { at: now, chance: this.model.estimate(this.#facts(house, this.#today, now)).mean };
    return house.said.chance;
  }

  #truth(house: House, now: number): number {
    const rate = mixAt(this.#scenario, now).person;
    const daypart = daypartOf(now);
    const odds =
      Math.log(rate / (1 - rate)) +
      (classOdds[house.numberClass] ?? 0) +
      (house.mobile ? 0.5 : -0.5) * (daypart - 1) +
      house.taste +
      (house.daypartTaste[daypart] ?? 0);
    return Math.min(0.999, Math.max(0.001, 1 / (1 + Math.exp(-odds))));
  }

  #facts(house: House, day: number, now: number): AnswerFacts {
    const last = house.calls.at(-1);
    const lastAnswer = house.calls.findLast((call) => call.answered);
    const lastEnding: LastEnding = last === undefined ? 'none' : last.answered ? 'person' : 'no_answer';
    return {
      numberClass: house.numberClass,
      lineKind: house.mobile ? 'mobile' : 'fixed',
      hour: Math.floor(now / hourMs),
      daypart: daypartOf(now),
      weekday: 1 + (day % 7),
      daysSinceAnswer: lastAnswer === undefined ? null : day - lastAnswer.day,
      callsToday: house.calls.filter((call) => call.day === day).length,
      lastEnding,
      own: tallies(house.calls),
      shared: { answers: 0, misses: 0 },
    };
  }
}

const daypartOf = (at: number): number => firstHours.findLastIndex((from) => at >= from * hourMs);

const tallies = (calls: House['calls']): readonly DaypartTally[] =>
  firstHours.map((_, daypart) => {
    const own = calls.filter((call) => call.daypart === daypart);
    const answers = own.filter((call) => call.answered).length;
    return { daypart, answers, misses: own.length - answers };
  });
