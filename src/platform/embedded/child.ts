import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { RunAs } from './reachable.ts';

export interface ServiceChild {
  readonly isOver: () => boolean;
  /** Sends the polite signal, and after the grace time the final one. */
  readonly stop: () => Promise<void>;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const pollMs = 25;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until the answer is yes; false when the deadline passed or asking became `pointless`. */
export async function until(
  ready: () => Promise<boolean>,
  deadlineMs: number,
  pointless: () => boolean = () => false,
): Promise<boolean> {
  const endsAt = Date.now() + deadlineMs;
  while (Date.now() < endsAt && !pointless()) {
    if (await ready()) return true;
    await pause(pollMs);
  }
  return false;
}

const graceMs = 10_000;

async function stopPid(pid: number, signal: NodeJS.Signals, exited: () => boolean): Promise<void> {
  if (exited()) return;
  process.kill(pid, signal);
  const ended = await until(() => Promise.resolve(exited()), graceMs);
  if (!ended && !exited()) process.kill(pid, 'SIGKILL');
}

/** In a session of its own: a Ctrl-C in the terminal reaches whoever started it, who then stops things in order. */
export function spawnService(
  command: string,
  args: readonly string[],
  opts: { runAs: RunAs | undefined; logFile: string; stopSignal: NodeJS.Signals; env?: Record<string, string> },
): ServiceChild {
  const log = openSync(opts.logFile, 'a');
  const child: ChildProcess = spawn(command, [...args], {
    ...(opts.runAs ?? {}),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    ...(opts.env === undefined ? {} : { env: opts.env }),
  });
  closeSync(log);
  let over = false;
  child.once('exit', () => (over = true));
  child.once('error', () => (over = true));
  const pid = child.pid;
  const isOver = (): boolean => over;
  return { isOver, stop: () => (pid === undefined ? Promise.resolve() : stopPid(pid, opts.stopSignal, isOver)) };
}

/** A service that outlived whoever started it (killed without warning): taken over, so that it ends with us. */
export function adoptService(pid: number, stopSignal: NodeJS.Signals): Pick<ServiceChild, 'stop'> {
  return { stop: () => stopPid(pid, stopSignal, () => !isAlive(pid)) };
}
