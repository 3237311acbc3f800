import { frameMs } from './conversation.ts';

/** After so long without a turn the missed ticks are given up: a page that slept does not catch up either. */
const mostLateMs = 200;

/** One clock for all seats: ticks every 20 ms by the monotonic clock, without drift. */
export function startPump(tick: () => void): () => void {
  let due = performance.now() + frameMs;
  let timer: NodeJS.Timeout;
  const turn = (): void => {
    const now = performance.now();
    if (now - due > mostLateMs) due = now;
    while (due <= now) {
      due += frameMs;
      tick();
    }
    timer = setTimeout(turn, Math.max(1, due - performance.now()));
  };
  timer = setTimeout(turn, frameMs);
  return () => clearTimeout(timer);
}
