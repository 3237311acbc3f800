import { describe, expect, it } from 'vitest';
import { WaitingLine } from '../../src/routing/inbound/waiting-line.ts';
import type { Presence, RoutedCaller } from '../../src/routing/ports.ts';

const facts = (attemptId: string): RoutedCaller => ({
  attemptId,
  campaignId: null,
  ownerId: null,
  teamId: null,
  queueTeamId: null,
  needs: {} as RoutedCaller['needs'],
});

/** Anybody may take anybody; `whileAsked` happens as soon as that caller was told that nobody is free. */
function opened(whileAsked: (attemptId: string, ready: Set<string>) => void) {
  const ready = new Set<string>();
  const served: string[] = [];
  let snapshots = 0;
  const line = new WaitingLine({
    readyNow() {
      snapshots += 1;
      return Promise.resolve(new Set(ready));
    },
    reserve({ attemptId }, readyThen) {
      const userId = [...ready].find((agentId) => readyThen === null || readyThen.has(agentId));
      if (userId === undefined) {
        whileAsked(attemptId, ready);
        return Promise.resolve(null);
      }
      ready.delete(userId);
      return Promise.resolve({ userId } as Presence);
    },
    onServed: ({ attemptId }) => void served.push(attemptId),
    onChange: () => undefined,
    clock: () => 1_000,
  });
  return { line, ready, served, snapshots: () => snapshots };
}

describe('callers who wait', () => {
  it('[INB-7] whoever becomes ready in the middle of a round goes to the first in the next, not to the last in this one', async () => {
    const { line, served } = opened((attemptId, ready) => {
      if (attemptId === 'first') ready.add('ada');
    });
    line.join(facts('first'), 10);
    line.join(facts('last'), 20);
    await line.serve();
    expect(served).toEqual([]);
    await line.serve();
    expect(served).toEqual(['first']);
  });

  it('[INB-7] whoever was ready when the round began goes to the next when the first may not have him', async () => {
    const { line, ready, served } = opened(() => undefined);
    line.join(facts('first'), 10);
    line.join(facts('last'), 20);
    for (const agentId of ['ada', 'ben']) ready.add(agentId);
    await line.serve();
    expect(served).toEqual(['first', 'last']);
  });

  it('[INB-7] one alone is not overtaken by anybody, so nobody is counted before', async () => {
    const { line, ready, served, snapshots } = opened(() => undefined);
    line.join(facts('only'), 10);
    ready.add('ada');
    await line.serve();
    expect(served).toEqual(['only']);
    expect(snapshots()).toBe(0);
  });
});
