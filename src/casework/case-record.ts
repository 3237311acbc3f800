import type { Calendar } from '../domain/calendar.ts';
import type { ScopedWindowRule } from '../domain/window-rules.ts';

/** One case with everything its dial decision looks at, as stored. Instants are epoch ms. */
export interface CaseRecord {
  readonly id: string;
  readonly debtorId: string;
  readonly clientId: string;
  readonly status: 'open' | 'closed' | 'recalled';
  readonly caseClass: string;
  readonly effective: boolean;
  readonly ownerId: string | null;
  readonly campaignId: string | null;
  readonly currency: string;
  readonly amountMinor: number;
  /** Sum of the payments that stand. */
  readonly paidMinor: number;
  readonly placementDate: string;
  readonly nextFollowUpOn: string | null;
  readonly callbackAt: number | null;
  readonly recallDate: string | null;
  readonly addressZones: readonly string[];
  /** Where the debtor lives, as far as the file says: local law follows it. */
  readonly state: string | null;
  readonly city: string | null;
  readonly roundNumber: number;
  readonly roundStartedAt: number | null;
  readonly lastRoundOn: string | null;
  readonly dueAt: number | null;
  readonly dueReason: string | null;
  readonly tenant: {
    readonly preset: string;
    readonly presetVersion: number;
    readonly businessZone: string;
    readonly dialingOff: boolean;
  };
  readonly campaign: {
    readonly status: string;
    readonly preset: string;
    readonly presetVersion: number;
    /** As stored: read by `rulesOf`. */
    readonly tightening: unknown;
    readonly rulesVersion: number;
    readonly mode: string;
    readonly ringTimeoutMs: number;
    /** As stored; left out where nobody writes a call up. */
    readonly scripts?: unknown;
  } | null;
  readonly numbers: readonly NumberRecord[];
  readonly history: readonly AttemptRecord[];
  readonly stops: readonly { readonly kind: string }[];
  /** Linked cases that came since somebody last looked at them. */
  readonly linkedUnseen: boolean;
  readonly promise: { readonly dueOn: string; readonly promisedAt: number; readonly lineId: string | null } | null;
  /** About this debt or a linked one; withdrawn ones too, they covered the calls made before. */
  readonly consents: readonly ConsentRecord[];
  /** The latest promise that nothing replaced, whatever became of it. */
  readonly lastPromise: PromiseRecord | null;
  /** Payments that stand, reversed ones left out. */
  readonly payments: readonly { readonly amountMinor: number; readonly paidOn: string }[];
  /** The calendar of the case's preset, with what was imported for it. */
  readonly calendar: Calendar;
  /** Every rule of hours there is; `windowRulesOf` says which of them bind the case. */
  readonly windowRules: readonly ScopedWindowRule[];
  readonly liveAttemptId: string | null;
  /** R24: a fraud claim whose signing is not appointed yet. */
  readonly appointmentCallOwed: boolean;
}

export interface PromiseRecord {
  readonly id: string;
  readonly amountMinor: number;
  readonly dueOn: string;
  readonly promisedAt: number;
  readonly status: 'open' | 'kept' | 'broken';
}

export interface NumberRecord {
  readonly id: string;
  readonly lineId: string;
  readonly e164: string;
  readonly lineType: string;
  readonly class: string;
  readonly position: number;
  readonly zones: readonly string[];
  readonly status: string | null;
  readonly holdUntil: number | null;
  readonly lastAttemptAt: number | null;
  readonly lastResult: string | null;
  readonly liveAttemptId: string | null;
  readonly prohibitedByEmployer: boolean;
  /** Calls of the last days to this line for other debtors. */
  readonly otherCalls: readonly OtherCallRecord[];
  /** Where it stands on the list of numbers that are never called; null: nowhere. */
  readonly suppression: { readonly expiresAt: number | null } | null;
}

export interface OtherCallRecord {
  readonly at: number;
  readonly systemResult: string | null;
  readonly code: string | null;
}

export interface ConsentRecord {
  readonly caseId: string;
  readonly lineId: string;
  readonly givenOn: string;
  readonly recordedAt: number;
  readonly withdrawnAt: number | null;
}

export interface AttemptRecord {
  readonly id: string;
  readonly caseId: string;
  readonly numberId: string;
  readonly lineId: string;
  readonly roundNumber: number;
  readonly direction: 'outbound' | 'inbound';
  readonly at: number;
  readonly endedAt: number | null;
  readonly systemResult: string | null;
  readonly answered: boolean;
  readonly connected: boolean;
  readonly code: string | null;
  readonly party: string | null;
}
