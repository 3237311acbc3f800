import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReliabilityPoint } from '../../src/domain/answer-model/answer-calibration.ts';
import type { FloorStretch } from '../../src/domain/pacing-replay/floor-figures.ts';
import type { PolicySummary } from '../../sim/pacing/summary.ts';
import { barChart, lineChart, type Line } from './charts.ts';
import { details, overview } from './tables.ts';

export interface PacingReport {
  readonly target: number;
  readonly seeds: number;
  readonly summaries: readonly PolicySummary[];
  readonly reliability: readonly ReliabilityPoint[];
  readonly brier: { readonly model: number; readonly baseRate: number } | null;
  /** A day of one scenario, by policy. */
  readonly day: { readonly scenario: string; readonly curves: ReadonlyMap<string, readonly FloorStretch[]> } | null;
}

const folder = 'docs/pacing-report';
const page = 'docs/pacing.md';
const opens = '<!-- floor results: written by npm run bench:pacing -->';
const closes = '<!-- end of floor results -->';

/** Charts and tables under docs/pacing-report, and the overview between the markers of docs/pacing.md if there are any. */
export function writeReport(report: PacingReport): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  const table = overview(report.summaries, report.target);
  write('utilisation.svg', utilisationChart(report));
  write('reliability.svg', reliabilityChart(report.reliability));
  if (report.day !== null) write('day.svg', dayChart(report.day));
  write('README.md', readme(report, table));
  if (!existsSync(page)) return;
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(opens);
  const to = text.indexOf(closes);
  if (from < 0 || to < from) return;
  const caption = `Share of the best possible utilisation, % @ abandoned, %; x: over the target in some seed. ${report.seeds} seeds.`;
  writeFileSync(page, `${text.slice(0, from + opens.length)}\n\n${caption}\n\n${table}\n\n${text.slice(to)}`);
}

function utilisationChart({ summaries, target }: PacingReport): string {
  const policies = [...new Set(summaries.map((one) => one.policy))].slice(0, 6);
  const scenarios = [...new Set(summaries.map((one) => one.scenario))];
  const rows = scenarios.map((label) => ({
    label,
    bars: policies.map((policy) => {
      const found = summaries.find((one) => one.scenario === label && one.policy === policy);
      return { value: found?.ofBest.mean ?? 0, hollow: (found?.worstAbandoned ?? 0) > target };
    }),
  }));
  return barChart('Utilisation as a share of the best possible; hollow: abandons more than the target', policies, rows);
}

function reliabilityChart(points: readonly ReliabilityPoint[]): string {
  const shown = points.filter((point) => point.calls >= 30).map(({ said, answered }) => ({ x: said, y: answered }));
  const ideal = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ];
  return lineChart(
    'What the answer model said and what came of it',
    { x: [0, 1], y: [0, 1], xName: 'said probability of an answer', yName: 'answered' },
    [
      { name: 'answer model', points: shown },
      { name: 'calibrated', points: ideal },
    ],
  );
}

function dayChart({ scenario, curves }: NonNullable<PacingReport['day']>): string {
  const lines = [...curves].map(([name, stretches]): Line => {
    const staffed = stretches.filter((one) => one.staffedMs > 0);
    return { name, points: staffed.map((one) => ({ x: one.at / 3_600_000, y: one.busyMs / one.staffedMs })) };
  });
  const hours = lines.flatMap(({ points }) => points.map(({ x }) => x));
  return lineChart(
    `${scenario}: utilisation by ten minutes`,
    { x: [Math.min(...hours), Math.ceil(Math.max(...hours))], y: [0, 1], xName: 'hour', yName: 'utilisation' },
    lines,
  );
}

function readme(report: PacingReport, table: string): string {
  const { brier } = report;
  return [
    '# Pacing on the simulated floor',
    '',
    'Written by `npm run bench:pacing`; how the pacer works stands in [pacing](../pacing.md) once it is there.',
    `${report.seeds} seeds, target ${100 * report.target} % of live answers. The best possible is that of somebody who knows every outcome.`,
    '',
    '## Share of the best possible utilisation, % @ abandoned, %',
    'x: over the target in at least one seed.',
    '',
    table,
    '',
    '![utilisation](utilisation.svg)',
    '',
    '## The answer model',
    brier === null
      ? 'Not measured in this run.'
      : `Brier score ${brier.model.toFixed(4)}, that of the base rate ${brier.baseRate.toFixed(4)}.`,
    '',
    '![reliability](reliability.svg)',
    '',
    ...(report.day === null ? [] : ['## A day', '', '![day](day.svg)', '']),
    '## All figures',
    '± is half of the 95 % confidence interval over seeds.',
    '',
    details(report.summaries),
    '',
  ].join('\n');
}
