import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { RecordingBook } from './ports.ts';
import type { FinishedFile } from './recording-tap.ts';

export interface BrokenRecordings {
  /** Finishes what a crash left; `busy` when it was written to after `untouchedSince`. */
  repair(
    path: string,
    untouchedSince: Instant,
  ): Promise<{ kind: 'repaired'; file: FinishedFile; endedAt: Instant } | { kind: 'busy' } | { kind: 'gone' }>;
  /** Unfinished files of the day of that instant, with or without a row. */
  unfinishedOfDay(at: Instant): Promise<readonly { readonly attemptId: string; readonly path: string }[]>;
}

/** A running tap writes every second; a file silent for so long has no writer any more. */
const silentForMs = 10_000;
const dayMs = 86_400_000;

/**
 * Finishes the recordings of calls that a crash cut off. Rows without a file on this node are another node's, until they are
 * so old that nobody's disk can have them.
 */
export const makeRepairRecordings = (deps: {
  broken: BrokenRecordings;
  book: RecordingBook;
  isOpenHere: (attemptId: string) => boolean;
  clock: Clock;
  log: Logger;
  lostAfterMs: number;
}) => {
  const adoptFiles = async (now: Instant): Promise<void> => {
    for (const at of [now, now - dayMs]) {
      for (const file of await deps.broken.unfinishedOfDay(at)) {
        if (deps.isOpenHere(file.attemptId)) continue;
        await deps.book.open({ ...file, channels: 2, startedAt: at });
      }
    }
  };
  return async (): Promise<number> => {
    const now = deps.clock();
    await adoptFiles(now);
    let repaired = 0;
    for (const row of await deps.book.unfinished()) {
      if (deps.isOpenHere(row.attemptId)) continue;
      const result = await deps.broken.repair(row.path, now - silentForMs);
      if (result.kind === 'repaired') {
        const endedAt = row.startedAt + result.file.durationMs;
        await deps.book.complete({ attemptId: row.attemptId, ...result.file, endedAt });
        deps.log.warn(
          { attemptId: row.attemptId, durationMs: result.file.durationMs },
          'recording repaired after a crash',
        );
        repaired += 1;
      } else if (result.kind === 'gone' && now - row.startedAt > deps.lostAfterMs) {
        await deps.book.missing(row.attemptId);
      }
    }
    return repaired;
  };
};
