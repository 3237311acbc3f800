import { boundDeviations } from '../abandon-share.ts';
import { chooseCandidate } from '../pacing/choose-candidate.ts';
import { decidePacing, type PacingDecision } from '../pacing/decide-pacing.ts';
import type { PacingMoment } from '../pacing/moment.ts';
import { PacingMemory } from '../pacing/pacing-memory.ts';
import { modeInForce } from '../pacing-mode.ts';
import type { DialMode } from '../vocabulary.ts';
import type { FloorTerms } from './call-plan.ts';
import type { FloorDecision, FloorEvent, FloorMoment, PacingPolicy } from './pacing-policy.ts';

export interface ServerPacing {
  readonly mode: DialMode;
  /** Calls for each ready agent in the mode of that name. */
  readonly ratio: number;
  readonly smallestGroup: number;
  /** Unanswered calls for each working agent, at most. */
  readonly callsPerAgent: number;
  /**
   * `bound`: the upper bound of the abandoned share stays under the target, as the server has it (INV-6); `share`: the share
   * itself, as dialers are usually compared.
   */
  readonly keeps: 'bound' | 'share';
  /** Live answers and the abandoned among them that are in the window already. */
  readonly before: { readonly live: number; readonly abandoned: number };
}

export const predictive = (over: Partial<ServerPacing> = {}): PacingPolicy =>
  new ServerPacer({
    mode: 'predictive',
    ratio: 1.5,
    smallestGroup: 1,
    callsPerAgent: 50,
    keeps: 'share',
    before: { live: 0, abandoned: 0 },
    ...over,
  });

/** The server's own pacer, told of a simulated floor what it would be told of a real one. */
class ServerPacer implements PacingPolicy {
  readonly name: string;
  readonly eventDriven = true;
  readonly #pacing: ServerPacing;
  readonly #memory = new PacingMemory();
  #terms: FloorTerms | null = null;

  constructor(pacing: ServerPacing) {
    this.#pacing = pacing;
    this.name = pacing.mode === 'ratio' ? `ratio ${pacing.ratio}` : pacing.mode;
  }

  start(terms: FloorTerms): void {
    this.#terms = terms;
  }

  learn(event: FloorEvent): void {
    this.#memory.learn(event);
  }

  decide(seen: FloorMoment): FloorDecision {
    const moment = this.#moment(seen);
    if (seen.chances === null) return this.#launched(decidePacing(moment, this.#memory), moment);
    const picks = orderOf(seen.chances, seen, decidePacing({ ...moment, dueCases: 0 }, this.#memory));
    const { chances } = seen;
    const chosen = { ...moment, nextChances: picks.map((place) => chances[place] ?? 0) };
    return { ...this.#launched(decidePacing(chosen, this.#memory), chosen), picks };
  }

  #launched({ launch, mayHold, figures }: PacingDecision, { now, mode, abandon }: PacingMoment): FloorDecision {
    if (launch > 0)
      this.#memory.learn({
        kind: 'launched',
        at: now,
        count: launch,
        expectedAnswers: figures.expectedAnswers,
        expectedAbandoned: figures.expectedAbandoned,
        allowance: figures.allowance,
        steers: figures.steers,
        target: abandon.target,
        agents: figures.working,
      });
    return mode === 'predictive' || mode === 'ratio' ? { launch, mayHold } : { launch };
  }

  #moment(seen: FloorMoment): PacingMoment {
    const { ratio, smallestGroup, callsPerAgent, keeps, before } = this.#pacing;
    const terms = this.#terms;
    if (terms === null) throw new Error('a floor begins before it is paced');
    const target = terms.abandonTarget;
    const live = seen.live + before.live;
    const abandoned = seen.abandoned + before.abandoned;
    const working = seen.agents.length;
    const bound = keeps === 'bound';
    const { mode } = bound
      ? modeInForce(
          { mode: this.#pacing.mode, smallestGroup, target },
          { working, lifeless: 0, languagesDiffer: false, live, abandoned },
        )
      : this.#pacing;
    return {
      now: seen.now,
      mode,
      callsPerAgent: ratio,
      smallestGroup,
      agents: seen.agents,
      calls: seen.calls,
      freeChannels: Math.min(seen.freeChannels, Math.floor(callsPerAgent * working) - seen.pending - seen.waiting),
      cpsTokens: seen.cpsTokens,
      dueCases: seen.dueCalls,
      nextChances: null,
      heldFirst: seen.heldFirst,
      abandon: {
        target,
        live,
        abandoned,
        liveLastHour: seen.liveLastHour,
        abandonedLastHour: seen.abandonedLastHour,
        // The window of a bound goes on after the day.
        dialingEndsAt: bound ? null : terms.to,
        machinesAmongLive: terms.machinesAmongLive,
        deviations: bound ? boundDeviations : 0,
      },
      answerWithinMs: terms.answerWithinMs,
    };
  }
}

/** The places of the candidates in the order in which they fit the moment, each counted as launched for the next. */
function orderOf(chances: readonly number[], seen: FloorMoment, { figures }: PacingDecision): number[] {
  const left = new Map(chances.map((chance, place) => [String(place), chance]));
  const order: number[] = [];
  let { pendingAnswers } = figures;
  while (left.size > 0) {
    const candidates = [...left].map(([caseId, chance]) => ({ caseId, chance }));
    const best = chooseCandidate(candidates, { free: seen.ready - seen.waiting, pendingAnswers });
    if (best === null) break;
    left.delete(best.caseId);
    pendingAnswers += best.chance;
    order.push(Number(best.caseId));
  }
  return order;
}
