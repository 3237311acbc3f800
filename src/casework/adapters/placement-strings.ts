import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maxCellChars } from '../../domain/placement/cell-text.ts';
import type { Archive } from './placement-archive.ts';
import { readXml } from './placement-xml.ts';

// Texts up to this many characters stay in memory, the rest waits in a file of its own.
const charsInMemory = 24 * 1024 * 1024;
const keptChars = maxCellChars + 1;
const writeBytes = 1024 * 1024;
const firstOffsets = 4096;
// What a text costs beside its characters; an empty one costs that too.
const charsPerText = 16;

/** The workbook's shared texts by index. Bounded: beyond a size they spill to disk, eight bytes each in memory. */
export class SharedStrings {
  readonly #texts: string[] = [];
  #chars = 0;
  #spill: { folder: string; file: number } | null = null;
  #offsets = new Float64Array(firstOffsets);
  #spilled = 0;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #written = 0;

  add(text: string): void {
    if (this.#chars < charsInMemory) {
      this.#texts.push(text);
      this.#chars += text.length + charsPerText;

      return;
    }
    if (this.#spill === null) {
      const folder = mkdtempSync(join(tmpdir(), 'casedial-strings-'));
      this.#spill = { folder, file: openSync(join(folder, 'texts'), 'w+') };
    }
    const bytes = Buffer.from(text);
    if (this.#spilled + 2 > this.#offsets.length) {
      const grown = new Float64Array(this.#offsets.length * 2);
      grown.set(this.#offsets);
      this.#offsets = grown;
    }
    this.#spilled += 1;
    this.#offsets[this.#spilled] = (this.#offsets[this.#spilled - 1] ?? 0) + bytes.length;
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes >= writeBytes) this.#flush();
  }

  /** Null: the workbook has no such text. */
  get(index: number): string | null {
    const held = this.#texts[index];
    if (held !== undefined) return held;
    const at = index - this.#texts.length;
    if (this.#spill === null || !Number.isInteger(at) || at < 0 || at >= this.#spilled) {
      return null;
    }
    this.#flush();
    const start = this.#offsets[at] ?? 0;
    const bytes = Buffer.allocUnsafe((this.#offsets[at + 1] ?? start) - start);
    readSync(this.#spill.file, bytes, 0, bytes.length, start);

    return bytes.toString('utf8');
  }

  close(): void {
    if (this.#spill === null) return;
    closeSync(this.#spill.file);
    rmSync(this.#spill.folder, { recursive: true, force: true });
    this.#spill = null;
  }

  #flush(): void {
    if (this.#spill === null || this.#pendingBytes === 0) return;
    const bytes = Buffer.concat(this.#pending);
    writeSync(this.#spill.file, bytes, 0, bytes.length, this.#written);
    this.#written += bytes.length;
    this.#pending = [];
    this.#pendingBytes = 0;
  }
}

const escapedChar = /_x([0-9A-Fa-f]{4})_/g;
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** Spreadsheets write control characters as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(escapedChar, (whole, hex: string) => {
        const code = parseInt(hex, 16);

        return isSurrogate(code) ? whole : String.fromCharCode(code);
      })
    : text;

/** Collects the text of `<t>` runs, phonetic guides left out. */
export class RunText {
  #text = '';
  #inRun = false;
  #phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1;
    else if (name === 't') this.#inRun = this.#phonetic === 0;
  }

  add(text: string): void {
    if (this.#inRun && this.#text.length < keptChars) this.#text += text.slice(0, keptChars - this.#text.length);
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 't') this.#inRun = false;
  }

  take(): string {
    const text = unescapeText(this.#text);
    this.#text = '';

    return text;
  }
}

export async function readSharedStrings(archive: Archive, part: string | null): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (part === null) return strings;
  const run = new RunText();
  try {
    await readXml(archive.read(part), {
      open: (name) => run.open(name),
      text: (text) => run.add(text),
      close(name) {
        run.close(name);
        if (name === 'si') strings.add(run.take());
      },
    });
  } catch (error) {
    strings.close();
    throw error;
  }

  return strings;
}
