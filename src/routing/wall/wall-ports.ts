import type { LineFigures } from '../../domain/line-quality.ts';
import type { AgentStateName, Instant } from '../../domain/vocabulary.ts';
import type { Viewer } from '../../domain/team-sight.ts';

/** An agent's figures of the business day. */
export interface FloorFigures {
  readonly calls: number;
  readonly talkMs: number;
  readonly wrapUpMs: number;
  readonly readyMs: number;
  readonly breakMs: number;
  readonly promises: number;
}

/** An agent and, of the call he is on or writes up, what is needed to find it. */
export interface WallRow {
  readonly agentId: string;
  readonly name: string;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly state: AgentStateName;
  readonly reason: string | null;
  readonly since: Instant;
  readonly wish: string | null;
  readonly alive: boolean;
  readonly line: LineFigures | null;
  readonly call: {
    readonly attemptId: string;
    readonly caseId: string;
    readonly externalRef: string;
    readonly debtorName: string | null;
    readonly e164: string;
    readonly direction: 'outbound' | 'inbound';
    readonly connectedAt: Instant | null;
  } | null;
}

/** A call that somebody wants to hear. */
export interface ListenableCall {
  readonly caseId: string;
  readonly agentId: string | null;
  readonly agentTeamId: string | null;
  readonly live: boolean;
}

export interface WallBook {
  agents(aliveSince: Instant): Promise<readonly WallRow[]>;
  teamOf(userId: string): Promise<string | null>;
  /** Whose team an agent is of; undefined: no such agent. */
  teamOfAgent(agentId: string): Promise<string | null | undefined>;
  call(attemptId: string): Promise<ListenableCall | null>;
}

export type WallViewer = Pick<Viewer, 'role'> & { readonly id: string };
