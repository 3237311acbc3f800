import { within } from './within.ts';

/**
 * How much risk the next call may carry where the problem is solved exactly: agents and calls without memory, the best
 * policy under a limit on abandoned answers (constrained dynamic programming, 700 floors of 2 to 32 agents). Its order-up-to
 * levels, translated into the risk of one more call, follow this quadratic in the logarithms within their own coarseness.
 */
export interface Floor {
  readonly agents: number;
  readonly answerRate: number;
  /** Talk and wrap-up together, over the time a launched call takes to be answered or not. */
  readonly talkOverRing: number;
  /** Share of answers that may be abandoned. */
  readonly share: number;
}

/**
 * The fit rises too steeply with the agents that are ready where the floor is larger than most that were solved, and where
 * talks do not end without memory: from thirteen agents on it is read at this number of ready agents and grows by this power.
 */
const steady = { from: 10, over: 3, ready: 2.5, power: 0.6, most: 12 };

export function bestRisk(floor: Floor, ready: number): number {
  const share = within((floor.agents - steady.from) / steady.over, 0, 1);
  const solved = share < 1 ? solvedRisk(floor, ready) : 1;
  const growth = (within(ready, 1, steady.most) / steady.ready) ** steady.power;
  const grown = share > 0 ? solvedRisk(floor, steady.ready) * growth : 1;
  return Math.min(0.5, solved ** (1 - share) * grown ** share);
}

function solvedRisk(floor: Floor, ready: number): number {
  const n = Math.log(within(floor.agents, 2, 32) / 8);
  const p = Math.log(within(floor.answerRate, 0.06, 0.7) / 0.25);
  const t = Math.log(within(floor.talkOverRing, 4, 30) / 8);
  const a = Math.log(within(floor.share, 0.001, 0.1) / 0.02);
  const r = Math.log(within(ready, 1, 12) / 2.5);
  const linear = -3.251 - 1.044 * n + 0.467 * p + 0.469 * t + 0.835 * a + 0.951 * r;
  const squares = 0.059 * n * n + 0.047 * p * p + 0.1 * t * t - 0.005 * a * a - 0.141 * r * r;
  const pairs =
    n * (-0.53 * p + 0.407 * t + 0.27 * a + 0.294 * r) +
    p * (0.612 * t - 0.01 * a + 0.653 * r) +
    t * (-0.18 * a - 1.2 * r) -
    0.185 * a * r;
  return Math.min(0.5, Math.exp(linear + squares + pairs));
}
