import { z } from 'zod';

export const auditEntry = z.object({
  /** Place in the chain, without gaps. */
  seq: z.number().int(),
  at: z.number(),
  actor: z.object({ id: z.string(), name: z.string() }).nullable(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
  /** SHA-256 over this entry and the hash of the one before. */
  hash: z.string(),
});
export type AuditEntryView = z.infer<typeof auditEntry>;

const instant = z.coerce.number().int().min(0);
export const auditFilters = z.object({
  actorId: z.uuid('An id of a person.').optional(),
  /** `recording.played`, or a beginning such as `recording`. */
  action: z.string().trim().max(60).optional(),
  subjectType: z.string().trim().max(40).optional(),
  subjectId: z.string().trim().max(80).optional(),
  /** Half open, epoch ms. */
  from: instant.optional(),
  to: instant.optional(),
});
export type AuditFilters = z.infer<typeof auditFilters>;

/** `GET /api/audit`: the latest first. */
export const auditQuery = auditFilters.extend({
  cursor: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type AuditQuery = z.infer<typeof auditQuery>;
export const auditList = z.object({ entries: z.array(auditEntry), nextCursor: z.number().int().nullable() });
export type AuditList = z.infer<typeof auditList>;

/** `GET /api/people/:id/history`: what the log says of one person, the latest first. */
export const historyQuery = auditQuery.pick({ cursor: true, limit: true });

/** `GET /api/audit/words`: what there is to filter by. */
export const auditWords = z.object({ actions: z.array(z.string()), subjectTypes: z.array(z.string()) });
export type AuditWords = z.infer<typeof auditWords>;

/** `GET /api/audit/export`: the earliest first. */
export const auditExportQuery = auditFilters.extend({ format: z.enum(['csv', 'ndjson']) });

/** `GET /api/audit/verify?seq=&hash=`: a head that was noted elsewhere shows that no end was cut off since. */
export const auditVerifyQuery = z
  .object({
    seq: z.coerce.number().int().min(1).optional(),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits.')
      .optional(),
  })
  .refine(({ seq, hash }) => (seq === undefined) === (hash === undefined), {
    error: 'Name both or neither.',
    path: ['hash'],
  });
export const auditVerdict = z.object({
  intact: z.boolean(),
  entries: z.number().int(),
  head: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
  /** The first ones: entries that are not as they were written, and places where some are missing. */
  faults: z.array(z.object({ seq: z.number().int(), fault: z.enum(['altered', 'missing_before', 'not_as_noted']) })),
});
export type AuditVerdict = z.infer<typeof auditVerdict>;
