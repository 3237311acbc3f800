import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { describeError } from './describe-error.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
export type Logger = PinoLogger;

/**
 * A log line is a constant message plus fields. Whatever tells of a person sits under `pii` and is cut out here;
 * errors are described without quoting the values that made them fail.
 */
export function makeLogger(opts: {
  level: LogLevel;
  fields?: Record<string, string>;
  destination?: DestinationStream;
}): Logger {
  return pino(
    {
      level: opts.level,
      base: opts.fields ?? null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError, error: describeError, cause: describeError },
      redact: { paths: ['pii', '*.pii', '*.*.pii'], censor: '[private]' },
    },
    opts.destination ?? pino.destination({ dest: 1, sync: false }),
  );
}
