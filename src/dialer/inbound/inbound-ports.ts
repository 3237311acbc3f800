import type { InboundSettings } from '../../contract/inbound.ts';
import type { AttemptRecord } from '../../domain/attempt.ts';
import type { Instant, ZoneName } from '../../domain/vocabulary.ts';

/** What can be heard while keys are listened for. */
export type Prompt =
  | { readonly do: 'say'; readonly text: string }
  /** The comfort sound, about so long. */
  | { readonly do: 'comfort'; readonly seconds: number }
  | { readonly do: 'pause'; readonly seconds: number };

/** What the caller hears, one step after the other. */
export type InboundStep =
  | Prompt
  /** Keys are brought to the address: one, or as many as end with `#`. Without any the next step follows. */
  | { readonly do: 'keys'; readonly one: boolean; readonly prompts: readonly Prompt[]; readonly url: string }
  /** What the caller says is recorded, for so long at most; `done` is told if he said anything. */
  | { readonly do: 'record'; readonly seconds: number; readonly recording: string; readonly done: string }
  /** The audio goes to our socket, recorded by the carrier too; when the socket closes the next step follows. */
  | { readonly do: 'stream'; readonly media: string; readonly recording: string }
  /** The carrier asks there how to go on. */
  | { readonly do: 'ask'; readonly url: string }
  | { readonly do: 'hang-up' };

export interface InboundScript {
  readonly language: InboundSettings['language'];
  readonly steps: readonly InboundStep[];
}

export interface NumberAddresses {
  readonly voice: string;
  readonly ended: string;
}

/** The carrier's side of calls that reach us, each over the account of its trunk. */
export interface InboundCarrier {
  /** The script in the carrier's own language. */
  render(script: InboundScript): string;
  /** Breaks off what the caller hears. `ended`: he is gone. `unknown`: the carrier did not say. */
  redirect(trunkId: string, sid: string, script: InboundScript): Promise<'redirected' | 'ended' | 'unknown'>;
  /** Where the carrier asks when the number is rung, and tells of the end; null: it does not ask us any more. */
  answerAt(
    number: Pick<InboundNumber, 'trunkId' | 'e164'>,
    addresses: NumberAddresses | null,
  ): Promise<'set' | 'not-ours'>;
}

/** A number of ours that takes calls. */
export interface InboundNumber {
  readonly callerIdId: string;
  readonly trunkId: string;
  readonly e164: string;
  readonly settings: InboundSettings;
}

/** Whom a call is about: the most urgent case of whoever has the line. */
export interface Caller {
  readonly caseId: string;
  readonly debtorId: string;
  readonly numberId: string;
  readonly lineId: string;
  readonly campaignId: string | null;
  readonly roundNumber: number;
  readonly presetName: string;
  readonly presetVersion: number;
  readonly rulesVersion: number;
  /** Several debtors have the line, or nobody knows whose it is. */
  readonly shared: boolean;
  /** The line is the debtor's own. */
  readonly own: boolean;
}

/** Fulfilled by casework. */
export interface CallerDesk {
  /** Null: nobody in the books has this number. */
  whoCalls(e164: string): Promise<Caller | null>;
  /** Somebody with another number names a case by its digits: the number is noted with it, to be verified. Null: no such case. */
  byReference(digits: string, e164: string): Promise<Caller | null>;
  /** Somebody nobody knows wants to be heard: a file of his own, in which nothing is owed. */
  stranger(e164: string): Promise<Caller>;
  /** The caller is to be rung when his place is reached. `gone`: no such call. */
  keepPlace(attemptId: string, at: Instant): Promise<'kept' | 'gone'>;
  /** The caller left a message for whoever has the case. */
  messageLeft(attemptId: string, at: Instant): Promise<void>;
  businessZone(): Promise<ZoneName>;
}

export type QueueStanding =
  /** An agent is reserved and waits for the stream. */
  | { readonly kind: 'agent' }
  /** One is being brought together with the caller at this moment. */
  | { readonly kind: 'coming' }
  | { readonly kind: 'waiting'; readonly position: number; readonly waitMs: number | null }
  | { readonly kind: 'gone' };

/** Fulfilled by routing: the callers who wait for an agent. */
export interface CallerQueue {
  /** Joins the queue, or says how the caller stands in it. */
  standing(call: { readonly attemptId: string; readonly arrivedAt: Instant }): Promise<QueueStanding>;
  /** The caller waits no longer: he leaves a message, or is rung back. */
  leave(attemptId: string): Promise<void>;
}

export interface ArrivedCall {
  readonly callSid: string;
  /** Null: nobody in the books has the number. */
  readonly attemptId: string | null;
  readonly arrivedAt: Instant;
  readonly shared: boolean;
  /** The line is the debtor's own. */
  readonly own: boolean;
  readonly outcome: string | null;
}

export interface NewInbound {
  readonly attemptId: string;
  readonly callSid: string;
  readonly number: InboundNumber;
  readonly caller: Caller;
  readonly tokenHash: string;
  readonly record: AttemptRecord;
}

export const queueOutcomes = ['unknown', 'closed', 'callback', 'left'] as const;
export type QueueOutcome = (typeof queueOutcomes)[number];

export interface InboundBook {
  /** Null: no such number, or one that takes no calls. */
  number(callerIdId: string): Promise<InboundNumber | null>;
  numbers(): Promise<readonly InboundNumber[]>;
  bySid(callSid: string): Promise<ArrivedCall | null>;
  /** By attempt, with the settings of the number that was rung. */
  byAttempt(attemptId: string): Promise<(ArrivedCall & { readonly settings: InboundSettings }) | null>;
  /** One transaction; `live_call`: the person or the line has a call already (INV-1). */
  arrive(call: NewInbound): Promise<'arrived' | 'live_call'>;
  arriveUnknown(call: { readonly callSid: string; readonly callerIdId: string; readonly at: Instant }): Promise<void>;
  outcome(callSid: string, outcome: QueueOutcome): Promise<void>;
  /** Whatever it was before, now it has a message. */
  messageLeft(callSid: string): Promise<void>;
  ended(callSid: string, at: Instant): Promise<void>;
  renewToken(attemptId: string, tokenHash: string): Promise<void>;
  /** Calls under way to or from the person, or on the line. */
  inTheWay(caller: Pick<Caller, 'debtorId' | 'lineId'>): Promise<readonly string[]>;
}
