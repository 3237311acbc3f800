import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Small facts that must survive a restart: ports, the password of the own database. Readable by the owner alone. */
export function remember(file: string, value: Record<string, string | number>): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, file);
}

export function recall(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {};
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
