import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Who PostgreSQL runs as: itself refuses to be root. Undefined: the one who runs the program. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

const accounts = ['postgres', 'casedial', 'nobody'];

function lookUp(account: string): RunAs | undefined {
  const ids = ['-u', '-g'].map((flag) => spawnSync('id', [flag, account], { encoding: 'utf8' }));
  const [uid, gid] = ids.map((result) => (result.status === 0 ? Number(result.stdout) : Number.NaN));
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** The account a root-started PostgreSQL is handed to; made when the system has none. */
export function accountForPostgres(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = lookUp('postgres');
  if (existing !== undefined) return existing;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'casedial']);
  for (const account of accounts) {
    const found = lookUp(account);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the account may enter the directory: every parent has to let it through. */
export function canEnter(directory: string, runAs: RunAs | undefined): boolean {
  if (runAs === undefined) return true;
  try {
    execFileSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...runAs, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)));
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** A clone under /root is closed to other accounts; its database then lives under /var/lib, one folder per data directory. */
export function placeForData(wanted: string, runAs: RunAs | undefined): string {
  if (canEnter(nearestExisting(dirname(wanted)), runAs)) return wanted;
  return join('/var/lib/casedial', shortHash(wanted));
}

/** Likewise the server's binaries: copied once to where the account can run them. */
export function placeForBinaries(nativeDir: string, version: string, runAs: RunAs | undefined): string {
  if (canEnter(join(nativeDir, 'bin'), runAs)) return nativeDir;
  const copy = join('/var/lib/casedial', `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(nativeDir, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, copy);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return copy;
}
