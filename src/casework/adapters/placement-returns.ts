import { maxCellChars } from '../../domain/placement/cell-text.ts';
import { columnName } from '../import-column-name.ts';
import type { PlacementRecord } from '../import-ports.ts';
import { returnedHeader, type ReturnedCell, type ReturnedRow } from '../import-return.ts';
import { zipped, type ZipPart } from './zip-stream.ts';

const csvField = (cell: ReturnedCell, delimiter: string): string => {
  const text = cell === null ? '' : String(cell);

  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

async function* asDelimited(
  record: PlacementRecord,
  rows: AsyncIterable<ReturnedRow>,
  delimiter: string,
): AsyncGenerator<Buffer> {
  const line = (cells: readonly ReturnedCell[]): Buffer =>
    Buffer.from(`${cells.map((cell) => csvField(cell, delimiter)).join(delimiter)}\r\n`);
  const table = record.file.tables[0];
  yield Buffer.concat([Buffer.from('\ufeff'), line(table === undefined ? [] : returnedHeader(table))]);
  for await (const { cells } of rows) yield line(cells);
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const unprintable = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]', 'g');
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeXml = (text: string): string =>
  text.replace(unprintable, '').replace(/[&<>"]/g, (char) => entities[char] ?? '');

const dateStyle = 1;
const isDay = (value: number): boolean => value > 20_000 && value < 80_000;

function sheetRow(row: number, cells: readonly ReturnedCell[], isDate: (column: number) => boolean): string {
  const parts = cells.map((cell, column) => {
    const reference = `${columnName(column)}${row}`;
    if (cell === null) return '';
    if (typeof cell === 'string') {
      return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.slice(0, maxCellChars))}</t></is></c>`;
    }
    const style = isDate(column) && isDay(cell) ? ` s="${dateStyle}"` : '';

    return `<c r="${reference}"${style}><v>${cell}</v></c>`;
  });

  return `<row r="${row}">${parts.join('')}</row>`;
}

async function* sheetXml(
  record: PlacementRecord,
  at: number,
  rows: AsyncIterable<ReturnedRow>,
): AsyncGenerator<string> {
  const table = record.file.tables[at];
  const isDate = (column: number): boolean => /_date$/.test(record.mappings[at]?.[column] ?? '');
  yield `${xmlHead}<worksheet xmlns="${main}"><sheetData>`;
  let row = 1;
  yield sheetRow(row, table === undefined ? [] : returnedHeader(table), isDate);
  for await (const { table: of, cells } of rows) if (of === at) yield sheetRow((row += 1), cells, isDate);
  yield '</sheetData></worksheet>';
}

async function* workbookParts(
  record: PlacementRecord,
  rows: () => AsyncIterable<ReturnedRow>,
): AsyncGenerator<ZipPart> {
  const { tables, format } = record.file;
  const each = (make: (at: number, name: string) => string): string =>
    tables.map(({ sheet }, at) => make(at + 1, escapeXml(sheet ?? 'Sheet'))).join('');
  const date1904 = format.type === 'xlsx' && format.dateSystem === 1904 ? ' date1904="1"' : '';
  yield {
    name: '[Content_Types].xml',
    content: `${xmlHead}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetMl}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetMl}.styles+xml"/>${each((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${sheetMl}.worksheet+xml"/>`)}</Types>`,
  };
  yield {
    name: '_rels/.rels',
    content: `${xmlHead}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  };
  yield {
    name: 'xl/workbook.xml',
    content: `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr${date1904}/><sheets>${each((at, name) => `<sheet name="${name}" sheetId="${at}" r:id="rId${at}"/>`)}</sheets></workbook>`,
  };
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    content: `${xmlHead}<Relationships xmlns="${packageRelationships}">${each((at) => `<Relationship Id="rId${at}" Type="${relationships}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}<Relationship Id="rIdStyles" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
  };
  yield {
    name: 'xl/styles.xml',
    content: `${xmlHead}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const at of tables.keys())
    yield { name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(record, at, rows()) };
}

export interface ReturnFile {
  readonly contentType: string;
  readonly extension: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** The rejected rows as a file of the kind they came in: a workbook for a workbook, UTF-8 text for text. */
export function returnFile(record: PlacementRecord, rows: () => AsyncIterable<ReturnedRow>): ReturnFile {
  const { format } = record.file;
  if (format.type === 'xlsx') {
    return { contentType: `${sheetMl}.sheet`, extension: 'xlsx', bytes: zipped(workbookParts(record, rows)) };
  }
  const tab = format.delimiter === '\t';

  return {
    contentType: tab ? 'text/tab-separated-values; charset=utf-8' : 'text/csv; charset=utf-8',
    extension: tab ? 'tsv' : 'csv',
    bytes: asDelimited(record, rows(), format.delimiter),
  };
}
