import type { RequestHandler, Response, Router } from 'express';
import type { AgentStateRequest, AgentStateView } from '../contract/agent.ts';
import type { LineFigures } from '../domain/line-quality.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import type { RedisClient } from '../platform/redis.ts';
import type {
  After,
  AgentScreens,
  AuditTrail,
  CallControl,
  CallLegs,
  CaseCards,
  FieldRefusal,
  InboundCalls,
  LifeSign,
  PoolFigures,
  RosterSeat,
  SharedFloor,
  TodayDesk,
  WrapUpDesk,
} from './ports.ts';
import type { WallReading } from './wall/agent-wall.ts';
import type { WallListener } from './wall/listening.ts';
import type { WallViewer } from './wall/wall-ports.ts';

export interface SignedInUser {
  readonly id: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
  readonly displayName: string;
}

/** What the room is given. Ports may be late-bound: none is called before `start`. */
export interface RoutingDeps {
  readonly prisma: PrismaClient;
  readonly redis: RedisClient;
  readonly clock: Clock;
  /** Left out: real timers. */
  readonly after?: After;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Agents and calls of one node meet; audio never crosses nodes. */
  readonly nodeId: string;
  /** Of keys and channels in Redis; left out: the program's own. */
  readonly prefix?: string;
  /** Where the carrier finds this node. */
  readonly publicUrl: string;
  readonly calls: CallControl;
  readonly inbound: InboundCalls;
  readonly cards: CaseCards;
  readonly wrapUps: WrapUpDesk;
  readonly today: TodayDesk;
  readonly legs: CallLegs;
  readonly screens: AgentScreens;
  /** Door of access for whoever may see the callers who wait. */
  readonly requireSupervisor: RequestHandler;
  readonly audit: AuditTrail;
  /** Door of access: 401 or 403 unless an agent is signed in. */
  readonly requireAgent: RequestHandler;
  /** Who `requireAgent` let in. Left out: `res.locals.user`. */
  readonly userOf?: (res: Response) => SignedInUser;
  readonly settings?: Partial<RoutingSettings>;
}

export interface RoutingSettings {
  /** From the callee's answer to an agent, else the call counts as abandoned (rulebook 4, 2 s). */
  readonly answerLimitMs: number;
  /** An agent counts while the last proof of life is younger. */
  readonly aliveForMs: number;
  /** How long a call is kept for an agent whose socket broke. */
  readonly reconnectGraceMs: number;
  /** Ready without proof of life for so long: break, reason technical. */
  readonly absentAfterMs: number;
  readonly sweepEveryMs: number;
  /** How long a caller waits for an owner alone who is about to be free. */
  readonly callerOwnerWaitMs: number;
  /** How long an agent is kept for a caller whose audio is on its way. */
  readonly streamWithinMs: number;
  /** A call that this node says it lost is ended at the carrier after so long. */
  readonly orphanAfterMs: number;
}

export type StateReply =
  | { readonly kind: 'moved'; readonly view: AgentStateView }
  | { readonly kind: 'refused'; readonly because: string; readonly problems: readonly FieldRefusal[] };

/** How a caller stands in the queue. */
export type CallerStanding =
  /** An agent is reserved and waits for the stream. */
  | { readonly kind: 'agent' }
  /** One is being brought together with the caller at this moment. */
  | { readonly kind: 'coming' }
  | { readonly kind: 'waiting'; readonly position: number; readonly waitMs: number | null }
  | { readonly kind: 'gone' };

/** The floor of a campaign as its pacer sees it. */
export interface PoolRoster {
  readonly seats: readonly RosterSeat[];
  readonly lifeless: number;
  /** Some of them could take some of the campaign's calls alone (AGT-17). */
  readonly languagesDiffer: boolean;
  readonly shared: readonly SharedFloor[];
}

export interface AgentPool {
  snapshot(campaignId: string): Promise<PoolFigures & Pick<PoolRoster, 'languagesDiffer'>>;
  roster(campaignId: string): Promise<PoolRoster>;
  /** Keeps a ready agent for a call that is to be placed, chosen like one for an answered call. Null: nobody. */
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
  onChange(listener: () => void): () => void;
}

export interface Routing {
  /** `/api/agent/*`, `/api/calls/*` and `/api/floor/*`. */
  readonly router: Router;
  readonly pool: AgentPool;
  start(): Promise<void>;
  /** Offers nothing more; calls that run go on until they end or the process does. */
  stop(): Promise<void>;

  /** Realtime: the media stream of an attempt began. Resolves when the call is with an agent or given up. */
  answered(attemptId: string, at: Instant, callSid: string): Promise<void>;
  /** Dialer: somebody rang us and waits; he joins the queue, or hears how he stands in it. */
  callerStanding(call: { readonly attemptId: string; readonly arrivedAt: Instant }): Promise<CallerStanding>;
  /** Dialer: the caller waits no longer; an agent who was on his way to him is free again. */
  callerLeaves(attemptId: string): Promise<void>;
  /** Realtime: the stream ended. */
  mediaStopped(attemptId: string, at: Instant): Promise<void>;
  /** Dialer: the attempt ended. Safe to call twice. */
  callEnded(attemptId: string): Promise<void>;
  /** Dialer: nothing is done with it here; the card shows it. */
  amdVerdict(attemptId: string, answeredBy: string): Promise<void>;

  /** Realtime: which proofs are missing; none missing = alive. */
  lifeSigns(agentId: string, missing: readonly LifeSign[]): void;
  /** Realtime: the agent's audio socket is gone. */
  agentLost(agentId: string): void;

  /** Realtime: what was measured on the agent's audio socket. */
  lineFigures(agentId: string, figures: LineFigures): void;
  /** Realtime: the agents, for supervisors' windows. */
  readonly wall: { read(): Promise<WallReading> };
  /** Realtime: who may listen in on a call. */
  readonly listening: {
    begin(user: WallListener, attemptId: string): Promise<'admitted' | 'not-allowed' | 'not-live'>;
    ended(user: Pick<WallViewer, 'id'>, attemptId: string, listenedMs: number): Promise<void>;
  };

  /** Access: the session ended. */
  signedOut(agentId: string): Promise<void>;
  setState(agentId: string, request: AgentStateRequest): Promise<StateReply>;
  stateOf(agentId: string): Promise<AgentStateView>;
}
