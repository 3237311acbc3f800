import type { ScenarioRun } from './run-scenario.ts';

export interface Estimate {
  readonly mean: number;
  /** Half the width of the 95 % confidence interval over seeds; 0 for a single one. */
  readonly margin: number;
}

/** Several days of one policy in one scenario. */
export interface PolicySummary {
  readonly scenario: string;
  readonly policy: string;
  readonly seeds: number;
  readonly utilisation: Estimate;
  /** Utilisation over that of somebody who knows every outcome. */
  readonly ofBest: Estimate;
  readonly waitS: Estimate;
  readonly abandoned: Estimate;
  /** Of the worst seed; and of the worst trailing hour of any. */
  readonly worstAbandoned: number;
  readonly worstHour: number;
}

/** Student's t, two-sided 95 %, by degrees of freedom from 1. */
const t95 = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13];

export function estimateOf(values: readonly number[]): Estimate {
  const count = values.length;
  const mean = values.reduce((sum, one) => sum + one, 0) / count;
  if (count < 2) return { mean, margin: 0 };
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (count - 1);
  return { mean, margin: (t95[count - 2] ?? 2) * Math.sqrt(variance / count) };
}

export function summarise(scenario: string, policy: string, runs: readonly ScenarioRun[]): PolicySummary {
  const of = (read: (run: ScenarioRun) => number): Estimate => estimateOf(runs.map(read));
  return {
    scenario,
    policy,
    seeds: runs.length,
    utilisation: of((run) => run.utilisation),
    ofBest: of((run) => run.utilisation / run.best),
    waitS: of((run) => run.meanWaitMs / 1_000),
    abandoned: of((run) => run.abandonedShare),
    worstAbandoned: Math.max(...runs.map((run) => run.abandonedShare)),
    worstHour: Math.max(...runs.map((run) => run.worstHourShare)),
  };
}
