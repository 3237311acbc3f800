import type { DestinationStream } from 'pino';

interface LogLine {
  readonly level?: unknown;
}

const readLine = (text: string): LogLine | null => {
  try {
    const line = JSON.parse(text) as unknown;
    return typeof line === 'object' && line !== null ? line : null;
  } catch {
    return null;
  }
};

/** Lines of level `error` or worse that the test did not provoke; whatever is no log line is none of these. */
export function unprovokedErrors(log: string, provoked: readonly RegExp[] = []): readonly string[] {
  return log.split('\n').filter((text) => {
    const line = readLine(text);
    if (line === null || (line.level !== 'error' && line.level !== 'fatal')) return false;
    return !provoked.some((words) => words.test(text));
  });
}

/** Fails with the lines themselves. */
export function assertCleanLog(log: string, provoked: readonly RegExp[] = []): void {
  const found = unprovokedErrors(log, provoked);
  if (found.length > 0) throw new Error(`the server logged errors that nobody provoked:\n${found.join('\n')}`);
}

/** A log that is kept in memory. */
export function keptLog(): { readonly destination: DestinationStream; readonly text: () => string } {
  const lines: string[] = [];
  return { destination: { write: (line) => void lines.push(line) }, text: () => lines.join('') };
}
