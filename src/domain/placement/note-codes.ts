import type { NoteCode } from './codes.ts';

// In this order; the first that is found in a note is its code (P13).
const meanings: readonly (readonly [NoteCode, RegExp])[] = [
  ['vacant', /空号|\b(?:disconnected|not in service|NIS)\b/i],
  ['suspended', /停机|欠费/],
  ['powered_off', /关机/],
  ['no_such_person', /查无此人|无此人|错号|打错|\bwrong (?:number|person)\b/i],
  ['resigned', /辞职|离职|\b(?:no longer (?:employed|works)|left company|quit)\b/i],
  ['moved', /搬迁|搬走|已搬|\bmoved\b/i],
  ['number_changed', /改号|换号|\bchanged number\b/i],
  ['do_not_call', /勿扰|勿打|不要再打|\b(?:DNC|do not call)\b/i],
];

export const codeOfNote = (note: string): NoteCode | null =>
  meanings.find(([, pattern]) => pattern.test(note))?.[0] ?? null;

/** Distinct codes of a number's notes, in the order of the notes. */
export function codesOfNotes(notes: readonly string[]): NoteCode[] {
  if (notes.length === 0) return [];

  return [...new Set(notes.map(codeOfNote).filter((code) => code !== null))];
}
