import type { Preset } from './preset.ts';

/** A rule by its path, `caps.minRedialMs`, with its value as it stands in the document. */
export interface RuleField {
  readonly field: string;
  readonly value: unknown;
}

export interface RuleDifference {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A document as the list of its rules. Lists are one value: their order is part of what they say. */
export function ruleFields(document: object, prefix = ''): RuleField[] {
  return Object.entries(document).flatMap(([key, value]: [string, unknown]) =>
    isPart(value) ? ruleFields(value, `${prefix}${key}.`) : [{ field: `${prefix}${key}`, value }],
  );
}

/** What differs between two documents, by field; a rule that only one of them has is `undefined` in the other. */
export function differenceOf(from: object, to: object): RuleDifference[] {
  const before = new Map(ruleFields(from).map(({ field, value }) => [field, value]));
  const after = new Map(ruleFields(to).map(({ field, value }) => [field, value]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [was, is] = [before.get(field), after.get(field)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, from: was, to: is }];
  });
}

const lawParts = [
  'window',
  'holidayDialing',
  'caps',
  'thirdParty',
  'abandon',
  'recording',
  'amd',
  'ringMinMs',
] as const;

/** The law layer can be tightened by a campaign; the manual's part only comes with another preset. */
export const isLawField = (field: string): boolean =>
  lawParts.some((part: keyof Preset) => field === part || field.startsWith(`${part}.`));
