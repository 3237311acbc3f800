export interface DescribedError {
  type: string;
  code?: string;
  message: string;
  at?: string[];
  cause?: DescribedError;
}

const maxFrames = 8;
const maxMessageLength = 300;

/** Vendor messages quote the offending values: anything that could be a number, a name or a quoted value is blanked. */
export function scrub(message: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  const last = lines.length > 3 ? (lines.at(-1) ?? '') : lines.join(' ');
  return last
    .replace(/"[^"]*"|'[^']*'/g, '"…"')
    .replace(/\+?\d[\d\s().-]{4,}\d/g, '#')
    .replace(/[\p{Script=Han}]+/gu, '…')
    .slice(0, maxMessageLength);
}

export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error object' };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, maxFrames)
    .map((line) => line.trim());
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    message: scrub(error.message),
    ...(frames.length > 0 ? { at: frames } : {}),
    ...(error.cause !== undefined && depth < 4 ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
}
