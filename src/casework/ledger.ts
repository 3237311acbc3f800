import type { CounterEvent, Counters } from '../domain/counters.ts';
import type { CaseClass, Instant, LocalDate, NumberStatus, StopKind } from '../domain/vocabulary.ts';
import type { CallbackEntry } from './callbacks.ts';
import type { CaseRecord } from './case-record.ts';
import type { TaskEntry } from './task-entry.ts';
import type { NewCaseNumber } from './case-numbers.ts';
import type { LeaveEntry } from './leave-ports.ts';
import type { HandoverEntry } from './handover/handover-ports.ts';
import type { VisitEntry } from './visit-entry.ts';
import type { CorrectionEntry } from './correction-entry.ts';
import type { FraudEntry } from './fraud-ports.ts';
import type { PaymentEntry } from './payments/payment-ports.ts';

/** An attempt as its consequences need it. */
export interface EndedAttempt {
  readonly id: string;
  readonly caseId: string;
  readonly debtorId: string;
  readonly numberId: string;
  readonly lineId: string;
  readonly agentId: string | null;
  readonly roundNumber: number;
  readonly intendedAt: Instant;
  readonly placedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly connectedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly systemResult: string | null;
  readonly identityConfirmed: boolean;
  readonly linkedSeen: boolean;
  readonly inbound: boolean;
  /** Several debtors have the line that rang us, and who it was was not found out. */
  readonly shared: boolean;
  /** What became of a caller who did not wait for an agent: voicemail, callback, closed, left. */
  readonly queueOutcome: string | null;
  readonly wrapUp: {
    readonly code: string;
    readonly classAfter: string;
    readonly nextFollowUpOn: LocalDate | null;
    /** The callback as it was agreed on, also one that holds its number alone. */
    readonly callbackAt: Instant | null;
    readonly acwMs: number;
  } | null;
  /** The trunk's vacant guard is on: what it says of vacancy does not count (3.2). */
  readonly vacantGuardOn: boolean;
}

/** One debtor's view of a line: every one of them is touched when vacancy changes (3.3 item 7). */
export interface DebtorLineRecord {
  readonly debtorId: string;
  readonly status: NumberStatus;
  readonly statusReason: string | null;
  readonly lastAttemptAt: Instant | null;
}

export interface LineRecord {
  readonly lineId: string;
  readonly vacantCount: number;
  readonly debtorLines: readonly DebtorLineRecord[];
  readonly events: readonly CounterEvent[];
}

export interface DebtorLineChange {
  readonly counters: Counters;
  readonly status: NumberStatus;
  readonly statusReason: string | null;
  readonly statusAt: Instant | null;
  readonly lastAttempt?: { readonly at: Instant; readonly result: string | null };
  readonly hold?: { readonly until: Instant; readonly reason: string } | null;
}

export interface CaseChange {
  readonly caseClass?: CaseClass;
  readonly classAt?: Instant;
  readonly effective?: boolean;
  readonly nextFollowUpOn?: LocalDate | null;
  readonly callbackAt?: Instant | null;
  readonly roundNumber?: number;
  readonly roundStartedAt?: Instant | null;
  readonly lastRoundOn?: LocalDate | null;
  readonly dueAt?: Instant | null;
  readonly dueReason?: string | null;
  readonly followUpBy?: LocalDate | null;
  readonly waitingUntil?: Instant | null;
  readonly excusedOn?: LocalDate | null;
  readonly linkedSeenAt?: Instant;
  readonly attemptedAt?: Instant;
  readonly status?: 'open' | 'closed' | 'recalled';
  readonly recallDate?: null;
}

/** A stop that holds now, on the case's debt or on its person. */
export interface ActiveStop {
  readonly id: string;
  readonly kind: StopKind;
  readonly scope: 'person' | 'debt';
  /** The case on which it was set; null for stops older than that knowledge. */
  readonly originCaseId: string | null;
  readonly classBefore: CaseClass | null;
  readonly wrapUpId: string | null;
}

export interface NewWrapUp {
  readonly attemptId: string;
  readonly agentId: string;
  readonly code: string;
  readonly party: string;
  readonly classAfter: CaseClass;
  readonly nextFollowUpOn: LocalDate | null;
  readonly callbackAt: Instant | null;
  readonly note: string | null;
  readonly details: Readonly<Record<string, string | null>>;
  readonly startedAt: Instant;
  readonly savedAt: Instant;
  readonly acwMs: number;
  readonly excused: boolean;
}

/** Inside one transaction, with the case locked: two writers of one case follow each other. */
export interface CaseEntry extends PaymentEntry {
  readonly tasks: TaskEntry;
  /** Calls that somebody was promised. */
  readonly callbacks: CallbackEntry;
  readonly visits: VisitEntry;
  /** The case's part in giving all that somebody has to others. */
  readonly handovers: HandoverEntry;
  /** Adds a number that is not verified yet; null: the case has it already. */
  addNumber(number: NewCaseNumber): Promise<string | null>;
  /** An unverified number becomes active; false: it is not unverified. */
  activateNumber(numberId: string, at: Instant): Promise<boolean>;
  readonly corrections: CorrectionEntry;
  /** Leave to pass a window, asked for while a call of this case is written up. */
  readonly leaves: LeaveEntry;
  /** The fraud applications of this case (R23-R27). */
  readonly fraud: FraudEntry;
  /** Read afresh each time. */
  record(): Promise<CaseRecord>;
  ownerOpenCases(record: CaseRecord): Promise<number>;
  attempt(attemptId: string): Promise<EndedAttempt | null>;
  /** Locks the line: counters are a fold over its events, and no event may come in between. */
  line(lineId: string): Promise<LineRecord>;
  putCounterEvent(event: CounterEvent & { readonly lineId: string; readonly attemptId: string }): Promise<void>;
  /** From here on the line counts from nought for the debtor; what was counted before stays in the log. */
  addReinstatement(lineId: string, debtorId: string, at: Instant): Promise<void>;
  saveVacantCount(lineId: string, vacantCount: number): Promise<void>;
  saveDebtorLine(lineId: string, debtorId: string, change: DebtorLineChange): Promise<void>;
  /** Whether the debtor's employer forbids calls on the line; the debtor's cases share it. */
  saveProhibition(lineId: string, debtorId: string, prohibited: boolean): Promise<void>;
  /** Open cases, other than this one, in which these debtors have the line. */
  casesWithLine(lineId: string, debtorIds: readonly string[]): Promise<readonly string[]>;
  openLinkedCases(debtorId: string): Promise<readonly string[]>;
  /** All other cases of the debtor, closed and withdrawn ones too. */
  linkedCases(debtorId: string): Promise<number>;
  /** A human who knows the debtor was reached on a number that is still valid (R1). */
  reachedOnValidNumber(caseId: string): Promise<boolean>;
  saveCase(change: CaseChange): Promise<void>;
  /** To a collector, or to nobody; the timeline says who did it and why. */
  giveTo(ownerId: string | null, said: { readonly by: string; readonly reason: string }): Promise<void>;
  addNote(caseId: string, authorId: string | null, text: string, at: Instant): Promise<void>;
  noMedia(attempt: EndedAttempt): Promise<void>;
  insertWrapUp(wrapUp: NewWrapUp): Promise<string>;
  replacePromise(at: Instant): Promise<void>;
  openPromise(promise: {
    readonly wrapUpId: string;
    readonly amountMinor: number;
    readonly currency: string;
    readonly dueOn: LocalDate;
    readonly at: Instant;
  }): Promise<void>;
  /** Its id; null: this stop stands already. */
  addStop(stop: {
    readonly kind: StopKind;
    readonly scope: 'person' | 'debt';
    readonly reason: string | null;
    readonly by: string;
    readonly at: Instant;
    readonly classBefore: CaseClass;
    readonly wrapUpId: string | null;
  }): Promise<string | null>;
  activeStops(): Promise<readonly ActiveStop[]>;
  /** The class that the case takes again when the stop is lifted. */
  keepClass(stopId: string, classBefore: CaseClass): Promise<void>;
  liftStop(
    stopId: string,
    lift: { readonly by: string; readonly at: Instant; readonly reason: string; readonly reference: string | null },
  ): Promise<void>;
}

export interface CaseLedger {
  /** Null: no such case. */
  withCase<T>(caseId: string, work: (entry: CaseEntry) => Promise<T>): Promise<T | null>;
  /** Where a stop that holds was set; null: there is none, or it is lifted. */
  caseOfStop(stopId: string): Promise<string | null>;
  caseOfAttempt(attemptId: string): Promise<string | null>;
  /** Marks what these attempts said of vacancy as void; returns the lines and one case for each. */
  voidVacant(attemptIds: readonly string[], at: Instant): Promise<readonly { lineId: string; caseId: string }[]>;
}
