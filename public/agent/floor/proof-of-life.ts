import type { QueryClient } from '@tanstack/react-query';
import { floorKey, type FloorView } from './bootstrap.ts';

/**
 * Resolves when the server has proof of life of this page, and after `patienceMs` in any case: sound that is just being
 * connected is waited for, and what does not come is for the server to name.
 */
export function proofOfLife(client: QueryClient, patienceMs: number): Promise<void> {
  const isAlive = (): boolean => client.getQueryData<FloorView>(floorKey)?.state.alive === true;
  if (isAlive()) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(done, patienceMs);
    const unsubscribe = client.getQueryCache().subscribe(() => {
      if (isAlive()) done();
    });
  });
}
