import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startOwnServices } from '../../src/platform/embedded/own-services.ts';
import { makeRedis } from '../../src/platform/redis.ts';
import { waitFor } from '../support/wait-for.ts';

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  return client.connect().then(
    async () => {
      await client.end();
      return true;
    },
    () => false,
  );
}

describe('the own services', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'casedial-own-'));
    chmodSync(dataDir, 0o755);
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('[PLAT-9] keep their address and their data over a restart', async () => {
    const first = await startOwnServices({ dataDir, postgres: true, redis: true });
    const client = new Client({ connectionString: first.databaseUrl });
    await client.connect();
    await client.query('create table kept as select 42 as answer');
    await client.end();
    const redis = makeRedis(first.redisUrl ?? '');
    await redis.set('kept', '42');
    await redis.quit();
    await first.stop();
    expect(await answers(first.databaseUrl ?? '')).toBe(false);

    const second = await startOwnServices({ dataDir, postgres: true, redis: true });
    expect([second.databaseUrl, second.redisUrl]).toEqual([first.databaseUrl, first.redisUrl]);
    const again = new Client({ connectionString: second.databaseUrl });
    await again.connect();
    expect((await again.query('select answer from kept')).rows).toEqual([{ answer: 42 }]);
    await again.end();
    const redisAgain = makeRedis(second.redisUrl ?? '');
    expect(await redisAgain.get('kept')).toBe('42');
    await redisAgain.quit();
    await second.stop();
  });

  it('[PLAT-10] end when their starter is killed without warning', async () => {
    const starter = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        `const { startOwnServices } = await import('./src/platform/embedded/own-services.ts');
         const own = await startOwnServices({ dataDir: ${JSON.stringify(dataDir)}, postgres: true, redis: false });
         process.stdout.write(own.databaseUrl);
         setInterval(() => undefined, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let url = '';
    starter.stdout.on('data', (chunk: Buffer) => (url += chunk.toString()));
    await waitFor('the address', () => url !== '', 30_000);
    expect(await answers(url)).toBe(true);
    starter.kill('SIGKILL');
    await waitFor('the end of PostgreSQL', async () => !(await answers(url)), 30_000);
  });
});
