import { describe, expect, it } from 'vitest';
import { openMind } from '../../src/dialer/pacing-mind.ts';
import type { HistoryStep, PacingHistory, PacingMemories, StoredMemory } from '../../src/dialer/pacing-stores.ts';
import { PacingMemory } from '../../src/domain/pacing/pacing-memory.ts';

const begin = 1_800_000_000_000;
const campaignId = 'campaign';

/** A call that was answered, or not, as it stands on record. */
const call = (key: string, at: number, live = false): HistoryStep => ({
  key,
  at,
  told: {
    to: 'pacer',
    event: {
      kind: live ? 'live' : 'failed',
      ...{ at, launchedAt: at - 12_000, ringingAt: at - 10_000, pickedUpAt: live ? at : null, chance: null },
    },
  },
});

function world() {
  const steps: HistoryStep[] = [];
  let stored: { readonly fence: number; readonly memory: StoredMemory } | null = null;
  const history: PacingHistory = {
    since: (_, from) => Promise.resolve(steps.filter(({ at }) => at >= from)),
  };
  const memories: PacingMemories = {
    find: () => Promise.resolve(stored === null ? null : (JSON.parse(JSON.stringify(stored.memory)) as StoredMemory)),
    save(_, fence, __, memory) {
      if (stored !== null && stored.fence > fence) return Promise.resolve(false);
      stored = { fence, memory };
      return Promise.resolve(true);
    },
  };
  return { steps, open: (fence: number, now: number) => openMind({ history, memories }, campaignId, fence, now) };
}

const learned = (...steps: readonly HistoryStep[]): string => {
  const memory = new PacingMemory();
  for (const { told } of steps) if (told.to === 'pacer') memory.learn(told.event);
  return JSON.stringify(memory);
};

describe('what a campaign has learned, from holder to holder', () => {
  it('[DIAL-48] the successor goes on where the stored memory ends: nothing twice, nothing left out', async () => {
    const { steps, open } = world();
    const calls = Array.from({ length: 30 }, (_, index) =>
      call(`call ${index}`, begin + index * 1_000, index % 3 === 0),
    );
    steps.push(...calls.slice(0, 20));
    const first = await open(1, begin);
    await first.catchUp(begin + 20_000);
    await first.save(begin + 20_000, true);
    expect(JSON.stringify(first.memory)).toBe(learned(...calls.slice(0, 20)));

    steps.push(...calls.slice(20));
    const second = await open(2, begin + 30_000);
    await second.catchUp(begin + 30_000);
    expect(JSON.stringify(second.memory)).toBe(learned(...calls));
    await second.catchUp(begin + 31_000);
    expect(JSON.stringify(second.memory)).toBe(learned(...calls));
  });

  it('[DIAL-48] what another node wrote down late is taken in, within ten seconds of its instant', async () => {
    const { steps, open } = world();
    const [seen, late, tooLate] = [call('seen', begin), call('late', begin + 1), call('too late', begin - 5_000)];
    steps.push(seen);
    const mind = await open(1, begin);
    await mind.catchUp(begin + 2_000);
    steps.push(late);
    await mind.catchUp(begin + 10_000);
    expect(JSON.stringify(mind.memory)).toBe(learned(seen, late));
    steps.push(tooLate);
    await mind.catchUp(begin + 20_000);
    expect(JSON.stringify(mind.memory)).toBe(learned(seen, late));
  });

  it('[DIAL-48] is stored every ten seconds, at once when the lease goes, and not over a newer holder', async () => {
    const { steps, open } = world();
    const [one, two] = [call('one', begin), call('two', begin + 9_000)];
    const mind = await open(5, begin);
    steps.push(one);
    await mind.catchUp(begin + 1_000);
    await mind.save(begin + 9_999);
    expect(JSON.stringify((await open(6, begin)).memory)).toBe(learned());
    await mind.save(begin + 10_000);
    expect(JSON.stringify((await open(6, begin + 10_000)).memory)).toBe(learned(one));
    steps.push(two);
    await mind.catchUp(begin + 11_000);
    await mind.save(begin + 11_000, true);
    const newer = await open(6, begin + 11_000);
    expect(JSON.stringify(newer.memory)).toBe(learned(one, two));
    await newer.save(begin + 11_000, true);
    mind.launched({
      ...{ kind: 'launched', at: begin + 12_000, count: 1, expectedAnswers: 1, expectedAbandoned: 0.5 },
      ...{ allowance: 0.03, steers: true, target: 0.03, agents: 1 },
    });
    await mind.save(begin + 30_000, true);
    expect(JSON.stringify((await open(7, begin + 30_000)).memory)).toBe(learned(one, two));
  });

  it('[DIAL-48] a campaign that rested for long learns from the last two hours alone', async () => {
    const { steps, open } = world();
    const [old, fresh] = [call('old', begin - 7_200_000 - 10_001), call('fresh', begin - 7_000_000)];
    steps.push(old, fresh);
    const mind = await open(1, begin);
    await mind.catchUp(begin);
    expect(JSON.stringify(mind.memory)).toBe(learned(fresh));
  });
});
