import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const idPattern = /^`?([A-Z]+-?\d+[a-z]?)`?$/;

/** `ATT-4` is of the family `ATT-`, `S03` of `S`: the letters and the dash if there is one. */
export const familyOf = (id: string): string => /^[A-Z]+-?/.exec(id)?.[0] ?? id;

/** The ids in the first column of the tables of a markdown file. */
export function idsInTables(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('|'))
    .flatMap((line) => {
      const first = line.split('|')[1]?.trim().replaceAll('**', '') ?? '';
      const id = idPattern.exec(first)?.[1];
      return id === undefined ? [] : [id];
    });
}

export interface TitledId {
  readonly id: string;
  readonly file: string;
}

function specFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === 'fixtures' ? [] : specFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Every id that a string in the tests begins with: `'[R8] …'`, also `[R8][S10] …` and rows of tables. */
export function idsInTitles(directory: string): TitledId[] {
  return specFiles(directory).flatMap((file) => {
    const titles = readFileSync(file, 'utf8').matchAll(/['"`]((?:\[[A-Z]+-?\d+[a-z]?\]\s*)+)/g);
    return [...titles].flatMap(([, ids]) =>
      [...(ids ?? '').matchAll(/\[([^\]]+)\]/g)].map(([, id]) => ({ id: id ?? '', file })),
    );
  });
}
