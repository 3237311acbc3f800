import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fixedRatio } from '../../../src/domain/pacing-replay/fixed-ratio.ts';
import { progressive } from '../../../src/domain/pacing-replay/progressive.ts';
import { AdaptiveLevel } from '../../../sim/pacing/adaptive-level.ts';
import { agentDays } from '../../../sim/pacing/agent-days.ts';
import { EndlessCalls } from '../../../sim/pacing/endless-calls.ts';
import { runScenario } from '../../../sim/pacing/run-scenario.ts';
import { mixAt, readScenarios, type Scenario } from '../../../sim/pacing/scenario.ts';
import { Street } from '../../../sim/pacing/street.ts';
import { estimateOf } from '../../../sim/pacing/summary.ts';

const scenarios = readScenarios(fileURLToPath(new URL('../../../sim/pacing/scenarios', import.meta.url)));
const named = (part: string): Scenario => {
  const found = scenarios.find(({ name }) => name.startsWith(part));
  if (found === undefined) throw new Error(`no scenario ${part}`);
  return found;
};
const hour = 3_600_000;
const over = { abandonTarget: 0.03 };

describe('the scenarios', () => {
  it('[RPL-7] all of them can be read, each with a name of its own', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(20);
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  });

  it('[RPL-7] the same seed gives the same day, another one another', () => {
    const tiny = named('tiny');
    const run = (seed: number): unknown => runScenario(tiny, fixedRatio(1.5), seed, over);
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
    expect(agentDays(tiny, 3)).toEqual(agentDays(tiny, 3));
  });

  it('[RPL-7] every way of pacing meets the same numbers in the same order', () => {
    const one = new EndlessCalls(named('small-6-known'), 1);
    const other = new EndlessCalls(named('small-6-known'), 1);
    expect(one.chances(10 * hour, 3)).toEqual(other.chances(10 * hour, 3));
    const [second] = one.take(10 * hour, [1]);
    const [first, again] = other.take(10 * hour, [0, 1]);
    expect(again).toEqual(second);
    expect(one.take(10 * hour, [0])).toEqual([first]);
  });

  it('[RPL-7] known chances are honest', () => {
    const source = new EndlessCalls(named('small-6-known'), 1);
    const plans = Array.from({ length: 4_000 }, () => source.take(10 * hour, [0])).flat();
    const said = plans.reduce((sum, one) => sum + (one.chance ?? 0), 0);
    const answered = plans.filter((one) => one.end === 'person').length;
    expect(Math.abs(said - answered) / plans.length).toBeLessThan(0.02);
    const sure = plans.filter((one) => (one.chance ?? 0) > 0.8);
    expect(sure.filter((one) => one.end === 'person').length / sure.length).toBeGreaterThan(0.85);
  });

  it('[RPL-7] rates jump or drift as the scenario says', () => {
    const shift = named('middle-36');
    expect(mixAt(shift, 11.99 * hour).person).toBe(0.34);
    expect(mixAt(shift, 12 * hour).person).toBe(0.12);
    expect(mixAt(named('evening'), 18 * hour).person).toBeCloseTo(0.335, 6);
  });

  it('[RPL-7] nobody does better than knowing every outcome, and the rate of the trunk bounds that', () => {
    for (const policy of [progressive(), fixedRatio(3)]) {
      const run = runScenario(named('small-9'), policy, 1, over);
      expect(run.utilisation).toBeLessThanOrEqual(run.best);
      expect(run.best).toBeLessThanOrEqual(1);
    }
    const limited: Scenario = { ...named('small-9'), callsPerSecond: 0.05 };
    const run = runScenario(limited, fixedRatio(3), 1, over);
    expect(run.best).toBeLessThan(0.7);
    expect(run.utilisation).toBeLessThan(run.best + 0.02);
  });

  it('[RPL-7] one call for each ready agent is idle and safe, an adaptive level that may abandon is neither', () => {
    const safe = runScenario(named('tiny'), progressive(), 1, over);
    const tapered = runScenario(named('tiny'), new AdaptiveLevel('tapered'), 1, over);
    const hard = runScenario(named('tiny'), new AdaptiveLevel('hard limit'), 1, over);
    expect(safe.abandoned).toBe(0);
    expect(tapered.abandonedShare).toBeGreaterThan(0.1);
    expect(tapered.utilisation).toBeGreaterThan(safe.utilisation);
    expect(hard.abandonedShare).toBeLessThan(0.06);
  });

  it('[RPL-7] on a street the learned probabilities are better than the rate, the true ones better still', () => {
    const given = named('street-6');
    const small: Scenario = {
      ...given,
      street: { numbers: 600, daysBefore: 8, callsPerDay: 1, taste: 2, daypartTaste: 0.3 },
    };
    const squares = (knows: 'learned' | 'perfect'): number => {
      const street = new Street(small, 1, knows);
      const plans = Array.from({ length: 400 }, () => street.take(11 * hour, [0])).flat();
      return (
        plans.reduce((sum, one) => sum + ((one.end === 'person' ? 1 : 0) - (one.chance ?? 0)) ** 2, 0) / plans.length
      );
    };
    const street = new Street(small, 1, 'learned');
    expect(street.model.calibration.skill).toBeGreaterThan(0.1);
    expect(squares('perfect')).toBeLessThan(squares('learned'));
    expect(squares('learned')).toBeLessThan(0.2);
    expect(new Street(small, 1, 'none').chances(11 * hour, 5)).toBeNull();
  });

  it('[RPL-7] figures over seeds come with their confidence', () => {
    expect(estimateOf([4])).toEqual({ mean: 4, margin: 0 });
    const { mean, margin } = estimateOf([1, 2, 3]);
    expect(mean).toBe(2);
    expect(margin).toBeCloseTo((4.3 * 1) / Math.sqrt(3), 6);
  });
});
