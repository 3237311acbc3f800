import type { CalendarName } from './calendar.ts';
import type { CountedReason, DialMode, NumberClass, PresetName, SystemResult } from './vocabulary.ts';
import type { ClockTime } from './zoned-time.ts';

/** Inclusive range of days after the contact: `[1, 7]` is D+1 to D+7. */
export type DayRange = readonly [number, number];

/** Follow-up windows of the wrap-up codes that set a date (rulebook 3.1, R13-R18). */
export type WindowName = 'NEG' | 'REFUSE' | 'PTP' | 'FUND' | 'PAID_CLAIM' | 'CALLBACK' | 'LM_A' | 'LM_B' | 'TP_NOINFO';

export interface CallingHours {
  /** Half-open `[start, end)` at the called number. */
  readonly hours: readonly [ClockTime, ClockTime];
  /** Other hours on Sundays; null = none at all. Absent: as on other days. */
  readonly sunday?: readonly [ClockTime, ClockTime] | null;
  /** `number`: the number's own zones, else the address. `number_and_address`: inside both. */
  readonly zone: 'number' | 'number_and_address';
  readonly unknownZone: 'block';
}

export interface Caps {
  readonly attemptsPerNumberDay: number | null;
  readonly attemptsPerPersonDay: number | null;
  /** At most `calls` to the person about one debt in `days` days, today included; results in `exclude` are not counted. */
  readonly perPersonPerDebt: {
    readonly calls: number;
    readonly days: number;
    readonly exclude: readonly SystemResult[];
    readonly excludeConsented: boolean;
  } | null;
  readonly effectiveTalksPerDebtorDay: number | null;
  /** No call about the debt until talk date + this many days. 0 = no quiet period. */
  readonly quietAfterTalkDays: number;
  readonly minRedialMs: number;
  /** The gap holds for the same line, or for the person over all lines. */
  readonly redialScope: 'line' | 'person';
}

export interface ThirdPartyRules {
  readonly gate: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
  /** No third party while the debtor was reached in these last days (today included). 0 = no such rule. */
  readonly noRpcDays: number;
  /** Answered calls to one third party at most. */
  readonly maxPerPerson: number | null;
  /** Modes in which a third party may be called at all. */
  readonly modes: readonly DialMode[];
  readonly stopOnRefusal: boolean;
}

export interface RetryRules {
  readonly busyAfterMs: number;
  readonly busyExtra: number;
  readonly congestionAfterMs: number;
  readonly congestionExtra: number;
}

/** A versioned set of rules. Data only: every decision takes it as an argument. */
export interface Preset {
  readonly name: PresetName;
  readonly version: number;
  readonly window: CallingHours;
  /** Boundaries of the dayparts, ascending: n+1 boundaries make n parts. */
  readonly dayparts: readonly ClockTime[];
  /** TRACE and LOST cases change the daypart (R11), or every unanswered case does. */
  readonly daypartRotation: 'off' | 'trace' | 'no_answer';
  readonly calendar: CalendarName;
  readonly holidayDialing: 'off' | 'ptp_only' | 'on';
  readonly order: readonly NumberClass[];
  /** Counts at which a number becomes invalid (>=). */
  readonly invalid: Readonly<Record<CountedReason, number>>;
  readonly round: { readonly onRpc: 'stop' | 'continue' };
  readonly cadence: {
    readonly threshold: number;
    readonly atThreshold: 'lower' | 'upper';
    readonly effectiveDays: number;
    readonly otherDays: { readonly lower: number; readonly upper: number };
  };
  readonly windows: Readonly<Record<WindowName, DayRange>>;
  readonly ptp: {
    /** Reminder this many working days before the due date; null = no reminder call. */
    readonly reminderWorkingDays: number | null;
    readonly dueDayCalls: boolean;
    readonly maxPerPart: number;
    readonly graceDays: number;
  };
  readonly retry: RetryRules;
  readonly caps: Caps;
  readonly thirdParty: ThirdPartyRules;
  readonly abandon: {
    /** 0..1 */
    readonly maxRate: number;
    readonly overDays: number;
    readonly agentWithinMs: number;
    readonly message: 'identify_only' | 'identify_2s' | 'off';
    /** Within this time after an abandoned call only with an agent reserved. */
    readonly noAutoRedialMs: number;
    /** False: not again on the same day either. */
    readonly sameDayRedial: boolean;
  };
  readonly recording: { readonly all: boolean; readonly announce: boolean; readonly retainDays: number };
  readonly amd: 'on' | 'off';
  readonly ringMinMs: number;
  readonly minAccountsDay: number;
  /** Numbers reserved for fiction are accepted at import. */
  readonly acceptsFiction: boolean;
  /** False: refused by every trunk that leads to the public network. */
  readonly realCarrierAllowed: boolean;
}

/** Days of history, today included, that a decision looks back over; the attempts of the current round come on top. */
export function historyDaysNeeded(preset: Preset): number {
  return Math.max(
    2,
    preset.caps.perPersonPerDebt?.days ?? 0,
    preset.caps.quietAfterTalkDays + 1,
    preset.thirdParty.noRpcDays,
    Math.ceil(preset.abandon.noAutoRedialMs / 86_400_000) + 1,
  );
}
