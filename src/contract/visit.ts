import { z } from 'zod';
import { nextCursor, pageFields } from './page.ts';

const instant = z.number().int();
const text = (most: number) => z.string().trim().min(1).max(most);
const kind = z.enum(['contactable', 'lost']);
const result = z.enum(['met_debtor', 'met_other', 'nobody_there', 'address_invalid']);
export const visitStatus = z.enum(['ordered', 'approved', 'rejected', 'dispatched', 'returned']);

export const visitView = z.object({
  visitId: z.uuid(),
  caseId: z.uuid(),
  externalRef: z.string(),
  debtorName: z.string().nullable(),
  kind,
  address: z.string(),
  status: visitStatus,
  reason: z.string(),
  orderedBy: z.string().nullable(),
  orderedAt: instant,
  decidedAt: instant.nullable(),
  decisionNote: z.string().nullable(),
  visitor: z.string().nullable(),
  dispatchedAt: instant.nullable(),
  returnedAt: instant.nullable(),
  result: result.nullable(),
  resultNote: z.string().nullable(),
  photos: z.array(z.object({ photoId: z.uuid(), mime: z.string(), byteSize: z.number().int() })),
});
export type VisitView = z.infer<typeof visitView>;

/** What narrows visits down: of `GET /api/visits` and of its export. */
export const visitsWanted = z.object({
  status: visitStatus.optional(),
  kind: kind.optional(),
  caseId: z.uuid().optional(),
  /** Of one's own cases alone. */
  mine: z.enum(['true', 'false']).default('false'),
});
export type VisitsWanted = z.infer<typeof visitsWanted>;
/** `case`: by its reference. `kind`, `status`: those alike stand together. */
const visitSorts = ['ordered', 'case', 'kind', 'status'] as const;
export type VisitSort = (typeof visitSorts)[number];
/** `GET /api/visits`: the latest order first, unless another order is asked for. */
export const visitQuery = visitsWanted.extend(pageFields(visitSorts));
export type VisitQuery = z.infer<typeof visitQuery>;
export const visitList = z.object({ visits: z.array(visitView), nextCursor, total: z.number().int() });
export type VisitList = z.infer<typeof visitList>;

/** What may be ordered: the kind follows from the numbers (R38). */
export const visitOptions = z.object({
  kind,
  addresses: z.array(z.object({ of: z.string(), address: z.string(), invalid: z.boolean() })),
});
export const visitAsked = z.object({ address: text(300), reason: text(500), expects: kind.nullable().default(null) });
export const visitDecision = z.object({ approve: z.boolean(), note: text(500).nullable().default(null) });
export const visitDispatch = z.object({ visitor: text(120) });
export const visitReturn = z.object({ result, note: text(2000), returnedAt: instant.nullable().default(null) });
export const addressReverified = z.object({ address: text(300), reason: text(500) });
export const visitSaved = z.object({ visitId: z.uuid() });
