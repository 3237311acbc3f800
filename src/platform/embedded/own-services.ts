import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { Fault } from '../fault.ts';

const report = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ready'),
    databaseUrl: z.string().optional(),
    redisUrl: z.string().optional(),
    postgresDirectory: z.string().optional(),
  }),
  z.object({ kind: z.literal('failed'), error: z.looseObject({ message: z.string(), code: z.string().optional() }) }),
]);

export interface OwnServices {
  readonly databaseUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the wanted services under a keeper process of their own, so that they end even when this process is killed
 * without a chance to tidy up.
 */
export async function startOwnServices(wanted: {
  dataDir: string;
  postgres: boolean;
  redis: boolean;
  throwaway?: boolean;
}): Promise<OwnServices> {
  if (!wanted.postgres && !wanted.redis) return { stop: () => Promise.resolve() };
  mkdirSync(wanted.dataDir, { recursive: true });
  // Temporary folders are closed to all others; the account that PostgreSQL is handed to has to get in.
  if (wanted.throwaway === true) chmodSync(wanted.dataDir, 0o755);
  const keeper = spawn(
    process.execPath,
    [
      '--import',
      pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
      fileURLToPath(new URL('serve.ts', import.meta.url)),
      `--data-dir=${wanted.dataDir}`,
      ...(wanted.postgres ? ['--postgres'] : []),
      ...(wanted.redis ? ['--redis'] : []),
      ...(wanted.throwaway === true ? ['--throwaway'] : []),
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const exited = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
  const first = await new Promise<unknown>((resolve) => {
    keeper.once('message', resolve);
    keeper.once('error', () => resolve(undefined));
    void exited.then(() => resolve(undefined));
  });
  const parsed = report.safeParse(first);
  if (!parsed.success || parsed.data.kind === 'failed') {
    const failure = parsed.success && parsed.data.kind === 'failed' ? parsed.data.error : undefined;
    const code = failure?.code === 'EMBEDDED_REDIS_FAILED' ? 'EMBEDDED_REDIS_FAILED' : 'EMBEDDED_POSTGRES_FAILED';
    throw new Fault(code, { cause: new Error(JSON.stringify(failure ?? 'the keeper ended early')) });
  }
  keeper.unref();
  keeper.channel?.unref();
  return {
    databaseUrl: parsed.data.databaseUrl,
    redisUrl: parsed.data.redisUrl,
    async stop() {
      keeper.ref();
      keeper.kill('SIGTERM');
      await exited;
    },
  };
}
