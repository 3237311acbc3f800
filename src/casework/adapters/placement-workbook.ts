import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { posix } from 'node:path';
import { headerSearchRows, headerTexts, type IsHeaderRow } from '../../domain/placement/find-header.ts';
import type { DateSystem } from '../../domain/placement/parse-date.ts';
import { UnreadableFile, type FileRow, type FileTable, type InspectedFile, type RowBatch } from '../import-file.ts';
import { openArchive, type Archive } from './placement-archive.ts';
import { MergeFiller, readShape, type SheetShape } from './placement-merges.ts';
import { sheetRows } from './placement-sheet.ts';
import { readSharedStrings, type SharedStrings } from './placement-strings.ts';
import { readXml } from './placement-xml.ts';

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly strings: string | null;
  readonly dateSystem: DateSystem;
}

const rowsPerBatch = 500;
// A kept row's key has room for 1,024 tables (see rowKeyOf).
const mostSheets = 1000;

async function readRelations(archive: Archive, part: string): Promise<Map<string, { type: string; part: string }>> {
  const relations = new Map<string, { type: string; part: string }>();
  const folder = posix.dirname(part);
  const list = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!archive.has(list)) return relations;
  await readXml(archive.read(list), {
    open(name, { Id, Type, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { type: (Type ?? '').split('/').at(-1) ?? '', part: target });
    },
  });

  return relations;
}

async function readWorkbook(archive: Archive): Promise<Workbook> {
  const part = 'xl/workbook.xml';
  if (!archive.has(part)) throw new UnreadableFile({ code: 'unsupported_format', detail: 'not_a_spreadsheet' });
  const relations = await readRelations(archive, part);
  const sheets: { name: string; part: string }[] = [];
  let dateSystem: DateSystem = 1900;
  await readXml(archive.read(part), {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes['date1904'] ?? '')) dateSystem = 1904;
      if (name !== 'sheet') return;
      const id = Object.keys(attributes).find((key) => key === 'id' || key.endsWith(':id'));
      const relation = relations.get(attributes[id ?? ''] ?? '');
      if (relation?.type !== 'worksheet') return;
      if (sheets.length === mostSheets) throw new UnreadableFile({ code: 'unsafe_archive', detail: 'too_many_sheets' });
      sheets.push({ name: attributes['name'] ?? '', part: relation.part });
    },
  });
  const strings = [...relations.values()].find((relation) => relation.type === 'sharedStrings');

  return { sheets, strings: strings?.part ?? null, dateSystem };
}

/** Every row from the first on, gaps included, merges filled in. */
async function* filledRows(
  archive: Archive,
  part: string,
  strings: SharedStrings,
  shape: SheetShape,
): AsyncGenerator<FileRow[]> {
  const filler = new MergeFiller(shape.merges);
  let done = 0;
  let batch: FileRow[] = [];
  for await (const rows of sheetRows(archive.read(part), strings)) {
    for (const row of rows) {
      for (let gap = done + 1; gap < row.row; gap += 1) {
        batch.push(filler.fill({ row: gap, cells: [] }));
        if (batch.length < rowsPerBatch) continue;
        yield batch;
        batch = [];
      }
      batch.push(filler.fill(row));
      done = row.row;
    }
    if (batch.length > 0) yield batch;
    batch = [];
  }
}

interface OpenWorkbook {
  readonly archive: Archive;
  readonly workbook: Workbook;
  readonly strings: SharedStrings;
}

async function withWorkbook(path: string): Promise<OpenWorkbook> {
  const archive = await openArchive(path);
  try {
    const workbook = await readWorkbook(archive);

    return { archive, workbook, strings: await readSharedStrings(archive, workbook.strings) };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function findTable(
  { archive, strings }: OpenWorkbook,
  sheet: { name: string; part: string },
  shape: SheetShape,
  isHeaderRow: IsHeaderRow,
): Promise<FileTable | null> {
  for await (const rows of filledRows(archive, sheet.part, strings, shape)) {
    for (const { row, cells } of rows) {
      if (row > headerSearchRows) return null;
      if (!isHeaderRow(cells)) continue;
      const { hiddenColumns, hiddenRows } = shape;

      return { sheet: sheet.name, headerRow: row, headers: headerTexts(cells), hiddenColumns, hiddenRows };
    }
  }

  return null;
}

async function sha256Of(path: string): Promise<{ sha256: string; byteSize: number }> {
  const hash = createHash('sha256');
  let byteSize = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    byteSize += chunk.length;
  }

  return { sha256: hash.digest('hex'), byteSize };
}

export async function inspectWorkbook(path: string, isHeaderRow: IsHeaderRow): Promise<InspectedFile> {
  const open = await withWorkbook(path);
  try {
    const tables: FileTable[] = [];
    let totalRows = 0;
    for (const sheet of open.workbook.sheets) {
      const shape = await readShape(open.archive.read(sheet.part));
      const table = await findTable(open, sheet, shape, isHeaderRow);
      if (table === null) continue;
      // Read to its end, so that damage far down is told before the first row is imported.
      for await (const _ of sheetRows(open.archive.read(sheet.part), open.strings)) continue;
      tables.push(table);
      totalRows += Math.max(0, shape.lastRow - table.headerRow);
    }
    if (tables.length === 0) throw new UnreadableFile({ code: 'no_header', detail: 'none' });

    return {
      format: { type: 'xlsx', dateSystem: open.workbook.dateSystem },
      tables,
      totalRows,
      ...(await sha256Of(path)),
    };
  } finally {
    open.strings.close();
    open.archive.close();
  }
}

export async function* workbookRows(path: string, tables: readonly FileTable[]): AsyncGenerator<RowBatch> {
  const open = await withWorkbook(path);
  try {
    for (const [index, table] of tables.entries()) {
      const sheet = open.workbook.sheets.find(({ name }) => name === table.sheet);
      if (sheet === undefined) throw new UnreadableFile({ code: 'corrupt_file', detail: 'damaged' });
      const shape = await readShape(open.archive.read(sheet.part));
      for await (const batch of filledRows(open.archive, sheet.part, open.strings, shape)) {
        const rows = batch.filter(({ row }) => row > table.headerRow);
        if (rows.length > 0) yield { table: index, rows };
      }
    }
  } finally {
    open.strings.close();
    open.archive.close();
  }
}
