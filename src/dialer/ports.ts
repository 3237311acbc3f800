import type { Readable } from 'node:stream';
import type { AnsweredBy } from '../domain/carrier-outcome.ts';
import type { CaseDialFacts } from '../domain/dial-facts.ts';
import type { SharedAgents } from '../domain/pacing/give-way.ts';
import type { PacedAgent } from '../domain/pacing/moment.ts';
import type { Preset } from '../domain/preset.ts';
import type { Instant } from '../domain/vocabulary.ts';

/** The carrier's own words for where a call is; `initiated` occurs in callbacks only, `queued` only when asked. */
export type CarrierStatus =
  'queued' | 'initiated' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';

/** The addresses of one attempt: each carries the attempt and an unguessable token. */
export interface AttemptAddresses {
  readonly status: string;
  readonly amd: string;
  readonly recording: string;
  readonly media: string;
}

export interface PlaceCall {
  readonly attemptId: string;
  /** E.164. */
  readonly to: string;
  /** E.164. */
  readonly from: string;
  readonly ringTimeoutMs: number;
  readonly maxCallMs: number;
  readonly detectMachine: boolean;
  /** Read out before the audio is ours: that the call is recorded. */
  readonly notice?: string | null;
  /** Read out when our end of the audio closes before the call ends: the abandon notice. */
  readonly farewell: string | null;
  readonly addresses: AttemptAddresses;
}

export type PlaceOutcome =
  | { readonly kind: 'accepted'; readonly sid: string; readonly queueMs: number }
  /** The carrier said no; nothing rings. */
  | { readonly kind: 'refused'; readonly code: number }
  /** The carrier said it did not even look: asking again is safe. */
  | { readonly kind: 'later'; readonly code: number }
  /** Silence after the request left. The phone may be ringing (INV-3). */
  | { readonly kind: 'unknown'; readonly cause: 'timeout' | 'network' | 'server_error' | 'unreadable' };

/** A call as the carrier knows it. */
export interface CarrierCall {
  readonly sid: string;
  readonly status: CarrierStatus;
  readonly createdAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly answeredBy: AnsweredBy | null;
}

export interface CarrierRecording {
  readonly sid: string;
  readonly channels: number;
  readonly durationMs: number | null;
  readonly status: 'in-progress' | 'processing' | 'completed' | 'absent';
}

export interface Carrier {
  readonly kind: 'sim' | 'twilio';
  place(request: PlaceCall): Promise<PlaceOutcome>;
  end(sid: string): Promise<'ended' | 'already-ended' | 'unknown'>;
  /** Calls between the two numbers that could be this attempt's, newest first. Throws a fault when the carrier is silent. */
  find(query: { attemptId: string; to: string; from: string; since: Instant }): Promise<readonly CarrierCall[]>;
  /** Null: the carrier knows no such call. */
  fetchCall(sid: string): Promise<CarrierCall | null>;
  recordings(sid: string): Promise<readonly CarrierRecording[]>;
  downloadRecording(sid: string, recordingSid: string): Promise<Readable>;
  ping(): Promise<boolean>;
}

/** What a callback says, in our words. */
export type CarrierNotice =
  | {
      readonly kind: 'status';
      readonly sid: string;
      readonly status: CarrierStatus;
      readonly sequence: number | null;
      readonly sipCode: number | null;
      readonly errorCode: number | null;
      readonly at: Instant | null;
    }
  | { readonly kind: 'amd'; readonly sid: string; readonly answeredBy: AnsweredBy }
  | {
      readonly kind: 'recording';
      readonly sid: string;
      readonly recordingSid: string;
      readonly status: 'in-progress' | 'completed' | 'absent';
      readonly channels: number;
      readonly durationMs: number | null;
    };

export type CallbackKind = CarrierNotice['kind'];

/** The carrier's dialect of callbacks: who sent it, and what it says. */
export interface CallbackDialect {
  isAuthentic(request: { signature: string; path: string; form: Readonly<Record<string, unknown>> }): Promise<boolean>;
  /** The media socket's address is signed alone, without a form. */
  isAuthenticSocket(request: { readonly signature: string; readonly path: string }): Promise<boolean>;
  read(kind: CallbackKind, form: Readonly<Record<string, unknown>>): CarrierNotice | null;
  /** What of the form is kept: everything but what tells of a person. */
  keep(form: Readonly<Record<string, unknown>>): Record<string, string>;
}

/** Fulfilled by casework: what the dial decision must know about a case. */
export interface CaseFacts {
  /** Cases of the campaign that may be looked at now, best first. A hint: each is decided again before it is rung. */
  dueCases(campaignId: string, now: Instant, limit: number): Promise<readonly string[]>;
  /** Fresh facts. Null: no such case. */
  factsFor(caseId: string, now: Instant): Promise<CaseForDialing | null>;
  /** Null: not on its own. */
  deferCase(caseId: string, dueAt: Instant | null, reason: string): Promise<void>;
}

/** Fulfilled by casework: the rules of a campaign as they stand under its own tightening. Null: not readable. */
export type RulesInForce = (stored: {
  readonly preset: string;
  readonly presetVersion: number;
  readonly tightening: unknown;
}) => Preset | null;

export interface CaseForDialing {
  readonly caseId: string;
  readonly debtorId: string;
  /** Of the campaign's own rules; 0 = as it was set up. */
  readonly rulesVersion: number;
  /** Places whose law was laid over the preset. */
  readonly localLaw: readonly string[];
  readonly facts: CaseDialFacts;
  /** Where each number leads, apart from the facts so that no decision or trace can carry it. */
  readonly lines: readonly {
    readonly numberId: string;
    readonly lineId: string;
    readonly e164: string;
    /** As read from the number: `mobile`, `fixed`, … */
    readonly lineType: string;
  }[];
}

/** Fulfilled by casework. */
export interface FollowUpDesk {
  /** Counters, round, class and the next due instant. Safe to call twice. */
  attemptEnded(attemptId: string): Promise<void>;
  /** The trunk's vacant guard: what these attempts said of their lines no longer counts. Safe to call twice. */
  resultsVoided(attemptIds: readonly string[]): Promise<void>;
}

/** Fulfilled by casework: the carrier has a recording of its own. */
export interface CarrierRecordingDesk {
  carrierRecordingReady(recording: {
    attemptId: string;
    sid: string;
    recordingSid: string;
    channels: number;
    durationMs: number | null;
  }): Promise<void>;
}

export interface PoolFigures {
  /** Ready with proof of life. */
  readonly ready: number;
  readonly reserved: number;
  readonly talking: number;
  readonly wrappingUp: number;
  readonly onBreak: number;
  /** Ready, reserved, talking or wrapping up with proof of life. */
  readonly working: number;
  /** The same without it: not counted on. */
  readonly lifeless: number;
  /** Some of those at work could take some of the campaign's calls alone. */
  readonly languagesDiffer: boolean;
}

/** An agent at work with proof of life. */
export interface PacedSeat extends PacedAgent {
  readonly agentId: string;
  /** The call he is kept for, on, or writing up. */
  readonly attemptId: string | null;
}

export interface SharedFloor extends SharedAgents {
  /** Calls for which an agent of that campaign is kept, whoever's he is besides. */
  readonly keptFor: readonly string[];
}

export interface PoolRoster {
  readonly seats: readonly PacedSeat[];
  /** In a working state without proof of life: not counted on. */
  readonly lifeless: number;
  readonly languagesDiffer: boolean;
  /** Campaigns that ring for some of the same agents. */
  readonly shared: readonly SharedFloor[];
}

/** Fulfilled by routing: the agents of a campaign. */
export interface AgentPool {
  snapshot(campaignId: string): Promise<PoolFigures>;
  roster(campaignId: string): Promise<PoolRoster>;
  /** Keeps a ready agent for a call that is about to be placed; the id of the agent, or null: nobody is ready. */
  hold(call: {
    readonly attemptId: string;
    readonly caseId: string;
    readonly campaignId: string;
    /** owner: nobody else. team: his team too. Left out: all. */
    readonly among?: 'owner' | 'team' | 'all';
    /** This one or nobody. */
    readonly agentId?: string;
    /** Which is rung: a third party there reaches whom he knows. */
    readonly lineId?: string;
  }): Promise<string | null>;
  /** The call will not be placed. Safe to call twice. */
  release(attemptId: string): Promise<void>;
  /** Called whenever an agent's state changed; returns how to stop listening. */
  onChange(listener: () => void): () => void;
}

/** Fulfilled by routing: what happens to a call that is, or was about to be, with an agent. Both safe to call twice. */
export interface CallDesk {
  amdVerdict(attemptId: string, answeredBy: AnsweredBy): Promise<void>;
  callEnded(attemptId: string): Promise<void>;
}

export interface AuditTrail {
  record(entry: {
    readonly actorId: string | null;
    readonly action: string;
    readonly subjectType: string;
    readonly subjectId: string | null;
    readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  }): Promise<void>;
}

export type TableCell = string | number | null;

/** Fulfilled by casework: a table as a file for a spreadsheet, its first row the heads. */
export type TableFile = (
  format: 'xlsx' | 'csv',
  name: string,
  rows: readonly (readonly TableCell[])[],
) => { readonly contentType: string; readonly bytes: AsyncIterable<Buffer> };

/** Fulfilled by realtime: whoever directs the campaign looks again. */
export interface CampaignNews {
  changed(campaignId: string): void;
}
