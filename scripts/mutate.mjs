import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chosenIn, rooms } from './mutation/rooms.mjs';
import { filesIn, percent, scoreOf, sumOf, tableOf } from './mutation/score.mjs';
import { checkNode, ensureDependencies } from './setup/dependencies.mjs';
import { root, runBin } from './setup/run.mjs';
import { reportAndExit, Stop } from './setup/say.mjs';

/**
 * `npm run mutate [-- files or folders of src/domain] [-- --force]`: mutants of the domain against its tests, room by room.
 * `--by-file` keeps what was found after each file, for a run that may be stopped. `--score` runs nothing and adds up what the
 * last runs found; `--write` puts that into docs/mutation.md.
 */
process.chdir(fileURLToPath(root));

const domain = 'src/domain';
const least = 0.85;
const page = 'docs/mutation.md';

/** A file as it is, a folder with all below it; a name without its room is looked up in the domain. */
function patternOf(word) {
  const path = existsSync(word) ? word : `${domain}/${word}`;
  if (!existsSync(path)) throw new Stop(`There is no ${word}, nor ${path}.`);
  return statSync(path).isDirectory() ? `${path.replace(/\/$/, '')}/**/*.ts` : path;
}

/** A pattern here is a file, or a folder with all below it; `!` leaves such a folder out. */
const folderOf = (pattern) => pattern.replace(/^!/, '').replace(/\/\*\*(\/\*\.ts)?$/, '');

/** Each file by itself, the short ones first. */
function partsOf(patterns) {
  const out = patterns.filter((pattern) => pattern.startsWith('!')).map(folderOf);
  const files = patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map(folderOf)
    .flatMap((path) =>
      path.endsWith('.ts') ? [path] : readdirSync(path, { recursive: true }).map((name) => `${path}/${name}`),
    )
    .filter((file) => file.endsWith('.ts') && !out.some((folder) => file.startsWith(`${folder}/`)));
  const size = (file) => statSync(file).size;
  return files.sort((one, other) => size(one) - size(other)).map((file) => [file]);
}

async function mutate(room, patterns, options) {
  process.stdout.write(`\n${room.name}: ${patterns.join(' ')}\n`);
  const { ok } = await runBin(
    '@stryker-mutator/core/bin/stryker.js',
    ['run', `--mutate=${patterns.join(',')}`, ...options],
    { loud: true, env: { MUTATION_ROOM: room.name } },
  );
  if (!ok) throw new Stop(`The run of ${room.name} did not come to its end.`);
}

/** All rooms are added up only when each of them was run whole; a chosen file is judged by itself. */
function judge(run, whole) {
  const found = run.map(({ name }) => ({ name, files: filesIn(`.data/mutation/${name}/report.json`) }));
  const missing = found.filter(({ files }) => files.length === 0);
  if (missing.length > 0) throw new Stop(`No report of ${missing.map(({ name }) => name).join(', ')} yet.`);
  const total = sumOf(found.flatMap(({ files }) => files));
  process.stdout.write(`\n${tableOf(found)}\n\n${percent(scoreOf(total))} of ${total.killed + total.alive} mutants\n`);
  if (whole && scoreOf(total) < least) process.exitCode = 1;
  return tableOf(found);
}

const marks = { from: '<!-- scores: npm run mutate -- --write -->\n', to: '\n<!-- end of scores -->' };

function write(table) {
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(marks.from);
  const after = rest?.split(marks.to)[1];
  if (after === undefined) throw new Stop(`${page} has no place for the scores.`);
  writeFileSync(page, `${before}${marks.from}\n${table}\n${marks.to}${after}`);
}

async function main() {
  checkNode();
  await ensureDependencies();
  const words = process.argv.slice(2);
  const own = new Set(['--score', '--write', '--by-file']);
  const options = words.filter((word) => word.startsWith('--') && !own.has(word));
  const chosen = words.filter((word) => !word.startsWith('--')).map(patternOf);
  const whole = chosen.length === 0;
  const run = rooms
    .map((room) => ({ ...room, patterns: whole ? room.mutate : chosenIn(room, chosen) }))
    .filter(({ patterns }) => patterns.length > 0);
  const readOnly = words.includes('--score') || words.includes('--write');
  const parts = (room) => (words.includes('--by-file') ? partsOf(room.patterns) : [room.patterns]);
  if (!readOnly) for (const room of run) for (const part of parts(room)) await mutate(room, part, options);
  const table = judge(run, whole);
  if (words.includes('--write')) write(table);
}

main().catch(reportAndExit);
