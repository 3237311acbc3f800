const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

/** What was changed, for the audit: `before → after` by field; equal fields are left out. */
export function changedFields(before: object, after: object): Record<string, string> {
  const was = before as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(after).flatMap(([field, value]) =>
      text(was[field]) === text(value) ? [] : [[field, `${text(was[field])} → ${text(value)}`]],
    ),
  );
}
