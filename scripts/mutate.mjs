import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureDependencies } from './setup/dependencies.mjs';
import { root, runBin } from './setup/run.mjs';
import { reportAndExit, Stop } from './setup/say.mjs';

/** `npm run mutate [-- files or folders of src/domain] [-- --force]`: mutants of the domain against its tests. */
process.chdir(fileURLToPath(root));

const domain = 'src/domain';

/** A file as it is, a folder with all below it; a name without its room is looked up in the domain. */
function patternOf(word) {
  const path = existsSync(word) ? word : `${domain}/${word}`;
  if (!existsSync(path)) throw new Stop(`There is no ${word}, nor ${path}.`);
  return statSync(path).isDirectory() ? `${path.replace(/\/$/, '')}/**/*.ts` : path;
}

async function main() {
  checkNode();
  await ensureDependencies();
  const words = process.argv.slice(2);
  const options = words.filter((word) => word.startsWith('--'));
  const patterns = words.filter((word) => !word.startsWith('--')).map(patternOf);
  const chosen = patterns.length > 0 ? [`--mutate=${[...patterns, `!${domain}/placement/data/**`].join(',')}`] : [];
  const { code } = await runBin('@stryker-mutator/core/bin/stryker.js', ['run', ...chosen, ...options], { loud: true });
  process.exitCode = code;
}

main().catch(reportAndExit);
