import type { SystemResult } from './vocabulary.ts';

/** Whose doing an ending is. `none`: nobody's, the call took its course. */
export type EndFault = 'callee' | 'carrier' | 'ours' | 'agent' | 'none';

export const answeredByKinds = ['human', 'machine', 'fax', 'unclear'] as const;
export type AnsweredBy = (typeof answeredByKinds)[number];

export const terminalStatuses = ['completed', 'busy', 'no-answer', 'failed', 'canceled'] as const;
export type TerminalStatus = (typeof terminalStatuses)[number];

export interface CarrierEvidence {
  readonly status: TerminalStatus;
  readonly sipCode?: number | null;
  /** Q.850 cause from a SIP Reason header, where the carrier hands it on. */
  readonly cause?: number | null;
  /** The provider's own error code. */
  readonly errorCode?: number | null;
  readonly answeredBy?: AnsweredBy | null;
}

export interface CarrierOutcome {
  readonly fault: EndFault;
  readonly reason: string;
  /** Rulebook 3.2; null = a person answered and the agent's code decides. */
  readonly systemResult: SystemResult | null;
}

const outcome = (fault: EndFault, reason: string, systemResult: SystemResult): CarrierOutcome => ({
  fault,
  reason,
  systemResult,
});

const noAnswer = outcome('callee', 'no-answer', 'NO_ANSWER');
const busy = outcome('callee', 'busy', 'BUSY');
const rejected = outcome('callee', 'rejected', 'REJECTED');
const poweredOff = outcome('callee', 'powered-off', 'POWERED_OFF');
const vacant = outcome('callee', 'vacant', 'VACANT');
const numberChanged = outcome('callee', 'number-changed', 'NUMBER_CHANGED');
const malformed = outcome('callee', 'malformed', 'MALFORMED');
const noRoute = outcome('carrier', 'no-route', 'FAILED');
const congestion = outcome('carrier', 'congestion', 'CONGESTION');
const outOfOrder = outcome('carrier', 'out-of-order', 'FAILED');
const carrierBlocked = outcome('carrier', 'blocked', 'CARRIER_BLOCKED');
const setupTimeout = outcome('carrier', 'setup-timeout', 'FAILED');
const canceled = outcome('ours', 'canceled', 'CANCELED');
const rateLimited = outcome('ours', 'rate-limited', 'CONGESTION');
const account = outcome('ours', 'account', 'FAILED');
const callerId = outcome('ours', 'caller-id', 'FAILED');
const badRequest = outcome('ours', 'bad-request', 'FAILED');
const unclassified = outcome('ours', 'unclassified', 'FAILED');

/** Rulebook 3.2. Cause 1 alone proves a vacant number; 2 and 3 map to the same SIP 404 and prove nothing. */
const byCause: Readonly<Record<number, CarrierOutcome>> = {
  1: vacant,
  2: noRoute,
  3: noRoute,
  17: busy,
  18: noAnswer,
  19: noAnswer,
  20: poweredOff,
  21: rejected,
  22: numberChanged,
  27: outOfOrder,
  28: malformed,
  34: congestion,
  38: congestion,
  41: congestion,
  42: congestion,
};

const byErrorCode: Readonly<Record<number, CarrierOutcome>> = {
  // Bare statuses of a server that gives no code of its own.
  401: account,
  403: account,
  10001: account,
  10004: rateLimited,
  13223: malformed,
  13224: malformed,
  20003: account,
  20005: account,
  20429: rateLimited,
  21201: badRequest,
  21205: badRequest,
  21208: badRequest,
  21210: callerId,
  21211: malformed,
  21212: callerId,
  21213: callerId,
  21214: noRoute,
  21215: account,
  21216: carrierBlocked,
  21217: malformed,
  21219: account,
  22005: rateLimited,
  32016: setupTimeout,
  32017: carrierBlocked,
  32203: carrierBlocked,
};

const bySipCode: Readonly<Record<number, CarrierOutcome>> = {
  403: carrierBlocked,
  404: noRoute,
  408: noAnswer,
  410: numberChanged,
  480: noAnswer,
  484: malformed,
  486: busy,
  502: outOfOrder,
  503: congestion,
  504: setupTimeout,
  600: busy,
  603: rejected,
  604: noRoute,
  607: carrierBlocked,
  608: carrierBlocked,
};

const byAnsweredBy: Readonly<Record<AnsweredBy, CarrierOutcome>> = {
  human: { fault: 'none', reason: 'answered', systemResult: null },
  unclear: { fault: 'none', reason: 'answered', systemResult: null },
  machine: outcome('callee', 'machine', 'MACHINE'),
  fax: outcome('callee', 'fax', 'FAX'),
};

/**
 * One table from what the carrier said to whose doing it was and the result of rulebook 3.2. The more exact
 * evidence wins: cause, then error code, then SIP code, then the bare status. What no row knows is ours until
 * somebody classifies it.
 */
export function classifyCarrierOutcome(evidence: CarrierEvidence): CarrierOutcome {
  const { status } = evidence;
  if (status === 'canceled') return canceled;
  if (status === 'completed') return byAnsweredBy[evidence.answeredBy ?? 'unclear'];
  const exact =
    lookup(byCause, evidence.cause) ?? lookup(byErrorCode, evidence.errorCode) ?? lookup(bySipCode, evidence.sipCode);
  if (exact !== undefined) return exact;
  if (status === 'busy') return busy;
  if (status === 'no-answer') return noAnswer;
  return unclassified;
}

/** A create request that the carrier refused, by its error code. */
export function classifyCreateRefusal(errorCode: number | null): CarrierOutcome {
  return lookup(byErrorCode, errorCode) ?? unclassified;
}

/** What speaks against this trunk or its account alone: the number itself may well be reached over another one. */
const ofOneTrunk = new Set(['account', 'caller-id', 'rate-limited', 'unreachable', 'no-route']);

/**
 * TRK-15: whether a refused create may be tried over another trunk. Never what the person's line said (busy, malformed,
 * vacant), nor a block, which is a wish and not a fault, nor what nobody has classified.
 */
export const mayGoElsewhere = ({ fault, reason }: CarrierOutcome): boolean =>
  fault !== 'callee' && ofOneTrunk.has(reason);

function lookup(
  table: Readonly<Record<number, CarrierOutcome>>,
  code: number | null | undefined,
): CarrierOutcome | undefined {
  return code === null || code === undefined ? undefined : table[code];
}
