import { describe, expect, it } from 'vitest';
import { makeKeptPlaces } from '../../src/routing/inbound/kept-places.ts';
import { WaitingLine } from '../../src/routing/inbound/waiting-line.ts';
import type { QueueFacts } from '../../src/routing/ports.ts';

type Absent = Awaited<ReturnType<QueueFacts['absent']>>;

const place = (callbackId: string, placeAt: number): Absent[number] => ({
  callbackId,
  placeAt,
  campaignId: null,
  ownerId: null,
  teamId: null,
  queueTeamId: null,
  needs: {} as Absent[number]['needs'],
});

/** What is stored is answered when the test says so, as it stood when it was asked. */
function opened() {
  const line = new WaitingLine({
    readyNow: () => Promise.resolve(new Set<string>()),
    reserve: () => Promise.resolve(null),
    onServed: () => undefined,
    onChange: () => undefined,
    clock: () => 1_000,
  });
  let stored: Absent = [];
  const answers: (() => void)[] = [];
  let ids = 0;
  const sync = makeKeptPlaces({
    queue: {
      absent: () => {
        const asked = stored;
        return new Promise((answer) => answers.push(() => answer(asked)));
      },
    },
    line,
    clock: () => 1_000,
    newId: () => `attempt-${++ids}`,
  });
  const inLine = (): readonly (string | null)[] => line.absent().map(({ callbackId }) => callbackId);
  const turn = async (): Promise<void> => {
    for (let step = 0; step < 10; step++) await Promise.resolve();
  };
  return {
    sync,
    inLine,
    turn,
    store: (...places: Absent) => (stored = places),
    asked: () => answers.length,
    answer: async (which: number) => {
      answers[which]?.();
      await turn();
    },
  };
}

describe('kept places in the line', () => {
  it('[INB-15] whoever asks while they are read sees what was stored when he asked, however many ask', async () => {
    const { sync, inLine, store, asked, answer, turn } = opened();
    const first = sync();
    store(place('kept', 5));
    const others = [sync(), sync(), sync()];
    await turn();
    expect(asked()).toBe(1);
    await answer(0);
    await first;
    expect(inLine()).toEqual([]);
    expect(asked()).toBe(2);
    await answer(1);
    await Promise.all(others);
    expect(inLine()).toEqual(['kept']);
    expect(asked()).toBe(2);
  });

  it('[INB-15] a place stands in the line once, and leaves it when it is owed no more', async () => {
    const { sync, inLine, store, answer } = opened();
    for (const [which, places] of [[place('a', 5)], [place('a', 5), place('b', 7)], [place('b', 7)]].entries()) {
      store(...places);
      const done = sync();
      await answer(which);
      await done;
      expect(inLine()).toEqual(places.map(({ callbackId }) => callbackId));
    }
  });
});
