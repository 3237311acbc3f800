import { classifyCarrierOutcome, type AnsweredBy, type EndFault, type TerminalStatus } from './carrier-outcome.ts';
import type { AttemptState, Instant, SystemResult } from './vocabulary.ts';

/**
 * One call placed. The record only ever gains facts: each event sets or moves back a milestone, and the state is
 * read off the facts. So the same events in any order, twice or late, give the same record (INV-8).
 *
 * intended -> placing -> (unconfirmed) -> queued -> ringing -> answered -> connected -> ended, any step may be skipped.
 */
export interface AttemptRecord {
  readonly state: AttemptState;
  /** They rang us. Our own side answers with announcements; only the media stream counts as an answer. */
  readonly inbound: boolean;
  readonly intendedAt: Instant;
  readonly placedAt: Instant | null;
  /** How often a carrier was asked, and how many of these asks were refused and the call handed on to another trunk. */
  readonly asks: number;
  readonly handedOn: number;
  readonly unknownAt: Instant | null;
  readonly sid: string | null;
  readonly queueMs: number | null;
  readonly initiatedAt: Instant | null;
  readonly ringingAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly mediaStartedAt: Instant | null;
  readonly mediaStoppedAt: Instant | null;
  readonly amd: { readonly answeredBy: AnsweredBy; readonly at: Instant } | null;
  readonly offeredAt: Instant | null;
  readonly connected: { readonly agentId: string; readonly at: Instant } | null;
  readonly abandonedAt: Instant | null;
  readonly agentLostAt: Instant | null;
  readonly hangUpAsked: { readonly by: HangUpBy; readonly at: Instant } | null;
  readonly terminal: Terminal | null;
  readonly ending: AttemptEnding | null;
}

export type HangUpBy = 'agent' | 'supervisor' | 'stop' | 'system';

/** What ended the attempt, as reported. */
export type Terminal =
  | {
      readonly by: 'carrier';
      readonly at: Instant;
      readonly status: TerminalStatus;
      readonly sipCode: number | null;
      readonly cause: number | null;
      readonly errorCode: number | null;
    }
  | {
      readonly by: 'refusal';
      readonly at: Instant;
      readonly fault: EndFault;
      readonly reason: string;
      readonly systemResult: SystemResult | null;
    }
  | { readonly by: 'expired'; readonly at: Instant }
  | { readonly by: 'suppressed'; readonly at: Instant; readonly reason: string }
  | { readonly by: 'notFound'; readonly at: Instant };

export interface AttemptEnding {
  readonly at: Instant;
  readonly fault: EndFault;
  readonly reason: string;
  /** Null: a person talked with an agent, whose code decides. */
  readonly systemResult: SystemResult | null;
}

export type AttemptEvent =
  /** `ask`: the how-manieth it is; left out: the first. */
  | { readonly type: 'placing'; readonly at: Instant; readonly ask?: number }
  /** That ask was refused: nothing rings, and another trunk may be asked. */
  | { readonly type: 'handedOn'; readonly at: Instant; readonly ask: number }
  | { readonly type: 'createAccepted'; readonly at: Instant; readonly sid: string; readonly queueMs: number | null }
  | {
      readonly type: 'createRefused';
      readonly at: Instant;
      readonly fault: EndFault;
      readonly reason: string;
      readonly systemResult: SystemResult | null;
    }
  | { readonly type: 'createUnknown'; readonly at: Instant }
  | {
      readonly type: 'carrierStatus';
      readonly at: Instant;
      readonly sid: string | null;
      readonly status: 'queued' | 'initiated' | 'ringing' | 'in-progress' | TerminalStatus;
      readonly sequence: number | null;
      readonly sipCode: number | null;
      readonly cause: number | null;
      readonly errorCode: number | null;
    }
  | { readonly type: 'mediaStarted'; readonly at: Instant; readonly sid: string | null }
  | { readonly type: 'mediaStopped'; readonly at: Instant }
  | { readonly type: 'amd'; readonly at: Instant; readonly answeredBy: AnsweredBy }
  | { readonly type: 'offered'; readonly at: Instant }
  | { readonly type: 'connected'; readonly at: Instant; readonly agentId: string }
  | { readonly type: 'abandoned'; readonly at: Instant }
  | { readonly type: 'agentLost'; readonly at: Instant }
  | { readonly type: 'hangUpAsked'; readonly at: Instant; readonly by: HangUpBy }
  /** The dial-by instant passed before the carrier was asked. */
  | { readonly type: 'expired'; readonly at: Instant }
  /** The decision at the instant of launching refused. */
  | { readonly type: 'suppressed'; readonly at: Instant; readonly reason: string }
  /** Unconfirmed, and the carrier knows no such call. */
  | { readonly type: 'notFound'; readonly at: Instant };

export type AttemptStep =
  | { readonly kind: 'moved'; readonly to: AttemptRecord }
  | { readonly kind: 'ignored'; readonly because: 'duplicate' | 'late' };

export function intendedAttempt(intendedAt: Instant): AttemptRecord {
  return {
    state: 'intended',
    inbound: false,
    intendedAt,
    placedAt: null,
    asks: 0,
    handedOn: 0,
    unknownAt: null,
    sid: null,
    queueMs: null,
    initiatedAt: null,
    ringingAt: null,
    answeredAt: null,
    mediaStartedAt: null,
    mediaStoppedAt: null,
    amd: null,
    offeredAt: null,
    connected: null,
    abandonedAt: null,
    agentLostAt: null,
    hangUpAsked: null,
    terminal: null,
    ending: null,
  };
}

/** Somebody rings us: known to the carrier from the start, and nothing of it was ever intended. */
export const arrivedAttempt = (at: Instant, sid: string): AttemptRecord =>
  read({ ...intendedAttempt(at), inbound: true, sid, ringingAt: at });

const earliest = (known: Instant | null, at: Instant): Instant => (known === null || at < known ? at : known);
const smaller = (known: string | null, sid: string | null): string | null =>
  sid === null ? known : known === null || sid < known ? sid : known;

/** Merges one event; equal facts change nothing. Never throws, whatever the order. */
export function applyAttemptEvent(record: AttemptRecord, event: AttemptEvent): AttemptStep {
  const merged = read(merge(record, event));
  if (sameRecord(record, merged)) {
    return { kind: 'ignored', because: record.state === 'ended' ? 'late' : 'duplicate' };
  }
  return { kind: 'moved', to: merged };
}

function merge(record: AttemptRecord, event: AttemptEvent): AttemptRecord {
  switch (event.type) {
    case 'placing': {
      const { ask = 1 } = event;
      if (ask < record.asks) return record;
      const placedAt = ask > record.asks ? event.at : earliest(record.placedAt, event.at);
      return { ...record, asks: ask, placedAt };
    }
    case 'handedOn':
      return { ...record, handedOn: Math.max(record.handedOn, event.ask) };
    case 'createAccepted':
      return { ...record, sid: smaller(record.sid, event.sid), queueMs: record.queueMs ?? event.queueMs };
    case 'createRefused':
      return withTerminal(record, {
        by: 'refusal',
        at: event.at,
        fault: event.fault,
        reason: event.reason,
        systemResult: event.systemResult,
      });
    case 'createUnknown':
      return { ...record, unknownAt: earliest(record.unknownAt, event.at) };
    case 'carrierStatus':
      return mergeStatus({ ...record, sid: smaller(record.sid, event.sid) }, event);
    case 'mediaStarted':
      return {
        ...record,
        sid: smaller(record.sid, event.sid),
        mediaStartedAt: earliest(record.mediaStartedAt, event.at),
        answeredAt: earliest(record.answeredAt, event.at),
      };
    case 'mediaStopped':
      return { ...record, mediaStoppedAt: earliest(record.mediaStoppedAt, event.at) };
    case 'amd':
      return record.amd !== null &&
        (record.amd.at < event.at || (record.amd.at === event.at && record.amd.answeredBy <= event.answeredBy))
        ? record
        : { ...record, amd: { answeredBy: event.answeredBy, at: event.at } };
    case 'offered':
      return { ...record, offeredAt: earliest(record.offeredAt, event.at) };
    case 'connected':
      return record.connected !== null &&
        (record.connected.at < event.at ||
          (record.connected.at === event.at && record.connected.agentId <= event.agentId))
        ? record
        : { ...record, connected: { agentId: event.agentId, at: event.at } };
    case 'abandoned':
      return { ...record, abandonedAt: earliest(record.abandonedAt, event.at) };
    case 'agentLost':
      return { ...record, agentLostAt: earliest(record.agentLostAt, event.at) };
    case 'hangUpAsked':
      return record.hangUpAsked !== null &&
        (record.hangUpAsked.at < event.at || (record.hangUpAsked.at === event.at && record.hangUpAsked.by <= event.by))
        ? record
        : { ...record, hangUpAsked: { by: event.by, at: event.at } };
    case 'expired':
      return withTerminal(record, { by: 'expired', at: event.at });
    case 'suppressed':
      return withTerminal(record, { by: 'suppressed', at: event.at, reason: event.reason });
    case 'notFound':
      return withTerminal(record, { by: 'notFound', at: event.at });
  }
}

function mergeStatus(record: AttemptRecord, event: AttemptEvent & { readonly type: 'carrierStatus' }): AttemptRecord {
  switch (event.status) {
    case 'queued':
      return record;
    case 'initiated':
      return { ...record, initiatedAt: earliest(record.initiatedAt, event.at) };
    case 'ringing':
      return { ...record, ringingAt: earliest(record.ringingAt, event.at) };
    case 'in-progress':
      if (record.inbound) return record;
      return { ...record, answeredAt: earliest(record.answeredAt, event.at) };
    case 'completed':
    case 'busy':
    case 'no-answer':
    case 'failed':
    case 'canceled':
      return withTerminal(record, {
        by: 'carrier',
        at: event.at,
        status: event.status,
        sipCode: event.sipCode,
        cause: event.cause,
        errorCode: event.errorCode,
      });
  }
}

/** Whose word on the ending counts most; equal words: the earlier one. */
const terminalRank: Readonly<Record<Terminal['by'], number>> = {
  carrier: 0,
  refusal: 1,
  suppressed: 2,
  expired: 3,
  notFound: 4,
};

function withTerminal(record: AttemptRecord, terminal: Terminal): AttemptRecord {
  return record.terminal !== null && compareTerminals(record.terminal, terminal) <= 0
    ? record
    : { ...record, terminal };
}

function compareTerminals(a: Terminal, b: Terminal): number {
  const order = terminalRank[a.by] - terminalRank[b.by] || a.at - b.at;
  if (order !== 0) return order;
  const left = JSON.stringify(a);
  const right = JSON.stringify(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function read(record: AttemptRecord): AttemptRecord {
  return { ...record, state: stateOf(record), ending: endingOf(record) };
}

function stateOf(record: AttemptRecord): AttemptState {
  if (record.terminal !== null) return 'ended';
  if (record.connected !== null) return 'connected';
  if (record.answeredAt !== null) return 'answered';
  if (record.ringingAt !== null) return 'ringing';
  if (record.sid !== null || record.initiatedAt !== null) return 'queued';
  if (record.unknownAt !== null) return 'unconfirmed';
  return record.placedAt === null || record.handedOn >= Math.max(record.asks, 1) ? 'intended' : 'placing';
}

function endingOf(record: AttemptRecord): AttemptEnding | null {
  const { terminal } = record;
  if (terminal === null) return null;
  const { at } = terminal;
  switch (terminal.by) {
    case 'refusal':
      return { at, fault: terminal.fault, reason: terminal.reason, systemResult: terminal.systemResult };
    case 'suppressed':
      return { at, fault: 'none', reason: `suppressed-${terminal.reason}`, systemResult: 'SUPPRESSED' };
    case 'expired':
      return { at, fault: 'ours', reason: 'dial-by-passed', systemResult: 'SUPPRESSED' };
    case 'notFound':
      return { at, fault: 'carrier', reason: 'never-placed', systemResult: 'FAILED' };
    case 'carrier':
      if (record.inbound) return inboundEnding(record, at);
      return terminal.status === 'completed' ? answeredEnding(record, at) : unansweredEnding(terminal);
  }
}

function unansweredEnding(terminal: Terminal & { readonly by: 'carrier' }): AttemptEnding {
  return { at: terminal.at, ...classifyCarrierOutcome(terminal) };
}

/** Nobody was let down by a machine of ours as long as an agent came; whoever left before is a missed call. */
function inboundEnding(record: AttemptRecord, at: Instant): AttemptEnding {
  if (record.connected !== null) return answeredEnding(record, at);
  return { at, fault: 'none', reason: 'caller-left', systemResult: 'CANCELED' };
}

/** `completed`: somebody or something answered. What became of the answer tells the rest. */
function answeredEnding(record: AttemptRecord, at: Instant): AttemptEnding {
  if (record.connected !== null) {
    if (record.agentLostAt !== null) return { at, fault: 'agent', reason: 'agent-lost', systemResult: 'AGENT_LOST' };
    const by = record.hangUpAsked?.by;
    return { at, fault: 'none', reason: by === undefined ? 'callee-hung-up' : `${by}-hung-up`, systemResult: null };
  }
  const answeredBy = record.amd?.answeredBy ?? 'unclear';
  if (answeredBy === 'machine' || answeredBy === 'fax') {
    return { at, ...classifyCarrierOutcome({ status: 'completed', answeredBy }) };
  }
  // Nobody spoke with the person: counted as abandoned whether we let go or they did (unclassified answers count).
  return {
    at,
    fault: 'ours',
    reason: record.abandonedAt === null ? 'left-before-agent' : 'abandoned',
    systemResult: 'ABANDONED',
  };
}

function sameRecord(a: AttemptRecord, b: AttemptRecord): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
