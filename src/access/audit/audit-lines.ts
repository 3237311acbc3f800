import type { AuditEntryView } from '../../contract/audit.ts';

export type AuditFormat = 'csv' | 'ndjson';

const columns = ['seq', 'at', 'actorId', 'actor', 'action', 'subjectType', 'subjectId', 'detail', 'hash'] as const;

/** A spreadsheet takes what begins so for a formula. */
const isFormula = /^[=+\-@\t\r]/;

function cell(value: string | number): string {
  const text = typeof value === 'string' && isFormula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const csvLine = (entry: AuditEntryView): string =>
  [
    entry.seq,
    new Date(entry.at).toISOString(),
    entry.actor?.id ?? '',
    entry.actor?.name ?? '',
    entry.action,
    entry.subjectType,
    entry.subjectId ?? '',
    entry.detail === null ? '' : JSON.stringify(entry.detail),
    entry.hash,
  ]
    .map(cell)
    .join(',');

/** The lines of a file, in one of two formats. */
export async function* auditLines(entries: AsyncIterable<AuditEntryView>, format: AuditFormat): AsyncGenerator<string> {
  if (format === 'csv') yield `${columns.join(',')}\r\n`;
  for await (const entry of entries) yield format === 'csv' ? `${csvLine(entry)}\r\n` : `${JSON.stringify(entry)}\n`;
}
