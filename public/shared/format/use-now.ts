import { useSyncExternalStore } from 'react';

/** One ticker for all timers on the page, so that they change together. */
const listeners = new Set<() => void>();
let now = Date.now();
let ticker: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  now = Date.now();
  listeners.add(listener);
  ticker ??= setInterval(() => {
    now = Date.now();
    listeners.forEach((tell) => tell());
  }, 500);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticker);
    ticker = undefined;
  };
}

/** Epoch ms of this computer, twice a second. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
