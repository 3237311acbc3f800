/** A cell as the file holds it: text, a number, an error value or formula without a result, or nothing. */
export interface ErrorCell {
  readonly error: string;
}
export type RawCell = string | number | ErrorCell | null;

/** A cell after cleaning. `text` is '' for a blank cell; `number` is set when the file held a number. */
export interface CleanCell {
  readonly text: string;
  readonly number: number | null;
}

/** A row's clean texts, and where the file held numbers, those; one object a row instead of one a cell. */
export interface CleanRow {
  readonly texts: readonly string[];
  readonly numbers: readonly (number | undefined)[];
}

export const textAt = (row: CleanRow, column: number): string => row.texts[column] ?? '';
export const cellAt = (row: CleanRow, column: number): CleanCell => ({
  text: row.texts[column] ?? '',
  number: row.numbers[column] ?? null,
});

/** What cleaning noticed about a row, gathered over its cells. */
export interface CellFindings {
  error: boolean;
  controlChars: boolean;
  tooLong: boolean;
}

// The longest text an Excel cell can hold.
export const maxCellChars = 32_767;

const simpleText = /^[\x21-\x7e\u4e00-\u9fff]+$/;
const needsCompose = /[^\x20-\x7e\u4e00-\u9fff\n]/;
const carriageReturns = /\r\n?/g;
// eslint's no-control-regex would object to literal ranges; these are the characters the rule is about.
const controlChars = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]', 'g');
const invisibleMarks = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const dashes = /[\u2010-\u2015\u2212\ufe58]/g;
const whiteRuns = /[^\S\n]+/g;
const wrappedFormula = /^="([^"]*)"$/;

const placeholders = new Set(
  '无 暂无 不详 未知 未提供 / - -- --- n/a na null nil none unknown néant inconnu'.split(' '),
);
const phonePlaceholders = new Set([...placeholders, '没有', '无电话', '空', '0', '.', '*']);
const longestPlaceholder = 7;

const isIn = (set: ReadonlySet<string>, text: string): boolean =>
  text.length <= longestPlaceholder && set.has(text.toLowerCase());

export const isPhonePlaceholder = (text: string): boolean => isIn(phonePlaceholders, text);

/** Text as section "Cell text" of docs/import.md says, without the placeholder rule. */
export function cleanText(raw: string, findings: CellFindings): string {
  let text = raw;
  if (needsCompose.test(text)) {
    text = text.normalize('NFKC').replace(carriageReturns, '\n');
    const visible = text.replace(controlChars, '');
    if (visible.length !== text.length) findings.controlChars = true;
    text = visible.replace(invisibleMarks, '').replace(dashes, '-');
  }
  text = text.replace(whiteRuns, ' ').trim();
  if (text.startsWith("'")) text = text.slice(1);
  const wrapped = wrappedFormula.exec(text);
  if (wrapped !== null) text = wrapped[1] ?? '';

  return text.trim();
}

function cleanOne(raw: string, findings: CellFindings): string {
  if (raw === '') return raw;
  if (raw.length > maxCellChars) {
    findings.tooLong = true;
    return raw.slice(0, maxCellChars);
  }
  const code = raw.charCodeAt(0);
  // 0x27 is an apostrophe and 0x3d an equals sign: the two that T5 may strip.
  const text = code !== 0x27 && code !== 0x3d && simpleText.test(raw) ? raw : cleanText(raw, findings);

  return isIn(placeholders, text) ? '' : text;
}

export function cleanRow(cells: readonly RawCell[], findings: CellFindings): CleanRow {
  const texts: string[] = [];
  const numbers: (number | undefined)[] = [];
  for (const [at, raw] of cells.entries()) {
    if (typeof raw === 'string') texts.push(cleanOne(raw, findings));
    else if (typeof raw === 'number') {
      texts.push(String(raw));
      numbers[at] = raw;
    } else {
      if (raw !== null) findings.error = true;
      texts.push('');
    }
  }

  return { texts, numbers };
}

export const isScientific = (text: string): boolean => /^[+-]?\d+(?:\.\d*)?e[+-]?\d+$/i.test(text);
