import type { CaseClass } from './vocabulary.ts';

/** Which open cases a campaign takes in. Fields that are empty ask nothing; a case fits when it fits all others. */
export interface CaseFilters {
  readonly clientIds: readonly string[];
  readonly placementIds: readonly string[];
  readonly classes: readonly CaseClass[];
  /** What is still owed, in minor units; both ends count. */
  readonly owedFrom: number | null;
  readonly owedTo: number | null;
  /** Days overdue when it was placed; a case without them fits no range. */
  readonly overdueFrom: number | null;
  readonly overdueTo: number | null;
}

export const noFilters: CaseFilters = {
  clientIds: [],
  placementIds: [],
  classes: [],
  owedFrom: null,
  owedTo: null,
  overdueFrom: null,
  overdueTo: null,
};

/** CAMP-3: a campaign that asks nothing takes in nothing by itself; cases are handed to it from their placement. */
export const asksNothing = (filters: CaseFilters): boolean =>
  Object.values(filters).every((asked: unknown) => asked === null || (Array.isArray(asked) && asked.length === 0));
