import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstWord, startChild } from './setup/children.mjs';
import { checkNode, ensureDependencies } from './setup/dependencies.mjs';
import { ensurePrismaClient } from './setup/generated.mjs';
import { root, run } from './setup/run.mjs';
import { reportAndExit, step, Stop } from './setup/say.mjs';
import { ensureRedis } from './setup/system-packages.mjs';

/** `node scripts/bench.mjs import [args]`: runs bench/import.ts against a database of its own, with usual durability. */
process.chdir(fileURLToPath(root));

async function main() {
  const [name, ...args] = process.argv.slice(2);
  checkNode();
  await ensureDependencies();
  await ensurePrismaClient();
  await ensureRedis();
  const dataDir = mkdtempSync(join(tmpdir(), 'casedial-bench-'));
  chmodSync(dataDir, 0o755);
  const { child, message } = await step('Starting PostgreSQL and Redis', () =>
    firstWord(
      (onMessage) =>
        startChild('services', 'src/platform/embedded/serve.ts', {
          args: [`--data-dir=${dataDir}`, '--postgres', '--redis'],
          logFile: join(dataDir, 'services.log'),
          onMessage,
        }),
      'ready',
      (failed) => new Stop(`PostgreSQL or Redis could not be started: ${failed?.error?.message ?? 'no reason given'}`),
    ),
  );
  try {
    const { code } = await run(process.execPath, ['--import', 'tsx', `bench/${name}.ts`, ...args], {
      env: { DATABASE_URL: message.databaseUrl, REDIS_URL: message.redisUrl },
      loud: true,
    });
    process.exitCode = code;
  } finally {
    await child.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main().catch(reportAndExit);
