import { z } from 'zod';

/** `POST /api/placements/:id/campaign`: whose agents work the placement's cases. */
export const intakeRequest = z.object({ campaignId: z.uuid() });
export type IntakeRequest = z.infer<typeof intakeRequest>;

/** Cases that were in no campaign before; they are due at once. */
export const intakeReply = z.object({ assigned: z.number().int().nonnegative() });
export type IntakeReply = z.infer<typeof intakeReply>;
