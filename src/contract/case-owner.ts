import { z } from 'zod';

/** `PUT /api/cases/:id/owner`: to a collector, or null: to nobody. */
export const caseOwnerRequest = z.object({
  ownerId: z.uuid().nullable(),
  reason: z.string().trim().min(3, 'Say why, in a few words.').max(500),
});
export type CaseOwnerRequest = z.infer<typeof caseOwnerRequest>;

/** `GET /api/case-owners`: whom a case may be given to. */
export const caseOwners = z.object({ owners: z.array(z.object({ userId: z.string(), displayName: z.string() })) });
export type CaseOwners = z.infer<typeof caseOwners>;
