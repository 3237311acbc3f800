import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type CopyValue = string | number | boolean | null | readonly string[];

const special = /[\\\n\r\t\0]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '' };
const escapeText = (text: string): string =>
  special.test(text) ? text.replace(/[\\\n\r\t\0]/g, (char) => escapes[char] ?? '') : text;

const inArray = (item: string): string => `"${item.replace(/["\\]/g, '\\$&')}"`;

function field(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'object') return escapeText(`{${value.map(inArray).join(',')}}`);

  return String(value);
}

/** One line of COPY's text format. */
export const copyLine = (values: readonly CopyValue[]): string => `${values.map(field).join('\t')}\n`;

/** `target` is a table with its columns, written by us and never by a user. */
export async function copyInto(client: Client, target: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const stream = client.query(copyFrom(`COPY ${target} FROM STDIN`));
  stream.end(lines.join(''));
  await finished(stream);
}
