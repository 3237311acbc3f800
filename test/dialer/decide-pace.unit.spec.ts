import { expect, it } from 'vitest';
import { callsThatCompete } from '../../src/dialer/decide-pace.ts';
import type { PacedSeat, PoolRoster } from '../../src/dialer/ports.ts';
import type { PendingCall } from '../../src/dialer/stores.ts';

const ringing = (attemptId: string, campaignId: string): PendingCall => ({
  ...{ attemptId, campaignId, state: 'ringing', launchedAt: 0, since: 0 },
});
const seat = (agentId: string, attemptId: string | null): PacedSeat => ({
  ...{ agentId, attemptId, since: 0, leaving: false },
  state: attemptId === null ? 'ready' : 'reserved',
});

it('[DIAL-49] a call with an agent kept for it asks for nobody else, whichever campaign that agent works for', () => {
  const roster: PoolRoster = {
    seats: [seat('here', null), seat('keeper', 'own kept')],
    lifeless: 0,
    languagesDiffer: false,
    shared: [{ campaignId: 'b', share: 1, agentIds: ['here'], keptFor: ['kept elsewhere'] }],
  };
  const calls = [ringing('own', 'a'), ringing('own kept', 'a'), ringing('theirs', 'b'), ringing('kept elsewhere', 'b')];
  const { own, foreign } = callsThatCompete('a', roster, calls);
  expect([own, foreign]).toEqual([[calls[0]], [calls[2]]]);
});
