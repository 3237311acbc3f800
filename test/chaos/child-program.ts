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

/** A program as its users run it: a process of its own that can be killed at any instant. */
export interface ChildProgram {
  readonly ended: Promise<Ending>;
  readonly isOver: () => boolean;
  /** Everything it has written to stdout and stderr. */
  readonly output: () => string;
  /** Between two instructions, without a chance to say a word. */
  readonly kill: () => Promise<Ending>;
  /** Its sockets stand and say nothing: the machine hangs. */
  readonly freeze: () => void;
  /** The polite way. */
  readonly terminate: () => Promise<Ending>;
}

interface Given {
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
}

function launch(given: Given): { program: ChildProgram; isReady: () => boolean } {
  const log = openSync(given.logFile, 'a');
  const child = spawn(process.execPath, ['--import', leash, '--import', 'tsx', given.entry], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...given.env },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  let ending: Ending | null = null;
  let ready = false;
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
  return {
    isReady: () => ready,
    program: {
      ended,
      isOver: () => ending !== null,
      output: () => readFileSync(given.logFile, 'utf8'),
      kill: () => send('SIGKILL'),
      freeze: () => void child.kill('SIGSTOP'),
      terminate: () => send('SIGTERM'),
    },
  };
}

/** Does not wait for anything. */
export const launchProgram = (given: Given): ChildProgram => launch(given).program;

/** Resolves when it says that it is ready; fails with what it wrote when it ends before. */
export async function startProgram(given: Given): Promise<ChildProgram> {
  const { program, isReady } = launch(given);
  await waitFor(`${given.entry} to be ready`, () => isReady() || program.isOver(), startDeadlineMs);
  if (!isReady()) throw new Error(`${given.entry} ended before it was ready:\n${program.output().slice(-4_000)}`);
  return program;
}
