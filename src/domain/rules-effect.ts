import { standingOf } from './dial-decision.ts';
import type { CaseDialFacts } from './dial-facts.ts';
import type { DecisionReason, Instant, LocalDate, ZoneName } from './vocabulary.ts';
import { addDays, startOfLocalDate } from './zoned-time.ts';

/** `dialable`, or what stands in the way. */
export type Standing = DecisionReason | 'dialable';

export interface HourCounts {
  /** Cases with at least one number that may be dialed. */
  readonly cases: number;
  readonly numbers: number;
  /** Numbers by what stands in their way. */
  readonly reasons: Readonly<Partial<Record<DecisionReason, number>>>;
}

export interface HourEffect {
  readonly at: Instant;
  readonly before: HourCounts;
  readonly after: HourCounts;
  /** Cases that can be dialed in this hour only under the new rules, and only under the old. */
  readonly casesGained: number;
  readonly casesLost: number;
}

/** One way in which numbers change, in number-hours over the day. */
export interface StandingChange {
  readonly from: Standing;
  readonly to: Standing;
  readonly numberHours: number;
}

export interface RulesEffect {
  readonly hours: readonly HourEffect[];
  readonly changes: readonly StandingChange[];
}

const hourMs = 3_600_000;
const mostChanges = 10;

/** The full hours of a calendar day: 23 or 25 when the clocks change. */
export function hoursOfDay(date: LocalDate, zone: ZoneName): readonly Instant[] {
  const end = startOfLocalDate(addDays(date, 1), zone);
  const hours: Instant[] = [];
  for (let at = startOfLocalDate(date, zone); at < end; at += hourMs) hours.push(at);
  return hours;
}

interface Counting {
  cases: number;
  numbers: number;
  reasons: Partial<Record<DecisionReason, number>>;
}

interface Hour {
  readonly at: Instant;
  readonly before: Counting;
  readonly after: Counting;
  casesGained: number;
  casesLost: number;
}

const nothing = (): Counting => ({ cases: 0, numbers: 0, reasons: {} });

function count(into: Counting, standings: readonly { readonly reason: DecisionReason | null }[]): boolean {
  let dialable = 0;
  for (const { reason } of standings) {
    if (reason === null) dialable += 1;
    else into.reasons[reason] = (into.reasons[reason] ?? 0) + 1;
  }
  into.numbers += dialable;
  if (dialable > 0) into.cases += 1;
  return dialable > 0;
}

export interface EffectTally {
  /** One case under the present and the proposed rules, at one hour after the other. */
  add(before: CaseDialFacts, after: CaseDialFacts): void;
  /** `times` carries a sample over to the whole. */
  result(times: number): RulesEffect;
}

/** Counts what a change of rules does, case by case; keeps counts alone, however many cases there are. */
export function tallyEffect(instants: readonly Instant[]): EffectTally {
  const hours: Hour[] = instants.map((at) => ({
    at,
    before: nothing(),
    after: nothing(),
    casesGained: 0,
    casesLost: 0,
  }));
  const changes = new Map<string, { from: Standing; to: Standing; numberHours: number }>();

  const changed = (from: Standing, to: Standing): void => {
    if (from === to) return;
    const key = `${from}>${to}`;
    const known = changes.get(key);
    if (known === undefined) changes.set(key, { from, to, numberHours: 1 });
    else known.numberHours += 1;
  };

  return {
    add(before, after) {
      for (const hour of hours) {
        const was = standingOf(before, hour.at);
        const is = before.preset === after.preset ? was : standingOf(after, hour.at);
        const could = count(hour.before, was);
        const can = count(hour.after, is);
        if (can && !could) hour.casesGained += 1;
        if (could && !can) hour.casesLost += 1;
        // Another preset may have another order: the same number is looked up, not the same place.
        const reasonNow = new Map(is.map(({ numberId, reason }) => [numberId, reason]));
        for (const { numberId, reason } of was) {
          changed(reason ?? 'dialable', reasonNow.get(numberId) ?? 'dialable');
        }
      }
    },
    result(times) {
      const scaled = (n: number): number => Math.round(n * times);
      const all = (counting: Counting): HourCounts => ({
        cases: scaled(counting.cases),
        numbers: scaled(counting.numbers),
        reasons: Object.fromEntries(Object.entries(counting.reasons).map(([reason, n]) => [reason, scaled(n)])),
      });
      return {
        hours: hours.map((hour) => ({
          at: hour.at,
          before: all(hour.before),
          after: all(hour.after),
          casesGained: scaled(hour.casesGained),
          casesLost: scaled(hour.casesLost),
        })),
        changes: [...changes.values()]
          .sort((a, b) => b.numberHours - a.numberHours)
          .slice(0, mostChanges)
          .map((change) => ({ ...change, numberHours: scaled(change.numberHours) })),
      };
    },
  };
}
