export type ByteRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  | { readonly kind: 'unsatisfiable' };

/** One range of RFC 9110 section 14; several ranges, or another unit, are answered with the whole file, as is allowed. */
export function readByteRange(header: string | undefined, size: number): ByteRange {
  const found = header === undefined ? null : /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (found === null) return { kind: 'whole' };
  const [, first = '', last = ''] = found;
  if (first === '' && last === '') return { kind: 'whole' };
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return { kind: 'whole' };
  return start >= size ? { kind: 'unsatisfiable' } : { kind: 'part', start, end };
}

/** Where a listener starts, before the size is known: decides whether the request opens the recording anew. */
export function rangeStart(header: string | undefined): number {
  const found = header === undefined ? null : /^bytes=(\d+)-/.exec(header.trim());
  return found === null ? 0 : Number(found[1]);
}
