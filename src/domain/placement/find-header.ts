import { cleanText, type CellFindings, type RawCell } from './cell-text.ts';
import { fieldOfHeader, isPhoneField, type Field } from './header-names.ts';

/** Field of each column, by 0-based index; null = not imported. */
export type Mapping = readonly (Field | null)[];

// A header further down than this is a file nobody can read without asking (R1).
export const headerSearchRows = 20;
const leastKnownHeaders = 5;

const ignored: CellFindings = { error: false, controlChars: false, tooLong: false };

const longestHeader = 200;
// Cutting may leave half a character, which no database takes.
const headerText = (text: string): string =>
  cleanText(text.slice(0, longestHeader).replace(/\p{Cs}/gu, ''), { ...ignored });

export const headerTexts = (cells: readonly RawCell[]): string[] =>
  cells.map((cell) => (typeof cell === 'string' ? headerText(cell) : ''));

/** A second column of the same meaning stays out, except phones: several columns may feed one class. */
export function mapHeaders(headers: readonly string[]): Mapping {
  const seen = new Set<Field>();

  return headers.map((header) => {
    const field = header === '' ? null : fieldOfHeader(header);
    if (field === null || (seen.has(field) && !isPhoneField(field))) return null;
    seen.add(field);

    return field;
  });
}

/** Whether a row names its columns; each kind of file knows its own names. */
export type IsHeaderRow = (cells: readonly RawCell[]) => boolean;

export const isHeaderRow: IsHeaderRow = (cells) =>
  headerTexts(cells).filter((header) => header !== '' && fieldOfHeader(header) !== null).length >= leastKnownHeaders;
