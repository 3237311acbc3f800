import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { floorKey } from '../../../public/agent/floor/bootstrap.ts';
import { proofOfLife } from '../../../public/agent/floor/proof-of-life.ts';

const patienceMs = 4_000;

describe('Ready asked for while sound is being connected', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function isOverAfter(alive: boolean | null, ms: number): Promise<boolean> {
    const client = new QueryClient();
    client.setQueryData(floorKey, { state: { alive: false } });
    let over = false;
    const waited = proofOfLife(client, patienceMs).then(() => (over = true));
    if (alive !== null) client.setQueryData(floorKey, { state: { alive } });
    await vi.advanceTimersByTimeAsync(ms);
    const seen = over;
    await vi.advanceTimersByTimeAsync(patienceMs);
    await waited;
    client.clear();
    return seen;
  }

  it('[UI-22] is sent at once when the server has proof of life', async () => {
    expect(await isOverAfter(true, 0)).toBe(true);
  });

  it('[UI-22] waits while it has none, but not for ever', async () => {
    expect(await isOverAfter(null, patienceMs - 1)).toBe(false);
    expect(await isOverAfter(false, patienceMs - 1)).toBe(false);
    expect(await isOverAfter(null, patienceMs)).toBe(true);
  });
});
