import type { RawCell } from '../../domain/placement/cell-text.ts';
import { UnreadableFile, type FileRow } from '../import-file.ts';
import { RunText, type SharedStrings, unescapeText } from './placement-strings.ts';
import { pieces, type XmlAttributes } from './placement-xml.ts';

const mostColumns = 16_384;
const mostRows = 1_048_576;
const keptValueChars = 32_768;

/** 0-based column of `AB12`. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~0x20;
    if (code < 0x41 || code > 0x5a) break;
    column = column * 26 + code - 0x40;
  }

  return column - 1;
}

const broken = (row: number): UnreadableFile => new UnreadableFile({ code: 'corrupt_file', detail: 'damaged', row });

interface OpenCell {
  readonly column: number;
  readonly type: string;
  value: string | null;
  hasFormula: boolean;
}

/** Turns a sheet's XML events into rows of raw cells. Styles, comments and links never come this way. */
class SheetReader {
  rows: FileRow[] = [];
  /** The row under way, or the last one: where the sheet broke off if it does. */
  get row(): number {
    return this.#row;
  }
  readonly #strings: SharedStrings;
  readonly #inline = new RunText();
  #row = 0;
  #cells: RawCell[] = [];
  #cell: OpenCell | null = null;
  #inValue = false;

  constructor(strings: SharedStrings) {
    this.#strings = strings;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#openValue();
    else if (name === 'row') this.#openRow(attributes);
    else if (this.#cell !== null) {
      if (name === 'f') this.#cell.hasFormula = true;
      else this.#inline.open(name);
    }
  }

  text(text: string): void {
    if (this.#cell === null) return;
    if (!this.#inValue) this.#inline.add(text);
    else {
      const value = this.#cell.value ?? '';
      this.#cell.value = value + text.slice(0, keptValueChars - value.length);
    }
  }

  close(name: string): void {
    if (name === 'c' && this.#cell !== null) {
      this.#cells[this.#cell.column] = this.#valueOf(this.#cell);
      this.#cell = null;
    } else if (name === 'v') this.#inValue = false;
    else if (name === 'row') this.rows.push({ row: this.#row, cells: Array.from(this.#cells, (cell) => cell ?? null) });
    else if (this.#cell !== null) this.#inline.close(name);
  }

  #openRow(attributes: XmlAttributes): void {
    const row = attributes['r'] === undefined ? this.#row + 1 : Number(attributes['r']);
    if (!(row > this.#row && row <= mostRows)) throw broken(this.#row);
    this.#row = row;
    this.#cells = [];
  }

  #openCell(attributes: XmlAttributes): void {
    const reference = attributes['r'];
    const column = reference === undefined ? this.#cells.length : columnOf(reference);
    if (column < 0 || column >= mostColumns) throw broken(this.#row);
    this.#cell = { column, type: attributes['t'] ?? 'n', value: null, hasFormula: false };
    this.#inline.take();
  }

  #openValue(): void {
    this.#inValue = this.#cell !== null;
    if (this.#cell !== null) this.#cell.value = '';
  }

  #valueOf(cell: OpenCell): RawCell {
    if (cell.type === 'inlineStr') return this.#inline.take();
    if (cell.value === null) return cell.hasFormula ? { error: 'formula without result' } : null;
    switch (cell.type) {
      case 's': {
        const text = this.#strings.get(Number(cell.value));
        if (text === null) throw broken(this.#row);

        return text;
      }
      case 'str':
        return unescapeText(cell.value);
      case 'e':
        return { error: cell.value };
      case 'b':
        return cell.value === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return cell.value;
      default: {
        if (cell.value.trim() === '') return cell.hasFormula ? { error: 'formula without result' } : null;
        const number = Number(cell.value);

        return Number.isFinite(number) ? number : cell.value;
      }
    }
  }
}

/** Rows as they stand in the sheet's XML, in batches; rows the sheet leaves out are not there. */
export async function* sheetRows(bytes: AsyncIterable<Buffer>, strings: SharedStrings): AsyncGenerator<FileRow[]> {
  const reader = new SheetReader(strings);
  try {
    for await (const _ of pieces(bytes, reader)) {
      if (reader.rows.length === 0) continue;
      yield reader.rows;
      reader.rows = [];
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile) || reader.row === 0) throw error;
    throw new UnreadableFile({ row: reader.row, ...error.problem }, error.cause);
  }
}
