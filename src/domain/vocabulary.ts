/**
 * The field's terms as types. One word for one thing; docs/GLOSSARY.md explains each.
 * Instants are epoch milliseconds; calendar dates are ISO `YYYY-MM-DD` strings without a zone.
 */

/** Epoch milliseconds, UTC. */
export type Instant = number;
/** A calendar date without a zone, `YYYY-MM-DD`. */
export type LocalDate = string;
/** An IANA zone name, e.g. `Asia/Shanghai`. */
export type ZoneName = string;

/** R21 order, own mobile first, traced numbers last. */
export const numberClasses = ['self_mobile', 'work', 'home', 'contact', 'relative', 'emergency', 'traced'] as const;
export type NumberClass = (typeof numberClasses)[number];

export const numberStatuses = ['active', 'suspect', 'invalid', 'unverified', 'blocked', 'malformed'] as const;
export type NumberStatus = (typeof numberStatuses)[number];

/** Reasons that are counted towards invalid (R8). They are never added together. */
export const countedReasons = ['vacant', 'no_such_person', 'resigned', 'moved'] as const;
export type CountedReason = (typeof countedReasons)[number];

export const caseClasses = [
  'NEW',
  'NEGOTIATING',
  'PTP',
  'PTP_BROKEN',
  'RAISING_FUNDS',
  'LEFT_MSG_A',
  'LEFT_MSG_B',
  'NO_ANSWER',
  'TRACE',
  'LOST',
  'FRAUD_PENDING',
  'PAID_PENDING',
  'PAID',
  'RECALLED',
  'DISPUTE',
  'COMPLAINT',
  'CEASE',
  'ATTORNEY',
  'DECEASED',
  'BANKRUPT',
  'HARDSHIP',
] as const;
export type CaseClass = (typeof caseClasses)[number];

/** Agent wrap-up codes, rulebook 3.1. */
export const dispositionCodes = [
  'PTP',
  'PTP_CONFIRM',
  'PAID_CLAIM',
  'NEG',
  'FUND',
  'REFUSE',
  'CALLBACK',
  'HANGUP',
  'LM_A',
  'LM_B',
  'TP_NOINFO',
  'TP_STOP',
  'NSP',
  'RESIGNED',
  'MOVED',
  'VACANT_AG',
  'VM',
  'FRAUD_CLAIM',
  'DISPUTE',
  'COMPLAINT',
  'CEASE',
  'ATTORNEY',
  'DECEASED',
  'BANKRUPT',
  'HARDSHIP',
] as const;
export type DispositionCode = (typeof dispositionCodes)[number];

/** Codes whose window a supervisor may let pass, while the call is written up or in a correction (R14, R15, R17). */
export const leaveCodes = ['PTP', 'FUND', 'LM_A'] as const satisfies readonly DispositionCode[];
export type LeaveCode = (typeof leaveCodes)[number];

/** Carrier and system results, rulebook 3.2. */
export const systemResults = [
  'NO_ANSWER',
  'BUSY',
  'REJECTED',
  'POWERED_OFF',
  'OUT_OF_COVERAGE',
  'SUSPENDED',
  'VACANT',
  'NUMBER_CHANGED',
  'MALFORMED',
  'CONGESTION',
  'FAILED',
  'CARRIER_BLOCKED',
  'MACHINE',
  'FAX',
  'ABANDONED',
  'AGENT_LOST',
  'CANCELED',
  'SUPPRESSED',
] as const;
export type SystemResult = (typeof systemResults)[number];

/** Who was on the line: right party, third party, wrong party, nobody, unknown. */
export const parties = ['RPC', 'TPC', 'WPC', 'none', 'unknown'] as const;
export type Party = (typeof parties)[number];

export const stopKinds = [
  'complaint',
  'cease',
  'deceased',
  'bankruptcy',
  'breathing_space',
  'vulnerable',
  'dispute',
  'fraud_hold',
  'attorney',
  'paid',
  'recalled',
] as const;
export type StopKind = (typeof stopKinds)[number];

/** Reasons of a dial decision, rulebook 5.1. */
export const decisionReasons = [
  'tenant_off',
  'case_stop',
  'recalled',
  'not_owned',
  'number_blocked',
  'number_malformed',
  'number_invalid',
  'number_unverified',
  'ptp_hold',
  'before_next_date',
  'third_party_gate',
  'number_hold',
  'outside_window',
  'zone_unknown',
  'holiday',
  'cap_number_day',
  'cap_person_day',
  'cap_debt_window',
  'cap_talks_day',
  'quiet_after_talk',
  'redial_gap',
  'order_wait',
  'live_call',
  'pacing',
] as const;
export type DecisionReason = (typeof decisionReasons)[number];

/** How a call is dialed. Automatic modes may not ring unverified numbers (R32). */
export const dialModes = ['preview', 'progressive', 'ratio', 'predictive', 'manual'] as const;
export type DialMode = (typeof dialModes)[number];

export const agentStates = ['signed_out', 'ready', 'reserved', 'talking', 'wrapping_up', 'on_break'] as const;
export type AgentStateName = (typeof agentStates)[number];

export const attemptStates = [
  'intended',
  'placing',
  'unconfirmed',
  'queued',
  'ringing',
  'answered',
  'connected',
  'ended',
] as const;
export type AttemptState = (typeof attemptStates)[number];

/** Names of the shipped rule presets. */
export const presetNames = ['cn', 'us-regf', 'uk', 'demo'] as const;
export type PresetName = (typeof presetNames)[number];
