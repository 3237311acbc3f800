import { defineConfig } from 'vitest/config';
import { rooms } from './scripts/mutation/rooms.mjs';

const room = rooms.find(({ name }) => name === process.env.MUTATION_ROOM);
if (room === undefined) throw new Error('MUTATION_ROOM names no room of the domain.');

/** The tests that judge the mutants of one room of the domain, and none that read the tree or need a service. */
export default defineConfig({
  test: {
    include: room.tests.map((pattern) => (pattern.endsWith('/**') ? `${pattern}/*.unit.spec.ts` : pattern)),
    exclude: room.notTests,
    setupFiles: ['test/support/steady-properties.ts'],
    isolate: false,
    // As for mutants: slow is not wrong, and one slow test in the first run would end the whole of it.
    testTimeout: 120_000,
  },
});
