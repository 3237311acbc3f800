import type { CorrectionForm, WrapUpGiven } from '../contract/correction.ts';
import type { CaseClass, DispositionCode, Instant, LocalDate } from '../domain/vocabulary.ts';

/** A wrap-up as it was saved, with what it did to the promises of its case. */
export interface StoredWrapUp {
  readonly id: string;
  readonly agentId: string;
  readonly agentName: string;
  readonly savedAt: Instant;
  readonly given: WrapUpGiven;
  readonly classAfter: CaseClass;
  /** The class of the case when the call was written up. */
  readonly classBefore: CaseClass;
  readonly nextFollowUpOn: LocalDate | null;
  readonly acwMs: number;
  readonly promise: StoredPromise | null;
  /** The promise that was open when the call was written up. */
  readonly promiseBefore: StoredPromise | null;
}

export interface StoredPromise {
  readonly id: string;
  readonly amountMinor: number;
  readonly dueOn: LocalDate;
  readonly status: string;
  readonly promisedAt: Instant;
}

export interface Revision {
  readonly by: string;
  readonly at: Instant;
  readonly reason: string | null;
  readonly overridden: boolean;
}

/** What corrects a wrap-up of the case that is locked. */
export interface CorrectionEntry {
  wrapUp(attemptId: string): Promise<StoredWrapUp | null>;
  /** The old words are kept as a revision, the wrap-up says the new ones. */
  revise(
    wrapUp: StoredWrapUp,
    to: {
      readonly given: WrapUpGiven;
      readonly classAfter: CaseClass;
      readonly nextFollowUpOn: LocalDate | null;
      readonly callbackAt: Instant | null;
      readonly excused: boolean;
    },
    revision: Revision,
  ): Promise<void>;
  revisions(wrapUpId: string): Promise<CorrectionForm['revisions']>;
  /** Codes of the talks written up after this one. */
  laterCodes(savedAt: Instant): Promise<readonly { readonly code: DispositionCode; readonly setsDate: boolean }[]>;
  /** The date agreed last before this talk. */
  datesBefore(savedAt: Instant): Promise<{
    readonly nextFollowUpOn: LocalDate | null;
    readonly callbackAt: Instant | null;
    /** That date, where its window had no open day. */
    readonly excusedOn: LocalDate | null;
  }>;
  /** The class that the latest talk gave, whatever the numbers have become since. */
  classOfLatestTalk(): Promise<CaseClass | null>;
  /** The promise of the wrap-up as it should have been given. */
  putPromise(
    wrapUp: StoredWrapUp,
    promise: { readonly amountMinor: number; readonly dueOn: LocalDate; readonly currency: string },
  ): Promise<void>;
  /** It was never given, or replaced by what was said. */
  dropPromise(promiseId: string, at: Instant): Promise<void>;
  reopenPromise(promiseId: string): Promise<void>;
}
