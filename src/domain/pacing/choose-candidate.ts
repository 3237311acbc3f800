export interface Candidate {
  readonly caseId: string;
  /** Probability that the number that would be rung is answered. */
  readonly chance: number;
}

export interface Wanted {
  /** Agents who are ready, less the live answers that wait for one. */
  readonly free: number;
  /** Answers to be expected of the calls under way. */
  readonly pendingAnswers: number;
}

/**
 * Of cases that are equally due the one that fits the moment: the chance nearest to the number of answers that are missing.
 * An agent for whom nothing is on its way gets a sure answer; when the calls under way suffice, a long shot does no harm
 * and gets its turn. The first of equals is taken, so the order that is given stands where chances do not differ.
 */
export function chooseCandidate(candidates: readonly Candidate[], wanted: Wanted): Candidate | null {
  const missing = Math.min(1, Math.max(0, wanted.free - wanted.pendingAnswers));
  let best: Candidate | null = null;
  for (const one of candidates)
    if (best === null || Math.abs(one.chance - missing) < Math.abs(best.chance - missing) - 1e-12) best = one;
  return best;
}
