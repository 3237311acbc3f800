import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureDependencies } from './setup/dependencies.mjs';
import { ensurePrismaClient } from './setup/generated.mjs';
import { root, runBin } from './setup/run.mjs';
import { bold, reportAndExit, say, sinceStart } from './setup/say.mjs';

/** `npm run check`: types, lint, format, architecture; all are run even when one fails. */
process.chdir(fileURLToPath(root));

const checks = [
  { name: 'lint', bin: 'eslint/bin/eslint.js', args: ['.', '--max-warnings=0'] },
  { name: 'types of the server', bin: 'typescript/bin/tsc', args: ['-p', 'tsconfig.json', '--noEmit', '--pretty'] },
  {
    name: 'types of the consoles',
    bin: 'typescript/bin/tsc',
    args: ['-p', 'public/tsconfig.json', '--noEmit', '--pretty'],
  },
  { name: 'format', bin: 'prettier/bin/prettier.cjs', args: ['--check', '.', '--log-level=warn'] },
  { name: 'architecture', bin: 'vitest/vitest.mjs', args: ['run', '--project=unit', 'test/architecture.spec.ts'] },
];

async function perform({ name, bin, args }) {
  const from = Date.now();
  const { ok, output } = await runBin(bin, args);
  say(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
  if (!ok) say(output);
  return ok;
}

async function main() {
  checkNode();
  await ensureDependencies();
  await ensurePrismaClient();
  const waiting = [...checks];
  const verdicts = [];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) verdicts.push(await perform(next));
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(availableParallelism(), 4)) }, lane));
  const allWell = verdicts.every(Boolean);
  say(`\n${bold(allWell ? 'All checks passed' : 'Some checks failed')} after ${sinceStart()}`);
  process.exitCode = allWell ? 0 : 1;
}

main().catch(reportAndExit);
