/**
 * How the pacer does under a simulator that knows the truth (a folder with `src/sim.mjs`, `src/scenario.mjs`,
 * `src/clairvoyant.mjs` and `scenarios`), and what a decision costs at 500 agents and 5,000 calls.
 * Usage: npm run bench:pacing-judge -- --judge PATH [--seeds 6] [--only REGEX] [--targets 3,1] [--scenarios DIR] [--fresh N] [--docs] [--json]
 * `--fresh N`: on N floors drawn by dice instead, beside the judge's own dialers (those that keep to 3 %).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { timeDecisions } from './pacing-decisions.ts';
import { drawFloors } from './fresh-floors.ts';
import { JudgedPacer } from './pacing-judge.ts';

interface Scenario {
  readonly name: string;
  readonly agents: readonly { readonly count: number }[];
}

interface Result {
  readonly occupancy: number;
  readonly abandonRate: number;
  readonly rollingHourP95: number;
}

interface OtherDialer {
  readonly name: string;
  readonly make: () => JudgedPacer;
}

interface Judge {
  readonly loadAll: (folder: string) => readonly Scenario[];
  readonly simulate: (scenario: Scenario, pacer: JudgedPacer, seed: number, options: object) => Result;
  readonly clairvoyant: (scenario: Scenario, seed: number) => Result;
  readonly LINEUP: readonly OtherDialer[];
}

interface Job {
  readonly scenario: string;
  readonly seed: number;
  readonly target: number;
  /** Of the judge's line-up; null: ours. */
  readonly dialer: string | null;
}

interface Run extends Job {
  readonly occupancy: number;
  readonly bound: number;
  readonly abandoned: number;
  readonly hour: number;
}

const { values: args } = parseArgs({
  options: {
    judge: { type: 'string' },
    seeds: { type: 'string', default: '6' },
    only: { type: 'string', default: '.' },
    targets: { type: 'string', default: '3,1' },
    scenarios: { type: 'string' },
    fresh: { type: 'string' },
    docs: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  ...(isMainThread ? {} : { args: (workerData as { argv: string[] }).argv }),
});

async function loadJudge(folder: string): Promise<Judge> {
  const at = (file: string): string => pathToFileURL(resolve(folder, 'src', file)).href;
  const [scenario, sim, clairvoyant, policies] = await Promise.all([
    import(at('scenario.mjs')) as Promise<Pick<Judge, 'loadAll'>>,
    import(at('sim.mjs')) as Promise<Pick<Judge, 'simulate'>>,
    import(at('clairvoyant.mjs')) as Promise<Pick<Judge, 'clairvoyant'>>,
    import(at('policies/index.mjs')) as Promise<Pick<Judge, 'LINEUP'>>,
  ]);
  const { clairvoyant: knowing } = clairvoyant;
  return { loadAll: scenario.loadAll, simulate: sim.simulate, clairvoyant: knowing, LINEUP: policies.LINEUP };
}

const folderOf = (judge: string): string => resolve(args.scenarios ?? resolve(judge, 'scenarios'));
/** The limit that most laws know. */
const mostLawful = 0.03;
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const percent = (share: number, digits = 1): string => (100 * share).toFixed(digits);

async function serveJobs(judgePath: string): Promise<void> {
  const judge = await loadJudge(judgePath);
  const scenarios = judge.loadAll((workerData as { folder: string }).folder);
  parentPort?.on('message', (job: Job) => {
    const scenario = scenarios.find(({ name }) => name === job.scenario);
    if (scenario === undefined) throw new Error('a scenario that is not there');
    const other = judge.LINEUP.find(({ name }) => name === job.dialer);
    if (other === undefined && job.dialer !== null) throw new Error('a dialer that is not there');
    const pacer = other?.make() ?? new JudgedPacer('casedial', job.target);
    const run = judge.simulate(scenario, pacer, job.seed, { targetAbandon: job.target });
    parentPort?.postMessage({
      ...job,
      occupancy: run.occupancy,
      bound: judge.clairvoyant(scenario, job.seed).occupancy,
      abandoned: run.abandonRate,
      hour: run.rollingHourP95,
    } satisfies Run);
  });
}

async function runAll(jobs: Job[], folder: string, workers: number): Promise<readonly Run[]> {
  const runs: Run[] = [];
  const lane = (): Promise<void> =>
    new Promise((done, failed) => {
      // The loader of TypeScript is not handed on to threads.
      const load = `import('tsx/esm/api').then(({ register }) => { register(); return import('${import.meta.url}'); })`;
      const worker = new Worker(load, { eval: true, workerData: { argv: process.argv.slice(2), folder } });
      const feed = (): void => {
        const job = jobs.shift();
        if (job !== undefined) worker.postMessage(job);
        else void worker.terminate().then(() => done());
      };
      worker.on('message', (run: Run) => {
        runs.push(run);
        feed();
      });
      worker.on('error', failed);
      feed();
    });
  await Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, lane));
  return runs;
}

const shareOf = (runs: readonly Run[]): number =>
  mean(runs.map((run) => run.occupancy)) / mean(runs.map((run) => run.bound));

function tableOf(runs: readonly Run[], names: readonly string[], targets: readonly number[]): string {
  const cell = (name: string, target: number): string => {
    const here = runs.filter((run) => run.scenario === name && run.target === target);
    if (here.length === 0) return '';
    const worst = Math.max(...here.map((run) => run.abandoned));
    const hour = Math.max(...here.map((run) => run.hour));
    return `${percent(shareOf(here))} | ${percent(mean(here.map((run) => run.abandoned)), 2)} | ${percent(worst, 2)} | ${percent(hour)} | ${here.length}`;
  };
  const heads = targets.map(
    (target) => `at ${percent(target, 0)} %: of the bound | abandoned | worst seed | worst hour | seeds`,
  );
  return [
    `| scenario | ${heads.join(' | ')} |`,
    `|---|${targets.map(() => '---|---|---|---|---|').join('')}`,
    ...names.map((name) => `| ${name} | ${targets.map((target) => cell(name, target)).join(' | ')} |`),
  ].join('\n');
}

/** Each floor in a row: ours at the targets, and of the other dialers the best one that kept to 3 %. */
function freshTableOf(runs: readonly Run[], names: readonly string[], targets: readonly number[]): string {
  const ours = (target: number, name?: string): readonly Run[] =>
    runs.filter((run) => run.dialer === null && run.target === target && (name ?? run.scenario) === run.scenario);
  const cell = (found: readonly Run[]): string =>
    `${percent(shareOf(found))} | ${percent(mean(found.map((run) => run.abandoned)), 2)}`;
  const best = names.map((name) => {
    const lawful = runs.filter((run) => run.dialer !== null && run.scenario === name && run.abandoned <= mostLawful);
    return lawful.toSorted((one, other) => other.occupancy - one.occupancy).slice(0, 1);
  });
  const overOf = (target: number): number => ours(target).filter((run) => run.abandoned > target).length;
  const heads = targets.map((target) => `at ${percent(target, 0)} % | abandoned`);
  return [
    `| floor | ${heads.join(' | ')} | best other dialer within 3 % | which |`,
    `|---|${targets.map(() => '---|---|').join('')}---|---|`,
    ...names.map((name, at) => {
      const other = best[at] ?? [];
      const found = other.length === 0 ? '- | none' : `${percent(shareOf(other))} | ${other[0]?.dialer ?? ''}`;
      return `| ${name} | ${targets.map((target) => cell(ours(target, name))).join(' | ')} | ${found} |`;
    }),
    `| **mean** | ${targets.map((target) => cell(ours(target))).join(' | ')} | ${percent(shareOf(best.flat()))} | |`,
    '',
    targets
      .map((target) => `Over ${percent(target, 0)} %: ${overOf(target)} of ${ours(target).length} days.`)
      .join(' '),
  ].join('\n');
}

function writeDocs(table: string, mark: string): void {
  const file = 'docs/pacing.md';
  const [before, rest] = readFileSync(file, 'utf8').split(`<!-- ${mark} -->\n`);
  const after = rest?.split(`<!-- end of ${mark} -->`)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has no place for the ${mark}`);
  writeFileSync(file, `${before}<!-- ${mark} -->\n\n${table}\n\n<!-- end of ${mark} -->${after}`);
}

async function main(): Promise<void> {
  if (args.judge === undefined) {
    timeDecisions();
    console.log('No --judge PATH: nothing was simulated.');
    return;
  }
  if (!isMainThread) return serveJobs(args.judge);
  const { loadAll, LINEUP } = await loadJudge(args.judge);
  const fresh = args.fresh !== undefined;
  const folder = fresh ? drawFloors(Number(args.fresh)) : folderOf(args.judge);
  const wanted = new RegExp(args.only);
  const scenarios = loadAll(folder).filter(({ name }) => wanted.test(name));
  const size = (one: Scenario): number => one.agents.reduce((sum, { count }) => sum + count, 0);
  const targets = args.targets.split(',').map((one) => Number(one) / 100);
  const seeds = Array.from({ length: Number(args.seeds) }, (_, index) => index + 1);
  const jobs = scenarios
    .toSorted((a, b) => size(b) - size(a))
    .flatMap(({ name: scenario }) =>
      seeds.flatMap((seed): Job[] => [
        ...targets.map((target) => ({ scenario, seed, target, dialer: null })),
        ...(fresh ? LINEUP.map(({ name }) => ({ scenario, seed, target: mostLawful, dialer: name })) : []),
      ]),
    );
  const runs = await runAll(jobs, folder, 2);
  const names = scenarios.map(({ name }) => name);
  const table = (fresh ? freshTableOf : tableOf)(runs, names, targets);
  console.log(args.json ? JSON.stringify(runs) : table);
  if (args.docs) writeDocs(table, fresh ? 'fresh floors' : 'results');
  if (!args.json) timeDecisions();
}

await main();
