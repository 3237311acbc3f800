import { configureGlobal } from 'fast-check';

/**
 * Property tests under mutation: the same examples in every run, so that a mutant's fate is no matter of luck; fewer of
 * them, and no search for the smallest one, because one failure is enough to condemn a mutant.
 */
configureGlobal({ seed: 20_260_101, numRuns: Number(process.env.PROPERTY_RUNS ?? 100), endOnFailure: true });
