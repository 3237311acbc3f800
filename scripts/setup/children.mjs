import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './run.mjs';

const leash = new URL('leash.mjs', import.meta.url).href;
/** The server gives its calls 30 s to end and then seals their recordings: longer than that (docs/CLOSING.md). */
const patienceMs = 45_000;

/**
 * Starts one of our TypeScript programs in a session of its own: Ctrl-C reaches only the starter, who then ends its
 * children in order. The channel between them is the leash.
 */
export function startChild(name, entry, { args = [], env = {}, logFile, onMessage = () => {} }) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, ['--import', leash, '--import', 'tsx', entry, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: -1, signal: null }));
  });
  child.on('message', onMessage);
  return {
    name,
    logFile,
    exited,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await exited;
      clearTimeout(timer);
    },
    kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    },
  };
}

/** The first message of that kind; rejects with `failure(message)` for a message of kind "failed" or an early end. */
export function firstWord(start, kind, failure) {
  return new Promise((resolve, reject) => {
    const child = start((message) => {
      if (message?.kind === kind) resolve({ child, message });
      else if (message?.kind === 'failed') reject(failure(message));
    });
    void child.exited.then(() => reject(failure(undefined)));
  });
}
