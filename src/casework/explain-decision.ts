import type { CaseDecisionView } from '../contract/case.ts';
import { decideCase } from '../domain/dial-decision.ts';
import type { DialDecision } from '../domain/dial-facts.ts';
import { maskNumber } from '../domain/mask.ts';
import type { Clock } from '../platform/clock.ts';
import type { CaseFacts } from './due-cases.ts';

const nextEligible = (decision: DialDecision, now: number): number | null => {
  switch (decision.kind) {
    case 'ALLOW':
      return now;
    case 'DEFER':
      return decision.until;
    case 'BLOCK':
      return null;
  }
};

/** Why is this case not being dialed, or why is it: the very decision the dialer takes, number by number. */
export function makeExplainDecision(deps: { cases: CaseFacts; clock: Clock }) {
  return async (caseId: string): Promise<CaseDecisionView | null> => {
    const now = deps.clock();
    const found = await deps.cases.factsFor(caseId, now);
    if (found === null) return null;
    const { facts, lines } = found;
    const decided = decideCase(facts, now);
    const e164Of = new Map(lines.map((line) => [line.numberId, line.e164]));
    const classOf = new Map(facts.numbers.map((number) => [number.id, number.class]));
    return {
      caseId,
      at: now,
      presetName: facts.preset.name,
      presetVersion: facts.preset.version,
      rulesVersion: found.rulesVersion,
      next: decided.next,
      dueAt: decided.dueAt,
      dueReason: decided.dueReason,
      numbers: decided.numbers.map(({ numberId, decision }) => ({
        numberId,
        masked: maskNumber(e164Of.get(numberId) ?? ''),
        class: classOf.get(numberId) ?? 'traced',
        kind: decision.kind,
        reason: decision.kind === 'ALLOW' ? null : decision.reason,
        nextEligibleAt: nextEligible(decision, now),
        trace: decision.trace.map((gate) => ({ ...gate })),
      })),
    };
  };
}
