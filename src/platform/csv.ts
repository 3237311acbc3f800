import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { parseQuery, route } from './http-problem.ts';

/** A spreadsheet runs what begins so; a quote in front makes it text again. A number with its plus is left alone. */
const runs = /^[=@\t\r]|^[+-](?!\d+$)/;

export type CsvCell = string | number | boolean | null;

const cell = (value: CsvCell): string => {
  const text = value === null ? '' : String(value);
  const safe = runs.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(cell).join(',')}\r\n`;

/** An instant as files have it. */
export const csvInstant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** A list as a file: what its columns are called, and its rows in parts as large as they are read. */
export interface CsvFile {
  /** Without the ending. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly parts: AsyncIterable<readonly (readonly CsvCell[])[]>;
}

/**
 * Door of a list as a CSV file, narrowed down as the list is. `note` is done before anything leaves the house: it writes
 * down who took what.
 */
export const csvDoor = <S extends z.ZodType>(given: {
  readonly query: S;
  readonly note: (filters: z.output<S>, res: Response) => Promise<void>;
  /** Refuses what cannot be asked for; nothing is read before it is noted. */
  readonly file: (filters: z.output<S>, res: Response) => CsvFile | Promise<CsvFile>;
}): RequestHandler =>
  route(async (req, res) => {
    const filters = parseQuery(given.query, req);
    const { name, heads, parts } = await given.file(filters, res);
    await given.note(filters, res);
    res.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
    });
    const lines = async function* (): AsyncGenerator<string> {
      // The mark at the beginning tells spreadsheets that it is UTF-8.
      yield `\ufeff${csvLine(heads)}`;
      for await (const part of parts) yield part.map(csvLine).join('');
    };
    await pipeline(Readable.from(lines()), res);
  });

/** A list that is read page by page as one that is read to its end. */
export async function* everyPage<R>(
  page: (cursor: string | undefined) => Promise<{ readonly rows: readonly R[]; readonly nextCursor: string | null }>,
): AsyncGenerator<readonly R[]> {
  let cursor: string | undefined;
  do {
    const { rows, nextCursor } = await page(cursor);
    yield rows;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}
