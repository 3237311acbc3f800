import type { AttemptRecord } from '../domain/attempt.ts';
import type { CallLimits } from '../domain/campaign-limits.ts';
import type { CampaignOrder, CampaignStatus } from '../domain/campaign-status.ts';
import type { DialMode, Instant } from '../domain/vocabulary.ts';
import type { PacedCall } from '../domain/pacing/moment.ts';
import type { AnswerSaid } from './answer-estimates.ts';
import type { DecisionRecord } from './decision-record.ts';
import type { PacingMinuteView, PacingSettings } from '../contract/pacing.ts';
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
  /** How likely a person is to answer; null: not estimated. */
  readonly said: AnswerSaid | null;
  /** Of the pacing lease under which it is launched; null: asked for by a person. */
  readonly fence: number | null;
  /** Served before it. */
  readonly ahead: readonly CampaignAhead[];
}

export type IntendReply =
  'intended' | 'live_call' | 'no_channel' | 'no_caller_id' | 'lease_lost' | 'campaign_not_running';

export interface StoredAttempt {
  readonly attemptId: string;
  readonly caseId: string;
  readonly numberId: string;
  readonly campaignId: string | null;
  readonly trunkId: string;
  /** How it was dialed. */
  readonly mode: DialMode;
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
  /**
   * Moves the attempt to another trunk, on the version that was read and under the same checks as an intent. `refusal`: what
   * the trunk before said; null: it was not asked.
   */
  handOn(
    attempt: StoredAttempt,
    record: AttemptRecord,
    to: { readonly trunkId: string; readonly callerIdId: string },
    refusal: { readonly code: number; readonly fault: string; readonly reason: string } | null,
    at: Instant,
  ): Promise<'handed_on' | 'stale' | Exclude<IntendReply, 'intended' | 'live_call'>>;
  /** Trunks that refused this attempt. */
  refusedBy(attemptId: string): Promise<readonly string[]>;
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
  /** Takes no new call of a campaign. */
  readonly quiet: boolean;
  /** It went bad, or somebody took it out. */
  readonly out: boolean;
  /** It has an account of its own, whose kind is its own too. */
  readonly ownAccount: boolean;
  readonly cps: number;
  readonly channels: number;
}

export interface Campaign extends CallLimits {
  readonly campaignId: string;
  readonly name: string;
  /** Smaller ones get what is shared first. */
  readonly priority: number;
  readonly status: CampaignStatus;
  readonly mode: DialMode;
  readonly preset: string;
  /** Calls for each ready agent in the mode of that name. */
  readonly ratio: number;
  readonly smallestGroup: number;
  /** Calls that nobody has answered yet, for each working agent, at most. */
  readonly callsPerAgent: number;
  /** The target as it is set; `maxAbandonRate` is the stricter of this and the rules. */
  readonly ownTarget: number;
  /** What the rules allow at most. */
  readonly targetMost: number;
  readonly machineTreatment: 'hang_up' | 'keep';
  readonly machineTreatmentWhenConnected: 'tell' | 'hang_up';
  /** Said to whoever answers before the agent is on the line; null: nothing. */
  readonly notice: string | null;
  /** Spoken to an answered call that nobody could take; null: hang up. */
  readonly farewell: string | null;
  readonly trunk: Trunk;
  /** Every trunk that its calls may go over. */
  readonly reached: readonly string[];
}

/** A trunk as a call of a campaign may go over it. */
export interface TrunkWay extends Trunk {
  readonly live: number;
  readonly priority: number;
  readonly weight: number;
  readonly prefixes: readonly string[];
  readonly refusedPrefixes: readonly string[];
  readonly failoverId: string | null;
}

/** A campaign of smaller priority, and how many of a caller id's calls of the day are kept for it. */
export interface CampaignAhead {
  readonly campaignId: string;
  readonly calls: number;
}

export interface CallerIdForCall {
  readonly callerIdId: string;
  readonly spent: boolean;
}

export interface CampaignBook {
  find(campaignId: string): Promise<Campaign | null>;
  running(): Promise<readonly Campaign[]>;
  all(): Promise<readonly Campaign[]>;
  /** Null: no such campaign. Otherwise the status before; the order is carried out if it changes anything. */
  order(campaignId: string, order: CampaignOrder): Promise<CampaignStatus | null>;
  /** Draining campaigns whose last call has ended become drained; says which. */
  settleDrained(): Promise<readonly string[]>;
  /** Null: no such campaign. Otherwise the settings before. */
  setPacing(campaignId: string, settings: PacingSettings): Promise<PacingSettings | null>;
  /** A number that only grows; whoever holds a smaller one cannot launch any more. */
  takeFence(campaignId: string): Promise<number>;
  /**
   * Verified and in use, in an order that stays; `spent`: it has made its calls of this business day, or those that are left
   * are for the campaigns `ahead`, as far as these may use it.
   */
  callerIds(
    trunkId: string,
    campaignId: string,
    now: Instant,
    ahead?: readonly CampaignAhead[],
  ): Promise<readonly CallerIdForCall[]>;
  trunks(): Promise<readonly Trunk[]>;
  /** Every trunk with its calls under way, and which of them are the campaign's own. */
  ways(campaignId: string): Promise<{ readonly all: readonly TrunkWay[]; readonly own: readonly string[] }>;
}

export interface PaceFigures {
  readonly placing: number;
  readonly ringing: number;
  readonly answeredWaiting: number;
  readonly connected: number;
  readonly liveOnTrunk: number;
  /** Intended and not yet asked of the carrier, over the whole trunk. */
  readonly waitingOnTrunk: number;
}

/** A call that nobody has answered yet, or whose answer waits for an agent. */
export interface PendingCall extends PacedCall {
  readonly attemptId: string;
  readonly campaignId: string;
}

/** What is under way, as whoever paces a campaign must know it. */
export interface PaceSight {
  /** Of the campaign itself and of those that share its agents. */
  readonly calls: readonly PendingCall[];
  /** The campaign's own that have an agent. */
  readonly connected: number;
  readonly liveOnTrunk: number;
  /** Intended and not yet asked of the carrier, over the whole trunk. */
  readonly waitingOnTrunk: number;
}

export interface LastDecision {
  readonly at: Instant;
  readonly launch: number;
  readonly because: string;
  /** Name of the campaign that was served before it. */
  readonly waitsFor: string | null;
}

export interface PaceBook {
  /** The campaign first, then those that share its agents. A call that is unconfirmed since before `silentSince` is meant for no agent any more. */
  sight(campaignIds: readonly string[], trunkId: string, silentSince: Instant): Promise<PaceSight>;
  /** A call that is unconfirmed since before `silentSince` is meant for no agent any more. */
  figures(campaignId: string, trunkId: string, silentSince: Instant): Promise<PaceFigures>;
  launchesSince(campaignId: string, since: Instant): Promise<number>;
  /** By campaign: calls under way and the last decision. */
  overview(): Promise<
    ReadonlyMap<
      string,
      {
        readonly live: number;
        readonly lastDecision: LastDecision | null;
      }
    >
  >;
  record(decision: NewDecision): Promise<void>;
}

export interface NewDecision {
  readonly campaignId: string;
  readonly at: Instant;
  /** How it is dialed: what is set, or what it fell back to. */
  readonly mode: DialMode;
  readonly launch: number;
  readonly because: string;
  readonly figures: object;
}

export interface StoredDecision extends NewDecision {
  readonly decisionId: string;
}

/** A place in a list that grows at its newer end. */
export interface LogCursor {
  readonly at: Instant;
  readonly id: string;
}

export interface PacingLog {
  latest(campaignId: string): Promise<StoredDecision | null>;
  /** The decision in force at that instant and the one that followed it. */
  around(campaignId: string, at: Instant): Promise<{ inForce: StoredDecision | null; next: StoredDecision | null }>;
  /** Newest first, older than the cursor. */
  page(campaignId: string, before: LogCursor | null, limit: number): Promise<readonly StoredDecision[]>;
  /** What nobody asks about any more goes. */
  prune(decisionsBefore: Instant, minutesBefore: Instant): Promise<void>;
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
  /** The first of the line; they stay in it. */
  peek(campaignId: string, most: number): Promise<readonly string[]>;
  /** Of these the ones that were in the line still, and are no longer. */
  take(campaignId: string, caseIds: readonly string[]): Promise<readonly string[]>;
  fill(campaignId: string, caseIds: readonly string[]): Promise<void>;
  size(campaignId: string): Promise<number>;
}

/** Between nodes: a campaign's status or settings changed. */
export interface PacingNudges {
  tell(campaignId: string): void;
  /** Calls or agents moved on this node; many stirs in a moment are told as one. */
  stir(): void;
  listen(hears: {
    readonly told: (campaignId: string) => void;
    /** Something moved on another node. */
    readonly stirred: () => void;
  }): Promise<void>;
  stop(): void;
}

/** The carrier asked for less: its trunk rests a while, on every node. */
export interface BackPressure {
  raise(trunkId: string): Promise<void>;
  /** Those of them that rest. */
  raised(trunkIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface AnswerCount {
  /** Answered by a person as far as anybody can tell. */
  readonly live: number;
  /** Among them those for whom no agent was there in time. */
  readonly abandoned: number;
}

export interface AbandonBook {
  count(campaignId: string, from: Instant, to: Instant): Promise<AnswerCount>;
  /** Since the business day began; `window` no further back than `windowFrom`. */
  recent(
    campaignId: string,
    now: Instant,
    windowFrom: Instant,
  ): Promise<{
    readonly dayStart: Instant;
    readonly window: AnswerCount;
    readonly today: AnswerCount;
    readonly lastHour: AnswerCount;
  }>;
}

export interface PacingMinutes {
  newest(campaignId: string): Promise<Instant | null>;
  /** Whole minutes from the first instant of one to the first of another; those that are there already stay. */
  write(campaignId: string, from: Instant, before: Instant): Promise<void>;
  /** Oldest first. */
  read(campaignId: string, from: Instant, before: Instant): Promise<readonly PacingMinuteView[]>;
}

/** Who directs a campaign: an administrator, a supervisor of one of its agents, or one without a team. */
export interface DirectionBook {
  directs(user: Director, campaignId: string): Promise<boolean>;
  directed(user: Director): Promise<ReadonlySet<string>>;
}

export interface Director {
  readonly id: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
}
