import type { AgentBootstrap, AgentStateView, CallCard, TodayFigures } from '../contract/agent.ts';
import type { CasePage } from '../contract/case.ts';
import type { WaitingCall, WaitingCallers, WaitingCalls } from '../contract/inbound.ts';
import type { WrapUpForm, WrapUpInput, WrapUpSaved } from '../contract/wrap-up.ts';
import type { AgentState } from '../domain/agent-state.ts';
import type { LineFigures } from '../domain/line-quality.ts';
import type { AgentCandidate, RoutedCall } from '../domain/routing/choose-agent.ts';
import type { CallerClaim } from '../domain/routing/queue-claims.ts';
import type { RoutingRules } from '../domain/routing/routing-rules.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { FloorFigures } from './wall/wall-ports.ts';

/** Runs something later; returns how to call it off. A test moves it by hand. */
export type After = (delayMs: number, run: () => void) => () => void;

/** What the choice of an agent must know of a call, and the rules of its campaign, before anybody is looked at. */
export interface CallNeeds extends Pick<RoutedCall, 'ownerId' | 'ownerTeamId' | 'knownTo' | 'language'> {
  readonly rules: RoutingRules;
}

/** What is needed to find an agent for an answered call. */
export interface AnsweredCall {
  readonly attemptId: string;
  readonly caseId: string;
  readonly numberId: string;
  readonly campaignId: string;
  readonly needs: CallNeeds;
  readonly treatment: AbandonTreatment;
}

/** `message`: the carrier speaks the campaign's message, which follows the stream in the call's instructions. */
export type AbandonTreatment = 'message' | 'hangup';

export interface EndedCall {
  readonly endedAt: Instant;
  readonly endReason: string;
}

/** Reads what this room must know of attempts; it never writes them. */
export interface CallFacts {
  /** Null: no such attempt, or one that no campaign's agents can take. */
  answered(attemptId: string): Promise<AnsweredCall | null>;
  /** Null while the attempt is live, or unknown. */
  ended(attemptId: string): Promise<EndedCall | null>;
  /** `ringing`: on its way, and nobody has answered yet; not so when the carrier keeps silent about it. */
  stage(attemptId: string): Promise<'unknown' | 'ringing' | 'past'>;
  /** Of a call that is still to be placed, or only thought of. Null: no such case. */
  needs(call: {
    readonly caseId: string;
    readonly campaignId: string | null;
    /** Null: it is not said which line is rung, so no third party is known by it. */
    readonly lineId: string | null;
  }): Promise<CallNeeds | null>;
  /** A call that nobody makes. Null: no such case, number of it, or campaign. `campaignId`: as if the case were of that one. */
  imagined(call: {
    readonly caseId: string;
    readonly numberId: string | null;
    readonly campaignId: string | null;
  }): Promise<{
    readonly campaign: { readonly campaignId: string; readonly name: string } | null;
    readonly lineId: string | null;
  } | null>;
}

/** Fulfilled by the dialer: the truth about attempts moves there and nowhere else. All safe to call twice. */
export interface CallControl {
  /** The media stream began: the callee answered. */
  mediaStarted(attemptId: string, at: Instant, callSid: string): Promise<'live' | 'ended' | 'unknown-attempt'>;
  /** The stream ended without our doing: the callee hung up, or the line to the carrier broke. */
  mediaStopped(attemptId: string, at: Instant): Promise<void>;
  /** Stored before a word is exchanged; `ended` when the callee was faster. */
  connected(attemptId: string, agentId: string, at: Instant): Promise<'connected' | 'ended'>;
  /** Nobody within the limit: counted. With `hangup` the call is ended at the carrier too. */
  abandoned(attemptId: string, at: Instant, treatment: AbandonTreatment): Promise<void>;
  /** The agent's line is gone for good: ends attempt and call. */
  agentLost(attemptId: string, at: Instant): Promise<void>;
  /** Asks the carrier to end the call. */
  hangUp(attemptId: string, by: 'agent' | 'system'): Promise<void>;
}

/** Fulfilled by the dialer: calls that reach us. */
export interface InboundCalls {
  /**
   * Ends the announcements: the caller's audio comes to this node, or to the one with that public address. `ended`: he waits
   * no more, which is told as usual.
   */
  bringIn(attemptId: string, publicUrl?: string): Promise<'asked' | 'ended' | 'failed'>;
  /** Rings whoever kept his place without waiting; an agent is reserved for the attempt. */
  ringBack(call: { readonly callbackId: string; readonly attemptId: string }): Promise<'launched' | 'refused'>;
}

/** Somebody who left the line and kept his place: he is rung when it is reached. */
export interface AbsentCaller extends Omit<RoutedCaller, 'attemptId'> {
  readonly callbackId: string;
  readonly placeAt: Instant;
}

/** What is needed to find an agent for somebody who rings us. */
export interface CallerFacts {
  readonly attemptId: string;
  readonly campaignId: string | null;
  readonly ownerId: string | null;
  /** The owner's team. */
  readonly teamId: string | null;
  /** Whom callers of the number that was rung fall to; null: the agents of the case's campaign. */
  readonly queueTeamId: string | null;
}

export interface RoutedCaller extends CallerFacts {
  readonly needs: CallNeeds;
}

/** A caller as supervisors see him, before his wait is foretold. */
export type QueuedCall = Omit<WaitingCall, 'position' | 'expectedWaitMs' | 'assignedTo'> & {
  readonly facts: CallerFacts;
};

/** A caller who waits on some node, who could take him there, and to whom a supervisor gave him. */
export interface BoardCaller extends CallerClaim {
  readonly givenTo: string | null;
}

/** What nodes tell each other of the callers who wait there. Nothing rests on it but what pacing and supervisors see. */
export interface QueueBoard {
  /** What each other node said since then. */
  others(since: Instant): Promise<readonly (readonly BoardCaller[])[]>;
  say(callers: readonly BoardCaller[], at: Instant): Promise<void>;
}

/** Callers as this room reads them. */
export interface QueueFacts {
  /** Null: no such call, or it is over. */
  caller(attemptId: string): Promise<RoutedCaller | null>;
  /** Agents at work who may take this caller, and how long a talk with its wrap-up took them lately. */
  handling(caller: CallerFacts, since: Instant): Promise<{ readonly agents: number; readonly meanMs: number | null }>;
  /** Of these those who wait no more: their call is over, or with an agent. */
  served(attemptIds: readonly string[]): Promise<readonly string[]>;
  /** Places that are kept, of people who may be rung now. */
  absent(now: Instant): Promise<readonly AbsentCaller[]>;
  /** All who wait, on every node, and places that are kept, the longest wait first. */
  waiting(): Promise<readonly QueuedCall[]>;
  /** Agents who are ready, with their audio on this node. */
  readyHere(): Promise<ReadonlySet<string>>;
  /** Agents who are at work. */
  atWork(): Promise<WaitingCalls['agents']>;
  /** Whether an agent with proof of life is signed in to another node, and free or about to be. */
  comesElsewhere(agentId: string, aliveSince: Instant): Promise<boolean>;
}

/** Fulfilled by casework. */
export interface CaseCards {
  /** Everything of the card that the case knows; the call's own fields are filled in here. Null: no such attempt. */
  cardFor(attemptId: string): Promise<CallCard | null>;
  casePage(caseId: string): Promise<CasePage | null>;
}

export interface FieldRefusal {
  readonly field: string;
  readonly rule: string;
  readonly remedy: string;
}

export type WrapUpReply =
  | { readonly kind: 'saved'; readonly saved: WrapUpSaved }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

/** Fulfilled by casework: the catalogue, the check, and every effect in one transaction. */
export interface WrapUpDesk {
  form(attemptId: string, agentId: string): Promise<WrapUpForm | null>;
  save(agentId: string, input: WrapUpInput, startedAt: Instant): Promise<WrapUpReply>;
}

/** Fulfilled by casework. */
export interface TodayDesk {
  figures(agentId: string): Promise<TodayFigures>;
  /** Of every agent, by his id. */
  floor(): Promise<ReadonlyMap<string, FloorFigures>>;
}

/** Fulfilled by access. */
export interface AuditTrail {
  record(entry: {
    readonly actorId: string | null;
    readonly action: string;
    readonly subjectType: string;
    readonly subjectId: string | null;
    readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  }): Promise<void>;
}

/** Fulfilled by realtime: the two audio legs of a call on this node. */
export interface CallLegs {
  /** Joins the carrier's leg and the agent's socket. `no-agent`: no live socket here; `no-call`: the callee is gone. */
  connect(attemptId: string, agentId: string): 'connected' | 'no-agent' | 'no-call';
  has(attemptId: string): boolean;
  /** The callee hears comfort sound, the agent nothing. False: no such call here. */
  hold(attemptId: string, onHold: boolean): boolean;
  isHeld(attemptId: string): boolean;
  dtmf(attemptId: string, digits: string): boolean;
  /** Takes the agent off the call; the carrier's leg stays until the carrier ends it. */
  releaseAgent(attemptId: string): void;
  /** Closes the stream, upon which the carrier goes on with what follows it (the abandon message). */
  leaveToCarrier(attemptId: string): void;
}

/** Fulfilled by realtime: the windows of an agent. */
export interface AgentScreens {
  state(agentId: string, view: AgentStateView): void;
  callConnected(agentId: string, card: CallCard): void;
  callHeld(agentId: string, event: { attemptId: string; onHold: boolean }): void;
  callEnded(agentId: string, event: { attemptId: string; endedAt: Instant; endReason: string }): void;
  todayChanged(agentId: string, today: TodayFigures): void;
  /** To everybody's windows. */
  callersWaiting(callers: WaitingCallers): void;
}

export const lifeSigns = ['audio_socket', 'audio_clock', 'microphone', 'probe'] as const;
export type LifeSign = (typeof lifeSigns)[number];

/** An agent's presence as stored. */
export interface Presence {
  readonly userId: string;
  readonly state: AgentState;
  readonly since: Instant;
  readonly nodeId: string | null;
  readonly aliveAt: Instant | null;
  readonly version: number;
}

export interface PoolFigures {
  /** Ready with proof of life. */
  readonly ready: number;
  readonly reserved: number;
  readonly talking: number;
  readonly wrappingUp: number;
  readonly onBreak: number;
  /** All with proof of life. */
  readonly alive: number;
  /** Ready, reserved, talking or wrapping up with it. */
  readonly working: number;
  /** The same without it. */
  readonly lifeless: number;
}

/** An agent at work, with proof of life. */
export interface RosterSeat {
  readonly agentId: string;
  readonly state: 'ready' | 'reserved' | 'talking' | 'wrapping_up';
  readonly since: Instant;
  /** Asked for a break after this call. */
  readonly leaving: boolean;
  readonly attemptId: string | null;
}

/** Another campaign that rings for some of the same agents. */
export interface SharedFloor {
  readonly campaignId: string;
  /** 0..1: of its agents at work those who belong here too. */
  readonly share: number;
  /** Those. */
  readonly agentIds: readonly string[];
  /** Calls of that campaign, or for it, with an agent of its own kept for them. */
  readonly keptFor: readonly string[];
}

export interface PresenceStore {
  /** The agent's row; the first time it is made, signed out. */
  read(userId: string): Promise<Presence>;
  ofAttempt(attemptId: string): Promise<Presence | null>;
  /**
   * One conditional step: applies only on the version that was read, and writes the state log with it. Becoming ready also
   * needs every connected call wrapped up, in the same statement (INV-5).
   */
  move(from: Presence, to: AgentState, at: Instant): Promise<Presence | 'stale'>;
  /**
   * One statement: reserves the first of the order who is still ready here and alive; two calls never get the same agent,
   * one agent never two calls. Null: none of them is, or the attempt has an agent.
   */
  reserve(want: Reservation): Promise<Presence | null>;
  /** Proof of life of many at once, on this node. */
  alive(userIds: readonly string[], at: Instant): Promise<void>;
  lost(userId: string): Promise<void>;
  /** What was measured on their audio sockets lately. */
  lines(figures: ReadonlyMap<string, LineFigures>): Promise<void>;
  /** A connected call of the agent that has no wrap-up yet, oldest first. */
  openWrapUp(userId: string): Promise<string | null>;
  isWrappedUp(attemptId: string): Promise<boolean>;
  /** `except`: agents who count for nothing, here as in the next two. */
  figures(campaignId: string, aliveSince: Instant, except: readonly string[]): Promise<PoolFigures>;
  /** Agents at work, the longest ready first, and how many more are in such a state without proof of life. */
  roster(
    campaignId: string,
    aliveSince: Instant,
    except: readonly string[],
  ): Promise<{ readonly seats: readonly RosterSeat[]; readonly lifeless: number }>;
  sharedFloors(campaignId: string, aliveSince: Instant, except: readonly string[]): Promise<readonly SharedFloor[]>;
  /** Whoever is in a call state, and whoever is ready without proof of life since `aliveSince`. */
  doubtful(aliveSince: Instant): Promise<readonly Presence[]>;
}

export interface Reservation {
  readonly attemptId: string;
  /** Agents, the first choice first. */
  readonly order: readonly string[];
  readonly at: Instant;
  readonly aliveSince: Instant;
}

export interface CandidateSearch {
  readonly ownerId: string | null;
  readonly at: Instant;
  readonly aliveSince: Instant;
  /** Passed over: their sockets were gone when they were given this call. */
  readonly except: readonly string[];
  /** Whether their occupancy is asked for. */
  readonly balance: boolean;
  /** All who belong, whatever they do and wherever they are; left out: whoever is ready here, and an owner who writes up here. */
  readonly everybody?: boolean;
}

export interface FloorCandidate extends AgentCandidate {
  readonly displayName: string;
  /** His audio socket was last seen on this node. */
  readonly here: boolean;
}

/** Agents as the choice sees them. */
export interface Candidates {
  ofCampaign(campaignId: string, search: CandidateSearch): Promise<readonly FloorCandidate[]>;
  /** For somebody who rang us: the owner, his team, and the queue; `only`: whom a supervisor named, whoever he is. */
  forCaller(caller: CallerFacts, only: string | null, search: CandidateSearch): Promise<readonly FloorCandidate[]>;
}

/** Tells the other nodes that somebody's state changed. A nudge: losing one costs a tick, never a call. */
export interface Nudges {
  tell(): void;
  onTold(listener: () => void): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Reads who the console is drawn for. */
export interface UserCards {
  user(userId: string): Promise<AgentBootstrap['user']>;
  businessZone(): Promise<string>;
}
