import type { LastAgreement, PlannedTask, TaskCause, TaskKind } from '../domain/case-tasks.ts';
import type { ChecklistEntry } from '../domain/verification-checklist.ts';
import type { Instant, ZoneName } from '../domain/vocabulary.ts';

export interface TaskRecord {
  readonly id: string;
  readonly caseId: string;
  readonly kind: TaskKind;
  readonly ownerId: string | null;
  readonly dueAt: Instant;
  readonly doneAt: Instant | null;
  readonly result: string | null;
}

export interface FinishedTask {
  readonly by: string;
  readonly at: Instant;
  readonly result: string;
  readonly sourceBasis: string | null;
  readonly obtainedAt: Instant | null;
}

/** Calls since anybody last answered on this case. */
export interface UnansweredCalls {
  readonly rounds: number;
  readonly firstCallAt: Instant;
  readonly calls: readonly { readonly at: Instant; readonly zone: ZoneName | null }[];
}

/** The tasks of the case that is locked. */
export interface TaskEntry {
  /** Opens those that are new, for the case's owner; what stands already, or was done for this anchor, is left alone. */
  open(tasks: readonly (PlannedTask & { readonly sourceBasis?: string })[]): Promise<number>;
  openKinds(): Promise<readonly TaskKind[]>;
  find(taskId: string): Promise<TaskRecord | null>;
  finish(taskId: string, ending: FinishedTask): Promise<void>;
  /** The open task of the kind, if there is one. */
  finishOpen(kind: TaskKind, ending: Pick<FinishedTask, 'by' | 'at' | 'result'>): Promise<void>;
  /** Open tasks that nobody has to do any more: all, or those of these kinds that were made by this. */
  dropOpen(at: Instant, only?: { readonly kinds: readonly TaskKind[]; readonly because: TaskCause }): Promise<void>;
  firstAttemptAt(): Promise<Instant | null>;
  lastAgreement(): Promise<LastAgreement | null>;
  unanswered(): Promise<UnansweredCalls | null>;
  checklist(): Promise<readonly ChecklistEntry[]>;
  addChecklistEntry(entry: ChecklistEntry, by: string, at: Instant): Promise<void>;
}
