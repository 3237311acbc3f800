import { horizonCount, horizonSteps, stepMs } from './horizons.ts';
import type { PacingMoment } from './moment.ts';
import { CountedShortage, mostCounted, NormalShortage, type Shortage } from './odds-of-shortage.ts';
import type { PacingMemory } from './pacing-memory.ts';
import {
  cautiously,
  kindsOfPending,
  mostCertain,
  oddsOfAnswer,
  stillAnswers,
  type PendingKind,
} from './pending-calls.ts';
import { within } from './within.ts';

/** Calls that one decision may add before counting out is given up. */
const roomForLaunches = 24;

/**
 * Where a talk with its wrap-up is short beside the ringing, whoever takes an answer is free again for one of the next: all of
 * it is counted where it is no longer than `all` times the ringing, nothing from `none` times on. Longer ones are what the
 * bound was solved for, with every answer holding its agent to the end (best-risk.ts).
 */
const freeAgain = { all: 3, none: 6 };

/** What is likely to become of the calls and the agents of a moment, over the horizons. */
export class Forecast {
  readonly ready: number;
  readonly working: number;
  readonly waiting: number;
  readonly pending: number;
  /** Learned, with the calls under way counted in by what may still become of them. */
  readonly answerRate: number;
  readonly answerError: number;
  /** Answers still expected of the calls under way. */
  pendingAnswers = 0;
  readonly #knowsChances: boolean;
  readonly #caution: number;
  readonly #memory: PacingMemory;
  /** What is planned with: on the cautious side of what was learned. */
  readonly #planRate: number;
  /** Of the busy, the calling and the leaving: so many must come true for one more answer to find nobody. */
  readonly #needed: number;
  readonly #byHorizon = new Float64Array(horizonCount);
  readonly #row = new Float64Array(horizonCount);
  /** Of the agents who take an answer, the share to be counted on again. */
  readonly #freeAgain: number;
  readonly #stillTaken: Float64Array;
  readonly #held = new Float64Array(horizonCount);
  #shortage: Shortage;

  /** `caution`: standard errors added to the learned answer rate. */
  constructor(moment: PacingMoment, memory: PacingMemory, caution: number) {
    this.#caution = caution;
    this.#memory = memory;
    let ready = 0;
    for (const agent of moment.agents) if (agent.state === 'ready') ready++;
    let waiting = 0;
    for (const call of moment.calls) if (call.state === 'waiting') waiting++;
    this.ready = ready;
    this.waiting = waiting;
    this.working = moment.agents.length;
    this.pending = moment.calls.length - waiting;
    const busy = this.working - ready;
    this.#needed = ready - waiting + busy;

    const short = (freeAgain.none - memory.talkOverRing) / (freeAgain.none - freeAgain.all);
    this.#freeAgain = memory.returns * within(short, 0, 1);
    this.#stillTaken = memory.freeTimes(moment.answerWithinMs).stillTaken;

    const kinds = kindsOfPending(moment);
    let learned = 0;
    for (const kind of kinds)
      learned += kind.count * stillAnswers(kind, { rate: memory.answerRate.mean, caution: 0 }, memory);
    const rate = memory.answerRate.estimate(this.pending, learned);
    this.answerRate = rate.mean;
    this.answerError = rate.error;
    this.#planRate = Math.min(mostCertain, rate.mean + caution * rate.error);
    this.#knowsChances = moment.nextChances !== null;

    const leaveOdds = ready === 0 ? 0 : memory.leavesPerMs(moment.now) / this.working;
    const all = busy + this.pending + (leaveOdds > 0 ? ready : 0);
    this.#shortage = all <= mostCounted ? new CountedShortage(all + roomForLaunches) : new NormalShortage();
    this.#addAgents(moment, memory);
    this.#addCalls(kinds, memory);
    if (leaveOdds > 0) this.#addLeaving(leaveOdds);

    const { over } = memory.answerFromLaunch;
    for (let at = 0; at < horizonCount; at++) {
      const ahead = (horizonSteps[at] as number) - memory.detectionSteps;
      this.#byHorizon[at] = at === horizonCount - 1 ? 1 : ahead > 0 ? (over[ahead] as number) : 0;
    }
  }

  /** Odds that one more call, if it is answered, finds no agent in time or takes the last one from another. */
  riskOfOneMore(): number {
    let worst = 0;
    let risk = 0;
    for (let at = horizonCount - 1; at >= 0; at--) {
      const odds = this.#shortage.reaches(at, this.#needed);
      if (odds > worst) worst = odds;
      const share = (this.#byHorizon[at] as number) - (at > 0 ? (this.#byHorizon[at - 1] as number) : 0);
      risk += share * worst;
    }
    return risk;
  }

  /** Odds that, with one of the ready agents taken now, an answer finds nobody; 1: none is ready. */
  riskOfHolding(): number {
    if (this.ready - this.waiting < 1) return 1;
    let worst = 0;
    for (let at = 0; at < horizonCount; at++) worst = Math.max(worst, this.#shortage.reaches(at, this.#needed));
    return worst;
  }

  /** One more launched, that is answered with this probability. */
  launch(chance: number): void {
    const planned = this.#knowsChances ? cautiously(chance, this.#caution, this.#memory) : this.#planRate;
    for (let at = 0; at < horizonCount; at++) this.#row[at] = planned * (this.#byHorizon[at] as number);
    if (this.#shortage instanceof CountedShortage && this.#shortage.full) this.#shortage = this.#shortage.asNormal();
    this.#shortage.addMany(this.#holding(this.#row), 1);
    this.pendingAnswers += chance;
  }

  /** Of answers by each horizon, those that still hold their agent then. */
  #holding(answered: Float64Array): Float64Array {
    if (this.#freeAgain === 0) return answered;
    const held = this.#held;
    for (let at = 0; at < horizonCount; at++) {
      let sum = 0;
      let before = 0;
      for (let taken = 0; taken <= at; taken++) {
        const by = answered[taken] as number;
        const gone = 1 - (this.#stillTaken[at * horizonCount + taken] as number);
        sum += (by - before) * (1 - this.#freeAgain * gone);
        before = by;
      }
      held[at] = sum;
    }
    return held;
  }

  /** Agents busy for as long have the same odds; they are counted by kind. */
  #addAgents(moment: PacingMoment, memory: PacingMemory): void {
    const free = memory.freeTimes(moment.answerWithinMs);
    const kinds = new Map<Float64Array, number>();
    let leaving = 0;
    for (const { state, since, leaving: leaves } of moment.agents) {
      if (state === 'ready') continue;
      if (leaves === true) {
        leaving++;
        continue;
      }
      const forMs = state === 'reserved' ? 0 : moment.now - since;
      const times = state === 'wrapping_up' ? free.whileWrappingUp(forMs) : free.whileTalking(forMs);
      kinds.set(times, (kinds.get(times) ?? 0) + 1);
    }
    const { returns } = memory;
    for (const [times, count] of kinds) {
      for (let at = 0; at < horizonCount; at++) this.#row[at] = 1 - returns * (times[at] as number);
      this.#shortage.addMany(this.#row, count);
    }
    if (leaving > 0) this.#shortage.addMany(this.#row.fill(1), leaving);
  }

  #addCalls(kinds: readonly PendingKind[], memory: PacingMemory): void {
    for (const kind of kinds) {
      const answers = oddsOfAnswer(kind, { rate: this.#planRate, caution: this.#caution }, memory, this.#row);
      if (answers <= 0) continue;
      this.pendingAnswers += kind.count * answers;
      this.#shortage.addMany(this.#holding(this.#row), kind.count);
    }
    if (!(this.#shortage instanceof NormalShortage)) return;
    // The answer rate itself is only estimated: it moves all calls together.
    const deviation = (this.answerError / this.answerRate) * this.pendingAnswers;
    for (let at = 0; at < horizonCount; at++)
      this.#shortage.widen(at, deviation * (memory.answerFromLaunch.over[horizonSteps[at] as number] as number));
  }

  #addLeaving(perMs: number): void {
    for (let at = 0; at < horizonCount; at++)
      this.#row[at] = 1 - Math.exp(-perMs * (horizonSteps[at] as number) * stepMs);
    this.#shortage.addMany(this.#row, this.ready);
  }
}
