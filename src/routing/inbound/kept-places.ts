import type { Clock } from '../../platform/clock.ts';
import type { QueueFacts } from '../ports.ts';
import type { WaitingLine } from './waiting-line.ts';

/**
 * Brings the line to what is stored of kept places, which outlive the process. Asked again while it reads, it reads once more
 * afterwards: whoever asks sees what was stored when he asked, and nothing older is taken over after something newer.
 */
export function makeKeptPlaces(deps: {
  readonly queue: Pick<QueueFacts, 'absent'>;
  readonly line: WaitingLine;
  readonly clock: Clock;
  readonly newId: () => string;
}): () => Promise<void> {
  const { line } = deps;

  async function read(): Promise<void> {
    const kept = await deps.queue.absent(deps.clock());
    const known = new Set(line.absent().map(({ callbackId }) => callbackId));
    for (const { callbackId, placeAt, ...facts } of kept) {
      if (!known.has(callbackId)) line.join({ ...facts, attemptId: deps.newId() }, placeAt, { callbackId });
    }
    const owed = new Set(kept.map(({ callbackId }) => callbackId));
    for (const { callbackId, attemptId, agent } of line.absent()) {
      if (callbackId !== null && agent === null && !owed.has(callbackId)) line.leave(attemptId);
    }
  }

  let reading: Promise<void> | null = null;
  let onceMore: Promise<void> | null = null;
  return function sync(): Promise<void> {
    if (reading === null) {
      reading = read().finally(() => (reading = null));
      return reading;
    }
    onceMore ??= reading
      .catch(() => undefined)
      .then(() => {
        onceMore = null;
        return sync();
      });
    return onceMore;
  };
}
