import type { Instant } from '../vocabulary.ts';
import { AnswerRate, type AnswerRateRecord } from './answer-rate.ts';
import { BusyTimes, type BusyTimesRecord } from './busy-times.ts';
import { CallTimes, type CallTimesRecord } from './call-times.ts';
import type { CallStages, PacingEvent } from './events.ts';
import { FreeTimes } from './free-times.ts';
import { stepMs } from './horizons.ts';
import { RiskBound, type RiskBoundRecord } from './risk-bound.ts';
import { firstAnswer, firstDetection, firstFailure } from './first-guesses.ts';
import { within } from './within.ts';

export interface PacingMemoryRecord {
  readonly version: 1;
  readonly answerRate: AnswerRateRecord;
  readonly answerFromLaunch: CallTimesRecord;
  readonly failureFromLaunch: CallTimesRecord;
  readonly answerFromRing: CallTimesRecord;
  readonly failureFromRing: CallTimesRecord;
  readonly detection: CallTimesRecord;
  readonly talk: BusyTimesRecord;
  readonly wrapUp: BusyTimesRecord;
  readonly bound: RiskBoundRecord;
  readonly talkingSince: readonly (readonly [string, Instant])[];
  readonly scalars: Scalars;
}

interface Scalars {
  startedAt: Instant | null;
  /** Detected as live, of those that picked up; discounted. */
  detectedLive: number;
  detected: number;
  /** Live answers, the sum of their chances and the calls, where chances are given. */
  chanceAnswers: number;
  chanceSum: number;
  chanceCalls: number;
  /** Live answers, discounted by time. */
  liveWeight: number;
  liveAt: Instant | null;
  /** Agents that left, and talks long enough to be with a person. */
  leftWeight: number;
  leftAt: Instant | null;
  returned: number;
  wrapUps: number;
  longTalks: number;
  talks: number;
}

/** Given chances are taken for right as if so many calls had shown it. */
const firstChances = { answers: 7, calls: 20 };
/** Calls that all doubt of given chances begins with. */
const firstDoubt = 7;
const liveMemoryMs = 1_800_000;
const leaveMemoryMs = 1_200_000;
/** A machine's greeting heard by an agent is over sooner. */
const personTalksMs = 18_000;

/** What a campaign learned. Small, changed by `learn` alone, and stored whole. */
export class PacingMemory {
  readonly answerRate = new AnswerRate();
  readonly answerFromLaunch = new CallTimes(firstAnswer(2), 800);
  readonly failureFromLaunch = new CallTimes(firstFailure(2), 800);
  readonly answerFromRing = new CallTimes(firstAnswer(0), 800);
  readonly failureFromRing = new CallTimes(firstFailure(0), 800);
  readonly detection = new CallTimes(firstDetection, 400);
  readonly talk = new BusyTimes(120_000, 1_500);
  readonly wrapUp = new BusyTimes(20_000, 1_500);
  readonly bound = new RiskBound();
  readonly #talkingSince = new Map<string, Instant>();
  #free: { readonly graceMs: number; readonly times: FreeTimes } | undefined;
  #scalars: Scalars = {
    startedAt: null,
    detectedLive: 6,
    detected: 12,
    chanceAnswers: firstChances.answers,
    chanceSum: firstChances.answers,
    chanceCalls: firstChances.calls,
    liveWeight: 0,
    liveAt: null,
    leftWeight: 0,
    leftAt: null,
    returned: 20,
    wrapUps: 20.2,
    longTalks: 8,
    talks: 10,
  };

  learn(event: PacingEvent): void {
    const s = this.#scalars;
    s.startedAt ??= event.at;
    switch (event.kind) {
      case 'launched':
        return this.bound.launched(event);
      case 'live':
        s.liveWeight = this.#faded(s.liveWeight, s.liveAt, event.at, liveMemoryMs) + 1;
        s.liveAt = event.at;
        return this.#callEnded(event, true);
      case 'failed':
        return this.#callEnded(event, false);
      case 'connected':
        this.#talkingSince.set(event.agentId, event.at);
        return this.bound.answered(false);
      case 'abandoned':
        return this.bound.answered(true);
      case 'talk_ended': {
        this.#talkingSince.delete(event.agentId);
        s.talks = s.talks * 0.998 + 1;
        s.longTalks = s.longTalks * 0.998 + (event.talkMs >= personTalksMs ? 1 : 0);
        const going = (): number[] => [...this.#talkingSince.values()].map((since) => event.at - since);
        if (this.talk.add(event.talkMs, going)) this.#free = undefined;
        return;
      }
      case 'wrap_up_ended':
        s.wrapUps = s.wrapUps * 0.99 + 1;
        s.returned = s.returned * 0.99 + 1;
        if (this.wrapUp.add(event.wrapUpMs, () => [])) this.#free = undefined;
        return;
      case 'agent_left':
        if (event.from === 'busy') s.returned = Math.max(0, s.returned - 1);
        s.leftWeight = this.#faded(s.leftWeight, s.leftAt, event.at, leaveMemoryMs) + 1;
        s.leftAt = event.at;
    }
  }

  freeTimes(graceMs: number): FreeTimes {
    if (this.#free?.graceMs !== graceMs)
      this.#free = { graceMs, times: new FreeTimes(this.talk, this.wrapUp, graceMs) };
    return this.#free.times;
  }

  /** From the launch until it is known what comes of a call. */
  get ringMs(): number {
    return (this.answerFromLaunch.meanMs + this.failureFromLaunch.meanMs) / 2;
  }

  /** Share of wrap-ups after which the agent is ready again. */
  get returns(): number {
    return this.#scalars.returned / this.#scalars.wrapUps;
  }

  /** Agents that leave, a millisecond, all of them together. */
  leavesPerMs(now: Instant): number {
    return this.#perMs(this.#scalars.leftWeight, this.#scalars.leftAt, now, leaveMemoryMs);
  }

  livePerMs(now: Instant): number {
    return this.#perMs(this.#scalars.liveWeight, this.#scalars.liveAt, now, liveMemoryMs);
  }

  get sinceStart(): Instant | null {
    return this.#scalars.startedAt;
  }

  /** Share of detections that end with a person. */
  get detectedLive(): number {
    return this.#scalars.detectedLive / this.#scalars.detected;
  }

  /** How long detection takes, in steps of age. */
  get detectionSteps(): number {
    // Rounded down: the curve spreads a detection that took no time over its first step.
    return Math.max(0, Math.round(this.detection.meanMs / stepMs - 0.75));
  }

  /**
   * A given chance, by what the given ones were too low or too high so far. What they lack is spread over what they take for
   * no answer: machines that nobody tells apart pick up for people who are out as well.
   */
  calibrated(chance: number): number {
    const { chanceAnswers, chanceSum, chanceCalls } = this.#scalars;
    const more = (chanceAnswers - chanceSum) / (chanceCalls - chanceSum);
    const meant = more > 0 ? chance + (1 - chance) * more : (chance * chanceAnswers) / chanceSum;
    return within(meant, 0.001, 0.98);
  }

  /** Standard error of a given chance: whoever gives it may be wrong about all numbers alike, the more so with few calls. */
  chanceError(chance: number): number {
    const seen = Math.max(0, this.#scalars.chanceCalls - firstChances.calls);
    return Math.sqrt((chance * (1 - chance)) / (seen + firstDoubt));
  }

  /** Talk and wrap-up together, over the time a launched call takes to be answered or not. */
  get talkOverRing(): number {
    return (this.talk.meanMs + this.wrapUp.meanMs) / this.ringMs;
  }

  get personShare(): number {
    return this.#scalars.longTalks / this.#scalars.talks;
  }

  toJSON(): PacingMemoryRecord {
    return {
      version: 1,
      answerRate: this.answerRate.toJSON(),
      answerFromLaunch: this.answerFromLaunch.toJSON(),
      failureFromLaunch: this.failureFromLaunch.toJSON(),
      answerFromRing: this.answerFromRing.toJSON(),
      failureFromRing: this.failureFromRing.toJSON(),
      detection: this.detection.toJSON(),
      talk: this.talk.toJSON(),
      wrapUp: this.wrapUp.toJSON(),
      bound: this.bound.toJSON(),
      talkingSince: [...this.#talkingSince],
      scalars: { ...this.#scalars },
    };
  }

  static fromJSON(record: PacingMemoryRecord): PacingMemory {
    const memory = new PacingMemory();
    memory.answerRate.restore(record.answerRate);
    memory.answerFromLaunch.restore(record.answerFromLaunch);
    memory.failureFromLaunch.restore(record.failureFromLaunch);
    memory.answerFromRing.restore(record.answerFromRing);
    memory.failureFromRing.restore(record.failureFromRing);
    memory.detection.restore(record.detection);
    memory.talk.restore(record.talk);
    memory.wrapUp.restore(record.wrapUp);
    memory.bound.restore(record.bound);
    for (const [agentId, since] of record.talkingSince) memory.#talkingSince.set(agentId, since);
    const { chanceAnswers, chanceSum, chanceCalls } = memory.#scalars;
    memory.#scalars = { ...record.scalars };
    // Stored when the calls with a chance were not counted yet: what was learned of chances begins anew.
    if ((record.scalars.chanceCalls as number | undefined) === undefined)
      Object.assign(memory.#scalars, { chanceAnswers, chanceSum, chanceCalls });
    return memory;
  }

  #callEnded(call: CallStages, live: boolean): void {
    const s = this.#scalars;
    this.answerRate.add(call.at, live);
    // Up to the moment at which something picked up: what follows is detection, with a curve of its own.
    const until = call.pickedUpAt ?? call.at;
    (live ? this.answerFromLaunch : this.failureFromLaunch).add(until - call.launchedAt);
    if (call.ringingAt !== null) (live ? this.answerFromRing : this.failureFromRing).add(until - call.ringingAt);
    if (call.pickedUpAt !== null) {
      this.detection.add(call.at - call.pickedUpAt);
      s.detected = s.detected * 0.997 + 1;
      s.detectedLive = s.detectedLive * 0.997 + (live ? 1 : 0);
    }
    if (call.chance !== null) {
      s.chanceSum = s.chanceSum * 0.999 + call.chance;
      s.chanceCalls = s.chanceCalls * 0.999 + 1;
      s.chanceAnswers = s.chanceAnswers * 0.999 + (live ? 1 : 0);
    }
  }

  #faded(weight: number, since: Instant | null, now: Instant, memoryMs: number): number {
    return since === null ? weight : weight * Math.exp(-Math.max(0, now - since) / memoryMs);
  }

  #perMs(weight: number, since: Instant | null, now: Instant, memoryMs: number): number {
    const startedAt = this.#scalars.startedAt;
    if (startedAt === null || since === null) return 0;
    const watched = Math.max(60_000, now - startedAt);
    return this.#faded(weight, since, now, memoryMs) / (memoryMs * (1 - Math.exp(-watched / memoryMs)));
  }
}
