import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureDependencies } from './setup/dependencies.mjs';
import { ensureConsoles, ensurePrismaClient } from './setup/generated.mjs';
import { root, runBin } from './setup/run.mjs';
import { bold, reportAndExit, say, sinceStart } from './setup/say.mjs';
import { ensureChromium, ensureRedis } from './setup/system-packages.mjs';

/** `npm test [-- kinds] [-- paths]`: every kind of test with all it needs, e.g. `npm test -- int test/dialer`. */
const allKinds = ['unit', 'int', 'e2e'];
process.chdir(fileURLToPath(root));

const words = process.argv.slice(2);
const kinds = words.filter((word) => allKinds.includes(word));
const filters = words.filter((word) => !allKinds.includes(word));
const wanted = kinds.length > 0 ? allKinds.filter((kind) => kinds.includes(kind)) : allKinds;

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
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { ok, passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { ok: ok && filters.length > 0, passed: 0, failed: ok ? 0 : 1, skipped: 0 };
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
  if (!allWell && sum('failed') === 0)
    say('\nA run ended badly although no single test failed; its output stands above.');
  say(`\n(${sinceStart()} in all)`);
  say(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  process.exitCode = allWell ? 0 : 1;
}

main().catch(reportAndExit);
