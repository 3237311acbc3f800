import { setImmediate as giveWay } from 'node:timers/promises';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { JudgeNumber } from '../domain/placement/judge-number.ts';
import { batchOf } from './import-batch.ts';
import { UnreadableFile, type ImportProblem, type PlacementFiles, type RowBatch } from './import-file.ts';
import type {
  PlacementBook,
  PlacementRecord,
  PlacementStore,
  PlacementWriter,
  PlacementWriting,
  TenantRules,
} from './import-ports.ts';
import { makeRowSorter, type SortedRow } from './import-rows.ts';
import { countRow, countWritten, type ImportTally } from './import-tally.ts';

export interface RunImportDeps {
  readonly book: PlacementBook;
  readonly writer: PlacementWriter;
  readonly files: PlacementFiles;
  readonly store: PlacementStore;
  readonly tenant: TenantRules;
  readonly makeJudge: (country: string, acceptsFiction: boolean) => JudgeNumber;
  readonly clock: Clock;
  readonly log: Logger;
}
export type RunEnding = 'done' | 'cancelled' | 'failed' | 'stopped' | 'not-mine';

/** `isLastTry`: nobody will ask again, so a failure of whatever kind has to show with the placement. */
export type RunImport = (placementId: string, signal: AbortSignal, isLastTry?: boolean) => Promise<RunEnding>;

const rowsPerTransaction = 1000;
// A thousand rows of the longest cells would not fit into memory.
const charsPerTransaction = 8 * 1024 * 1024;
// The process may carry live audio: no stretch of reading should come near the 20 ms of a frame.
const rowsAtOnce = 32;

const charsOf = ({ cells }: SortedRow): number =>
  cells.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0);

async function* sortedInSlices(
  batches: AsyncIterable<RowBatch>,
  sort: (batch: RowBatch) => Iterable<SortedRow>,
): AsyncGenerator<Iterable<SortedRow>> {
  for await (const { table, rows } of batches) {
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      yield sort({ table, rows: rows.slice(at, at + rowsAtOnce) });
      await giveWay();
    }
  }
}

/**
 * Carries one import to its end, from its checkpoint on. Rows before the checkpoint are read again (duplicates are
 * judged against them) and not written again, so that a crash at any instant costs time and nothing else.
 */
export function makeRunImport(deps: RunImportDeps): RunImport {
  const { book, clock, log } = deps;

  async function writeRows(
    record: PlacementRecord,
    writing: PlacementWriting,
    signal: AbortSignal,
  ): Promise<RunEnding> {
    const judge = deps.makeJudge(record.profile.defaultCountry, await deps.tenant.acceptsFiction());
    const sort = makeRowSorter({ file: record.file, mappings: record.mappings, profile: record.profile, judge });
    let tally: ImportTally = { ...writing.tally, runFrom: writing.checkpoint };
    let row = 0;
    let waiting: SortedRow[] = [];
    let waitingChars = 0;
    let underWay: Promise<boolean> = Promise.resolve(false);

    const write = async (rows: readonly SortedRow[], checkpoint: number, after: ImportTally): Promise<boolean> => {
      const { cancelAsked, ...written } = await writing.write(batchOf(rows), checkpoint, after);
      tally = countWritten(tally, written);

      return cancelAsked;
    };
    // One transaction is under way while the next one's rows are read.
    const flush = async (): Promise<boolean> => {
      if (await underWay) return true;
      underWay = write(waiting, row, tally);
      underWay.catch(() => undefined);
      waiting = [];
      waitingChars = 0;

      return false;
    };

    for await (const rows of sortedInSlices(deps.files.rows(record.storedPath, record.file), sort)) {
      for (const sorted of rows) {
        row += 1;
        if (row <= writing.checkpoint) continue;
        tally = countRow(tally, sorted);
        waiting.push(sorted);
        waitingChars += charsOf(sorted);
        const full = waiting.length >= rowsPerTransaction || waitingChars >= charsPerTransaction;
        if (full && (await flush())) return 'cancelled';
      }
      if (signal.aborted) {
        await underWay;

        return 'stopped';
      }
    }
    if (await flush()) return 'cancelled';

    return (await underWay) ? 'cancelled' : 'done';
  }

  async function end(record: PlacementRecord, ending: RunEnding): Promise<void> {
    if (ending === 'done') {
      await book.move(record.id, ['running'], 'done', { finishedAt: clock() });
      await deps.store.drop(record.storedPath);
    }
    if (ending === 'cancelled') await book.move(record.id, ['running'], 'cancelled', { finishedAt: clock() });
    log.info({ placementId: record.id, ending }, 'import ended');
  }

  /** Said while the placement is still ours to write, so that nobody who goes on with it is overtaken. */
  async function fail(placementId: string, problem: ImportProblem): Promise<void> {
    await book.move(placementId, ['running'], 'failed', { problem, finishedAt: clock() });
    log.warn({ placementId, because: problem.code }, 'import failed');
  }

  return async (placementId, signal, isLastTry = false) => {
    const writing = await deps.writer.open(placementId);
    if (writing === null) return 'not-mine';
    try {
      if (!(await book.move(placementId, ['queued', 'running'], 'running', { startedAt: clock(), problem: null }))) {
        return 'not-mine';
      }
      const record = await book.find(placementId);
      if (record === null) return 'not-mine';
      try {
        const ending = await writeRows(record, writing, signal);
        await end(record, ending);

        return ending;
      } catch (error) {
        if (error instanceof UnreadableFile) {
          await fail(placementId, error.problem);

          return 'failed';
        }
        if (isLastTry) await fail(placementId, { code: 'import_interrupted', detail: 'none' });
        throw error;
      }
    } finally {
      await writing.close();
    }
  };
}
