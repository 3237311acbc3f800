import { bracketPairs } from './brackets.ts';
import { isPhonePlaceholder } from './cell-text.ts';

const mayNeedSplit = /[/、;,|&\n或 ]/;
const separatorOrBracket = /[([{【/、;,|&\n或]| (?:or|and) /gi;
const bracket = /[([{【]/;
const leastDigitsOfPiece = 7;

const countDigits = (text: string): number => text.replace(/\D/g, '').length;

function cutAtSeparators(text: string): string[] {
  const pairs = bracketPairs(text);
  const pieces: string[] = [];
  let start = 0;
  separatorOrBracket.lastIndex = 0;
  for (let hit = separatorOrBracket.exec(text); hit !== null; hit = separatorOrBracket.exec(text)) {
    const close = pairs.get(hit.index);
    if (close !== undefined) separatorOrBracket.lastIndex = close + 1;
    else if (!bracket.test(hit[0])) {
      pieces.push(text.slice(start, hit.index));
      start = hit.index + hit[0].length;
    }
  }
  pieces.push(text.slice(start));

  return pieces;
}

function cutAtSpaces(fragment: string): string[] {
  if (!fragment.includes(' ')) return [fragment];
  const pieces = fragment.split(' ').filter((piece) => piece !== '');

  return pieces.length > 1 && pieces.every((piece) => countDigits(piece) >= leastDigitsOfPiece) ? pieces : [fragment];
}

/** The numbers written in one cell, each still as text (P2). */
export function splitPhoneCell(text: string): string[] {
  if (!mayNeedSplit.test(text)) return text === '' || isPhonePlaceholder(text) ? [] : [text];

  return cutAtSeparators(text)
    .map((piece) => piece.trim())
    .flatMap(cutAtSpaces)
    .filter((piece) => piece !== '' && !isPhonePlaceholder(piece));
}
