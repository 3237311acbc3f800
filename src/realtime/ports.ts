import type { AgentStateView } from '../contract/agent.ts';
import type { WallAgent } from '../contract/agent-wall.ts';
import type { PacingView } from '../contract/pacing.ts';
import type { LineFigures } from '../domain/line-quality.ts';
import type { Instant } from '../domain/vocabulary.ts';

/** Runs something later; returns how to call it off. */
export type After = (delayMs: number, run: () => void) => () => void;

export interface SocketUser {
  readonly id: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
  readonly displayName: string;
  /** May hear what is said on calls, live ones as well. */
  readonly mayListen: boolean;
  /** When it ends, so do the sockets that were opened with it. */
  readonly sessionId: string;
}

/** Fulfilled by access: who does this cookie belong to? */
export interface Sessions {
  authenticateSocket(cookieHeader: string | undefined): Promise<SocketUser | null>;
}

/** Fulfilled by the dialer: is this stream one we asked for? */
export interface MediaAuthority {
  verify(attemptId: string, token: string): Promise<boolean>;
  /** The carrier's signature over the socket's address; checked only when the carrier sent one. */
  isAuthentic?(request: { readonly signature: string; readonly path: string }): Promise<boolean>;
}

/** Fulfilled by routing. */
export interface AnsweredCallDesk {
  /** The stream began; `callSid` is the carrier's name of the call, which also confirms an unconfirmed attempt. */
  answered(attemptId: string, at: Instant, callSid: string): Promise<void>;
  mediaStopped(attemptId: string, at: Instant): Promise<void>;
}

export type LifeSign = 'audio_socket' | 'audio_clock' | 'microphone' | 'probe';

/** Fulfilled by routing. */
export interface AgentFloor {
  lifeSigns(agentId: string, missing: readonly LifeSign[]): void;
  agentLost(agentId: string): void;
  /** What was measured on the agent's audio socket just now. */
  lineFigures(agentId: string, figures: LineFigures): void;
  stateOf(agentId: string): Promise<AgentStateView>;
}

/** Fulfilled by casework: the row exists from the first frame on, so a crash leaves a `writing` row, never an unknown file. */
export interface RecordingBook {
  /** Null: no such attempt, nothing is written. */
  open(start: {
    readonly attemptId: string;
    /** Below `DATA_DIR/recordings`, where the finished file will stand. */
    readonly path: string;
    readonly channels: number;
    readonly startedAt: Instant;
  }): Promise<{ readonly recordingId: string } | null>;
  complete(end: {
    readonly attemptId: string;
    readonly durationMs: number;
    readonly byteSize: number;
    readonly sha256: string;
    readonly endedAt: Instant;
  }): Promise<void>;
  /** There is no file to show for an answered call; the second source is asked for. */
  missing(attemptId: string): Promise<void>;
  unfinished(): Promise<readonly { readonly attemptId: string; readonly path: string; readonly startedAt: Instant }[]>;
}

/** Fulfilled by the platform or casework: somebody has to look. One open alert per kind and subject. */
export interface Alerts {
  raise(kind: 'recording_write_failed', subjectId: string): Promise<void>;
}

/** Fulfilled by the dialer: what a supervisor sees of a campaign, and who may. */
export interface PacingViews {
  /** Null: no such campaign. */
  view(campaignId: string): Promise<PacingView | null>;
  mayWatch(user: Pick<SocketUser, 'id' | 'role'>, campaignId: string): Promise<boolean>;
}

/** Fulfilled by routing: all agents as one user may see them. */
export interface WallViews {
  /** One reading serves every window; each is shown its own part of it. */
  read(): Promise<{ readonly at: Instant; for(user: Pick<SocketUser, 'id' | 'role'>): Promise<readonly WallAgent[]> }>;
}

/** Fulfilled by routing: who may listen in on a call, and that he did. */
export interface ListeningDesk {
  begin(
    user: Pick<SocketUser, 'id' | 'role' | 'mayListen'>,
    attemptId: string,
  ): Promise<'admitted' | 'not-allowed' | 'not-live'>;
  ended(user: Pick<SocketUser, 'id'>, attemptId: string, listenedMs: number): Promise<void>;
}
