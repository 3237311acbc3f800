/** A rule by its path, `caps.minRedialMs`, with its value as it stands in the document. */
export interface RuleField {
  readonly field: string;
  readonly value: unknown;
}

const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A document as the list of its rules. Lists are one value: their order is part of what they say. */
export function ruleFields(document: object, prefix = ''): RuleField[] {
  return Object.entries(document).flatMap(([key, value]: [string, unknown]) =>
    isPart(value) ? ruleFields(value, `${prefix}${key}.`) : [{ field: `${prefix}${key}`, value }],
  );
}
