/** A spreadsheet runs what begins so; a quote in front makes it text again. A number with its plus is left alone. */
const runs = /^[=@\t\r]|^[+-](?!\d+$)/;

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  const safe = runs.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;
