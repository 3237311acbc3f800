import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { filesIn } from './score.mjs';
import { rooms, roomOf } from './rooms.mjs';

/**
 * What is known of each file: the hash of the text that was mutated, and how many of its mutants are killed and alive. Kept
 * in git, so that a whole run may be made in parts, on more than one machine and day. A file that has changed since is
 * unknown again.
 */
const page = 'docs/mutation-scores.json';

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

export const readLedger = () => (existsSync(page) ? JSON.parse(readFileSync(page, 'utf8')) : {});

const pathOf = (file) => file.replace(/^src\/domain\//, '').replace(/\.ts$/, '');

/**
 * Takes over what the reports of this machine know of files that have not changed since they were mutated. Files of a run
 * that no report names have nothing to mutate: they are types.
 */
export function learn(run = []) {
  const known = readLedger();
  const all = rooms.flatMap(({ name }) => filesIn(`.data/mutation/${name}/report.json`));
  const named = new Set(all.map(({ path }) => path));
  for (const file of run.filter((one) => !named.has(pathOf(one))))
    known[pathOf(file)] = { source: hashOf(readFileSync(file)), killed: 0, alive: 0, timeouts: 0, once: 0 };
  for (const { path, source, ...counts } of all) {
    const file = `src/domain/${path}.ts`;
    const unchanged = existsSync(file) && hashOf(readFileSync(file)) === hashOf(source);
    if (unchanged) known[path] = { source: hashOf(source), ...counts };
  }
  const there = Object.entries(known).filter(([path]) => existsSync(`src/domain/${path}.ts`));
  const sorted = Object.fromEntries(there.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  // A line for each file, so that a difference can be read.
  const lines = Object.entries(sorted).map(
    ([path, counts]) => `  ${JSON.stringify(path)}: ${JSON.stringify(counts, null, 1).replaceAll(/\n */g, ' ')}`,
  );
  writeFileSync(page, `{\n${lines.join(',\n')}\n}\n`);
  return sorted;
}

/** Of these files of the domain, those that the ledger does not know as they are now. */
export const unknownOf = (files, known = readLedger()) =>
  files.filter((file) => known[pathOf(file)]?.source !== hashOf(readFileSync(file)));

/** The counts of the given files, room by room, as the ledger knows them. */
export const byRoom = (files, known = readLedger()) =>
  rooms.map(({ name }) => ({
    name,
    files: files
      .filter((file) => roomOf(file) === name)
      .map(pathOf)
      .flatMap((path) => (known[path] ? [{ path, ...known[path] }] : [])),
  }));
