import { z } from 'zod';
import { agentStates, numberClasses } from '../domain/vocabulary.ts';
import { casePage, ladderNumber } from './case.ts';

const instant = z.number();

export const breakReasons = ['rest', 'meal', 'training', 'meeting', 'technical', 'case_work'] as const;
export type BreakReason = (typeof breakReasons)[number];

export const agentStateView = z.object({
  state: z.enum(agentStates),
  reason: z.string().nullable(),
  since: instant,
  attemptId: z.string().nullable(),
  /** What the agent becomes after wrap-up: ready or on_break. */
  wish: z.enum(['ready', 'on_break']).nullable(),
  /** False: no call can come (audio socket, clock, microphone, probe); `aliveMissing` says which. */
  alive: z.boolean(),
  aliveMissing: z.array(z.enum(['audio_socket', 'audio_clock', 'microphone', 'probe'])),
});
export type AgentStateView = z.infer<typeof agentStateView>;

/** The incoming call card: everything the agent needs in the first second. */
export const callCard = z.object({
  attemptId: z.string(),
  caseId: z.string(),
  answeredAt: instant,
  connectedAt: instant,
  /** Who rang whom. */
  direction: z.enum(['outbound', 'inbound']),
  numberId: z.string(),
  numberClass: z.enum(numberClasses),
  numberMasked: z.string(),
  /** Several debtors have the line that rang us: nobody's data are here until one of them is identified. */
  shared: z.boolean(),
  person: z.string().nullable(),
  relation: z.string().nullable(),
  /** Contact, relative, emergency, traced, work switchboard: somebody else may answer. */
  thirdParty: z.boolean(),
  /** Whether the agent has to make sure that the debtor is on the line before the debt is named. */
  identity: z.enum(['not_needed', 'needed', 'confirmed']),
  /** The server withholds the debt: client, amount, days and card are null, the case page is not to be had. */
  covered: z.boolean(),
  /** Other cases of the same debtor; nought while they are withheld. */
  linkedCases: z.number(),
  /** R35: the wrap-up waits until the agent has looked at them. */
  linkedOwed: z.boolean(),
  /** The rules are hard, and nobody has looked since the latest of them came: the system dials nobody for this case. */
  linkedHoldsDialing: z.boolean(),
  answeredBy: z.string().nullable(),
  debtorName: z.string().nullable(),
  clientName: z.string().nullable(),
  externalRef: z.string(),
  cardLast4: z.string().nullable(),
  amountMinor: z.number().nullable(),
  currency: z.string(),
  overdueDays: z.number().nullable(),
  ladder: z.array(ladderNumber),
  campaignName: z.string().nullable(),
  onHold: z.boolean(),
  /** Set when the call has ended and only wrap-up is left. */
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
});
export type CallCard = z.infer<typeof callCard>;

/** R29 and the day's own figures. */
export const todayFigures = z.object({
  /** Distinct cases with at least one attempt attributed to this collector today. */
  accounts: z.number(),
  goal: z.number(),
  calls: z.number(),
  rightParty: z.number(),
  promises: z.number(),
  promisedMinor: z.number(),
  currency: z.string().nullable(),
  talkMs: z.number(),
  wrapUpMs: z.number(),
  readyMs: z.number(),
  breakMs: z.number(),
});
export type TodayFigures = z.infer<typeof todayFigures>;

/** `GET /api/agent/bootstrap`: enough to draw the console after a reload, also in mid-call. */
export const agentBootstrap = z.object({
  user: z.object({
    id: z.string(),
    displayName: z.string(),
    role: z.enum(['agent', 'supervisor', 'admin']),
    locale: z.string(),
  }),
  serverNow: instant,
  businessZone: z.string(),
  state: agentStateView,
  call: callCard.nullable(),
  casePage: casePage.nullable(),
  today: todayFigures,
});
export type AgentBootstrap = z.infer<typeof agentBootstrap>;

/** `POST /api/agent/state` */
export const agentStateRequest = z.discriminatedUnion('to', [
  z.object({ to: z.literal('ready') }),
  z.object({ to: z.literal('on_break'), reason: z.enum(breakReasons) }),
  z.object({ to: z.literal('signed_out') }),
]);
export type AgentStateRequest = z.infer<typeof agentStateRequest>;

/** `POST /api/calls/:attemptId/dtmf` */
export const dtmfRequest = z.object({ digits: z.string().regex(/^[0-9A-D*#]{1,16}$/) });
