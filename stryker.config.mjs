import { availableParallelism } from 'node:os';

const room = process.env.MUTATION_ROOM ?? 'rules';

/**
 * Mutants of one room of the domain against its tests; `npm run mutate` goes through the rooms and adds them up. A table
 * that is set up once per run would need every test for each of its mutants, so these are left out.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.mjs', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  concurrency: Math.max(1, availableParallelism() - 1),
  // Slow is not wrong: beside other work a test may take many times as long as in the first run.
  timeoutMS: 30_000,
  timeoutFactor: 3,
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `.data/mutation/${room}/incremental.json`,
  tempDirName: `.data/mutation/${room}/sandbox`,
  ignorePatterns: ['.data', 'dist', 'docs', 'public', 'bench', 'prisma'],
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: `.data/mutation/${room}/report.html` },
  jsonReporter: { fileName: `.data/mutation/${room}/report.json` },
  // The score of all rooms together is what counts.
  thresholds: { high: 90, low: 85, break: null },
};
