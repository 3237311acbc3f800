import type { AttemptRecord } from '../domain/attempt.ts';
import type { CallLimits } from '../domain/campaign-limits.ts';
import type { DialMode, Instant } from '../domain/vocabulary.ts';
import type { DecisionRecord } from './decision-record.ts';
import type { CallbackKind } from './ports.ts';

/** What this room keeps. Truth is in Postgres; queue, lease and ready list are nudges that may vanish (INV-7). */

export interface NewAttempt extends DecisionRecord {
  readonly attemptId: string;
  readonly caseId: string;
  readonly debtorId: string;
  readonly numberId: string;
  readonly lineId: string;
  readonly campaignId: string;
  readonly trunkId: string;
  readonly callerIdId: string;
  readonly mode: string;
  readonly roundNumber: number;
  readonly intendedAt: Instant;
  readonly dialByAt: Instant;
  readonly tokenHash: string;
  /** Of the pacing lease under which it is launched; null: asked for by a person. */
  readonly fence: number | null;
}

export type IntendReply = 'intended' | 'live_call' | 'no_channel' | 'lease_lost' | 'campaign_not_running';

export interface StoredAttempt {
  readonly attemptId: string;
  readonly caseId: string;
  readonly numberId: string;
  readonly campaignId: string | null;
  readonly trunkId: string;
  readonly version: number;
  readonly dialByAt: Instant;
  readonly tokenHash: string;
  readonly record: AttemptRecord;
  readonly settledAt: Instant | null;
}

export interface LiveAttempt extends StoredAttempt {
  readonly ringTimeoutMs: number;
}

/** Everything that placing needs; read fresh, never carried in a job. */
export interface LaunchSheet {
  readonly attempt: StoredAttempt;
  readonly to: string;
  readonly from: string;
  readonly campaign: Campaign | null;
  readonly trunk: Trunk;
}

export interface AttemptBook {
  /** One transaction: fence, campaign, channel and both unique live indexes are checked with the insert. */
  intend(attempt: NewAttempt): Promise<IntendReply>;
  find(attemptId: string): Promise<StoredAttempt | null>;
  sheet(attemptId: string): Promise<LaunchSheet | null>;
  /** Applies only on the version that was read. */
  save(
    attemptId: string,
    version: number,
    record: AttemptRecord,
    also?: {
      readonly tokenHash?: string;
      /** The decision as it was taken again. */
      readonly decided?: DecisionRecord;
      /** The ending changed: follow-up must look again. */ readonly unsettle?: boolean;
    },
  ): Promise<'saved' | 'stale'>;
  settled(attemptId: string, version: number, at: Instant): Promise<'saved' | 'stale'>;
  live(): Promise<readonly LiveAttempt[]>;
  /** Ended, and not yet taken in by follow-up. */
  unsettled(endedBefore: Instant, limit: number): Promise<readonly string[]>;
  /** Which of the carrier's calls belong to an attempt already. */
  boundSids(sids: readonly string[]): Promise<ReadonlySet<string>>;
  /** To and from, for asking the carrier. */
  endpoints(attemptId: string): Promise<{ readonly to: string; readonly from: string } | null>;
}

export interface Trunk {
  readonly trunkId: string;
  readonly kind: string;
  readonly enabled: boolean;
  readonly cps: number;
  readonly channels: number;
}

export interface Campaign extends CallLimits {
  readonly campaignId: string;
  readonly name: string;
  readonly status: 'draft' | 'running' | 'paused' | 'drained';
  readonly mode: DialMode;
  readonly preset: string;
  readonly machineTreatment: 'hang_up' | 'keep';
  readonly machineTreatmentWhenConnected: 'tell' | 'hang_up';
  /** Spoken to an answered call that nobody could take; null: hang up. */
  readonly farewell: string | null;
  readonly trunk: Trunk;
}

export interface CampaignBook {
  find(campaignId: string): Promise<Campaign | null>;
  running(): Promise<readonly Campaign[]>;
  all(): Promise<readonly Campaign[]>;
  /** Null: no such campaign. Otherwise the status before. */
  setStatus(campaignId: string, to: 'running' | 'paused'): Promise<Campaign['status'] | null>;
  /** A number that only grows; whoever holds a smaller one cannot launch any more. */
  takeFence(campaignId: string): Promise<number>;
  callerIds(trunkId: string): Promise<readonly string[]>;
  trunks(): Promise<readonly Trunk[]>;
}

export interface PaceFigures {
  readonly placing: number;
  readonly ringing: number;
  readonly answeredWaiting: number;
  readonly liveOnTrunk: number;
  /** Intended and not yet asked of the carrier, over the whole trunk. */
  readonly waitingOnTrunk: number;
}

export interface PaceBook {
  /** A call that is unconfirmed since before `silentSince` is meant for no agent any more. */
  figures(campaignId: string, trunkId: string, silentSince: Instant): Promise<PaceFigures>;
  abandonment(campaignId: string, since: Instant): Promise<{ readonly live: number; readonly abandoned: number }>;
  /** By campaign: calls under way and the last decision. */
  overview(): Promise<
    ReadonlyMap<
      string,
      {
        readonly live: number;
        readonly lastDecision: { readonly at: Instant; readonly launch: number; readonly because: string } | null;
      }
    >
  >;
  record(decision: {
    readonly campaignId: string;
    readonly at: Instant;
    readonly launch: number;
    readonly because: string;
    readonly figures: object;
  }): Promise<void>;
}

export interface StoredCarrierEvent {
  readonly eventId: string;
  readonly attemptId: string;
  readonly kind: CallbackKind;
  readonly receivedAt: Instant;
  readonly payload: Readonly<Record<string, string>>;
}

export interface CarrierEventLog {
  append(
    event: StoredCarrierEvent & { readonly dedupeKey: string; readonly sequence: number | null },
  ): Promise<'new' | 'known'>;
  unapplied(receivedBefore: Instant, limit: number): Promise<readonly StoredCarrierEvent[]>;
  applied(eventIds: readonly string[], at: Instant): Promise<void>;
}

export interface VacantBook {
  /** Results of calls of the trunk that ended in the period; guarded ones included. */
  results(
    trunkId: string,
    since: Instant,
  ): Promise<readonly { readonly attemptId: string; readonly at: Instant; readonly result: string | null }[]>;
  guardedSince(trunkId: string): Promise<Instant | null>;
  guarded(): Promise<readonly string[]>;
  /** Sets or lifts the guard and raises or resolves its alert, in one step. True when that changed anything. */
  setGuard(trunkId: string, at: Instant, on: boolean, figures: object): Promise<boolean>;
}

export interface LaunchQueue {
  /** Idempotent for one version of an attempt. */
  ask(attemptId: string, trunkId: string, delayMs?: number): Promise<void>;
  isAsked(attemptId: string, trunkId: string): Promise<boolean>;
}

export interface EndingQueue {
  /** Idempotent for one version of an attempt. */
  handOver(attemptId: string, version: number): Promise<void>;
}

export interface PacingLeases {
  /** Null: somebody else paces this campaign. */
  take(campaignId: string): Promise<string | null>;
  keep(campaignId: string, holder: string): Promise<boolean>;
  giveUp(campaignId: string, holder: string): Promise<void>;
}

export interface ReadyList {
  take(campaignId: string, count: number): Promise<readonly string[]>;
  fill(campaignId: string, caseIds: readonly string[]): Promise<void>;
  size(campaignId: string): Promise<number>;
}

/** The carrier asked for less: its trunk rests a while, on every node. */
export interface BackPressure {
  raise(trunkId: string): Promise<void>;
  isRaised(trunkId: string): Promise<boolean>;
}
