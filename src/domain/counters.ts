import { dispositions, isDispositionCode, type CountEffect } from './dispositions.ts';
import { daypartAt } from './calling-window.ts';
import type { Preset } from './preset.ts';
import type { CountedReason, Instant, NumberStatus, Party, ZoneName } from './vocabulary.ts';
import { countedReasons } from './vocabulary.ts';
import { localDate } from './zoned-time.ts';

/** One counted fact per call and line (3.3 item 1); the log is the truth, the counters a fold over it. */
export interface CounterEvent {
  /** Two reports of one call carry the same attempt and count once (item 2). Null: no call, e.g. an import or a correction. */
  readonly attemptId: string | null;
  readonly source: 'carrier' | 'agent' | 'import' | 'correction';
  /** A system result, a disposition code, or `REINSTATE`. */
  readonly code: string;
  readonly party: Party;
  readonly at: Instant;
  /** Voided by the trunk's vacant guard or by a correction. */
  readonly voided: boolean;
  readonly debtorId: string;
}

export interface Counters extends Readonly<Record<CountedReason, number>> {
  /** Times the line was found suspended, where that is counted at all (3.2); a person's answer takes it back. */
  readonly suspended?: number;
}

/** At which counts a number is invalid, and how it is counted up to there. */
export interface Thresholds extends Readonly<Record<CountedReason, number>> {
  /** Absent: at the count itself. */
  readonly compare?: '>=' | '>';
  /** All reasons added together; absent or null: never. */
  readonly combined?: number | null;
  /** Absent or null: suspended lines are not counted. */
  readonly suspended?: number | null;
  /** Names the stretch of time in which one reason counts once; absent: each call counts (item 5). */
  readonly periodOf?: (at: Instant) => string;
}

/** A preset's rules of invalid numbers, with the zone in which its dayparts and days are read. */
export function countingRules(preset: Pick<Preset, 'invalid' | 'suspended' | 'dayparts'>, zone: ZoneName): Thresholds {
  const { independence, ...thresholds } = preset.invalid;
  const counting = { ...thresholds, suspended: preset.suspended.threshold };
  switch (independence) {
    case 'call':
      return counting;
    case 'day':
      return { ...counting, periodOf: (at) => localDate(at, zone) };
    case 'daypart':
      return {
        ...counting,
        periodOf: (at) => {
          const { date, index } = daypartAt(at, zone, preset);
          return `${date} ${index}`;
        },
      };
  }
}

/** Code of an event that puts an invalid number back to work (item 8): counters restart at 0, the log stays. */
export const reinstateCode = 'REINSTATE';

export const noCounts: Counters = { vacant: 0, no_such_person: 0, resigned: 0, moved: 0 };

const reset: CountEffect = { kind: 'reset' };
const resetVacant: CountEffect = { kind: 'reset_vacant' };
const neutral: CountEffect = { kind: 'neutral' };
const vacant: CountEffect = { kind: 'count', reason: 'vacant', resetsVacant: false };

/** What one event does. System results but VACANT neither add nor reset; an abandoned or lost answer was human. */
export function countedEffect(code: string): CountEffect {
  if (isDispositionCode(code)) return dispositions[code].counts;
  if (code === reinstateCode) return reset;
  if (code === 'VACANT') return vacant;
  // Abandoned and agent-lost calls were answered by a person: the line is not vacant (3.2).
  return code === 'ABANDONED' || code === 'AGENT_LOST' ? resetVacant : neutral;
}

function add(counters: Counters, effect: CountEffect, scope: 'line' | 'debtor'): Counters {
  switch (effect.kind) {
    case 'neutral':
      return counters;
    case 'reset_vacant':
      return { ...counters, vacant: 0 };
    case 'reset':
      return scope === 'line' ? { ...counters, vacant: 0 } : noCounts;
    case 'count': {
      if (effect.reason === 'vacant') return scope === 'line' ? { ...counters, vacant: counters.vacant + 1 } : counters;
      if (scope === 'line') return effect.resetsVacant ? { ...counters, vacant: 0 } : counters;
      return { ...counters, [effect.reason]: counters[effect.reason] + 1 };
    }
  }
}

/** One step of the fold for events already in order: what a room applies when it keeps counters up to date. */
export function applyCounterEvent(counters: Counters, event: CounterEvent, debtorId: string): Counters {
  if (event.voided) return counters;
  const effect = countedEffect(event.code);
  const onLine = add(counters, effect, 'line');
  return event.debtorId === debtorId ? add(onLine, effect, 'debtor') : onLine;
}

const sourceRank: Readonly<Record<CounterEvent['source'], number>> = { import: 0, carrier: 1, agent: 2, correction: 3 };

/** Item 2: of several reports of one call the correction counts, else the agent's, else the carrier's. */
function oneEventPerCall(events: readonly CounterEvent[]): CounterEvent[] {
  const byAttempt = new Map<string, CounterEvent>();
  const single: CounterEvent[] = [];
  for (const event of events) {
    if (event.voided) continue;
    if (event.attemptId === null) {
      single.push(event);
      continue;
    }
    const known = byAttempt.get(event.attemptId);
    if (known === undefined || outranks(event, known)) byAttempt.set(event.attemptId, event);
  }
  return [...single, ...byAttempt.values()].sort(
    (a, b) => a.at - b.at || compareText(a.attemptId ?? '', b.attemptId ?? '') || compareText(a.code, b.code),
  );
}

function outranks(event: CounterEvent, known: CounterEvent): boolean {
  const rank = sourceRank[event.source] - sourceRank[known.source];
  if (rank !== 0) return rank > 0;
  return event.at > known.at || (event.at === known.at && event.code > known.code);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The four counters of a line as one debtor sees them (item 7): `vacant` over every event of the line, the others
 * over this debtor's events alone. Order and repetition of the input do not matter.
 */
export function foldCounters(
  events: readonly CounterEvent[],
  debtorId: string,
  rules: Pick<Thresholds, 'periodOf' | 'suspended'> = {},
): Counters {
  let counters = noCounts;
  const counted = new Map<string, string>();
  for (const event of oneEventPerCall(events)) {
    const next = applyCounterEvent(counters, event, debtorId);
    counters = rules.periodOf === undefined ? next : oncePerPeriod(counters, next, rules.periodOf(event.at), counted);
  }
  const counts = rules.suspended ?? null;
  return counts === null ? counters : { ...counters, suspended: timesSuspended(events) };
}

/** Item 5 where reports have to be independent: one more of a reason only when its last one was in another period. */
function oncePerPeriod(before: Counters, after: Counters, period: string, counted: Map<string, string>): Counters {
  let counters = after;
  for (const reason of countedReasons) {
    if (after[reason] < before[reason]) counted.delete(reason);
    if (after[reason] <= before[reason]) continue;
    if (counted.get(reason) === period) counters = { ...counters, [reason]: before[reason] };
    else counted.set(reason, period);
  }
  return counters;
}

export const suspendedCode = 'SUSPENDED';

function timesSuspended(events: readonly CounterEvent[]): number {
  let times = 0;
  for (const { code } of oneEventPerCall(events)) {
    const effect = countedEffect(code);
    if (code === suspendedCode) times += 1;
    else if (effect.kind === 'reset' || effect.kind === 'reset_vacant') times = 0;
    else if (effect.kind === 'count' && effect.resetsVacant) times = 0;
  }
  return times;
}

/** Why a number is invalid: a reason that is counted, or a line suspended too often where that counts. */
export type InvalidReason = CountedReason | 'suspended';

const isReached = (count: number, threshold: number, { compare = '>=' }: Thresholds): boolean =>
  compare === '>' ? count > threshold : count >= threshold;

/** Which thresholds are reached; reasons are added together only where the rules say so (R8). */
export function reachedReasons(counters: Counters, thresholds: Thresholds): readonly InvalidReason[] {
  const reached: InvalidReason[] = countedReasons.filter((reason) =>
    isReached(counters[reason], thresholds[reason], thresholds),
  );
  const suspended = thresholds.suspended ?? null;
  if (suspended !== null && isReached(counters.suspended ?? 0, suspended, thresholds)) reached.push('suspended');
  const combined = thresholds.combined ?? null;
  if (reached.length > 0 || combined === null) return reached;
  const found = countedReasons.filter((reason) => counters[reason] > 0);
  const sum = found.reduce((total, reason) => total + counters[reason], 0);
  return isReached(sum, combined, thresholds) ? found : [];
}

/** The status the counters ask for: invalid at a threshold, suspect above zero, else active. */
export function numberStatusFrom(counters: Counters, thresholds: Thresholds): 'active' | 'suspect' | 'invalid' {
  if (reachedReasons(counters, thresholds).length > 0) return 'invalid';
  const doubted = (counters.suspended ?? 0) > 0 || countedReasons.some((reason) => counters[reason] > 0);
  return doubted ? 'suspect' : 'active';
}

export interface StatusInput {
  readonly status: NumberStatus;
  readonly counters: Counters;
  readonly thresholds: Thresholds;
  /** The event that changed the counters. */
  readonly code: string;
  /** A corrected log: the status follows the counters again, also back from invalid (item 8). */
  readonly corrected?: boolean;
}

/**
 * The next status of a number after an event. Blocked and malformed are left by a person's hand only (item 10),
 * invalid by reinstatement only (items 8, 9); unverified becomes active by a positive contact (R32).
 */
export function nextNumberStatus(input: StatusInput): NumberStatus {
  const { status, counters, thresholds, code } = input;
  if (code === 'MALFORMED') return 'malformed';
  if (isDispositionCode(code) && dispositions[code].numberEffect === 'block') return 'blocked';
  if (code === reinstateCode) return 'active';
  if (status === 'blocked' || status === 'malformed') return status;
  if (status === 'invalid' && input.corrected !== true) return status;
  const counted = numberStatusFrom(counters, thresholds);
  if (status === 'unverified' && counted !== 'invalid') {
    return countedEffect(code).kind === 'reset' ? 'active' : 'unverified';
  }
  return counted;
}

const reasonWords: Readonly<Record<InvalidReason, string>> = {
  vacant: '空号',
  no_such_person: '无此人',
  resigned: '辞职',
  moved: '搬迁',
  suspended: '停机',
};

/** The note the system writes itself when a number becomes invalid (R6, item 6): 「无效:空号2次」. */
export function invalidNote(counters: Counters, thresholds: Thresholds): string {
  const parts = reachedReasons(counters, thresholds).map(
    (reason) => `${reasonWords[reason]}${counters[reason] ?? 0}次`,
  );
  return `无效:${parts.join('、')}`;
}
