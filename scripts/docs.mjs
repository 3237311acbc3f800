import { fileURLToPath } from 'node:url';
import { checkNode, ensureDependencies } from './setup/dependencies.mjs';
import { root, run } from './setup/run.mjs';
import { reportAndExit } from './setup/say.mjs';

/** `npm run docs`: writes the tables that are made from the code. */
process.chdir(fileURLToPath(root));

async function main() {
  checkNode();
  await ensureDependencies();
  const { code } = await run(process.execPath, ['--import', 'tsx', 'scripts/setup/write-tables.mjs'], { loud: true });
  process.exitCode = code;
}

main().catch(reportAndExit);
