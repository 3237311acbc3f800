import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AgentStateView, CallCard, TodayFigures } from '../contract/agent.ts';
import type { WaitingCallers } from '../contract/inbound.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { NodeWires } from '../platform/node-wires.ts';
import type { RedisClient } from '../platform/redis.ts';
import type {
  After,
  AgentFloor,
  Alerts,
  AnsweredCallDesk,
  ListeningDesk,
  MediaAuthority,
  PacingViews,
  RecordingBook,
  Sessions,
  WallViews,
} from './ports.ts';

/** What the room is given. Ports may be late-bound: none is called before `start`. */
export interface RealtimeDeps {
  readonly redis: RedisClient;
  readonly clock: Clock;
  /** Left out: real timers. */
  readonly after?: After;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Browsers' sockets must come from this origin, or from the host they ask. */
  readonly publicUrl: string;
  /** `DATA_DIR/recordings`. */
  readonly recordingsDir: string;
  readonly sessions: Sessions;
  readonly authority: MediaAuthority;
  readonly desk: AnsweredCallDesk;
  readonly floor: AgentFloor;
  readonly pacing: PacingViews;
  readonly wall: WallViews;
  readonly listening: ListeningDesk;
  readonly book: RecordingBook;
  readonly alerts: Alerts;
  /** Doors of other rooms for sockets of their own. */
  readonly doors?: readonly ((upgrade: {
    readonly request: IncomingMessage;
    readonly socket: Duplex;
    readonly head: Buffer;
    readonly path: string;
  }) => boolean)[];
  /** To calls of other nodes; absent: there are none. */
  readonly wires?: NodeWires;
  /** Windows of one agent may be on several nodes: their events go through Redis. */
  readonly severalNodes?: boolean;
  readonly settings?: Partial<RealtimeSettings>;
}

export interface RealtimeSettings {
  readonly probeEveryMs: number;
  /** A socket that said nothing for so long is dead. */
  readonly silentSocketMs: number;
  /** Audio kept ahead at the carrier so that jitter is not heard. */
  readonly cushionMs: number;
  /** Above this, quiet frames are dropped until the backlog is gone. */
  readonly softBacklogMs: number;
  /** Above this, any frame is dropped. */
  readonly hardBacklogMs: number;
  /** What may wait in a slow agent's socket before the oldest frames are dropped. */
  readonly agentQueueMs: number;
  /** How long the file waits for late frames before a stretch of time is written. */
  readonly tapWindowMs: number;
  readonly repairEveryMs: number;
  /** How often a watched campaign, or the watched agents, are shown anew. */
  readonly pacingEveryMs: number;
  /** How long draining waits for calls to end. */
  readonly drainMs: number;
}

/** The two audio legs of a call on this node. */
export interface CallLegs {
  connect(attemptId: string, agentId: string): 'connected' | 'no-agent' | 'no-call';
  has(attemptId: string): boolean;
  hold(attemptId: string, onHold: boolean): boolean;
  isHeld(attemptId: string): boolean;
  dtmf(attemptId: string, digits: string): boolean;
  releaseAgent(attemptId: string): void;
  leaveToCarrier(attemptId: string): void;
}

/** The windows of an agent, all at once. */
export interface AgentScreens {
  state(agentId: string, view: AgentStateView): void;
  callConnected(agentId: string, card: CallCard): void;
  callHeld(agentId: string, event: { attemptId: string; onHold: boolean }): void;
  callEnded(agentId: string, event: { attemptId: string; endedAt: Instant; endReason: string }): void;
  recordingReady(agentId: string, event: { attemptId: string; caseId: string; recordingId: string }): void;
  caseChanged(agentId: string, event: { caseId: string }): void;
  leaveDecided(agentId: string, event: { attemptId: string }): void;
  todayChanged(agentId: string, today: TodayFigures): void;
  /** To everybody's windows. */
  callersWaiting(callers: WaitingCallers): void;
}

export interface Realtime {
  readonly legs: CallLegs;
  readonly screens: AgentScreens;
  /** Tells the supervisors who direct it. */
  campaignChanged(campaignId: string): void;
  /** Tells all supervisors that leave was asked for, or is waited for no more. */
  leavesChanged(): void;
  /** Tells all supervisors that alerts were raised or settled. */
  alertsChanged(): void;
  /** Closes every socket that was opened with one of these sessions, on this node. */
  sessionsEnded(sessionIds: readonly string[]): void;
  /** Takes the upgrades of `/ws/audio`, `/ws/listen/...`, `/carrier/v1/media/...` and socket.io on this server. */
  attach(server: HttpServer): void;
  start(): Promise<void>;
  /** No new sockets; calls may end within the drain time; then recordings are finished and sockets closed. */
  stop(): Promise<void>;
}
