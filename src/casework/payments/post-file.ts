import type { ReturnedLine } from '../../contract/payment.ts';
import {
  missingColumns,
  paymentColumns,
  readPaymentLine,
  type PaymentField,
} from '../../domain/payment/payment-row.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { UnreadableFile, type FileProblem, type PlacementFiles } from '../import-file.ts';
import type { PlacementStore } from '../import-ports.ts';
import type { PaymentFileBook } from './payment-books.ts';
import type { PaymentOrder, PostReply } from './post-payment.ts';

export interface PaymentUpload {
  readonly clientId: string;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
  readonly by: string;
}

export type PostFileReply =
  | { readonly kind: 'done'; readonly fileId: string }
  | { readonly kind: 'unreadable'; readonly problem: FileProblem }
  | { readonly kind: 'columns-missing'; readonly fields: readonly PaymentField[] }
  | { readonly kind: 'too-many-lines'; readonly lines: number; readonly most: number };

const mostBytes = 32 * 1024 ** 2;
/** Each line is a transaction of its own; more of them would outlast the request. */
const mostLines = 5_000;
/** Beyond these a file is wrong as a whole, and listing each line helps nobody. */
const keptReturned = 2_000;

interface Tally {
  posted: number;
  unchanged: number;
  rejected: number;
  readonly returned: ReturnedLine[];
}

/** A file of payments: every line is posted or comes back with its reasons; the same file again posts nothing twice. */
export function makePostFile(deps: {
  readonly files: PlacementFiles;
  readonly store: PlacementStore;
  readonly book: PaymentFileBook;
  readonly post: (order: PaymentOrder) => Promise<PostReply>;
  readonly clock: Clock;
}): (upload: PaymentUpload) => Promise<PostFileReply> {
  const { files, store, book, post, clock } = deps;

  async function postLines(
    path: string,
    file: Parameters<PlacementFiles['rows']>[1],
    from: { readonly clientId: string; readonly fileId: string; readonly by: string },
  ): Promise<Tally> {
    const tally: Tally = { posted: 0, unchanged: 0, rejected: 0, returned: [] };
    const giveBack = (line: ReturnedLine): void => {
      tally.rejected += 1;
      if (tally.returned.length < keptReturned) tally.returned.push(line);
    };
    const dateSystem = file.format.type === 'xlsx' ? file.format.dateSystem : 1900;
    for await (const batch of files.rows(path, file)) {
      const headers = file.tables[batch.table]?.headers ?? [];
      const columns = paymentColumns(headers);
      for (const { row, cells } of batch.rows) {
        const read = readPaymentLine(cells, columns, { headers, dateSystem });
        if (read.kind === 'blank') continue;
        if (read.kind === 'rejected') {
          giveBack({ row, caseRef: read.caseRef, externalRef: read.externalRef, reasons: [...read.reasons] });
          continue;
        }
        const reply = await post({ ...read.line, ...from, source: 'file' });
        if (reply.kind === 'refused') {
          const { caseRef, externalRef } = read.line;
          giveBack({ row, caseRef, externalRef, reasons: reply.problems.map(({ field, rule }) => `${field}:${rule}`) });
        } else tally[reply.kind] += 1;
      }
    }
    return tally;
  }

  return async ({ clientId, fileName, bytes, by }) => {
    const fileId = newId();
    const kept = await store.keep(fileId, bytes, mostBytes);
    if (kept === 'too-large') return { kind: 'unreadable', problem: { code: 'file_too_large', detail: 'none' } };
    try {
      const inspected = await files.inspect(kept.path);
      if (inspected.kind === 'refused') return { kind: 'unreadable', problem: inspected.problem };
      const { file } = inspected;
      const fields = file.tables.flatMap(({ headers }) => missingColumns(paymentColumns(headers)));
      if (fields.length > 0) return { kind: 'columns-missing', fields: [...new Set(fields)] };
      if (file.totalRows > mostLines) return { kind: 'too-many-lines', lines: file.totalRows, most: mostLines };
      await book.open({ id: fileId, clientId, fileName, sha256: file.sha256, by, at: clock() });
      await book.close(fileId, await postLines(kept.path, file, { clientId, fileId, by }));
      return { kind: 'done', fileId };
    } catch (error) {
      if (error instanceof UnreadableFile) return { kind: 'unreadable', problem: error.problem };
      throw error;
    } finally {
      await store.drop(kept.path);
    }
  };
}
