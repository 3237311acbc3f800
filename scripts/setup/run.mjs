import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = new URL('../../', import.meta.url);
const shownOnFailure = 4_000;

/** Runs a program to its end. Its output is kept and shown only when it fails, unless `loud`. */
export function run(command, args, { env = {}, loud = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', loud ? 'inherit' : 'pipe', loud ? 'inherit' : 'pipe'],
    });
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => resolve({ ok: false, code: -1, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, code, output: output.slice(-shownOnFailure) }));
  });
}

/** A program that a dependency brought along, run by this very Node. */
export const runBin = (entry, args, options) =>
  run(process.execPath, [fileURLToPath(new URL(`node_modules/${entry}`, root)), ...args], options);
