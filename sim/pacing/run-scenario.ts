import type { CallSource, FloorTerms } from '../../src/domain/pacing-replay/call-plan.ts';
import { simulateFloor } from '../../src/domain/pacing-replay/floor.ts';
import type { FloorFigures } from '../../src/domain/pacing-replay/floor-figures.ts';
import type { PacingPolicy } from '../../src/domain/pacing-replay/pacing-policy.ts';
import { agentDays } from './agent-days.ts';
import { bestPossible } from './best-possible.ts';
import { EndlessCalls } from './endless-calls.ts';
import { hourMs, type Scenario } from './scenario.ts';
import { Street, type Knowledge } from './street.ts';

export interface ScenarioRun extends FloorFigures {
  /** Utilisation of somebody who knows every outcome. */
  readonly best: number;
}

export function termsOf(scenario: Scenario, seed: number, abandonTarget: number): FloorTerms {
  const [from, to] = scenario.hours;
  return {
    from: from * hourMs,
    to: to * hourMs,
    agents: agentDays(scenario, seed),
    callsPerSecond: scenario.callsPerSecond,
    channels: scenario.channels,
    answerWithinMs: scenario.answerWithinMs,
    tickMs: scenario.tickMs,
    abandonTarget,
    machinesAmongLive: scenario.detection !== 'sure',
  };
}

/** One day of a scenario: the same seed gives every policy the same agents and the same numbers. */
export function runScenario(
  scenario: Scenario,
  policy: PacingPolicy,
  seed: number,
  over: { readonly abandonTarget: number; readonly knows?: Knowledge },
): ScenarioRun {
  const terms = termsOf(scenario, seed, over.abandonTarget);
  const source: CallSource =
    scenario.street === undefined
      ? new EndlessCalls(scenario, seed)
      : new Street(scenario, seed, over.knows ?? 'learned');
  const best = bestPossible(scenario, terms.agents, terms.from, terms.to);
  return { ...simulateFloor(terms, source, policy), best };
}
