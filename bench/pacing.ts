/**
 * How the pacer does under a simulator that knows the truth (a folder with `src/sim.mjs`, `src/scenario.mjs`,
 * `src/clairvoyant.mjs` and `scenarios`), and what a decision costs at 500 agents and 5,000 calls.
 * Usage: npm run bench:pacing-judge -- --judge PATH [--seeds 6] [--only REGEX] [--targets 3,1] [--scenarios DIR] [--docs] [--json]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { timeDecisions } from './pacing-decisions.ts';
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

interface Judge {
  readonly loadAll: (folder: string) => readonly Scenario[];
  readonly simulate: (scenario: Scenario, pacer: JudgedPacer, seed: number, options: object) => Result;
  readonly clairvoyant: (scenario: Scenario, seed: number) => Result;
}

interface Job {
  readonly scenario: string;
  readonly seed: number;
  readonly target: number;
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
    docs: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  ...(isMainThread ? {} : { args: (workerData as { argv: string[] }).argv }),
});

async function loadJudge(folder: string): Promise<Judge> {
  const at = (file: string): string => pathToFileURL(resolve(folder, 'src', file)).href;
  const [scenario, sim, clairvoyant] = await Promise.all([
    import(at('scenario.mjs')) as Promise<Pick<Judge, 'loadAll'>>,
    import(at('sim.mjs')) as Promise<Pick<Judge, 'simulate'>>,
    import(at('clairvoyant.mjs')) as Promise<Pick<Judge, 'clairvoyant'>>,
  ]);
  return { loadAll: scenario.loadAll, simulate: sim.simulate, clairvoyant: clairvoyant.clairvoyant };
}

const folderOf = (judge: string): string => resolve(args.scenarios ?? resolve(judge, 'scenarios'));
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const percent = (share: number, digits = 1): string => (100 * share).toFixed(digits);

async function serveJobs(judgePath: string): Promise<void> {
  const judge = await loadJudge(judgePath);
  const scenarios = judge.loadAll(folderOf(judgePath));
  parentPort?.on('message', (job: Job) => {
    const scenario = scenarios.find(({ name }) => name === job.scenario);
    if (scenario === undefined) throw new Error('a scenario that is not there');
    const pacer = new JudgedPacer('casedial', job.target);
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

async function runAll(jobs: Job[], workers: number): Promise<readonly Run[]> {
  const runs: Run[] = [];
  const lane = (): Promise<void> =>
    new Promise((done, failed) => {
      // The loader of TypeScript is not handed on to threads.
      const load = `import('tsx/esm/api').then(({ register }) => { register(); return import('${import.meta.url}'); })`;
      const worker = new Worker(load, { eval: true, workerData: { argv: process.argv.slice(2) } });
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

function tableOf(runs: readonly Run[], names: readonly string[], targets: readonly number[]): string {
  const cell = (name: string, target: number): string => {
    const here = runs.filter((run) => run.scenario === name && run.target === target);
    if (here.length === 0) return '';
    const share = mean(here.map((run) => run.occupancy)) / mean(here.map((run) => run.bound));
    const worst = Math.max(...here.map((run) => run.abandoned));
    const hour = Math.max(...here.map((run) => run.hour));
    return `${percent(share)} | ${percent(mean(here.map((run) => run.abandoned)), 2)} | ${percent(worst, 2)} | ${percent(hour)} | ${here.length}`;
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

function writeDocs(table: string): void {
  const file = 'docs/pacing.md';
  const [before, rest] = readFileSync(file, 'utf8').split('<!-- results -->\n');
  const after = rest?.split('<!-- end of results -->')[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has no place for the results`);
  writeFileSync(file, `${before}<!-- results -->\n\n${table}\n\n<!-- end of results -->${after}`);
}

async function main(): Promise<void> {
  if (args.judge === undefined) {
    timeDecisions();
    console.log('No --judge PATH: nothing was simulated.');
    return;
  }
  if (!isMainThread) return serveJobs(args.judge);
  const { loadAll } = await loadJudge(args.judge);
  const wanted = new RegExp(args.only);
  const scenarios = loadAll(folderOf(args.judge)).filter(({ name }) => wanted.test(name));
  const size = (one: Scenario): number => one.agents.reduce((sum, { count }) => sum + count, 0);
  const targets = args.targets.split(',').map((one) => Number(one) / 100);
  const jobs = [...scenarios]
    .sort((a, b) => size(b) - size(a))
    .flatMap(({ name }) =>
      targets.flatMap((target) =>
        Array.from({ length: Number(args.seeds) }, (_, index) => ({ scenario: name, seed: index + 1, target })),
      ),
    );
  const runs = await runAll(jobs, 2);
  const table = tableOf(
    runs,
    scenarios.map(({ name }) => name),
    targets,
  );
  console.log(args.json ? JSON.stringify(runs) : table);
  if (args.docs) writeDocs(table);
  if (!args.json) timeDecisions();
}

await main();
