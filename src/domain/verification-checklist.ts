/** R42-R45: in-house data, registry with kinship, fixed and mobile numbers, free items (the manual's text is cut). */
export const checklistItems = ['in_house_data', 'registry', 'phones_fixed', 'phones_mobile', 'free'] as const;
export type ChecklistItem = (typeof checklistItems)[number];

export interface ChecklistEntry {
  readonly item: ChecklistItem;
  readonly finding: string;
  /** The lawful ground on which the data was obtained. */
  readonly sourceBasis: string | null;
}

export type ChecklistProblem = {
  readonly item: ChecklistItem;
  readonly rule: 'R42' | 'R43' | 'R44' | 'R45';
  readonly because: 'finding_missing' | 'source_basis_missing';
};

const ruleOf: Readonly<Record<ChecklistItem, ChecklistProblem['rule']>> = {
  in_house_data: 'R42',
  registry: 'R43',
  phones_fixed: 'R44',
  phones_mobile: 'R44',
  free: 'R45',
};

const isBlank = (text: string | null): boolean => (text ?? '').trim() === '';

/** What an entry lacks; registry data without its lawful source is not taken (R20, R43). */
export function checkEntry(entry: ChecklistEntry): readonly ChecklistProblem[] {
  const { item } = entry;
  const rule = ruleOf[item];
  const problems: ChecklistProblem[] = [];
  if (isBlank(entry.finding)) problems.push({ item, rule, because: 'finding_missing' });
  if (item === 'registry' && isBlank(entry.sourceBasis)) problems.push({ item, rule, because: 'source_basis_missing' });
  return problems;
}

/** Items still to be filled; the free ones are nobody's duty. */
export function openItems(entries: readonly ChecklistEntry[]): readonly ChecklistItem[] {
  const done = new Set(entries.filter((entry) => checkEntry(entry).length === 0).map(({ item }) => item));
  return checklistItems.filter((item) => item !== 'free' && !done.has(item));
}
