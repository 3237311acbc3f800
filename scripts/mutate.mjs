import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { byRoom, learn, unknownOf } from './mutation/ledger.mjs';
import { chosenIn, rooms } from './mutation/rooms.mjs';
import { percent, scoreOf, sumOf, tableOf } from './mutation/score.mjs';
import { checkNode, ensureDependencies } from './setup/dependencies.mjs';
import { root, runBin } from './setup/run.mjs';
import { reportAndExit, Stop } from './setup/say.mjs';

/**
 * `npm run mutate [-- files or folders of src/domain] [-- --force]`: mutants of the domain against its tests, a dozen files
 * at once. What was found is kept in docs/mutation-scores.json after each dozen; `--unknown` leaves out the files that it
 * knows as they are. `--score` runs nothing and adds up what is known; `--write` puts that into docs/mutation.md.
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

const filesOf = (patterns) => {
  const out = patterns.filter((pattern) => pattern.startsWith('!')).map(folderOf);
  return patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map(folderOf)
    .flatMap((path) =>
      path.endsWith('.ts') ? [path] : readdirSync(path, { recursive: true }).map((name) => `${path}/${name}`),
    )
    .filter((file) => file.endsWith('.ts') && !out.some((folder) => file.startsWith(`${folder}/`)));
};

/** A dozen files at once: what was found is kept after each part, and the tests are not run dry for every file. */
function partsOf(files, size = 12) {
  return Array.from({ length: Math.ceil(files.length / size) }, (_, at) => files.slice(at * size, (at + 1) * size));
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

/** The score of the files that the ledger knows as they are; those it does not know are counted, not guessed. */
function judge(files, whole) {
  const unknown = unknownOf(files);
  const found = byRoom(files.filter((file) => !unknown.includes(file))).filter(({ files: own }) => own.length > 0);
  const total = sumOf(found.flatMap(({ files: own }) => own));
  const table = tableOf(found);
  const missing =
    unknown.length === 0 ? '' : `\n\nNot known as they are now: ${unknown.length} of ${files.length} files.`;
  process.stdout.write(`\n${table}${missing}\n\n${percent(scoreOf(total))} of ${total.killed + total.alive} mutants\n`);
  if (whole && scoreOf(total) < least) process.exitCode = 1;
  return `${table}${missing}`;
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
  const own = new Set(['--score', '--write', '--unknown']);
  const options = words.filter((word) => word.startsWith('--') && !own.has(word));
  const chosen = words.filter((word) => !word.startsWith('--')).map(patternOf);
  const whole = chosen.length === 0;
  const run = rooms.map((room) => ({ ...room, files: filesOf(whole ? room.mutate : chosenIn(room, chosen)) }));
  if (!words.includes('--score') && !words.includes('--write')) {
    for (const room of run) {
      const files = words.includes('--unknown') ? unknownOf(room.files) : room.files;
      for (const part of partsOf(files)) {
        await mutate(room, part, options);
        learn(part);
      }
    }
  }
  const table = judge(
    run.flatMap(({ files }) => files),
    whole,
  );
  if (words.includes('--write')) write(table);
}

main().catch(reportAndExit);
