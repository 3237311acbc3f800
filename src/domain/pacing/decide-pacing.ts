import { readBudget, type AbandonBudget } from './abandon-budget.ts';
import { bestRisk } from './best-risk.ts';
import { Forecast } from './forecast.ts';
import type { PacingMoment } from './moment.ts';
import type { PacingMemory } from './pacing-memory.ts';
import { tuning } from './tuning.ts';
import { within } from './within.ts';

export type PacingReason =
  | 'mode_not_automatic'
  | 'no_agent'
  | 'no_agent_ready'
  | 'agents_ready'
  | 'group_too_small'
  | 'calls_cover_agents'
  | 'risk_at_bound'
  | 'abandon_budget_nearly_spent'
  | 'abandon_budget_spent'
  | 'hour_budget_spent'
  | 'agent_awaited'
  | 'no_channel'
  | 'rate_limit'
  | 'no_case_due';

export interface PacingFigures {
  readonly ready: number;
  readonly working: number;
  readonly pending: number;
  readonly waiting: number;
  readonly pendingAnswers: number;
  readonly answerRate: number;
  readonly answerError: number;
  /** Odds that a waiting answer misses its agent if one is kept for a single call now. */
  readonly heldRisk: number;
  /** Of the first call that was not launched, or of the last one that was. */
  readonly risk: number;
  readonly riskBound: number;
  readonly budgetLeft: number;
  readonly allowance: number;
  /** The allowance moves the bound; not while the budget is all but spent. */
  readonly steers: boolean;
  readonly foreseenShare: number;
  readonly expectedAnswers: number;
  readonly expectedAbandoned: number;
  readonly freeChannels: number;
  readonly cpsTokens: number;
  readonly dueCases: number;
  readonly abandonRate: number;
  readonly abandonTarget: number;
}

export interface PacingDecision {
  readonly launch: number;
  readonly because: PacingReason;
  /** An agent may be kept for a call that must have one. */
  readonly mayHold: boolean;
  readonly figures: PacingFigures;
}

/** Abandoned calls that the rest of the period may bring when there is no budget for one: none, most likely. */
const nearlyNoRisk = 0.05;
/**
 * The same while one more is left for sure. Where the whole budget is a few calls it is all but spent most of the day, and
 * calls are too few to be lost in clusters: more of it may be risked.
 */
const riskOfLast = { usual: 0.8, ofFew: 1.5, few: 8, many: 12 };
/** Of the target, what a call may risk at most while the budget is all but spent. */
const mostRisk = { usual: 0.3, ofFew: 0.6 };

const whole = (value: number): number => (Number.isFinite(value) ? Math.max(0, Math.floor(value)) : 0);

/** How many calls to launch now. */
export function decidePacing(moment: PacingMoment, memory: PacingMemory): PacingDecision {
  const budget = readBudget(moment, memory);
  const forecast = new Forecast(moment, memory, budget.spent === 'no' ? tuning.caution : tuning.nearlySpentCaution);
  const bound = riskBound(moment, memory, forecast, budget);
  const plan = new Plan(moment, memory, forecast);
  const done = (because: PacingReason): PacingDecision => plan.decision(because, bound, budget);

  if (moment.mode === 'manual' || moment.mode === 'preview') return done('mode_not_automatic');
  if (forecast.working === 0) return done('no_agent');
  const room = Math.min(whole(moment.freeChannels), whole(moment.cpsTokens), whole(moment.dueCases));
  const fixed = fixedGoal(moment, forecast, budget);
  plan.mayHold = fixed === null ? plan.heldRisk <= bound * forecast.answerRate : fixed.launch > 0;
  if (moment.heldFirst === true && room > 0) return done('agent_awaited');
  // Whatever the budget, a ready agent without a call is dialed for: that is what a spent budget leaves too.
  const uncovered = forecast.ready - forecast.pending - forecast.waiting;
  const enough = (): boolean =>
    fixed === null
      ? plan.launched >= uncovered && plan.nextRisk() > bound * plan.nextWeight()
      : plan.launched >= fixed.launch;
  while (plan.launched < room) {
    if (enough())
      return done(fixed === null ? reasonAtBound(budget) : (fixed.because ?? coverage(plan.launched, forecast)));
    plan.launchOne();
  }
  if (room === whole(moment.dueCases)) return done('no_case_due');
  return done(room === whole(moment.freeChannels) ? 'no_channel' : 'rate_limit');
}

const coverage = (launched: number, { ready }: Forecast): PacingReason =>
  launched > 0 ? 'agents_ready' : ready === 0 ? 'no_agent_ready' : 'calls_cover_agents';

/** How many to launch where no risk is weighed; null: predictive. */
function fixedGoal(
  moment: PacingMoment,
  { ready, working, pending, waiting }: Forecast,
  { spent }: AbandonBudget,
): { readonly launch: number; readonly because: PacingReason | null } | null {
  const uncovered = Math.max(0, ready - pending - waiting);
  const becauseSpent = spent === 'period' ? 'abandon_budget_spent' : null;
  if (moment.mode === 'ratio') {
    const perAgent = becauseSpent === null ? Math.max(1, moment.callsPerAgent) : 1;
    return { launch: Math.max(0, Math.floor(perAgent * ready) - pending - waiting), because: becauseSpent };
  }
  if (moment.mode !== 'predictive') return { launch: uncovered, because: null };
  if (becauseSpent !== null) return { launch: uncovered, because: becauseSpent };
  return working < moment.smallestGroup ? { launch: uncovered, because: 'group_too_small' } : null;
}

function reasonAtBound({ spent }: AbandonBudget): PacingReason {
  if (spent === 'hour') return 'hour_budget_spent';
  return spent === 'no' ? 'risk_at_bound' : 'abandon_budget_nearly_spent';
}

/** The risk that the next call may carry. */
function riskBound(moment: PacingMoment, memory: PacingMemory, forecast: Forecast, budget: AbandonBudget): number {
  const { target } = moment.abandon;
  if (budget.spent !== 'no') return target * boundOfSpent(budget, target);
  const floor = {
    agents: forecast.working,
    answerRate: forecast.answerRate,
    talkOverRing: memory.talkOverRing,
    share: budget.allowance,
  };
  const free = forecast.ready - forecast.waiting;
  const theory = bestRisk(floor, Math.max(1, free)) * (free > 0 ? 1 : tuning.nobodyReady);
  // The last one of the budget, with little to come that could make good a second: two at once are to be avoided.
  const last = budget.left < 2 ? Math.min(1, 0.4 + 0.3 * target * budget.coming) : 1;
  return Math.min(0.6, last * theory * memory.bound.factor(target));
}

/** In targets. */
function boundOfSpent({ mayLoseOne, whole: ofPeriod, coming }: AbandonBudget, target: number): number {
  const few = mayLoseOne ? within((riskOfLast.many - ofPeriod) / (riskOfLast.many - riskOfLast.few), 0, 1) : 0;
  const between = ({ usual, ofFew }: { usual: number; ofFew: number }): number => usual + (ofFew - usual) * few;
  const mayLose = mayLoseOne ? between(riskOfLast) : nearlyNoRisk;
  return within(mayLose / (1 + coming) / target, 0.01, between(mostRisk));
}

class Plan {
  launched = 0;
  mayHold = false;
  /** Before anything is launched. */
  readonly heldRisk: number;
  readonly #moment: PacingMoment;
  readonly #memory: PacingMemory;
  readonly #forecast: Forecast;
  #risk: number | null = null;
  #shown = 0;
  #expectedAnswers = 0;
  #expectedAbandoned = 0;

  constructor(moment: PacingMoment, memory: PacingMemory, forecast: Forecast) {
    this.#moment = moment;
    this.#memory = memory;
    this.#forecast = forecast;
    this.heldRisk = forecast.riskOfHolding();
  }

  nextRisk(): number {
    this.#risk ??= this.#forecast.riskOfOneMore();
    this.#shown = this.#risk;
    return this.#risk;
  }

  /** A long shot risks little and brings the next in line nearer; a sure answer is kept for the agent it fits. */
  nextWeight(): number {
    const given = this.#moment.nextChances?.[this.launched];
    if (given === undefined) return 1;
    return (this.#forecast.answerRate / Math.max(0.01, this.#memory.calibrated(given))) ** tuning.longShotPower;
  }

  launchOne(): void {
    const risk = this.nextRisk();
    const given = this.#moment.nextChances?.[this.launched];
    const chance = given === undefined ? this.#forecast.answerRate : this.#memory.calibrated(given);
    this.#forecast.launch(chance);
    this.#expectedAnswers += chance;
    this.#expectedAbandoned += chance * risk;
    this.launched++;
    this.#risk = null;
  }

  decision(because: PacingReason, riskBound: number, budget: AbandonBudget): PacingDecision {
    const { abandon, freeChannels, cpsTokens, dueCases } = this.#moment;
    const { ready, working, pending, waiting, pendingAnswers, answerRate, answerError } = this.#forecast;
    const figures = {
      ready,
      working,
      pending,
      waiting,
      pendingAnswers,
      answerRate,
      answerError,
      heldRisk: this.heldRisk,
      risk: this.#shown,
      riskBound,
      budgetLeft: budget.left,
      allowance: budget.allowance,
      steers: budget.spent === 'no',
      foreseenShare: this.#memory.bound.expectedShare,
      expectedAnswers: this.#expectedAnswers,
      expectedAbandoned: this.#expectedAbandoned,
      freeChannels,
      cpsTokens,
      dueCases,
      abandonRate: abandon.live === 0 ? 0 : abandon.abandoned / abandon.live,
      abandonTarget: abandon.target,
    };
    return { launch: this.launched, because, mayHold: this.mayHold, figures };
  }
}
