import { maxCellChars } from '../../domain/placement/cell-text.ts';
import { columnName } from '../import-column-name.ts';
import type { ZipPart } from './zip-stream.ts';

export type SheetCell = string | number | null;

export interface Sheet {
  readonly name: string;
  readonly content: AsyncIterable<string>;
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
export const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const sheetHead = `${xmlHead}<worksheet xmlns="${main}"><sheetData>`;
export const sheetFoot = '</sheetData></worksheet>';

const unprintable = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]', 'g');
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeXml = (text: string): string =>
  text.replace(unprintable, '').replace(/[&<>"]/g, (char) => entities[char] ?? '');

const dateStyle = 1;
const isDay = (value: number): boolean => value > 20_000 && value < 80_000;

/** One row; a number is shown as a day where its column holds days. */
export function sheetRow(
  row: number,
  cells: readonly SheetCell[],
  isDate: (column: number) => boolean = () => false,
): string {
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

/** A workbook's parts, its sheets as streams. */
export async function* workbookParts(
  sheets: readonly Sheet[],
  opts: { readonly date1904?: boolean } = {},
): AsyncGenerator<ZipPart> {
  const each = (make: (at: number, name: string) => string): string =>
    sheets.map(({ name }, at) => make(at + 1, escapeXml(name))).join('');
  const date1904 = opts.date1904 === true ? ' date1904="1"' : '';
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
  for (const [at, { content }] of sheets.entries()) yield { name: `xl/worksheets/sheet${at + 1}.xml`, content };
}
