import type { Instant } from '../domain/vocabulary.ts';
import type { Logger } from '../platform/log.ts';
import type { CounterMetric } from '../platform/metrics.ts';
import type { After, Alerts, RecordingBook } from './ports.ts';
import { RecordingTap, type AudioFile } from './recording-tap.ts';

/** Where recordings are kept. */
export interface RecordingShelf {
  pathFor(attemptId: string, startedAt: Instant): string;
  open(path: string): Promise<AudioFile>;
}

export interface RecordCallDeps {
  readonly shelf: RecordingShelf;
  readonly book: RecordingBook;
  readonly alerts: Alerts;
  readonly after: After;
  readonly log: Logger;
  readonly windowMs: number;
  readonly outcomes: CounterMetric<{ readonly outcome: readonly ['complete', 'failed'] }>;
}

export interface CallRecording {
  readonly tap: RecordingTap;
  /** Seals the file and completes its row. Never throws: a recording's trouble is not the call's. */
  finish(endedAt: Instant): Promise<void>;
}

const bookTries = 5;
const bookPauseMs = 500;

/** Begins to record at the first frame; row and file come into being while sound already gathers in the window. */
export const makeRecordCall = (deps: RecordCallDeps) => {
  const pause = (ms: number): Promise<void> => new Promise((done) => void deps.after(ms, done));
  const insist = async (attemptId: string, write: () => Promise<unknown>): Promise<boolean> => {
    for (let tried = 1; ; tried++) {
      try {
        await write();
        return true;
      } catch (err) {
        if (tried >= bookTries) {
          // The file is whole and its row says `writing`: the repair completes it.
          deps.log.error({ err, attemptId }, 'recording row could not be written');
          return false;
        }
        await pause(bookPauseMs * tried);
      }
    }
  };
  const failed = async (attemptId: string, cause: unknown): Promise<void> => {
    deps.outcomes.inc({ outcome: 'failed' });
    deps.log.error({ err: cause, attemptId }, 'recording failed, call goes on');
    await insist(attemptId, () => deps.alerts.raise('recording_write_failed', attemptId));
  };

  return (attemptId: string, startedAt: Instant): CallRecording => {
    const path = deps.shelf.pathFor(attemptId, startedAt);
    const row = insist(attemptId, () => deps.book.open({ attemptId, path, channels: 2, startedAt }));
    const tap = new RecordingTap({
      startedAt,
      windowMs: deps.windowMs,
      open: () => deps.shelf.open(path),
      onFailure: (cause) => void failed(attemptId, cause),
    });
    const seal = async (endedAt: Instant): Promise<void> => {
      const end = await tap.finish(endedAt);
      await row;
      if (end.kind === 'failed') {
        await insist(attemptId, () => deps.book.missing(attemptId));
        return;
      }
      if (await insist(attemptId, () => deps.book.complete({ attemptId, ...end.file, endedAt }))) {
        deps.outcomes.inc({ outcome: 'complete' });
        deps.log.info({ attemptId, durationMs: end.file.durationMs }, 'recording complete');
      }
    };
    let sealed: Promise<void> | null = null;
    return { tap, finish: (endedAt) => (sealed ??= seal(endedAt)) };
  };
};
