import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startCarrier } from './server.ts';
import { settingsSchema, type CarrierOptions } from './settings.ts';

/** Settings that can be given as text: `--ring-buffer-ms 5000` or `CARRIER_RING_BUFFER_MS=5000`. */
const FROM_FILES = ['population', 'faults'] as const;
const TEXT_SETTINGS = Object.keys(settingsSchema.shape).filter((name) => name !== 'statusBySipCode');

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const upperCased = (name: string): string => `CARRIER_${dashed(name).replaceAll('-', '_').toUpperCase()}`;

function readOptions(args: string[], env: NodeJS.ProcessEnv): CarrierOptions {
  const { values } = parseArgs({
    args,
    options: Object.fromEntries(TEXT_SETTINGS.map((name) => [dashed(name), { type: 'string' as const }])),
  });
  const options: Record<string, unknown> = {};
  for (const name of TEXT_SETTINGS) {
    const text = values[dashed(name)] ?? env[upperCased(name)];
    if (text === undefined) continue;
    const isFile = FROM_FILES.some((file) => file === name);
    options[name] = isFile
      ? (JSON.parse(readFileSync(resolve(text), 'utf8')) as unknown)
      : text === 'true'
        ? true
        : text === 'false'
          ? false
          : text;
  }
  return settingsSchema.parse(options);
}

async function main(): Promise<void> {
  const carrier = await startCarrier(readOptions(process.argv.slice(2), process.env));
  process.stdout.write(`${JSON.stringify({ ready: true, port: carrier.port, url: carrier.url })}\n`);
  let closing = false;
  const stop = (): void => {
    if (closing) return;
    closing = true;
    void carrier.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Started by another process, it does not outlive it.
  if (process.env['CARRIER_STOP_WITH_STDIN'] === 'true') process.stdin.on('end', stop).resume();
}

main().catch((cause: unknown) => {
  const text =
    cause instanceof z.ZodError ? z.prettifyError(cause) : cause instanceof Error ? cause.message : String(cause);
  process.stderr.write(`The simulated carrier could not start: ${text}\n`);
  process.exitCode = 1;
});
