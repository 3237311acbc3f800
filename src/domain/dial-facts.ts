import type { Calendar } from './calendar.ts';
import type { Preset } from './preset.ts';
import type {
  CaseClass,
  DecisionReason,
  DialMode,
  DispositionCode,
  Instant,
  LocalDate,
  NumberClass,
  NumberStatus,
  Party,
  StopKind,
  SystemResult,
  ZoneName,
} from './vocabulary.ts';
import type { WindowRule } from './window-rules.ts';

export type AttemptResult = SystemResult | DispositionCode;

/** An attempt to the person, over all numbers and linked cases. Suppressed intents are not attempts: leave them out. */
export interface PastAttempt {
  readonly attemptId: string;
  readonly caseId: string;
  readonly numberId: string;
  readonly lineId: string;
  readonly roundNumber: number;
  /** When the call was placed, else intended. */
  readonly at: Instant;
  readonly endedAt: Instant | null;
  /** The agent's code where there is one, else the system result; null while the attempt lives. */
  readonly result: AttemptResult | null;
  readonly answered: boolean;
  readonly party: Party;
  /** A substantive talk with the debtor: right party and connected to an agent. */
  readonly talk: boolean;
  /** Made with the person's direct prior consent (US). */
  readonly consented?: boolean;
  /** The person rang: a talk like any other, and no call of ours. */
  readonly inbound?: boolean;
}

export interface NumberFacts {
  readonly id: string;
  readonly lineId: string;
  readonly class: NumberClass;
  readonly status: NumberStatus;
  readonly position: number;
  /** Candidate zones of the number itself. */
  readonly zones: readonly ZoneName[];
  /** LM window or third-party callback (3.4). */
  readonly holdUntil: Instant | null;
  readonly lastAttemptAt: Instant | null;
  readonly lastResult: AttemptResult | null;
  /** A live attempt to this line for anybody; null = none. */
  readonly liveAttemptId: string | null;
  /** Instants of the counted calls to this line for other people; absent = none known. */
  readonly otherCallsAt?: readonly Instant[];
  /** The employer does not want calls here (1006.6(b)(1)); absent = not known. */
  readonly prohibitedByEmployer?: boolean;
  /** On the list of numbers that are never called: blocked for good, or held until it ends; absent = not on it. */
  readonly suppressed?: boolean;
  /** As on the case, for this line alone; absent: what the case says holds for every line. */
  readonly consentOn?: LocalDate | null;
}

export interface CaseFacts {
  readonly id: string;
  readonly status: 'open' | 'closed' | 'recalled';
  /** In a running campaign or with an owner; false: nobody works it. */
  readonly owned: boolean;
  readonly caseClass: CaseClass;
  readonly effective: boolean;
  /** Explicit case date (3.4). */
  readonly nextFollowUpOn: LocalDate | null;
  /** Agreed instant of a debtor's callback. */
  readonly callbackAt: Instant | null;
  readonly addressZones: readonly ZoneName[];
  /** Business date on which the person agreed to further calls about this debt (US); absent or null = never. */
  readonly consentOn?: LocalDate | null;
  /** A fraud case whose one call for the signing appointment is still to be made (R24). */
  readonly appointmentCallOwed?: boolean;
  /** Open stops on the person or on this debt. */
  readonly stops: readonly StopKind[];
  /** Linked cases that nobody who works this one has looked at yet (R35); absent = none. */
  readonly linkedUnseen?: boolean;
  /** The open promise and the business date on which it was made. */
  readonly promise: {
    readonly dueOn: LocalDate;
    readonly promisedOn: LocalDate;
    /** The line on which it was given; absent or null = not known. */
    readonly lineId?: string | null;
  } | null;
  readonly roundNumber: number;
  /** Business date of the last complete round; null = none yet. */
  readonly lastRoundOn: LocalDate | null;
  /** Open cases of the owner at the start of the day (R1-R4); of the campaign for a pooled case. */
  readonly ownerOpenCases: number;
}

/** Everything `decideCase` needs about one case. */
export interface CaseDialFacts {
  readonly preset: Preset;
  readonly calendar: Calendar;
  readonly tenantOff: boolean;
  readonly mode: DialMode;
  readonly businessZone: ZoneName;
  readonly ringTimeoutMs: number;
  /** Hours kept besides those of the preset; absent: none. */
  readonly windowRules?: readonly WindowRule[];
  readonly case: CaseFacts;
  readonly numbers: readonly NumberFacts[];
  /** At least `historyDaysNeeded(preset)` days, and all attempts of the current round. */
  readonly history: readonly PastAttempt[];
  /** A live attempt to this person; null = none. */
  readonly liveAttemptId: string | null;
  /** The attempt on whose behalf the decision is taken again (INV-2); it does not stand in its own way. */
  readonly exceptAttemptId?: string | null;
  /** Pacing or the abandon budget says no (gate 11); absent: not asked. */
  readonly pacingClosed?: boolean;
}

export interface DialFacts extends CaseDialFacts {
  readonly number: NumberFacts;
}

export const gates = [
  'tenant',
  'case_stop',
  'case_status',
  'number_status',
  'case_date',
  'third_party',
  'number_hold',
  'window',
  'caps',
  'order',
  'pacing',
] as const;
export type GateName = (typeof gates)[number];

export interface GateTrace {
  readonly gate: GateName;
  readonly passed: boolean;
  readonly reason?: DecisionReason;
  /** When this gate alone opens; null = not on its own. */
  readonly until?: Instant | null;
  /** One word more: the stop's kind, `cadence`, `busy_retry`, `next_daypart`, ... */
  readonly detail?: string;
}

export type DialDecision =
  | {
      readonly kind: 'ALLOW';
      /** Nothing may be sent to the carrier after this instant. */
      readonly dialBy: Instant;
      /** Only with an agent reserved: third parties, reminder and due-day calls, redial after an abandoned call. */
      readonly agentReserved: boolean;
      readonly trace: readonly GateTrace[];
    }
  | {
      readonly kind: 'DEFER';
      /** The next instant at which the number may be dialed, all gates considered; null = not on its own. */
      readonly until: Instant | null;
      readonly reason: DecisionReason;
      readonly trace: readonly GateTrace[];
    }
  | { readonly kind: 'BLOCK'; readonly reason: DecisionReason; readonly trace: readonly GateTrace[] };

export interface CaseDecision {
  readonly numbers: readonly { readonly numberId: string; readonly decision: DialDecision }[];
  /** The number to dial now; null = none. */
  readonly next: string | null;
  /** When to look at the case again: now for a number to dial, null = never on its own. */
  readonly dueAt: Instant | null;
  /** `due`, `cadence`, a decision reason, or null for a case without numbers. */
  readonly dueReason: string | null;
  readonly round: { readonly number: number; readonly complete: boolean; readonly remaining: readonly string[] };
}
