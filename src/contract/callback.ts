import { z } from 'zod';
import { cursorFields, nextCursor } from './page.ts';

/** A call that somebody was promised and that is still owed. */
export const callbackView = z.object({
  callbackId: z.string(),
  kind: z.enum(['agreed', 'kept_place']),
  caseId: z.string(),
  externalRef: z.string(),
  debtorName: z.string().nullable(),
  masked: z.string(),
  ownerName: z.string().nullable(),
  /** Epoch milliseconds. */
  dueAt: z.number(),
  /** Zone of the called number; null = unknown. */
  zone: z.string().nullable(),
  forWhom: z.enum(['owner', 'team']),
  /** Whose agents it is kept for at this moment. */
  audience: z.enum(['owner', 'team', 'all']),
  state: z.enum(['pending', 'ringing']),
  /** Supervisors were told that nobody has rung. */
  late: z.boolean(),
});
export type CallbackView = z.infer<typeof callbackView>;

/** `GET /api/callbacks`, the first due first: supervisors see all of them; `?mine=true`, and agents always, those of their own cases. */
export const callbackQuery = z.object({ mine: z.enum(['true', 'false']).default('false'), ...cursorFields(200) });
export const callbackList = z.object({ callbacks: z.array(callbackView), nextCursor });
export type CallbackList = z.infer<typeof callbackList>;
