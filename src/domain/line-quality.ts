/** What was measured between a page and the server lately. Null: nothing flowed that could be measured. */
export interface LineFigures {
  readonly rttMs: number | null;
  /** 0..1: frames that never came or came too late, of those sent, in the worse direction. */
  readonly lossShare: number | null;
  readonly jitterMs: number | null;
}

export const lineGrades = ['good', 'fair', 'poor'] as const;
export type LineGrade = (typeof lineGrades)[number];

const limits = {
  poor: { rttMs: 500, lossShare: 0.05, jitterMs: 80 },
  fair: { rttMs: 250, lossShare: 0.01, jitterMs: 40 },
} as const;

const passes = (figures: LineFigures, limit: (typeof limits)['poor' | 'fair']): boolean =>
  (figures.rttMs ?? 0) > limit.rttMs ||
  (figures.lossShare ?? 0) > limit.lossShare ||
  (figures.jitterMs ?? 0) > limit.jitterMs;

/** Loss of one frame in a hundred is heard; above half a second both sides talk over each other. */
export const lineGrade = (figures: LineFigures): LineGrade =>
  passes(figures, limits.poor) ? 'poor' : passes(figures, limits.fair) ? 'fair' : 'good';
