import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, type Config } from './config.ts';
import { describeError } from './platform/describe-error.ts';
import { recall, remember } from './platform/embedded/remembered.ts';
import { startOwnServices } from './platform/embedded/own-services.ts';
import { newKey, newToken } from './platform/ids.ts';
import { applyMigrations } from './platform/prisma/migrate.ts';
import { startApp, type RunningApp } from './start-app.ts';
import { wire } from './wire.ts';

/** Told to whoever started this process, if it listens. */
function tell(message: { kind: string; [field: string]: unknown }): void {
  process.send?.(message);
}

function giveUp(sentences: readonly string[]): never {
  tell({ kind: 'failed', sentences });
  process.stderr.write(`${sentences.join('\n')}\n`);
  process.exit(1);
}

/** Given, or made up once and remembered, so that a second start has the same. */
function demoPasswordFor(config: Config): string | undefined {
  if (!config.demo) return undefined;
  if (config.demoPassword !== undefined) return config.demoPassword;
  const file = join(config.dataDir, 'demo.json');
  const { password } = recall(file);
  if (typeof password === 'string') return password;
  const madeUp = newToken(9);
  remember(file, { password: madeUp });
  return madeUp;
}

/** Given, or made up once: what was sealed with it can be opened with no other. */
function credentialsKeyFor(config: Config): string {
  if (config.credentialsKey !== undefined) return config.credentialsKey;
  const file = join(config.dataDir, 'credentials-key.json');
  const { key } = recall(file);
  if (typeof key === 'string') return key;
  const madeUp = newKey();
  remember(file, { key: madeUp });
  return madeUp;
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const reading = readConfig(process.env);
  if (!reading.ok) giveUp(['The configuration cannot be used:', ...reading.faults.map((fault) => `  ${fault}`)]);
  const { config } = reading;
  mkdirSync(config.dataDir, { recursive: true });

  const own = await startOwnServices({
    dataDir: config.dataDir,
    postgres: config.databaseUrl === undefined,
    redis: config.redisUrl === undefined,
  });
  const databaseUrl = config.databaseUrl ?? own.databaseUrl ?? '';
  const redisUrl = config.redisUrl ?? own.redisUrl ?? '';
  const applied = await applyMigrations(databaseUrl);
  tell({
    kind: 'progress',
    text: applied.length > 0 ? `database migrated (${applied.length})` : 'database up to date',
  });

  const demoPassword = demoPasswordFor(config);
  const running: { app?: RunningApp } = {};
  let stopping = false;
  const stop = (exitCode: number): void => {
    if (stopping) return;
    stopping = true;
    void (async () => {
      await running.app?.stop();
      await own.stop();
      process.exit(exitCode);
    })();
  };
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));

  const credentialsKey = credentialsKeyFor(config);
  const madeUp = newToken(9);
  const app = await startApp(
    { ...config, databaseUrl, redisUrl, demoPassword, credentialsKey },
    { wire, processMetrics: true, ...(config.demo ? {} : { firstPassword: madeUp }) },
  );
  running.app = app;
  const { log } = app.platform;
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught');
    stop(1);
  });
  process.on('unhandledRejection', (reason) => {
    log.fatal({ err: reason }, 'unhandled rejection');
    stop(1);
  });
  const firstAdmin = app.openedEmpty ? { username: 'admin', password: madeUp } : undefined;
  tell({ kind: 'ready', url: config.publicUrl, port: app.port, signIns: app.signIns, demoPassword, firstAdmin });
}

main().catch((error: unknown) => {
  const described = describeError(error);
  const inUse = described.code === 'EADDRINUSE';
  giveUp([
    inUse
      ? 'The port is taken by another program: stop it, or set PORT to a free one.'
      : `The server could not start: ${described.message} ${described.cause?.message ?? ''}`.trim(),
    ...(inUse ? [] : [JSON.stringify(described)]),
  ]);
});
