import type { Estimate, PolicySummary } from '../../sim/pacing/summary.ts';

const percent = (value: number, digits = 1): string => (100 * value).toFixed(digits);
const margined = ({ mean, margin }: Estimate, scale: number, digits: number): string =>
  margin === 0
    ? (scale * mean).toFixed(digits)
    : `${(scale * mean).toFixed(digits)} ± ${(scale * margin).toFixed(digits)}`;

/** One row for each scenario, one column for each policy: share of the best possible, at the abandoned share. */
export function overview(summaries: readonly PolicySummary[], target: number): string {
  const scenarios = [...new Set(summaries.map((one) => one.scenario))];
  const policies = [...new Set(summaries.map((one) => one.policy))];
  const cell = (scenario: string, policy: string): string => {
    const found = summaries.find((one) => one.scenario === scenario && one.policy === policy);
    if (found === undefined) return '';
    const over = found.worstAbandoned > target ? ' x' : '';
    return `${percent(found.ofBest.mean)} @${percent(found.abandoned.mean)}${over}`;
  };
  return markdown(
    ['scenario', ...policies],
    scenarios.map((scenario) => [scenario, ...policies.map((policy) => cell(scenario, policy))]),
  );
}

export function details(summaries: readonly PolicySummary[]): string {
  return markdown(
    [
      'scenario',
      'policy',
      'utilisation %',
      '% of best possible',
      'agent waits s',
      'abandoned %',
      'worst seed %',
      'worst hour %',
    ],
    summaries.map((one) => [
      one.scenario,
      one.policy,
      margined(one.utilisation, 100, 1),
      margined(one.ofBest, 100, 1),
      margined(one.waitS, 1, 1),
      margined(one.abandoned, 100, 2),
      percent(one.worstAbandoned, 2),
      percent(one.worstHour),
    ]),
  );
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
