export interface LiveAnswers {
  /** Live answers given to an agent. */
  readonly connected: number;
  /** Live answers for which no agent was there in time; unclassified ones are live. */
  readonly abandoned: number;
  /** Calls ended as machines that were persons, by the rate measured on samples. */
  readonly estimatedFalseMachines: number;
}

/** 95 %, one-sided. */
export const boundDeviations = 1.645;

/** 5.5: abandoned over all live answers; people taken for machines count as abandoned. */
export function abandonShare(answers: LiveAnswers): number {
  const abandoned = answers.abandoned + answers.estimatedFalseMachines;
  const live = abandoned + answers.connected;
  return live === 0 ? 0 : abandoned / live;
}

/** Of the rules the share at which nothing is launched by itself any more; one live answer of all is enough to know. */
export const isHardLimitReached = (answers: LiveAnswers, hardRate: number | null): boolean =>
  hardRate !== null && answers.connected + answers.abandoned > 0 && abandonShare(answers) >= hardRate;

/** INV-6: the upper bound of the share (Wilson, one-sided 95 %). Without any answer everything is possible. */
export function abandonShareBound(answers: LiveAnswers): number {
  const live = answers.abandoned + answers.estimatedFalseMachines + answers.connected;
  if (live === 0) return 1;
  const share = abandonShare(answers);
  const square = boundDeviations ** 2;
  const spread = boundDeviations * Math.sqrt((share * (1 - share)) / live + square / (4 * live * live));
  // Rounding must not put the bound below the share itself.
  return Math.max(share, Math.min(1, (share + square / (2 * live) + spread) / (1 + square / live)));
}
