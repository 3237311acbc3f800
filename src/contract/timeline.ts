import { z } from 'zod';
import { taskCauses, taskKinds } from '../domain/case-tasks.ts';
import { checklistItems } from '../domain/verification-checklist.ts';
import {
  caseClasses,
  dispositionCodes,
  numberClasses,
  numberStatuses,
  parties,
  stopKinds,
} from '../domain/vocabulary.ts';
import { attemptView } from './case.ts';
import { consentChannels } from './consent.ts';
import { visitStatus, visitView } from './visit.ts';

/** Epoch milliseconds. */
const instant = z.number();
const localDate = z.string();

/** What one may look at alone. */
export const timelineKinds = [
  'placement',
  'call',
  'inbound',
  'wrap_up',
  'note',
  'number',
  'stop',
  'promise',
  'payment',
  'task',
  'visit',
  'fraud',
  'consent',
  'owner',
  'class',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

const timelinePlace = z.string().regex(/^\d{1,15}~[a-z_]+:[0-9a-f-]{36}$/);
/** `GET /api/cases/:id/timeline`: newest first. */
export const timelineQuery = z.object({
  kind: z.enum(timelineKinds).optional(),
  cursor: timelinePlace.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
});
export type TimelineQuery = z.infer<typeof timelineQuery>;

const common = {
  entryId: z.string(),
  at: instant,
  kind: z.enum(timelineKinds),
  /** Null: the clock, the carrier or a file. */
  byName: z.string().nullable(),
};
const onNumber = { masked: z.string(), numberClass: z.enum(numberClasses) };
const money = { amountMinor: z.number(), currency: z.string() };
const stop = { stopKind: z.enum(stopKinds), scope: z.enum(['person', 'debt']), reason: z.string().nullable() };
const promise = { ...money, dueOn: localDate };
const payment = { ...money, paidOn: localDate, externalRef: z.string() };
const visit = { address: z.string(), visitKind: visitView.shape.kind };

/** One thing that happened to a case; what it tells depends on `what`. */
export const timelineEntry = z.discriminatedUnion('what', [
  z.object({ what: z.literal('placed'), ...common, fileName: z.string().nullable(), ...money, placedOn: localDate }),
  z.object({ what: z.literal('call'), ...common, call: attemptView }),
  z.object({
    what: z.literal('wrapped_up'),
    ...common,
    code: z.enum(dispositionCodes),
    party: z.enum(parties),
    classAfter: z.enum(caseClasses),
    nextFollowUpOn: localDate.nullable(),
    callbackAt: instant.nullable(),
    overridden: z.boolean(),
    /** By whose leave, and why. */
    leave: z.object({ name: z.string(), reason: z.string() }).nullable(),
  }),
  z.object({
    what: z.literal('corrected'),
    ...common,
    before: z.enum(dispositionCodes),
    after: z.enum(dispositionCodes),
    reason: z.string().nullable(),
    overridden: z.boolean(),
  }),
  z.object({ what: z.literal('noted'), ...common, text: z.string() }),
  z.object({ what: z.literal('number_added'), ...common, ...onNumber, source: z.string() }),
  z.object({ what: z.literal('number_counted'), ...common, ...onNumber, code: z.string(), voided: z.boolean() }),
  z.object({
    what: z.literal('number_status'),
    ...common,
    ...onNumber,
    before: z.enum(numberStatuses).nullable(),
    after: z.enum(numberStatuses),
    reason: z.string().nullable(),
  }),
  z.object({ what: z.literal('stop_set'), ...common, ...stop }),
  z.object({ what: z.literal('stop_lifted'), ...common, ...stop, reference: z.string().nullable() }),
  z.object({ what: z.literal('promise_made'), ...common, ...promise }),
  z.object({ what: z.literal('promise_kept'), ...common, ...promise }),
  z.object({ what: z.literal('promise_broken'), ...common, ...promise }),
  z.object({ what: z.literal('promise_replaced'), ...common, ...promise }),
  z.object({ what: z.literal('payment_posted'), ...common, ...payment }),
  z.object({ what: z.literal('payment_reversed'), ...common, ...payment, reason: z.string().nullable() }),
  z.object({
    what: z.literal('task_opened'),
    ...common,
    taskKind: z.enum(taskKinds),
    because: z.enum(taskCauses),
    dueAt: instant,
  }),
  z.object({
    what: z.literal('task_ended'),
    ...common,
    taskKind: z.enum(taskKinds),
    result: z.string().nullable(),
    notNeeded: z.boolean(),
    late: z.boolean(),
  }),
  z.object({
    what: z.literal('checklist_entered'),
    ...common,
    item: z.enum(checklistItems),
    finding: z.string(),
    sourceBasis: z.string().nullable(),
  }),
  z.object({ what: z.literal('visit_ordered'), ...common, ...visit, reason: z.string() }),
  z.object({
    what: z.literal('visit_decided'),
    ...common,
    ...visit,
    status: visitStatus.extract(['approved', 'rejected']),
    note: z.string().nullable(),
  }),
  z.object({ what: z.literal('visit_dispatched'), ...common, ...visit, visitor: z.string().nullable() }),
  z.object({
    what: z.literal('visit_returned'),
    ...common,
    ...visit,
    result: visitView.shape.result.unwrap(),
    note: z.string().nullable(),
    photos: z.number(),
  }),
  z.object({
    what: z.literal('fraud_step'),
    ...common,
    step: z.enum(['claim', 'appoint', 'sign', 'deliver', 'confirm', 'deny', 'recall']),
    on: localDate,
    note: z.string().nullable(),
  }),
  z.object({ what: z.literal('fraud_document'), ...common, fileName: z.string() }),
  z.object({ what: z.literal('consent_given'), ...common, masked: z.string(), channel: z.enum(consentChannels) }),
  z.object({ what: z.literal('consent_withdrawn'), ...common, masked: z.string(), channel: z.enum(consentChannels) }),
  z.object({
    what: z.literal('owner'),
    ...common,
    before: z.string().nullable(),
    after: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  z.object({ what: z.literal('class'), ...common, before: z.enum(caseClasses), after: z.enum(caseClasses) }),
]);
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const timelinePage = z.object({ entries: z.array(timelineEntry), nextCursor: z.string().nullable() });
export type TimelinePage = z.infer<typeof timelinePage>;
