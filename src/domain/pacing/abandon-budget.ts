import { abandonShareBound } from '../abandon-share.ts';
import type { PacingMoment } from './moment.ts';
import type { PacingMemory } from './pacing-memory.ts';

const hourMs = 3_600_000;
/** Not known when dialing ends: the period rolls on, and what was spent is made good within hours. */
const outlookMs = 4 * hourMs;
/** No trailing hour may pass this multiple of the target. */
const hourMultiple = 2.5;
const soon = 2.5;
/** Of the budget, for the calls that are lost although hardly any risk was taken: they come in clusters on larger floors. */
const keptBack = { share: 0.02, most: 3 };
/** So many more are not aimed at: a budget that is spent long before the end costs more than a call that is left at the end. */
const notAimedAt = 1;
const hourCountsFrom = 20;

export interface AbandonBudget {
  /** Abandoned calls that the target still allows in the period, by the answers that are sure to come. */
  readonly left: number;
  /** Answers to come in the period. */
  readonly coming: number;
  /** Share of the coming answers that may be lost for the period to end on the target. */
  readonly allowance: number;
  /**
   * `nearly`, `hour`: one more would be too much for the period, or for the trailing hour, so hardly any risk is taken.
   * `period`: there are too many already.
   */
  readonly spent: 'no' | 'nearly' | 'hour' | 'period';
  /** Abandoned calls that the target allows in the whole period, as far as can be told. */
  readonly whole: number;
  /** There is one more, whatever becomes of the answers to come. */
  readonly mayLoseOne: boolean;
}

export function readBudget(moment: PacingMoment, memory: PacingMemory): AbandonBudget {
  const { abandon, now } = moment;
  const { target, live, abandoned } = abandon;
  const perMs = memory.livePerMs(now);
  const leftMs = abandon.dialingEndsAt === null ? outlookMs : Math.max(0, abandon.dialingEndsAt - now);
  const coming = perMs * leftMs;
  const likely = Math.max(coming, leastComing(moment, memory, leftMs));
  const aim = aimOf(moment, likely);
  const sure = Math.max(0, 0.97 * coming - 1.5 * Math.sqrt(coming));
  const reserve = Math.min(keptBack.most, keptBack.share * aim * (live + coming));
  const doubt = reserve + (abandon.machinesAmongLive ? doubtOfMachines(memory.personShare, aim * (live + coming)) : 0);
  const left = aim * (live + sure) - abandoned - doubt;
  const spare = aim * live - abandoned - doubt - notAimedAt;
  // What was lost too much is made good within a part of the time that is left, what is to spare is spread over all of it.
  const over = spare < 0 ? spare * soon : spare;
  const allowance = Math.min(3 * target, Math.max(0.1 * target, aim + over / Math.max(10, coming)));
  // Abandoned calls to be expected of those under way.
  const atStake =
    moment.calls.length * memory.answerRate.mean * Math.min(0.2, Math.max(0.5 * target, memory.bound.expectedShare));
  const stake = 1 + atStake + Math.max(0, 2 * Math.sqrt(atStake) - 1);
  const sinceStart = memory.sinceStart === null ? 0 : now - memory.sinceStart;
  const firstHour = sinceStart < hourMs ? 0.8 * perMs * hourMs : 0;
  const hourly = hourMultiple * target * Math.max(hourCountsFrom, abandon.liveLastHour, firstHour);
  // One is always allowed: with few answers an hour nothing else could ever be.
  const hourIsFull = abandon.abandonedLastHour > 0 && abandon.abandonedLastHour + stake > hourly;
  const budget = { left, coming, allowance, whole: aim * (live + likely), mayLoseOne: left > 1 };
  // More answers may come than are coming now: a budget that is being made good is not given up.
  if (aim * (live + 1.25 * coming) < abandoned) return { ...budget, spent: 'period' };
  if (left < stake || wouldPassBound(moment))
    return { ...budget, spent: 'nearly', mayLoseOne: budget.mayLoseOne && !hourIsFull };
  return { ...budget, spent: hourIsFull ? 'hour' : 'no' };
}

/** The share to aim at: Wilson's bound of it over the answers of the period is the target. */
function aimOf({ abandon }: PacingMoment, coming: number): number {
  const { target, live, deviations = 0 } = abandon;
  if (deviations <= 0) return target;
  const answers = Math.max(1, live + coming);
  return Math.max(0, target - deviations * Math.sqrt((target * (1 - target)) / answers));
}

/** One more abandoned would put the bound of the answers so far over the target, and end predictive dialing for long. */
const wouldPassBound = ({ abandon: { target, live, abandoned, deviations = 0 } }: PacingMoment): boolean =>
  deviations > 0 &&
  abandonShareBound({ connected: live - abandoned, abandoned: abandoned + 1, estimatedFalseMachines: 0 }) > target;

/** Answers that agents at work have time for, when few have come so far from which to tell. */
const leastComing = ({ agents }: PacingMoment, memory: PacingMemory, leftMs: number): number =>
  (0.5 * agents.length * leftMs) / (memory.talk.meanMs + memory.wrapUp.meanMs);

/** Of the abandoned some were machines, nobody knows which: how many more of them may have been people than their share. */
function doubtOfMachines(personShare: number, abandoned: number): number {
  const share = Math.min(1, Math.max(0.2, personShare));
  return (0.6 * Math.sqrt(abandoned * share * (1 - share))) / share;
}
