import type { PacingPolicy } from './pacing-policy.ts';

/** One call for each ready agent that no call is meant for. */
export const progressive = (): PacingPolicy => ({
  name: 'progressive',
  eventDriven: true,
  decide: ({ ready, pending, waiting }) => ({ launch: ready - pending - waiting }),
});
