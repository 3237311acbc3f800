import type { Form } from './form.ts';
import { ApiError } from './api-error.ts';

const MAX_PAGE_SIZE = 1000;
const DEFAULT_PAGE_SIZE = 50;

/** One page of a list in the envelope of the 2010 API. The page token names the last entry seen, so new ones cannot shift it. */
export function pageOf<T extends { sid: string }>(
  path: string,
  key: string,
  query: Form,
  entries: readonly T[],
  body: (entry: T) => Record<string, unknown>,
): Record<string, unknown> {
  const pageSize = Math.min(
    query.integer('PageSize', { low: 1, high: 1_000_000, code: 20001 }) ?? DEFAULT_PAGE_SIZE,
    MAX_PAGE_SIZE,
  );
  const page = query.integer('Page', { low: 0, high: 10_000_000, code: 20001 }) ?? 0;
  const token = query.text('PageToken');
  const start = startOf(entries, token, page * pageSize);
  const shown = entries.slice(start, start + pageSize);
  const filters = query.entries().filter(([name]) => !['PageSize', 'Page', 'PageToken'].includes(name));
  const uri = (number: number, pageToken: string | null): string => {
    const params = new URLSearchParams([...filters, ['PageSize', String(pageSize)], ['Page', String(number)]]);
    if (pageToken !== null) params.set('PageToken', pageToken);
    return `${path}?${params.toString()}`;
  };
  const hasMore = start + shown.length < entries.length;
  return {
    [key]: shown.map(body),
    first_page_uri: uri(0, null),
    next_page_uri: hasMore ? uri(page + 1, `PA${shown.at(-1)?.sid ?? ''}`) : null,
    previous_page_uri: page > 0 ? uri(page - 1, previousToken(entries, start, pageSize)) : null,
    page,
    page_size: pageSize,
    start,
    end: start + Math.max(0, shown.length - 1),
    uri: uri(page, token),
  };
}

function startOf(entries: readonly { sid: string }[], token: string | null, otherwise: number): number {
  if (token === null) return otherwise;
  const seen = entries.findIndex((entry) => `PA${entry.sid}` === token);
  if (seen < 0) throw new ApiError(400, 20001, 'PageToken is not valid');
  return seen + 1;
}

function previousToken(entries: readonly { sid: string }[], start: number, pageSize: number): string | null {
  const before = entries[start - pageSize - 1];
  return before ? `PA${before.sid}` : null;
}
