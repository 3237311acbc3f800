import type { LeaveView, WaitingLeaves } from '../contract/leave.ts';
import type { WindowLeave } from '../domain/window-leave.ts';
import type { Instant } from '../domain/vocabulary.ts';

export interface LeaveRow extends LeaveView {
  readonly agentId: string;
  readonly attemptId: string;
}

/** Questions for leave about the calls of the case that is locked. */
export interface LeaveEntry {
  /** The latest question of a call. */
  latest(attemptId: string): Promise<LeaveRow | null>;
  /** What was granted last, if anything was. */
  granted(attemptId: string): Promise<(WindowLeave & { readonly leaveId: string }) | null>;
  ask(question: WindowLeave & { attemptId: string; agentId: string; why: string; at: Instant }): Promise<void>;
  decide(leaveId: string, decision: { granted: boolean; reason: string; by: string; at: Instant }): Promise<void>;
  /** The call is written up; true: a question was still waiting. */
  expire(attemptId: string, at: Instant): Promise<boolean>;
}

export interface LeaveBook {
  waiting(since: Instant): Promise<WaitingLeaves['leaves']>;
  callOf(leaveId: string): Promise<{ readonly attemptId: string } | null>;
}

/** Tells who waits for it: fulfilled by realtime. */
export interface LeaveNews {
  /** Something came to wait, or waits no more. */
  waitingChanged(): void;
  decided(event: { readonly agentId: string; readonly attemptId: string }): void;
}
