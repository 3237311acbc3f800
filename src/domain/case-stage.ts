import type { Instant } from './vocabulary.ts';

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

export interface StageStep {
  readonly to: CaseStage;
  readonly at: Instant;
  /** Passed over: allowed, and told. */
  readonly skipped: readonly CaseStage[];
}

/** Where a case stands by what was done in it: work that comes late, or again, moves nothing back. */
export function stagesOf(
  placedAt: Instant,
  done: readonly { readonly stage: CaseStage; readonly at: Instant }[],
): { readonly now: CaseStage; readonly since: Instant; readonly steps: readonly StageStep[] } {
  const steps: StageStep[] = [];
  let now: CaseStage = 'first_round';
  let since = placedAt;
  for (const { stage, at } of done.toSorted((a, b) => a.at - b.at)) {
    const move = moveStage(now, stage);
    if (move.kind === 'refused') continue;
    now = move.to;
    since = at;
    steps.push({ to: move.to, at, skipped: move.skipped });
  }
  return { now, since, steps };
}
