import type { Logger } from '../platform/log.ts';
import type { PlacementBook } from './import-ports.ts';

export interface TakeUpDeps {
  readonly book: Pick<PlacementBook, 'abandoned'>;
  readonly queue: {
    /** The placements whose job still waits its turn. */
    waiting(): Promise<ReadonlySet<string>>;
    ask(placementId: string): Promise<void>;
  };
  readonly log: Logger;
}

/**
 * Asks again for imports that were begun and that nobody carries on: the process was killed, or the queue was emptied.
 * A job that a dead process had taken counts for nothing, since only the writer's lock tells who is at work; asking
 * once too often is harmless, because the second one finds the placement in hand or at its end.
 */
export function makeTakeUp({ book, queue, log }: TakeUpDeps): () => Promise<void> {
  return async () => {
    const abandoned = await book.abandoned();
    if (abandoned.length === 0) return;
    const waiting = await queue.waiting();
    for (const placementId of abandoned) {
      if (waiting.has(placementId)) continue;
      await queue.ask(placementId);
      log.info({ placementId }, 'import taken up');
    }
  };
}
