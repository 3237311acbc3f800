import type { AgentStateView, CallCard, TodayFigures } from './agent.ts';
import type { AudioStats } from './audio-control.ts';
import type { WaitingCallers } from './inbound.ts';

/**
 * socket.io namespace `/agent`. Cookie session; one room per user, so several windows see the same.
 * Commands go over REST; the socket only tells.
 */
export interface AgentServerEvents {
  /** The agent's own state changed. */
  'agent:state': (state: AgentStateView) => void;
  /** A call was connected to this agent: within 100 ms of the answer. */
  'call:connected': (card: CallCard) => void;
  'call:held': (event: { attemptId: string; onHold: boolean }) => void;
  /** The far side or the agent ended the call; wrap-up is due. */
  'call:ended': (event: { attemptId: string; endedAt: number; endReason: string }) => void;
  /** The recording of an earlier call became playable. */
  'recording:ready': (event: { attemptId: string; caseId: string; recordingId: string }) => void;
  /** The case of this agent's call was changed by somebody else: stopped, released, corrected. */
  'case:changed': (event: { caseId: string }) => void;
  /** A supervisor decided on the leave that this agent asked for. */
  'leave:decided': (event: { attemptId: string }) => void;
  'today:changed': (today: TodayFigures) => void;
  /** Somebody rang us and waits, or waits no more. */
  'callers:waiting': (callers: WaitingCallers) => void;
  /** Server side of the audio statistics of this agent's leg. */
  'audio:quality': (event: { attemptId: string | null; stats: AudioStats }) => void;
}

export interface AgentClientEvents {
  /** Round trip measurement; the server acknowledges with its clock. */
  ping: (ack: (serverNow: number) => void) => void;
}

export const agentNamespace = '/agent';
export const audioSocketPath = '/ws/audio';
