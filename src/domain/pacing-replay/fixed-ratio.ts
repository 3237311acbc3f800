import type { PacingPolicy } from './pacing-policy.ts';

/** So many calls for each ready agent. */
export const fixedRatio = (callsPerAgent: number): PacingPolicy => ({
  name: `ratio ${callsPerAgent}`,
  eventDriven: true,
  decide: ({ ready, pending, waiting }) => ({ launch: Math.round(callsPerAgent * ready) - pending - waiting }),
});
