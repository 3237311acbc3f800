import type { CalendarName } from './calendar.ts';
import type { LinkedCasesGate } from './linked-review.ts';
import type { CountedReason, DialMode, NumberClass, PresetName, SystemResult } from './vocabulary.ts';
import type { VacantGuardRule } from './vacant-guard.ts';
import type { ClockTime } from './zoned-time.ts';

/** Inclusive range of days after the contact: `[1, 7]` is D+1 to D+7. */
export type DayRange = readonly [number, number];

/** Follow-up windows of the wrap-up codes that set a date (rulebook 3.1, R13-R18). */
export type WindowName = 'NEG' | 'REFUSE' | 'PTP' | 'FUND' | 'PAID_CLAIM' | 'CALLBACK' | 'LM_A' | 'LM_B' | 'TP_NOINFO';

export interface CallingHours {
  /** Half-open `[start, end)` at the called number. */
  readonly hours: readonly [ClockTime, ClockTime];
  /** Weekdays on which calls are made, 1 = Monday; absent: all. */
  readonly days?: readonly number[];
  /** Other hours on Sundays; null = none at all. Absent: as on other days. */
  readonly sunday?: readonly [ClockTime, ClockTime] | null;
  /** `number`: the number's own zones, else the address. `number_and_address`: inside both. */
  readonly zone: 'number' | 'number_and_address';
  readonly unknownZone: 'block';
}

/** How a number becomes invalid (R8, 3.3). */
export interface InvalidRules extends Readonly<Record<CountedReason, number>> {
  /** At the count itself, or only above it. */
  readonly compare: '>=' | '>';
  /** Two reports of one reason count separately, or once in a part of the day, or once a day (3.3 item 5). */
  readonly independence: 'call' | 'daypart' | 'day';
  /** All reasons added together; null: never (R8). */
  readonly combined: number | null;
}

/** At most `calls` calls in `days` consecutive days, today included. */
export interface CallWindowCap {
  readonly calls: number;
  readonly days: number;
  /** Counted over all cases of the person, or over the calls about this debt alone. */
  readonly per: 'person' | 'debt';
  /** Calls to these number classes only; null = to any. */
  readonly classes: readonly NumberClass[] | null;
  /** Results that are not counted. */
  readonly exclude: readonly SystemResult[];
  /** Calls made with the person's direct prior consent are not counted. */
  readonly excludeConsented: boolean;
}

export interface Caps {
  readonly attemptsPerNumberDay: number | null;
  readonly attemptsPerPersonDay: number | null;
  readonly callWindows: readonly CallWindowCap[];
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

/** Places whose law stands above the national preset. */
export const overlayNames = ['MA', 'WA', 'NYC'] as const;
export type OverlayName = (typeof overlayNames)[number];

/** How long the tasks around the calls may take (R19, R24, R26, R31, R33, R34, R39). */
export interface TaskClocks {
  readonly lookup114Days: number;
  /** Tracing cases only, or every case. */
  readonly lookup114For: 'trace' | 'all';
  readonly dataEntryHours: number;
  readonly visitHours: number;
  /** Complete rounds without an answer, and the dayparts they must have covered, before a visit is proposed. */
  readonly visitAfterRounds: number;
  readonly visitAfterDayparts: number;
  readonly fraudSignDays: number;
  /** Working days after the bank's confirmation: warned at the first, breached after the second. */
  readonly fraudRecallWorkingDays: readonly [number, number];
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
  /** Days that follow-ups are owed on: every day but holidays, or the days on which the calling hours open. */
  readonly openDays: 'all_but_holidays' | 'schedule';
  readonly holidayDialing: 'off' | 'ptp_only' | 'on';
  readonly order: readonly NumberClass[];
  readonly invalid: InvalidRules;
  /** So many times suspended make a line invalid; null: never (3.2). */
  readonly suspended: { readonly threshold: number | null };
  /** Null: results of a trunk always count. */
  readonly vacantGuard: VacantGuardRule | null;
  readonly round: { readonly onRpc: 'stop' | 'continue' };
  readonly cadence: {
    readonly threshold: number;
    readonly atThreshold: 'lower' | 'upper';
    /** Whose open cases are counted: the owner's (the campaign's for a pooled case), or always the campaign's. */
    readonly scope: 'agent' | 'campaign';
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
    /** The calls fall into the quiet period after the talk that made the promise: only with direct consent. */
    readonly onlyWithConsent: boolean;
    /** An open promise holds the whole case, or the number on which it was given (R7). */
    readonly holdScope: 'case' | 'number';
  };
  /** A message left with a third party holds the number, or the case (R17, R18). */
  readonly lm: { readonly holdScope: 'number' | 'case' };
  /** Linked cases are looked at first: not at all, before the wrap-up, or before dialing (R35). */
  readonly links: { readonly gate: LinkedCasesGate };
  /** A claim of fraud holds every call, or those that nobody makes by hand (R23). */
  readonly fraud: { readonly hold: 'all' | 'automatic' };
  /** A wrap-up that takes longer than this: an alert, or nothing. Nobody is made ready by it (R30). */
  readonly acw: { readonly timeoutMs: number; readonly timeoutAction: 'alert' | 'off' };
  /** Work numbers on which the employer forbids calls are dialed all the same, or never. */
  readonly work: { readonly allow: 'always' | 'unless_prohibited' };
  /** A breathing space (UK moratorium) can be entered and stops the person. */
  readonly breathingSpaceStop: boolean;
  readonly retry: RetryRules;
  readonly caps: Caps;
  /** Local law that tightens this preset where the person lives. */
  readonly overlays: readonly OverlayName[];
  readonly thirdParty: ThirdPartyRules;
  readonly abandon: {
    /** 0..1 */
    readonly maxRate: number;
    readonly overDays: number;
    /** From this share over `hardOverHours` nothing is launched by itself at all; null: no such limit. */
    readonly hardRate: number | null;
    readonly hardOverHours: number;
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
  readonly clocks: TaskClocks;
  /** Numbers reserved for fiction are accepted at import. */
  readonly acceptsFiction: boolean;
  /** False: refused by every trunk that leads to the public network. */
  readonly realCarrierAllowed: boolean;
}

const overlayHistoryDays: Readonly<Record<OverlayName, number>> = { MA: 30, WA: 7, NYC: 7 };

/** Days of history, today included, that a decision looks back over; the attempts of the current round come on top. */
export function historyDaysNeeded(preset: Preset): number {
  return Math.max(
    2,
    ...preset.overlays.map((name) => overlayHistoryDays[name]),
    ...preset.caps.callWindows.map(({ days }) => days),
    preset.caps.quietAfterTalkDays + 1,
    preset.thirdParty.noRpcDays,
    Math.ceil(preset.caps.minRedialMs / 86_400_000) + 1,
    Math.ceil(preset.abandon.noAutoRedialMs / 86_400_000) + 1,
  );
}
