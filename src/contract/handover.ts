import { z } from 'zod';
import { reasonGiven } from './reason.ts';

/** To one collector, to those of a team who are at work, or to these, as evenly by count as it goes. */
export const handoverTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one'), personId: z.uuid() }),
  z.object({ kind: z.literal('team'), teamId: z.uuid('Name a team of GET /api/teams.') }),
  z.object({
    kind: z.literal('named'),
    personIds: z.array(z.uuid()).min(1, 'Name somebody.').max(200, 'At most 200.'),
  }),
]);
export type HandoverTo = z.infer<typeof handoverTo>;

/** `POST /api/people/:id/handover`: all open cases of this collector go to others. */
export const handoverRequest = z.object({ to: handoverTo, reason: reasonGiven });
export type HandoverRequest = z.infer<typeof handoverRequest>;

/** `POST /api/people/:id/handover/cancel`: enough of this one; what has been given stays given. */
export const handoverCancel = z.object({ handoverId: z.uuid() });

/** Why a case stayed where it was. */
export const leftBecause = ['owner_changed', 'closed', 'recipient_gone', 'cancelled'] as const;

export const handoverView = z.object({
  handoverId: z.string(),
  startedAt: z.number(),
  /** Null: it goes on. */
  finishedAt: z.number().nullable(),
  byName: z.string(),
  /** Null: nobody stopped it. */
  cancelled: z.object({ byName: z.string(), at: z.number() }).nullable(),
  reason: z.string(),
  /** Cases that there were when it began. */
  total: z.number().int(),
  given: z.number().int(),
  /** Not given yet; those on a call, or with one that is written up, come after it. */
  waiting: z.number().int(),
  left: z.array(z.object({ because: z.enum(leftBecause), count: z.number().int() })),
  to: z.array(z.object({ personId: z.string(), displayName: z.string(), given: z.number().int() })),
});
export type HandoverView = z.infer<typeof handoverView>;

/** `GET /api/people/:id/handover`: what somebody has in hand, and how handing it over goes. */
export const handoverOffer = z.object({
  openCases: z.number().int(),
  /** Open promises on these cases. */
  promises: z.number().int(),
  /** Calls agreed on with their debtors. */
  callbacks: z.number().int(),
  /** Tasks of these cases that are his; they go with the case. */
  tasks: z.number().int(),
  /** Tasks of other people's cases that are his; they stay with him. */
  otherTasks: z.number().int(),
  /** Visits ordered or under way. */
  visits: z.number().int(),
  /** Fraud applications that are not decided. */
  frauds: z.number().int(),
  /** On a call this moment, or with one that is not written up. */
  inCall: z.number().int(),
  campaigns: z.array(z.object({ campaignId: z.string(), name: z.string() })),
  /** The last one, whether it goes on or not. */
  latest: handoverView.nullable(),
});
export type HandoverOffer = z.infer<typeof handoverOffer>;
