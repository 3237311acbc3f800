import { ruleFields } from './rule-fields.ts';

export interface FieldChange {
  readonly path: string;
  /** Undefined: it was not there. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The order of fields is nobody's meaning; that of a list is. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
}

/** The same text for the same content. */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value)) ?? 'null';

/** CFG-2: what differs between two documents of one object, field by field; null: there was or is none. */
export function configDiff(before: object | null, after: object | null): readonly FieldChange[] {
  const was = new Map(ruleFields(before ?? {}).map(({ field, value }) => [field, value]));
  const is = new Map(ruleFields(after ?? {}).map(({ field, value }) => [field, value]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((path): FieldChange[] => {
    if (was.has(path) && is.has(path) && canonical(was.get(path)) === canonical(is.get(path))) return [];
    return [
      {
        path,
        ...(was.has(path) ? { before: was.get(path) } : {}),
        ...(is.has(path) ? { after: is.get(path) } : {}),
      },
    ];
  });
}
