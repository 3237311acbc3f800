import { maxCellChars } from '../../domain/placement/cell-text.ts';
import { UnreadableFile } from '../import-file.ts';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
// A spreadsheet has at most 16,384 columns; the one more tells that a record has too many.
const keptCells = 16_385;
const mostRecordChars = 16 * 1024 * 1024;
// One more than a cell may have, so that the row can be refused without holding all of it.
const keptChars = maxCellChars + 1;

type State = 'field-start' | 'plain' | 'quoted' | 'quote-seen';

/** RFC 4180 records out of text that arrives in pieces. A stray quote inside a plain field is text. */
export class RecordReader {
  readonly #delimiter: number;
  readonly #emit: (cells: string[]) => void;
  #state: State = 'field-start';
  #cells: string[] = [];
  #field = '';
  #recordChars = 0;
  #skipLineFeed = false;
  /** Whether the last record ended with a line break. */
  #terminated = true;

  constructor(delimiter: string, emit: (cells: string[]) => void) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#emit = emit;
  }

  push(text: string): void {
    const end = text.length;
    let at = 0;
    while (at < end) {
      switch (this.#state) {
        case 'quoted': {
          const close = text.indexOf('"', at);
          this.#append(text, at, close === -1 ? end : close);
          at = close === -1 ? end : close + 1;
          if (close !== -1) this.#state = 'quote-seen';
          break;
        }
        case 'quote-seen': {
          if (text.charCodeAt(at) === quote) {
            this.#append('"', 0, 1);
            this.#state = 'quoted';
            at += 1;
          } else this.#state = 'plain';
          break;
        }
        case 'field-start': {
          const code = text.charCodeAt(at);
          if (this.#skipLineFeed) {
            this.#skipLineFeed = false;
            if (code === lineFeed) {
              at += 1;
              break;
            }
          }
          this.#terminated = false;
          if (code === quote) {
            this.#state = 'quoted';
            at += 1;
          } else this.#state = 'plain';
          break;
        }
        case 'plain': {
          at = this.#readPlain(text, at, end);
          break;
        }
      }
    }
  }

  /** What was left at the end of the file. */
  finish(): { openQuote: boolean; terminated: boolean } {
    const openQuote = this.#state === 'quoted';
    const terminated = this.#terminated;
    if (!terminated && !openQuote) this.#endRecord();

    return { openQuote, terminated };
  }

  #readPlain(text: string, from: number, end: number): number {
    for (let at = from; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code !== this.#delimiter && code !== lineFeed && code !== carriageReturn) continue;
      this.#append(text, from, at);
      if (code === this.#delimiter) this.#endField();
      else {
        this.#endRecord();
        this.#skipLineFeed = code === carriageReturn;
      }

      return at + 1;
    }
    this.#append(text, from, end);

    return end;
  }

  #append(text: string, from: number, to: number): void {
    if (to <= from) return;
    const room = keptChars - this.#field.length;
    if (room <= 0) return;
    const kept = Math.min(to - from, room);
    this.#recordChars += kept;
    if (this.#recordChars > mostRecordChars) {
      throw new UnreadableFile({ code: 'corrupt_file', detail: 'record_too_long' });
    }
    this.#field += text.slice(from, from + kept);
  }

  #endField(): void {
    if (this.#cells.length < keptCells) this.#cells.push(this.#field);
    this.#field = '';
    this.#state = 'field-start';
  }

  #endRecord(): void {
    this.#endField();
    const cells = this.#cells;
    this.#cells = [];
    this.#recordChars = 0;
    this.#terminated = true;
    this.#emit(cells);
  }
}
