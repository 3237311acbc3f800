import type { AnswerModel } from '../domain/answer-model/answer-model.ts';
import { decideCase } from '../domain/dial-decision.ts';
import { dueTierOf, type DueTier } from '../domain/due-tier.ts';
import { chooseCandidate, type Wanted } from '../domain/pacing/choose-candidate.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { estimateAnswer } from './answer-estimates.ts';
import type { Background } from './background.ts';
import type { CaseFacts } from './ports.ts';

export interface NextCase {
  readonly caseId: string;
  /** Null: not estimated yet, or nothing of the case can be dialed at this moment. */
  readonly chance: number | null;
}

export interface CandidateBook {
  /** The cases next in line in the order in which they fit the moment; the rest of the line stays behind them as it is. */
  order(
    campaignId: string,
    caseIds: readonly string[],
    wanted: Wanted,
    given: { readonly model: AnswerModel; readonly usual: number; readonly now: Instant },
  ): readonly NextCase[];
  forget(campaignId: string): void;
}

interface Known {
  readonly at: Instant;
  readonly tier: DueTier | null;
  readonly chance: number | null;
}

/** An estimate moves with the hour; the call itself is estimated anew. */
const holdsMs = 60_000;
const mostAtOnce = 4;

/**
 * Estimates in the background what the cases next in line would be rung with, so that a look never waits for it. Cases that
 * are equally due are put in the order that fits; whoever comes before them stays before them.
 */
export function makeCandidateBook(deps: {
  readonly cases: Pick<CaseFacts, 'factsFor'>;
  readonly background: Background;
}): CandidateBook {
  const known = new Map<string, Map<string, Known>>();
  const asked = new Set<string>();

  async function estimate(caseId: string, model: AnswerModel, now: Instant): Promise<Known> {
    const subject = await deps.cases.factsFor(caseId, now);
    const nothing = { at: now, tier: null, chance: null };
    if (subject === null) return nothing;
    const { next } = decideCase(subject.facts, now);
    if (next === null) return nothing;
    const said = estimateAnswer(model, subject, next, now);
    return { at: now, tier: dueTierOf(subject.facts), chance: said?.chance ?? null };
  }

  function ask(campaignId: string, caseId: string, model: AnswerModel, now: Instant): void {
    if (asked.size >= mostAtOnce || asked.has(caseId)) return;
    asked.add(caseId);
    deps.background.run('a case next in line could not be estimated', { caseId }, async () => {
      try {
        const said = await estimate(caseId, model, now);
        known.get(campaignId)?.set(caseId, said);
      } finally {
        asked.delete(caseId);
      }
    });
  }

  return {
    order(campaignId, caseIds, wanted, { model, usual, now }) {
      const book = known.get(campaignId) ?? new Map<string, Known>();
      known.set(campaignId, book);
      for (const [caseId, { at }] of book) if (Math.abs(now - at) > holdsMs) book.delete(caseId);
      for (const caseId of caseIds) if (!book.has(caseId)) ask(campaignId, caseId, model, now);
      const first = caseIds.map((caseId) => book.get(caseId)?.tier ?? null).find((tier) => tier !== null);
      // Up to the first case of another tier; one that is not known yet keeps its place in the line.
      const end = caseIds.findIndex((caseId) => ![undefined, null, first].includes(book.get(caseId)?.tier));
      const equals = caseIds.slice(0, end < 0 ? caseIds.length : end);
      const left = new Map(equals.map((caseId) => [caseId, book.get(caseId)?.chance ?? null]));
      const ordered: NextCase[] = [];
      let { pendingAnswers } = wanted;
      while (left.size > 0) {
        const candidates = [...left].map(([caseId, chance]) => ({ caseId, chance: chance ?? usual }));
        const best = chooseCandidate(candidates, { free: wanted.free, pendingAnswers });
        if (best === null) break;
        pendingAnswers += best.chance;
        ordered.push({ caseId: best.caseId, chance: left.get(best.caseId) ?? null });
        left.delete(best.caseId);
      }
      const rest = caseIds.slice(equals.length);
      return [...ordered, ...rest.map((caseId) => ({ caseId, chance: book.get(caseId)?.chance ?? null }))];
    },
    forget: (campaignId) => void known.delete(campaignId),
  };
}
