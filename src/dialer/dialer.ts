import type { RequestHandler, Router } from 'express';
import type { PacingView } from '../contract/pacing.ts';
import type { AttemptEvent, AttemptRecord, HangUpBy } from '../domain/attempt.ts';
import type { CampaignOrder, CampaignStatus } from '../domain/campaign-status.ts';
import type { DialMode, Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import type { QueueConnection } from '../platform/queues.ts';
import type { RedisClient } from '../platform/redis.ts';
import type { CallerDesk, CallerQueue, InboundCarrier } from './inbound/inbound-ports.ts';
import type {
  RulesInForce,
  AgentPool,
  AuditTrail,
  CallbackDialect,
  CallDesk,
  CampaignNews,
  Carrier,
  CarrierRecordingDesk,
  CaseFacts,
  FollowUpDesk,
} from './ports.ts';
import type { Director, LastDecision } from './stores.ts';

/** What the room is given. Ports may be late-bound: none is called before `start`. */
export interface DialerDeps {
  readonly prisma: PrismaClient;
  readonly redis: RedisClient;
  readonly queues: QueueConnection;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Where the carrier reaches this server; signatures are checked against it. */
  readonly publicUrl: string;
  readonly nodeId: string;
  /** Paces, launches and reconciles here. A node without it still takes webhooks and hangs calls up. */
  readonly dials: boolean;
  /** `makeTwilioCarrier(...)`. */
  readonly carrier: Carrier;
  /** `makeTwilioCallbacks(...)`. */
  readonly callbacks: CallbackDialect;
  readonly cases: CaseFacts;
  readonly rulesOf: RulesInForce;
  readonly followUp: FollowUpDesk;
  readonly agents: AgentPool;
  readonly calls: CallDesk;
  readonly recordings: CarrierRecordingDesk;
  /** Doors of access: who may see campaigns, and who may start and pause them. */
  readonly requireUser: RequestHandler;
  readonly requireSupervisor: RequestHandler;
  readonly requireExporter: RequestHandler;
  /** Who may dial by hand. */
  readonly requireAgent: RequestHandler;
  readonly audit: AuditTrail;
  /** A campaign's status or settings changed. */
  readonly news: CampaignNews;
  readonly timings?: Partial<DialerTimings>;
  /** Left out: nobody can ring us. */
  readonly inbound?: InboundDeps;
  /** Of supervisors: once per kind and subject until it is resolved. */
  readonly raiseAlert: (kind: string, subjectId: string) => Promise<void>;
}

/** What calls that reach us need. */
export interface InboundDeps {
  readonly carrier: InboundCarrier;
  readonly callers: CallerDesk;
  readonly queue: CallerQueue;
  /** What callers hear while they wait, as a WAV file. */
  readonly comfort: Buffer;
}

export interface DialerTimings {
  /** An intent older than this is not rung any more: the agent it was meant for has moved on. */
  readonly launchPatienceMs: number;
  readonly paceTickMs: number;
  /** Between two looks at a campaign. */
  readonly pacePauseMs: number;
  readonly leaseMs: number;
  readonly reconcileEveryMs: number;
  /** Silence after which an attempt being placed counts as unconfirmed; longer than the carrier's request timeout. */
  readonly placingStaleMs: number;
  /** How long the carrier is asked for an unconfirmed call before its "no such call" is believed. */
  readonly unconfirmedPatienceMs: number;
  /** Silence of a live call after which the carrier is asked. */
  readonly askAfterMs: number;
  /** First pause before asking again a carrier that said "later"; it doubles. */
  readonly laterPauseMs: number;
  readonly maxCallMs: number;
  readonly callbackTickMs: number;
}

export type LaunchRefusal =
  | 'unknown_case'
  | 'unknown_number'
  | 'not_now'
  | 'live_call'
  | 'campaign_not_running'
  | 'trunk_unavailable'
  | 'no_channel'
  | 'no_trunk'
  | 'no_caller_id'
  | 'fiction_on_real_carrier'
  /** Only with an agent kept for it, which this way of dialing does not do by itself. */
  | 'agent_to_hold'
  | 'no_agent_to_hold'
  | 'lease_lost';

export type LaunchReply =
  | { readonly kind: 'launched'; readonly attemptId: string }
  /** `reason`: of the dial decision, when that refused. */
  | { readonly kind: 'refused'; readonly because: LaunchRefusal; readonly reason?: string };

export type HangUpReply =
  | 'asked'
  | 'already-ended'
  | 'not-placed'
  | 'unconfirmed'
  | 'unknown-attempt'
  /** A stop came after somebody had answered. */
  | 'left-to-agent';

export interface CampaignView {
  readonly campaignId: string;
  readonly name: string;
  readonly status: CampaignStatus;
  readonly mode: DialMode;
  readonly preset: string;
  readonly live: number;
  readonly lastDecision: LastDecision | null;
}

/** What routing and realtime tell of a call. All safe to call twice. */
export interface CallControl {
  /** `callSid`: as the stream says; the call is known by it even before the create's own answer. */
  mediaStarted(attemptId: string, at: Instant, callSid?: string): Promise<'live' | 'ended' | 'unknown-attempt'>;
  mediaStopped(attemptId: string, at: Instant): Promise<void>;
  connected(attemptId: string, agentId: string, at: Instant): Promise<'connected' | 'ended'>;
  /** With `message` the carrier speaks on after the stream closed and ends the call itself. */
  abandoned(attemptId: string, at: Instant, treatment: 'message' | 'hangup'): Promise<void>;
  agentLost(attemptId: string, at: Instant): Promise<void>;
  /** An agent is there for a caller who waits: his audio comes to us, or to the node with that public address. */
  bringIn(attemptId: string, publicUrl?: string): Promise<'asked' | 'ended' | 'failed'>;
  /** The place of a caller who did not wait is reached, and an agent is kept for this attempt. */
  ringBack(call: { readonly callbackId: string; readonly attemptId: string }): Promise<'launched' | 'refused'>;
  hangUp(attemptId: string, by: HangUpBy): Promise<void>;
}

export interface Dialer {
  /** Carrier webhooks and the campaigns' doors. */
  readonly router: Router;
  readonly calls: CallControl;
  start(): Promise<void>;
  /** Drains: pacing stops first, what was accepted is finished, then queues close. */
  stop(): Promise<void>;
  launchAttempt(caseId: string, campaignId: string): Promise<LaunchReply>;
  /** Asks the carrier to end the call; the ending itself comes with the carrier's word. */
  hangUp(attemptId: string, by: HangUpBy): Promise<HangUpReply>;
  /** Null: no such attempt. Otherwise the record after the event. */
  applyEvent(attemptId: string, event: AttemptEvent): Promise<AttemptRecord | null>;
  verifyMediaToken(attemptId: string, token: string): Promise<boolean>;
  /** The carrier's signature over the media socket's address. */
  isAuthenticSocket(request: { readonly signature: string; readonly path: string }): Promise<boolean>;
  setCampaign(campaignId: string, to: CampaignOrder): Promise<'changed' | 'unchanged' | 'unknown-campaign'>;
  campaigns(): Promise<readonly CampaignView[]>;
  /** What a supervisor sees of it; null: no such campaign. */
  pacingView(campaignId: string): Promise<PacingView | null>;
  directs(user: Director, campaignId: string): Promise<boolean>;
  /** Of these trunks those that rest because their provider asked for less. */
  resting(trunkIds: readonly string[]): Promise<ReadonlySet<string>>;
}
