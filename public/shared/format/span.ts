const two = (n: number): string => String(n).padStart(2, '0');

/** A running clock: `03:21`, from an hour on `1:03:21`. */
export function clockSpan(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor((seconds % 3_600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
