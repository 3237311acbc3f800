import { defineConfig } from 'vitest/config';

/** The tests that judge mutants of the domain: its own, and none that read the tree or need a service. */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.unit.spec.ts'],
    setupFiles: ['test/support/steady-properties.ts'],
    isolate: false,
    testTimeout: 20_000,
  },
});
