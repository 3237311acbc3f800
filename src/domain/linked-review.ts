export type LinkedCasesGate = 'off' | 'soft' | 'hard';

export interface LinkedReview {
  readonly linkedCases: number;
  readonly viewedByAgent: boolean;
}

/**
 * R35: linked cases are looked at first. Softly the panel opens with the call and the wrap-up waits for the look;
 * hard, the dialing waits for it too.
 */
export function linkedReviewDuty({ linkedCases, viewedByAgent }: LinkedReview, gate: LinkedCasesGate) {
  const owed = gate !== 'off' && linkedCases > 0 && !viewedByAgent;
  return { opensPanel: owed, holdsWrapUp: owed, holdsDialing: owed && gate === 'hard' } as const;
}
