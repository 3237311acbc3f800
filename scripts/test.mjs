import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureDependencies } from './setup/dependencies.mjs';
import { ensureConsoles, ensurePrismaClient } from './setup/generated.mjs';
import { root, runBin } from './setup/run.mjs';
import { bold, reportAndExit, say, sinceStart } from './setup/say.mjs';
import { ensureChromium, ensureRedis } from './setup/system-packages.mjs';

/** `npm test [-- kinds] [-- paths]`: every kind of test with all it needs, e.g. `npm test -- int test/dialer`. */
const allKinds = ['unit', 'int', 'e2e'];
const longestReason = 2_000;
process.chdir(fileURLToPath(root));

const words = process.argv.slice(2);
const kinds = words.filter((word) => allKinds.includes(word));
const filters = words.filter((word) => !allKinds.includes(word));
const wanted = kinds.length > 0 ? allKinds.filter((kind) => kinds.includes(kind)) : allKinds;

/** Of vitest's report, what failed: a test by its file and whole name, or a file that could not be run at all. */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({ title: `${file}: ${test.fullName}`, why: test.failureMessages.join('\n') }));
    return tests.length === 0 && status === 'failed' ? [{ title: file, why: message }] : tests;
  });
}

/** Once more at the end, where a log that was cut still shows it: a run prints thousands of lines after its first failure. */
function sayFailures(failures) {
  const ours = (why) => why.replace(/^ +at .*node_modules.*\n?/gm, '').slice(0, longestReason);
  for (const { title, why } of failures) say(`\n${bold('Failed:')} ${title}\n${ours(why)}`);
}

/** One kind after the other: browser tests measure sound and want the machine to themselves. */
async function runKind(kind, reports, env) {
  say(`\n${bold(`${kind} tests`)}`);
  const report = join(reports, `${kind}.json`);
  const { ok } = await runBin(
    'vitest/vitest.mjs',
    [
      'run',
      `--project=${kind}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      // A path may hold tests of one kind only; a whole kind without tests is a mistake.
      ...(filters.length > 0 ? ['--passWithNoTests'] : []),
      ...filters,
    ],
    { env, loud: true },
  );
  try {
    const said = JSON.parse(readFileSync(report, 'utf8'));
    return {
      ok,
      passed: said.numPassedTests,
      failed: said.numFailedTests,
      skipped: said.numPendingTests + said.numTodoTests,
      failures: failuresOf(said),
    };
  } catch {
    return { ok: ok && filters.length > 0, passed: 0, failed: ok ? 0 : 1, skipped: 0, failures: [] };
  }
}

async function main() {
  checkNode();
  await ensureDependencies();
  await ensurePrismaClient();
  if (wanted.some((kind) => kind !== 'unit')) await ensureRedis();
  const env = {};
  if (wanted.includes('e2e')) {
    env.CHROMIUM_PATH = await ensureChromium();
    await ensureConsoles();
  }
  const reports = mkdtempSync(join(tmpdir(), 'casedial-reports-'));
  const results = [];
  try {
    for (const kind of wanted) results.push(await runKind(kind, reports, env));
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  const sum = (field) => results.reduce((total, result) => total + result[field], 0);
  const allWell = results.every(({ ok }) => ok) && sum('failed') === 0 && sum('passed') > 0;
  sayFailures(results.flatMap(({ failures }) => failures));
  if (!allWell && sum('failed') === 0)
    say('\nA run ended badly although no single test failed; its output stands above.');
  say(`\n(${sinceStart()} in all)`);
  say(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  process.exitCode = allWell ? 0 : 1;
}

main().catch(reportAndExit);
