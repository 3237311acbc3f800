import type {
  AgentCalendar,
  ListedCases,
  ProgressExceptions,
  ProgressGroup,
  ProgressList,
  ProgressReport,
  WorklistCounts,
  WorklistSort,
} from '../contract/progress.ts';
import type { LocalDate } from '../domain/vocabulary.ts';

export interface ProgressPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface CaseListQuery {
  readonly list: ProgressList;
  readonly period: ProgressPeriod;
  /** Null: cases of everybody. A null key: those that belong to none of the group. */
  readonly within: { readonly group: ProgressGroup; readonly key: string | null } | null;
  readonly sort: WorklistSort;
  readonly down: boolean;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** How the work goes: figures, and the cases behind each of them. Days are those of the business zone. */
export interface ProgressBook {
  today(): Promise<LocalDate>;
  report(period: ProgressPeriod, group: ProgressGroup): Promise<ProgressReport>;
  /** What went against a rule, or is about to, as of now. */
  exceptions(): Promise<ProgressExceptions>;
  cases(query: CaseListQuery): Promise<ListedCases>;
  /** An agent's own; without the debtor whose debt is withheld from him until identity is confirmed on his call. */
  worklist(query: Omit<CaseListQuery, 'within'>, ownerId: string): Promise<ListedCases>;
  counts(ownerId: string): Promise<WorklistCounts>;
  calendar(ownerId: string, month: string): Promise<AgentCalendar>;
}
