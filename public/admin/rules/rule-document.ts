/** A document of rules as a flat list, in its own order. */
export interface RuleEntry {
  readonly field: string;
  readonly value: unknown;
}

const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function entriesOf(document: object, prefix = ''): RuleEntry[] {
  return Object.entries(document).flatMap(([key, value]: [string, unknown]) =>
    isPart(value) ? entriesOf(value, `${prefix}${key}.`) : [{ field: `${prefix}${key}`, value }],
  );
}

export const valueAt = (document: object, field: string): unknown =>
  entriesOf(document).find((each) => each.field === field)?.value;

export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const lawParts = ['window', 'holidayDialing', 'caps', 'thirdParty', 'abandon', 'recording', 'amd', 'ringMinMs'];
export const isLaw = (field: string): boolean => lawParts.includes(field.split('.')[0] ?? '');

/** Sets `caps.minRedialMs` and the like; a field left empty is left out, and a part without fields too. */
export function nested(values: Readonly<Record<string, unknown>>): object {
  const whole: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const [part = '', leaf] = field.split('.');
    if (leaf === undefined) whole[part] = value;
    else whole[part] = { ...(whole[part] as object | undefined), [leaf]: value };
  }
  return whole;
}
