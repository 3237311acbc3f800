import { bracketPairs } from './brackets.ts';
import { isScientific } from './cell-text.ts';
import type { NumberReason } from './codes.ts';

/** A fragment taken apart: the number as written, its extension and what else was said about it. */
export interface Fragment {
  readonly digits: string;
  /** Written with `+`. */
  readonly international: boolean;
  readonly extension: string;
  readonly notes: readonly string[];
}
export type FragmentRead =
  { readonly kind: 'read'; readonly fragment: Fragment } | { readonly kind: 'refused'; readonly because: NumberReason };

const plainNumber = /^\+?[\d -]+$/;
const letter = /\p{L}/u;
const marker = '(?:转分机|转接|转|分机|内线|#|(?<!\\p{Script=Latin})(?:extension|extn|ext|poste|x))[ .:=]*(\\d{1,6})';
const extensionAnywhere = new RegExp(`${marker}(?!\\d)`, 'iu');
const extensionAlone = new RegExp(`^\\s*${marker}\\s*$`, 'iu');
const noteEdges = /^[\s()[\]{}【】<>:;,.\-*'"]+|[\s()[\]{}【】<>:;,.\-*'"]+$/g;
const labels = new Set(
  '手机 电话 座机 固话 宅电 移动电话 联系电话 tel tél phone ph mobile mob cell home work h w c m p t'.split(' '),
);
const coreStart = /[\d+(]/;
const coreTrailing = /[\s\-:,.]+$/;
const lostDecimals = /^(\+?\d{7,})\.0+$/;
const chineseExtension = /^(|.*[+-])([2-8]\d{6,7}|\d{10,})-(\d{1,6})$/;
const mostDigitsInNote = 4;

const countDigits = (text: string): number => text.replace(/\D/g, '').length;

interface Placed {
  readonly at: number;
  readonly text: string;
}

interface Peeled {
  readonly rest: string;
  readonly extension: string;
  readonly notes: readonly Placed[];
}

/** Takes brackets with words and the first extension out; blanks hold their places so that notes keep their order. */
function peel(fragment: string): Peeled {
  const notes: Placed[] = [];
  let extension: Placed | null = null;
  let rest = fragment;
  let done = -1;
  for (const [at, close] of [...bracketPairs(fragment)].sort(([a], [b]) => a - b)) {
    if (at < done) continue;
    const inside = rest.slice(at + 1, close);
    const alone = extensionAlone.exec(inside);
    if (alone === null && !letter.test(inside)) continue;
    if (alone === null) notes.push({ at, text: inside });
    else extension ??= { at, text: alone[1] ?? '' };
    rest = rest.slice(0, at) + ' '.repeat(close + 1 - at) + rest.slice(close + 1);
    done = close;
  }
  const marked = extensionAnywhere.exec(rest);
  if (marked !== null) {
    if (extension === null || marked.index < extension.at) extension = { at: marked.index, text: marked[1] ?? '' };
    const end = marked.index + marked[0].length;
    rest = rest.slice(0, marked.index) + ' '.repeat(marked[0].length) + rest.slice(end);
  }

  return { rest, extension: extension?.text ?? '', notes };
}

function tidyNotes(notes: readonly Placed[]): string[] {
  return notes
    .toSorted((a, b) => a.at - b.at)
    .map((note) => note.text.replace(/ {2,}/g, ' ').replace(noteEdges, ''))
    .filter((note) => note !== '' && !labels.has(note.toLowerCase()));
}

function splitCore(rest: string): { lead: string; core: string; tail: Placed } {
  const start = rest.search(coreStart);
  if (start === -1) return { lead: rest, core: '', tail: { at: rest.length, text: '' } };
  const length = rest.slice(start).search(letter);
  const end = length === -1 ? rest.length : start + length;

  return {
    lead: rest.slice(0, start),
    core: rest.slice(start, end).replace(coreTrailing, '').trim(),
    tail: { at: end, text: rest.slice(end) },
  };
}

/** P3-P7. A fragment without digits is read too: the cell decides whom its note belongs to (P8). */
export function readFragment(text: string, country: string): FragmentRead {
  if (isScientific(text)) return { kind: 'refused', because: 'scientific_notation' };
  let extension = '';
  let notes: string[] = [];
  let core = text;
  if (!plainNumber.test(text)) {
    const peeled = peel(text);
    const parts = splitCore(peeled.rest);
    notes = tidyNotes([{ at: 0, text: parts.lead }, ...peeled.notes, parts.tail]);
    if (notes.some((note) => countDigits(note) > mostDigitsInNote)) {
      return { kind: 'refused', because: 'ambiguous_text' };
    }
    extension = peeled.extension;
    core = parts.core.replace(lostDecimals, '$1');
  }
  const international = core.replace(/[\s()[\]{}【】]/g, '').startsWith('+');
  if (country === 'CN' && extension === '' && core.includes('-')) {
    const bare = core.replace(/\s/g, '').replace(/[()[\]{}【】]/g, '-');
    const match = chineseExtension.exec(bare);
    if (match !== null) {
      extension = match[3] ?? '';
      core = `${match[1] ?? ''}${match[2] ?? ''}`;
    }
  }

  return { kind: 'read', fragment: { digits: core.replace(/\D/g, ''), international, extension, notes } };
}
