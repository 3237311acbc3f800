import { existsSync, readFileSync } from 'node:fs';

const killed = new Set(['Killed', 'Timeout']);
const alive = new Set(['Survived', 'NoCoverage']);

export const scoreOf = ({ killed, alive }) => (killed + alive === 0 ? 1 : killed / (killed + alive));
export const percent = (share) => `${(100 * share).toFixed(1)} %`;

/** Killed and alive mutants of each file that a room's report knows; those set up once per run count for nothing. */
export function filesIn(report) {
  if (!existsSync(report)) return [];
  return Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).map(([path, { source, mutants }]) => ({
    source,
    path: path.replace(/^src\/domain\//, '').replace(/\.ts$/, ''),
    killed: mutants.filter(({ status }) => killed.has(status)).length,
    alive: mutants.filter(({ status }) => alive.has(status)).length,
    timeouts: mutants.filter(({ status }) => status === 'Timeout').length,
    once: mutants.filter(({ status }) => status === 'Ignored').length,
  }));
}

export const sumOf = (files) =>
  files.reduce(
    (sum, file) => ({
      killed: sum.killed + file.killed,
      alive: sum.alive + file.alive,
      timeouts: sum.timeouts + file.timeouts,
      once: sum.once + file.once,
    }),
    { killed: 0, alive: 0, timeouts: 0, once: 0 },
  );

const row = (name, file) =>
  `| ${name} | ${file.killed + file.alive} | ${file.alive} | ${file.timeouts} | ${percent(scoreOf(file))} |`;

/** The table of docs/mutation.md: each room, all of it, and the files with the lowest scores. */
export function tableOf(rooms, lowest = 25) {
  const files = rooms.flatMap((room) => room.files).filter((file) => file.killed + file.alive > 0);
  const worst = files.toSorted((a, b) => scoreOf(a) - scoreOf(b)).slice(0, lowest);
  return [
    '| room | mutants | alive | by timeout | score |',
    '|---|---|---|---|---|',
    ...rooms.map(({ name, files: own }) => row(`\`${name}\``, sumOf(own))),
    row('**all of `src/domain`**', sumOf(files)),
    '',
    'The files with the lowest scores:',
    '',
    '| file | mutants | alive | by timeout | score |',
    '|---|---|---|---|---|',
    ...worst.map((file) => row(`\`${file.path}\``, file)),
  ].join('\n');
}
