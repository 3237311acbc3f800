import { z } from 'zod';
import { leaveCodes } from '../domain/vocabulary.ts';

const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** `POST /api/agent/calls/:attemptId/leave`: may this day lie beyond the window of the code? */
export const leaveRequest = z.object({
  code: z.enum(leaveCodes),
  day: localDate,
  why: z.string().trim().min(1).max(400),
});
export type LeaveRequest = z.infer<typeof leaveRequest>;

/** What became of the latest question of a call. `expired`: the call was written up before anybody decided. */
export const leaveView = z.object({
  leaveId: z.string(),
  code: z.enum(leaveCodes),
  day: localDate,
  state: z.enum(['waiting', 'granted', 'refused', 'expired']),
  why: z.string(),
  askedAt: z.number(),
  decidedByName: z.string().nullable(),
  reason: z.string().nullable(),
});
export type LeaveView = z.infer<typeof leaveView>;

/** `GET /api/leaves`: what waits for a supervisor, the longest wait first. */
export const waitingLeaves = z.object({
  leaves: z.array(
    leaveView.extend({
      attemptId: z.string(),
      caseId: z.string(),
      externalRef: z.string(),
      agentName: z.string(),
      amountMinor: z.number(),
      currency: z.string(),
    }),
  ),
});
export type WaitingLeaves = z.infer<typeof waitingLeaves>;

/** `POST /api/leaves/:id/decision` */
export const leaveDecision = z.object({
  granted: z.boolean(),
  reason: z.string().trim().min(1).max(400),
});
export type LeaveDecision = z.infer<typeof leaveDecision>;
