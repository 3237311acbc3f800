import { daypartAt } from '../calling-window.ts';
import type { PastAttempt } from '../dial-facts.ts';
import type { Preset } from '../preset.ts';
import type { Instant, NumberClass, ZoneName } from '../vocabulary.ts';
import { dayMs, localDateTime } from '../zoned-time.ts';

export type LineKind = 'mobile' | 'fixed' | 'other';

/** How the last call to the number ended, as far as it tells about the next one. */
export type LastEnding = 'none' | 'person' | 'no_answer' | 'busy' | 'refused' | 'off' | 'machine' | 'other';

/** Calls that a person answered and calls that nobody did; fading with age, so not whole numbers. */
export interface CallTally {
  readonly answers: number;
  readonly misses: number;
}

/** Calls of one daypart. */
export interface DaypartTally extends CallTally {
  readonly daypart: number;
}

/** What the answer model may know of one number at one instant: its calls, its kind and the clock there. Nothing of the person. */
export interface AnswerFacts {
  readonly numberClass: NumberClass;
  readonly lineKind: LineKind;
  /** By the clock of the called number, 0..23. */
  readonly hour: number;
  /** Place in the preset's list of dayparts, from 0. */
  readonly daypart: number;
  /** ISO: Monday 1 .. Sunday 7. */
  readonly weekday: number;
  /** Null: nobody ever answered. */
  readonly daysSinceAnswer: number | null;
  readonly callsToday: number;
  readonly lastEnding: LastEnding;
  /** Own calls, by the daypart in which they were made. */
  readonly own: readonly DaypartTally[];
  /** Calls to the same line for other people. */
  readonly shared: CallTally;
}

/** A number that could be dialed, with the attempts that are known of it. */
export interface AnswerCandidate {
  readonly numberId: string;
  readonly lineId: string;
  readonly numberClass: NumberClass;
  /** As on the line: `mobile`, `fixed`, `fixed_or_mobile`, `voip`, … */
  readonly lineType: string;
  readonly zone: ZoneName;
  /** To this line, for whomever; others may be among them. Live ones do not count yet. */
  readonly attempts: readonly CallToLine[];
}

export type CallToLine = Pick<PastAttempt, 'numberId' | 'lineId' | 'at' | 'result' | 'answered'> & {
  readonly inbound?: boolean;
};

/** After so many days a call tells half as much about the next one. */
const halfLifeDays = 60;

const nobodyThere: ReadonlySet<string | null> = new Set(['MACHINE', 'FAX', 'VM', 'VACANT_AG']);
const endings: Readonly<Record<string, LastEnding>> = {
  NO_ANSWER: 'no_answer',
  BUSY: 'busy',
  REJECTED: 'refused',
  POWERED_OFF: 'off',
  OUT_OF_COVERAGE: 'off',
  SUSPENDED: 'off',
  MACHINE: 'machine',
  FAX: 'machine',
  VM: 'machine',
};
/** Ours or the carrier's doing: they say nothing about the number. */
const saysNothing: ReadonlySet<string | null> = new Set([
  null,
  'MALFORMED',
  'CONGESTION',
  'FAILED',
  'CARRIER_BLOCKED',
  'CANCELED',
  'SUPPRESSED',
]);

/** True: a person picked up, agent or not. */
export const personAnswered = (call: Pick<CallToLine, 'answered' | 'result'>): boolean =>
  call.answered && !nobodyThere.has(call.result);

/** True: the call came as far as to tell whether somebody answers. */
export const tellsOfAnswering = (call: Pick<CallToLine, 'answered' | 'result'>): boolean =>
  call.answered || !saysNothing.has(call.result);

export function lineKindOf(lineType: string): LineKind {
  return lineType === 'mobile' || lineType === 'fixed' ? lineType : 'other';
}

export function readAnswerFacts(candidate: AnswerCandidate, preset: Preset, now: Instant): AnswerFacts {
  const { zone } = candidate;
  const { minutes, weekday, date } = localDateTime(now, zone);
  const part = daypartAt(now, zone, preset).index;
  const own = new Map<number, Tally>();
  const shared = emptyTally();
  let answeredAt: Instant | null = null;
  let last: CallToLine | null = null;
  let callsToday = 0;
  for (const call of candidate.attempts) {
    if (call.lineId !== candidate.lineId || call.at >= now || call.inbound === true || !tellsOfAnswering(call))
      continue;
    const weight = 0.5 ** ((now - call.at) / dayMs / halfLifeDays);
    const answered = personAnswered(call);
    if (call.numberId !== candidate.numberId) {
      count(shared, answered, weight);
      continue;
    }
    const partThen = daypartAt(call.at, zone, preset).index;
    const tally = own.get(partThen) ?? emptyTally();
    own.set(partThen, tally);
    count(tally, answered, weight);
    if (localDateTime(call.at, zone).date === date) callsToday++;
    if (last === null || call.at > last.at) last = call;
    if (answered && (answeredAt === null || call.at > answeredAt)) answeredAt = call.at;
  }
  return {
    numberClass: candidate.numberClass,
    lineKind: lineKindOf(candidate.lineType),
    hour: Math.floor(minutes / 60),
    daypart: part,
    weekday,
    daysSinceAnswer: answeredAt === null ? null : (now - answeredAt) / dayMs,
    callsToday,
    lastEnding: last === null ? 'none' : endingOf(last),
    own: [...own].map(([daypart, tally]) => ({ daypart, ...tally })),
    shared,
  };
}

function endingOf(call: CallToLine): LastEnding {
  if (personAnswered(call)) return 'person';
  return endings[call.result ?? ''] ?? 'other';
}

type Tally = { -readonly [K in keyof CallTally]: CallTally[K] };

const emptyTally = (): Tally => ({ answers: 0, misses: 0 });

function count(tally: Tally, answered: boolean, weight: number): void {
  if (answered) tally.answers += weight;
  else tally.misses += weight;
}
