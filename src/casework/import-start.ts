import { fieldsNeeded } from '../domain/placement/needed-fields.ts';
import { fingerprintOf, mappingsFit } from './import-inspect.ts';
import type { ClientBook, PlacementBook, PlacementRecord, Reading } from './import-ports.ts';

export interface ImportQueue {
  ask(placementId: string): Promise<void>;
}
export interface StartDeps {
  readonly book: PlacementBook;
  readonly clients: ClientBook;
  readonly queue: ImportQueue;
}
export type StartReply =
  | { readonly kind: 'queued' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'wrong-state'; readonly status: PlacementRecord['status'] }
  | { readonly kind: 'mapping-misfit'; readonly tables: number }
  | { readonly kind: 'fields-missing'; readonly fields: readonly string[] };

/** Confirms how the file is read, remembers it for the client's next file, and sets the import going or going again. */
export function makeStart(deps: StartDeps): (id: string, asked: Partial<Reading>) => Promise<StartReply> {
  const { book, clients, queue } = deps;

  return async (id, asked) => {
    const record = await book.find(id);
    if (record === null) return { kind: 'unknown' };
    // Once rows are in, the reading is fixed: half a file read one way and half another would be worse than a wrong one.
    const begun = record.checkpoint > 0;
    const reading: Reading = begun
      ? record
      : { mappings: asked.mappings ?? record.mappings, profile: asked.profile ?? record.profile };
    const { tables } = record.file;
    if (!mappingsFit(record.file, reading.mappings)) return { kind: 'mapping-misfit', tables: tables.length };
    const missing = new Set(reading.mappings.flatMap(fieldsNeeded));
    if (missing.size > 0) return { kind: 'fields-missing', fields: [...missing] };
    const change = { reading, problem: null, cancelAsked: false, finishedAt: null };
    if (!(await book.move(id, ['inspected', 'cancelled', 'failed'], 'queued', change))) {
      return { kind: 'wrong-state', status: record.status };
    }
    for (const [at, table] of tables.entries()) {
      const mapping = reading.mappings[at] ?? [];
      await clients.remember(record.clientId, fingerprintOf(table), { mapping, profile: reading.profile });
    }
    await queue.ask(id);

    return { kind: 'queued' };
  };
}

/** Asks a running import to stop at its next transaction; one that only waits in the queue ends at once. */
export function makeCancel({
  book,
}: {
  readonly book: PlacementBook;
}): (id: string) => Promise<'asked' | 'unknown' | 'wrong-state'> {
  return async (id) => {
    const record = await book.find(id);
    if (record === null) return 'unknown';
    if (record.status !== 'queued' && record.status !== 'running') return 'wrong-state';
    if (!(await book.move(id, ['queued'], 'cancelled'))) await book.askCancel(id);

    return 'asked';
  };
}
