import { availableParallelism } from 'node:os';

/**
 * Mutants of the domain against its own tests. A module-level table is set up once per run, so its mutants need every
 * test; they are counted all the same, because the tables are rules too.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  // The registers of area codes, towns and postcodes are copied facts, not rules.
  mutate: ['src/domain/**/*.ts', '!src/domain/placement/data/**'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  concurrency: Math.max(1, availableParallelism() - 1),
  timeoutMS: 4_000,
  incremental: true,
  incrementalFile: '.data/mutation/incremental.json',
  tempDirName: '.data/mutation/sandbox',
  ignorePatterns: ['.data', 'dist', 'docs', 'public', 'bench', 'prisma'],
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: '.data/mutation/report.html' },
  jsonReporter: { fileName: '.data/mutation/report.json' },
  thresholds: { high: 90, low: 85, break: 85 },
};
