import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { waitFor } from '../support/wait-for.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const leash = new URL('../../scripts/setup/leash.mjs', import.meta.url).href;
/** From spawning to the word "ready" on a machine that is busy with other tests. */
const startDeadlineMs = 60_000;

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The server as its users run it: a process of its own that can be killed at any instant. */
export interface ServerProcess {
  readonly url: string;
  readonly ended: Promise<Ending>;
  readonly isOver: () => boolean;
  /** Everything it has written to stdout and stderr. */
  readonly output: () => string;
  /** Between two instructions, without a chance to say a word. */
  readonly kill: () => Promise<Ending>;
  /** The polite way. */
  readonly terminate: () => Promise<Ending>;
}

/** Resolves when it says that it is ready; fails with what it wrote when it ends before. */
export async function startServer(given: {
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
}): Promise<ServerProcess> {
  const log = openSync(given.logFile, 'a');
  const child = spawn(process.execPath, ['--import', leash, '--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...given.env, PORT: String(given.port) },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  let ending: Ending | null = null;
  let ready = false;
  const output = (): string => readFileSync(given.logFile, 'utf8');
  const ended = new Promise<Ending>((resolve) => {
    const end = (last: Ending): void => resolve((ending ??= last));
    child.once('exit', (code, signal) => end({ code, signal }));
    child.once('error', () => end({ code: -1, signal: null }));
  });
  child.on('message', (message) => {
    ready ||= (message as { kind?: unknown }).kind === 'ready';
  });
  const send = (signal: NodeJS.Signals): Promise<Ending> => {
    if (ending === null) child.kill(signal);
    return ended;
  };
  await waitFor('the server to be ready', () => ready || ending !== null, startDeadlineMs);
  if (!ready) throw new Error(`the server ended before it was ready:\n${output().slice(-4_000)}`);
  return {
    url: `http://127.0.0.1:${given.port}`,
    ended,
    isOver: () => ending !== null,
    output,
    kill: () => send('SIGKILL'),
    terminate: () => send('SIGTERM'),
  };
}
