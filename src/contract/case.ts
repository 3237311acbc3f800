import { z } from 'zod';
import { caseStages } from '../domain/case-stage.ts';
import { consentView } from './consent.ts';
import { cursorFields, nextCursor, pageFields } from './page.ts';
import { standings } from './progress.ts';
import {
  attemptStates,
  caseClasses,
  decisionReasons,
  numberClasses,
  numberStatuses,
  parties,
  stopKinds,
} from '../domain/vocabulary.ts';

/** Epoch milliseconds. */
const instant = z.number();
/** `YYYY-MM-DD`. */
const localDate = z.string();

export const gateTrace = z.object({
  gate: z.string(),
  passed: z.boolean(),
  reason: z.enum(decisionReasons).optional(),
  until: instant.nullable().optional(),
  detail: z.string().optional(),
});

export const numberDecision = z.object({
  numberId: z.string(),
  masked: z.string(),
  class: z.enum(numberClasses),
  kind: z.enum(['ALLOW', 'DEFER', 'BLOCK']),
  /** First failing gate's reason; null when allowed. */
  reason: z.enum(decisionReasons).nullable(),
  /** Next instant at which this number may be dialed; null = not on its own. */
  nextEligibleAt: instant.nullable(),
  trace: z.array(gateTrace),
});

/** `GET /api/cases/:id/decision`: why is this case not being dialed (or why is it). */
export const caseDecision = z.object({
  caseId: z.string(),
  at: instant,
  presetName: z.string(),
  presetVersion: z.number(),
  /** Version of the campaign's own rules; 0 = as it was set up. */
  rulesVersion: z.number(),
  next: z.string().nullable(),
  dueAt: instant.nullable(),
  dueReason: z.string().nullable(),
  numbers: z.array(numberDecision),
});
export type CaseDecisionView = z.infer<typeof caseDecision>;

/** `GET /api/cases/:id/attempts/:attemptId/decision`: as it was stored with the attempt. */
export const attemptDecision = z.object({
  attemptId: z.string(),
  at: instant,
  kind: z.enum(['ALLOW', 'DEFER', 'BLOCK']),
  presetName: z.string(),
  presetVersion: z.number(),
  rulesVersion: z.number(),
  /** The first gate that was shut; null: none was. */
  firstFailing: gateTrace.nullable(),
  trace: z.array(gateTrace),
  /** Everything it looked at; ids stand for persons and lines. */
  inputs: z.record(z.string(), z.unknown()),
});
export type AttemptDecision = z.infer<typeof attemptDecision>;

export const ladderNumber = z.object({
  numberId: z.string(),
  class: z.enum(numberClasses),
  position: z.number(),
  masked: z.string(),
  extension: z.string(),
  person: z.string().nullable(),
  relation: z.string().nullable(),
  note: z.string().nullable(),
  status: z.enum(numberStatuses),
  prohibitedByEmployer: z.boolean(),
  statusReason: z.string().nullable(),
  counters: z.object({ vacant: z.number(), no_such_person: z.number(), resigned: z.number(), moved: z.number() }),
  thresholds: z.object({ vacant: z.number(), no_such_person: z.number(), resigned: z.number(), moved: z.number() }),
  holdUntil: instant.nullable(),
  lastAttemptAt: instant.nullable(),
  lastResult: z.string().nullable(),
  /** Local time of day at the called number, `HH:MM`; null when the zone is unknown. */
  localTime: z.string().nullable(),
  triedThisRound: z.boolean(),
});
export type LadderNumber = z.infer<typeof ladderNumber>;

export const recordingView = z.object({
  recordingId: z.string(),
  attemptId: z.string(),
  source: z.enum(['own', 'carrier', 'none']),
  status: z.enum(['writing', 'complete', 'missing', 'no_media']),
  durationMs: z.number(),
  startedAt: instant,
  /** Relative URL of the audio; null while there is nothing to play. */
  mediaUrl: z.string().nullable(),
});
export type RecordingView = z.infer<typeof recordingView>;

export const attemptView = z.object({
  attemptId: z.string(),
  numberId: z.string(),
  class: z.enum(numberClasses),
  masked: z.string(),
  state: z.enum(attemptStates),
  intendedAt: instant,
  answeredAt: instant.nullable(),
  connectedAt: instant.nullable(),
  endedAt: instant.nullable(),
  direction: z.enum(['outbound', 'inbound']),
  /** A caller who spoke with nobody and left a message. */
  voicemail: z.boolean(),
  /** System result or disposition code, the agent's winning. */
  result: z.string().nullable(),
  party: z.enum(parties).nullable(),
  agentName: z.string().nullable(),
  talkMs: z.number().nullable(),
  note: z.string().nullable(),
  /** How often its wrap-up was corrected, and whether this viewer may do so. */
  corrections: z.number(),
  mayCorrect: z.boolean(),
  recordings: z.array(recordingView),
});
export type AttemptView = z.infer<typeof attemptView>;

/** `GET /api/cases/:id/attempts`: the latest first. */
export const attemptQuery = z.object(cursorFields(100));
export const attemptList = z.object({ attempts: z.array(attemptView), nextCursor });
export type AttemptList = z.infer<typeof attemptList>;

export const promiseView = z.object({
  promiseId: z.string(),
  amountMinor: z.number(),
  currency: z.string(),
  dueOn: localDate,
  /** Posted between the day of the promise and the end of its grace. */
  paidMinor: z.number(),
  status: z.enum(['open', 'kept', 'broken', 'replaced']),
  /** By the payments; null: replaced. */
  standing: z.enum(['open', 'partial', 'claimed', 'kept', 'broken']).nullable(),
  createdAt: instant,
});

export const casePayment = z.object({
  paymentId: z.string(),
  externalRef: z.string(),
  amountMinor: z.number(),
  currency: z.string(),
  paidOn: localDate,
  postedAt: instant,
  reversedAt: instant.nullable(),
  reversalReason: z.string().nullable(),
});

export const linkedCase = z.object({
  caseId: z.string(),
  externalRef: z.string(),
  clientName: z.string(),
  amountMinor: z.number(),
  currency: z.string(),
  caseClass: z.enum(caseClasses),
  status: z.enum(['open', 'closed', 'recalled']),
});

export const noteView = z.object({
  noteId: z.string(),
  at: instant,
  authorName: z.string().nullable(),
  text: z.string(),
});

/** `GET /api/cases/:id` */
export const casePage = z.object({
  caseId: z.string(),
  externalRef: z.string(),
  clientName: z.string(),
  debtorName: z.string().nullable(),
  cardLast4: z.string().nullable(),
  /** As placed. */
  amountMinor: z.number(),
  paidMinor: z.number(),
  owedMinor: z.number(),
  currency: z.string(),
  overdueDays: z.number().nullable(),
  placementDate: localDate,
  recallDate: localDate.nullable(),
  remark: z.string().nullable(),
  addresses: z.object({
    home: z.string().nullable(),
    work: z.string().nullable(),
    workName: z.string().nullable(),
    hukou: z.string().nullable(),
  }),
  status: z.enum(['open', 'closed', 'recalled']),
  caseClass: z.enum(caseClasses),
  /** R22: how far the work has come; advisory. */
  stage: z.object({
    now: z.enum(caseStages),
    since: instant,
    steps: z.array(z.object({ to: z.enum(caseStages), at: instant, skipped: z.array(z.enum(caseStages)) })),
  }),
  effective: z.boolean(),
  /** BCP 47; null: nobody knows. */
  language: z.string().nullable(),
  ownerName: z.string().nullable(),
  campaignName: z.string().nullable(),
  nextFollowUpOn: localDate.nullable(),
  /** Last day on which the follow-up is in time, until when every number is held, and what follows from both today. */
  followUpBy: localDate.nullable(),
  waitingUntil: instant.nullable(),
  standing: z.enum(standings),
  callbackAt: instant.nullable(),
  dueAt: instant.nullable(),
  dueReason: z.string().nullable(),
  roundNumber: z.number(),
  stops: z.array(
    z.object({
      stopId: z.string(),
      kind: z.enum(stopKinds),
      scope: z.enum(['person', 'debt']),
      reason: z.string().nullable(),
      at: instant,
      /** Null: set by the clock. */
      byName: z.string().nullable(),
    }),
  ),
  /** Stops that the rules of this case know. */
  stopKinds: z.array(z.enum(stopKinds)),
  ladder: z.array(ladderNumber),
  attempts: z.array(attemptView),
  promises: z.array(promiseView),
  consents: z.array(consentView),
  payments: z.array(casePayment),
  linked: z.array(linkedCase),
  /** R35, where the rules are hard: the system dials nobody for this case until somebody has looked at the linked ones. */
  linkedHoldsDialing: z.boolean(),
  notes: z.array(noteView),
});
export type CasePage = z.infer<typeof casePage>;

/** Of a list of cases, besides what is searched for. */
const caseFilterFields = {
  class: z.enum(caseClasses).optional(),
  status: z.enum(['open', 'closed', 'recalled']).optional(),
  /** A collector, or `none`: nobody's. */
  owner: z.union([z.uuid(), z.literal('none')]).optional(),
  clientId: z.uuid().optional(),
  campaignId: z.uuid().optional(),
};
const caseSorts = ['added', 'reference', 'owed', 'next', 'last'] as const;
export type CaseSort = (typeof caseSorts)[number];
/** Filters of `GET /api/cases` and of its export: an address holds no name, here one searches by the bank's case id alone. */
export const caseFilters = z.object({
  /** Its beginning. */
  q: z.string().trim().max(80).optional(),
  mine: z.enum(['true', 'false']).default('false'),
  ...caseFilterFields,
});
export const caseQuery = caseFilters.extend(pageFields(caseSorts));
const sought = z.string().trim().min(1).max(80).optional();
/** `POST /api/cases/search` */
export const caseSearch = z.object({
  /** Beginning of the bank's case id. */
  ref: sought,
  /** Part of the debtor's name. */
  name: sought,
  /** Either of them. */
  text: sought,
  mine: z.boolean().default(false),
  ...caseFilterFields,
  ...pageFields(caseSorts),
});
export type CaseSearch = z.input<typeof caseSearch>;

/** A row of the case list. */
export const caseRow = z.object({
  caseId: z.string(),
  externalRef: z.string(),
  debtorName: z.string().nullable(),
  clientName: z.string(),
  amountMinor: z.number(),
  currency: z.string(),
  caseClass: z.enum(caseClasses),
  status: z.enum(['open', 'closed', 'recalled']),
  ownerName: z.string().nullable(),
  nextFollowUpOn: localDate.nullable(),
  dueAt: instant.nullable(),
  lastAttemptAt: instant.nullable(),
  attempts: z.number(),
});
export const caseList = z.object({ cases: z.array(caseRow), nextCursor: z.string().nullable() });
export type CaseList = z.infer<typeof caseList>;
