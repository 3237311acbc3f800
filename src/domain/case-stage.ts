/** R22: blanket first calls, registry, visit order, field collection, follow-up. Advisory: classes drive the dialing. */
export const caseStages = ['first_round', 'registry', 'visit_order', 'field_collection', 'follow_up'] as const;
export type CaseStage = (typeof caseStages)[number];

export type StageMove =
  | { readonly kind: 'moved'; readonly to: CaseStage; readonly skipped: readonly CaseStage[] }
  | { readonly kind: 'refused'; readonly rule: 'R22'; readonly because: 'not_forward' };

/** A stage only goes forward; what is skipped is named, for the log. */
export function moveStage(from: CaseStage, to: CaseStage): StageMove {
  const start = caseStages.indexOf(from);
  const end = caseStages.indexOf(to);
  if (end <= start) return { kind: 'refused', rule: 'R22', because: 'not_forward' };
  return { kind: 'moved', to, skipped: caseStages.slice(start + 1, end) };
}
