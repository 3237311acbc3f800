import { probeVerdict } from '../../domain/test-call.ts';
import type { TestCalls } from '../test-calls/test-calls.ts';
import type { Providers } from './provider.ts';
import type { ProbeTrunk } from './watch-trunks.ts';

const lookEveryMs = 250;
const patienceMs = 40_000;

/**
 * A trunk with a probe number rings that phone, an administrator's own, and hangs up as soon as it rings. Without one, or while
 * that number may not be rung, the provider is asked whether the account opens: that rings nobody, and finds less.
 */
export function makeProbeTrunk(deps: {
  readonly providers: Pick<Providers, 'ofTrunk'>;
  readonly testCalls: Pick<TestCalls, 'start' | 'events'>;
  /** The number the trunk is probed with, and whose it is. */
  readonly probeNumber: (
    trunkId: string,
  ) => Promise<{ readonly testNumberId: string; readonly ownerId: string } | null>;
  readonly pause: (ms: number) => Promise<void>;
}): ProbeTrunk {
  const { testCalls } = deps;

  async function byAccount(trunkId: string): ReturnType<ProbeTrunk> {
    const provider = await deps.providers.ofTrunk(trunkId);
    const said = provider === null ? 'unreadable' : await provider.account();
    return { went: said === 'active' ? 'well' : 'badly', because: `account_${said}` };
  }

  async function byCall(testCallId: string): ReturnType<ProbeTrunk> {
    for (let waitedMs = 0; waitedMs <= patienceMs; waitedMs += lookEveryMs) {
      const seen = await testCalls.events(testCallId);
      const went = probeVerdict(seen?.events.map(({ what }) => what) ?? []);
      if (went !== null) return { went, because: went === 'well' ? 'probe_rang' : 'probe_failed' };
      await deps.pause(lookEveryMs);
    }
    return { went: 'badly', because: 'probe_silent' };
  }

  return async (trunkId) => {
    const number = await deps.probeNumber(trunkId);
    if (number === null) return byAccount(trunkId);
    const { testNumberId, ownerId: askedBy } = number;
    const started = await testCalls.start({ trunkId, testNumberId, askedBy, purpose: 'probe', language: 'en' });
    return started.kind === 'started' ? byCall(started.testCallId) : byAccount(trunkId);
  };
}
