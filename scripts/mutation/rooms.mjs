/**
 * The rooms of the domain that are mutated by themselves: their mutants are judged by their own tests. Other tests reach
 * them too, by way of whole days and whole streets, which take seconds for each mutant and tell nothing more exactly.
 */
const ownRooms = [
  { name: 'pacing', tests: ['test/domain/pacing/**', 'test/domain/pacing.unit.spec.ts'] },
  { name: 'pacing-replay', tests: ['test/domain/pacing-replay/**'] },
  { name: 'answer-model', tests: ['test/domain/answer-model/**'] },
];
const domain = 'src/domain';
// The registers of area codes, towns and postcodes are copied facts, not rules.
const facts = `!${domain}/placement/data/**`;

/** Everything else: the rules proper, judged by every test that is no room's own. */
const rules = {
  name: 'rules',
  mutate: [`${domain}/**/*.ts`, ...ownRooms.map(({ name }) => `!${domain}/${name}/**`), facts],
  tests: ['test/domain/**/*.unit.spec.ts'],
  notTests: ownRooms.flatMap(({ tests }) => tests).filter((pattern) => pattern.endsWith('/**')),
};

export const rooms = [
  ...ownRooms.map(({ name, tests }) => ({ name, tests, notTests: [], mutate: [`${domain}/${name}/**/*.ts`] })),
  rules,
];

/** The room whose tests judge a file. */
export const roomOf = (path) => ownRooms.find(({ name }) => path.startsWith(`${domain}/${name}/`))?.name ?? rules.name;

/** Of one room, the files that a pattern chooses. */
export const chosenIn = (room, patterns) => {
  const chosen = patterns.filter((pattern) => roomOf(pattern) === room.name);
  return chosen.length > 0 ? [...chosen, facts] : [];
};
