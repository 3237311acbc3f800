/**
 * Ways of pacing on the simulated floor: the server's own, progressive, fixed ratios and adaptive levels.
 * Usage: npm run bench:pacing -- [--scenario FILE] [--only REGEX] [--seeds 4] [--target 0.03] [--quick] [--json] [--report]
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { PacingPolicy } from '../src/domain/pacing-replay/pacing-policy.ts';
import { AdaptiveLevel } from '../sim/pacing/adaptive-level.ts';
import { fixedRatio } from '../src/domain/pacing-replay/fixed-ratio.ts';
import { progressive } from '../src/domain/pacing-replay/progressive.ts';
import { predictive } from '../src/domain/pacing-replay/server-pacer.ts';
import { runScenario, termsOf, type ScenarioRun } from '../sim/pacing/run-scenario.ts';
import { readScenario, readScenarios, type Scenario } from '../sim/pacing/scenario.ts';
import { simulateFloor } from '../src/domain/pacing-replay/floor.ts';
import { Street, type Knowledge } from '../sim/pacing/street.ts';
import { summarise, type PolicySummary } from '../sim/pacing/summary.ts';
import { details } from './pacing-report/tables.ts';
import { writeReport, type PacingReport } from './pacing-report/write-report.ts';

const scenarioFolder = fileURLToPath(new URL('../sim/pacing/scenarios', import.meta.url));
const quickScenarios = /^(tiny|small|middle-1|middle-24|street-6)/;
const dayScenario = 'middle-36-noon-shift';

const policies: readonly (() => PacingPolicy)[] = [
  progressive,
  () => fixedRatio(1.5),
  () => new AdaptiveLevel('hard limit'),
  () => new AdaptiveLevel('average'),
  () => new AdaptiveLevel('tapered'),
  () => predictive(),
];

const { values: args } = parseArgs({
  options: {
    scenario: { type: 'string' },
    only: { type: 'string', default: '.' },
    seeds: { type: 'string' },
    target: { type: 'string', default: '0.03' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
});
const seeds = Number(args.seeds ?? (args.quick ? 2 : 4));
const abandonTarget = Number(args.target);

function compare(scenario: Scenario, make: () => PacingPolicy, name: string, knows?: Knowledge): PolicySummary {
  const runs: ScenarioRun[] = [];
  for (let seed = 1; seed <= seeds; seed++)
    runs.push(runScenario(scenario, make(), seed, { abandonTarget, ...(knows === undefined ? {} : { knows }) }));
  const summary = summarise(scenario.name, name, runs);
  if (!args.json)
    console.error(
      `${scenario.name.padEnd(30)} ${name.padEnd(28)} ${(100 * summary.ofBest.mean).toFixed(1)} % of best, ` +
        `abandoned ${(100 * summary.abandoned.mean).toFixed(2)} %, worst seed ${(100 * summary.worstAbandoned).toFixed(2)} %`,
    );
  return summary;
}

function comparisons(scenario: Scenario): PolicySummary[] {
  const plain = policies.map((make) => compare(scenario, make, make().name, 'none'));
  if (scenario.street === undefined) return plain;
  // What it is worth to know who answers: by the project's own model, and by the street itself.
  return [
    ...plain,
    compare(scenario, predictive, 'predictive, own answer model', 'learned'),
    compare(scenario, predictive, 'predictive, true probabilities', 'perfect'),
  ];
}

/** How good the answer model's probabilities are on a street on which it paces. */
function calibrationOf(scenario: Scenario | undefined): Pick<PacingReport, 'reliability' | 'brier'> {
  if (scenario === undefined) return { reliability: [], brier: null };
  const street = new Street(scenario, 1, 'learned');
  simulateFloor(termsOf(scenario, 1, abandonTarget), street, fixedRatio(1.5));
  const { calibration } = street.model;
  const { brier, brierOfBaseRate } = calibration;
  return {
    reliability: calibration.reliability(),
    brier: brier === null || brierOfBaseRate === null ? null : { model: brier, baseRate: brierOfBaseRate },
  };
}

function dayOf(scenario: Scenario | undefined): PacingReport['day'] {
  if (scenario === undefined) return null;
  const shown = [progressive(), new AdaptiveLevel('tapered'), predictive()];
  const curves = new Map(
    shown.map((policy) => [policy.name, runScenario(scenario, policy, 1, { abandonTarget }).stretches] as const),
  );
  return { scenario: scenario.name, curves };
}

const all = args.scenario === undefined ? readScenarios(scenarioFolder) : [readScenario(args.scenario)];
const chosen = all.filter(
  ({ name }) =>
    new RegExp(args.only).test(name) && (!args.quick || args.scenario !== undefined || quickScenarios.test(name)),
);
const summaries = chosen.flatMap(comparisons);
if (args.json) console.log(JSON.stringify({ abandonTarget, seeds, summaries }, null, 2));
else console.log(details(summaries));
if (args.report)
  writeReport({
    target: abandonTarget,
    seeds,
    summaries,
    ...calibrationOf(chosen.find(({ street }) => street !== undefined)),
    day: dayOf(chosen.find(({ name }) => name === dayScenario)),
  });
