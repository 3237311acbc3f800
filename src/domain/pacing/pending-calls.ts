import { agesKept, horizonCount, horizonSteps, stepMs } from './horizons.ts';
import type { PacedCall, PacingMoment } from './moment.ts';
import type { PacingMemory } from './pacing-memory.ts';

/** Calls under way of one kind: same stage, same age, same chance. */
export interface PendingKind {
  readonly state: 'placing' | 'ringing' | 'detecting';
  /** In steps. */
  readonly age: number;
  /** Null: the campaign's rate. */
  readonly chance: number | null;
  count: number;
}

/** Many calls make few kinds; calls with a chance of their own are a kind each. */
export function kindsOfPending(moment: PacingMoment): readonly PendingKind[] {
  const kinds: PendingKind[] = [];
  const slots: (PendingKind | undefined)[] = [];
  for (const call of moment.calls) {
    if (call.state === 'waiting') continue;
    const age = ageOf(call, moment.now);
    if (call.chance !== undefined) {
      kinds.push({ state: call.state, age, chance: call.chance, count: 1 });
      continue;
    }
    const slot = age * 3 + (call.state === 'placing' ? 0 : call.state === 'ringing' ? 1 : 2);
    const kind = slots[slot];
    if (kind === undefined) kinds.push((slots[slot] = { state: call.state, age, chance: null, count: 1 }));
    else kind.count++;
  }
  return kinds;
}

function ageOf(call: PacedCall, now: number): number {
  const since = call.state === 'placing' ? call.launchedAt : call.since;
  return Math.max(0, Math.min(agesKept, Math.floor((now - since) / stepMs + 0.5)));
}

/** What calls under way are planned with. */
export interface PlannedAnswers {
  /** Of calls without a chance of their own. */
  readonly rate: number;
  /** Standard errors added to the chance of the others. */
  readonly caution: number;
}

/** No answer is surer, whatever was learned. */
export const mostCertain = 0.98;

/** A chance with so many standard errors added: with few calls behind them all given chances may be too low at once. */
export const cautiously = (chance: number, caution: number, memory: PacingMemory): number =>
  Math.min(mostCertain, chance + caution * memory.chanceError(chance));

/** Bayes: how likely is an answer still, of a call that rings at this age. */
export function stillAnswers(kind: PendingKind, { rate, caution }: PlannedAnswers, memory: PacingMemory): number {
  if (kind.state === 'detecting') return memory.detectedLive;
  const chance = kind.chance === null ? rate : cautiously(memory.calibrated(kind.chance), caution, memory);
  const notYet = chance * (1 - (answersOf(kind, memory)[kind.age] as number));
  const failures = kind.state === 'placing' ? memory.failureFromLaunch : memory.failureFromRing;
  const rings = notYet + (1 - chance) * (1 - (failures.over[kind.age] as number));
  // Older than any call so far: as good as dead.
  return rings > 1e-5 ? notYet / rings : 0;
}

/** Odds of an answer by each horizon. Returns them for all time. */
export function oddsOfAnswer(
  kind: PendingKind,
  planned: PlannedAnswers,
  memory: PacingMemory,
  row: Float64Array,
): number {
  const still = stillAnswers(kind, planned, memory);
  const { age } = kind;
  if (kind.state === 'detecting') return spread(still, memory.detection.over, age, 0, row);
  return spread(still, answersOf(kind, memory), age, memory.detectionSteps, row);
}

function spread(still: number, over: Float64Array, age: number, delay: number, row: Float64Array): number {
  const before = over[age] as number;
  const share = before < 1 - 1e-9 ? still / (1 - before) : 0;
  for (let at = 0; at < horizonCount; at++) {
    const ahead = (horizonSteps[at] as number) - delay;
    row[at] = ahead > 0 ? share * ((over[age + ahead] as number) - before) : 0;
  }
  return still;
}

const answersOf = (kind: PendingKind, memory: PacingMemory): Float64Array =>
  (kind.state === 'placing' ? memory.answerFromLaunch : memory.answerFromRing).over;
