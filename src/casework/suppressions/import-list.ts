import type { SuppressionImport } from '../../contract/suppression.ts';
import { maskNumber } from '../../domain/mask.ts';
import {
  readSuppressionLine,
  suppressionColumns,
  type RowFault,
  type SuppressionLine,
} from '../../domain/suppression-row.ts';
import { localDate } from '../../domain/zoned-time.ts';
import type { LocalDate } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { UnreadableFile, type FileProblem, type InspectedFile, type PlacementFiles } from '../import-file.ts';
import type { PlacementStore } from '../import-ports.ts';
import type { AuditTrail, RingingCalls } from '../ports.ts';
import type { KeptImport, SuppressionBook, SuppressionEntry } from './suppression-book.ts';
import { endOf, silence, type HouseNumbers } from './suppression-desk.ts';

export interface ListUpload {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
  readonly source: string;
  readonly reason: string;
  readonly expiresOn: LocalDate | null;
  readonly by: string;
}

export type PreviewReply =
  | { readonly kind: 'previewed'; readonly preview: SuppressionImport }
  | { readonly kind: 'unreadable'; readonly problem: FileProblem }
  | { readonly kind: 'no-number-column' };

export type ConfirmReply =
  { readonly kind: 'done'; readonly outcome: SuppressionImport } | { readonly kind: 'unknown' | 'gone' };

const mostBytes = 64 * 1024 ** 2;
const atOnce = 2_000;
const keptFaults = 200;
const keptSample = 20;
const forgottenAfterMs = 24 * 3_600_000;

interface ReadRow {
  readonly row: number;
  readonly line: SuppressionLine;
}
interface Part {
  readonly lines: readonly ReadRow[];
  readonly faults: readonly (RowFault & { readonly row: number })[];
  readonly rows: number;
}

/**
 * Lists of numbers as files. Looking at one and taking it over read the same rows by the same rules, part by part, so a list
 * of any length needs the memory of one part and of its numbers.
 */
export function makeListImport(deps: {
  readonly files: PlacementFiles;
  readonly store: PlacementStore;
  readonly pathOf: (id: string) => string;
  readonly book: SuppressionBook;
  readonly house: () => Promise<HouseNumbers>;
  readonly ringing: RingingCalls;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}) {
  const { files, store, book, clock } = deps;

  async function* parts(path: string, file: InspectedFile, house: HouseNumbers): AsyncGenerator<Part> {
    const dateSystem = file.format.type === 'xlsx' ? file.format.dateSystem : 1900;
    const today = localDate(clock(), house.zone);
    for await (const batch of files.rows(path, file)) {
      const headers = file.tables[batch.table]?.headers ?? [];
      const columns = suppressionColumns(headers);
      const lines: ReadRow[] = [];
      const faults: (RowFault & { row: number })[] = [];
      let rows = 0;
      for (const { row, cells } of batch.rows) {
        const read = readSuppressionLine(cells, columns, { headers, dateSystem, today, ...house });
        if (read.kind === 'blank') continue;
        rows += 1;
        if (read.kind === 'line') lines.push({ row, line: read.line });
        else faults.push(...read.faults.map((each) => ({ ...each, row })));
      }
      for (let from = 0; from === 0 || from < lines.length; from += atOnce) {
        const first = from === 0;
        yield { lines: lines.slice(from, from + atOnce), faults: first ? faults : [], rows: first ? rows : 0 };
      }
    }
  }

  async function look(id: string, path: string, file: InspectedFile, upload: ListUpload): Promise<SuppressionImport> {
    const house = await deps.house();
    const tally = { rows: 0, fresh: 0, known: 0, cases: 0 };
    const sample: SuppressionImport['sample'] = [];
    const faults: SuppressionImport['faults'] = [];
    const rejected = new Set<number>();
    const seen = new Set<string>();
    for await (const part of parts(path, file, house)) {
      tally.rows += part.rows;
      for (const fault of part.faults) {
        rejected.add(fault.row);
        if (faults.length < keptFaults) faults.push({ ...fault });
      }
      const numbers = part.lines.map(({ line }) => line.e164);
      const standing = await book.standing(numbers, clock());
      const fresh = [...new Set(numbers)].filter((e164) => !standing.has(e164) && !seen.has(e164));
      fresh.forEach((e164) => seen.add(e164));
      tally.fresh += fresh.length;
      tally.known += numbers.length - fresh.length;
      tally.cases += await book.casesWith(fresh);
      for (const { row, line } of part.lines.slice(0, keptSample - sample.length)) {
        sample.push({
          row,
          numberMasked: maskNumber(line.e164),
          reason: line.reason || upload.reason,
          source: line.source || upload.source,
          expiresOn: line.expiresOn ?? upload.expiresOn,
        });
      }
    }
    const { fileName } = upload;
    return { id, fileName, status: 'previewed', ...tally, rejected: rejected.size, sample, faults, hungUp: 0 };
  }

  async function takeOver(kept: KeptImport, path: string, file: InspectedFile, by: string): Promise<SuppressionImport> {
    const house = await deps.house();
    const at = clock();
    let added = 0;
    let valid = 0;
    let hungUp = 0;
    for await (const part of parts(path, file, house)) {
      const entries: SuppressionEntry[] = part.lines.map(({ line }) => ({
        e164: line.e164,
        source: line.source || kept.source,
        reason: line.reason || kept.reason,
        expiresAt: endOf(line.expiresOn ?? kept.expiresOn, house.zone),
      }));
      const numbers = entries.map(({ e164 }) => e164);
      valid += entries.length;
      added += (await book.add(entries, { userId: by, at, importId: kept.id })).added;
      hungUp += await silence(numbers, { book, ringing: deps.ringing });
      await book.lookAgain(numbers, at);
    }
    return { ...kept.result, status: 'done', fresh: added, known: valid - added, hungUp };
  }

  return {
    async preview(upload: ListUpload): Promise<PreviewReply> {
      for (const id of await book.forgetImports(clock() - forgottenAfterMs)) await store.drop(deps.pathOf(id));
      const id = newId();
      const kept = await store.keep(id, upload.bytes, mostBytes);
      if (kept === 'too-large') return { kind: 'unreadable', problem: { code: 'file_too_large', detail: 'none' } };
      let stays = false;
      try {
        const inspected = await files.inspect(kept.path);
        if (inspected.kind === 'refused') return { kind: 'unreadable', problem: inspected.problem };
        const { file } = inspected;
        if (file.tables.every(({ headers }) => suppressionColumns(headers).number === undefined)) {
          return { kind: 'no-number-column' };
        }
        const preview = await look(id, kept.path, file, upload);
        const { fileName, source, reason, expiresOn, by } = upload;
        await book.keepImport(
          { id, fileName, status: 'previewed', source, reason, expiresOn, result: preview },
          { userId: by, at: clock(), sha256: file.sha256 },
        );
        stays = true;
        return { kind: 'previewed', preview };
      } catch (error) {
        if (error instanceof UnreadableFile) return { kind: 'unreadable', problem: error.problem };
        throw error;
      } finally {
        if (!stays) await store.drop(kept.path);
      }
    },
    /** `gone`: it was taken over already. Taking over the same rows twice adds nothing. */
    async confirm(id: string, by: string): Promise<ConfirmReply> {
      const kept = await book.findImport(id);
      if (kept === null) return { kind: 'unknown' };
      if (!(await book.takeImport(id, clock()))) return { kind: 'gone' };
      const path = deps.pathOf(id);
      const inspected = await files.inspect(path);
      if (inspected.kind === 'refused') return { kind: 'unknown' };
      const outcome = await takeOver(kept, path, inspected.file, by);
      await book.closeImport(id, outcome);
      await store.drop(path);
      const { fresh, known, rejected, hungUp } = outcome;
      await deps.audit.record({
        actorId: by,
        action: 'suppression.imported',
        subjectType: 'suppression-import',
        subjectId: id,
        detail: { source: kept.source, fresh, known, rejected, hungUp },
      });
      return { kind: 'done', outcome };
    },
  };
}
export type ListImport = ReturnType<typeof makeListImport>;
