import { fileURLToPath } from 'node:url';
import { checkNode, ensureDependencies } from './setup/dependencies.mjs';
import { root, run } from './setup/run.mjs';
import { reportAndExit } from './setup/say.mjs';

/** `npm run db:migration -- name-of-the-change`: writes what leads from the committed migrations to the schema. */
process.chdir(fileURLToPath(root));

async function main() {
  checkNode();
  await ensureDependencies();
  const { code } = await run(
    process.execPath,
    ['--import', 'tsx', 'prisma/draft-migration.ts', ...process.argv.slice(2)],
    { loud: true },
  );
  process.exitCode = code;
}

main().catch(reportAndExit);
