import { z } from 'zod';
import { pageFields } from './page.ts';

const localDate = z.iso.date('a date as YYYY-MM-DD');
const reason = z.string().trim().min(1, 'say why').max(500);
const source = z.string().trim().min(1, 'say where the number comes from').max(120);

export const suppressionStates = ['active', 'expired', 'removed', 'all'] as const;

/** `POST /api/suppressions/search`: a number is never part of an address. */
export const suppressionSearch = z.object({
  /** As one would dial it; the whole number. */
  number: z.string().trim().max(40).default(''),
  source: z.string().trim().max(120).default(''),
  state: z.enum(suppressionStates).default('active'),
  ...pageFields(['added', 'expires']),
});
/** `GET /api/suppressions/export.csv`: what stands now; all of it, or that of one source. */
export const suppressionExport = z.object({ source: suppressionSearch.shape.source });
export type SuppressionSearch = z.input<typeof suppressionSearch>;

export const suppressionRow = z.object({
  id: z.string(),
  numberMasked: z.string(),
  source: z.string(),
  reason: z.string(),
  addedAt: z.number(),
  addedByName: z.string().nullable(),
  /** Null: for good. */
  expiresAt: z.number().nullable(),
  removedAt: z.number().nullable(),
  removedByName: z.string().nullable(),
  removeReason: z.string().nullable(),
  state: z.enum(['active', 'expired', 'removed']),
  /** Open cases that have the number. */
  cases: z.number(),
});
export type SuppressionRow = z.infer<typeof suppressionRow>;
export const suppressionPage = z.object({
  rows: z.array(suppressionRow),
  nextCursor: z.string().nullable(),
  /** Numbers that are not called now. */
  active: z.number(),
});
export type SuppressionPage = z.infer<typeof suppressionPage>;

/** `POST /api/suppressions` */
export const suppressionRequest = z.object({
  number: z.string().trim().min(1).max(40),
  source,
  reason,
  /** The last day; left out: for good. */
  expiresOn: localDate.nullish().transform((day) => day ?? null),
});
export type SuppressionRequest = z.input<typeof suppressionRequest>;
export const suppressionReply = z.object({
  kind: z.enum(['added', 'changed']),
  id: z.string(),
  /** Calls that rang and were hung up. */
  hungUp: z.number(),
});

/** `POST /api/suppressions/:id/remove` */
export const suppressionRemoval = z.object({ reason });

/** Fields of `POST /api/suppressions/imports`, in front of the file. */
export const suppressionImportFields = z.object({
  source,
  reason,
  expiresOn: z
    .union([localDate, z.literal('')])
    .default('')
    .transform((day) => (day === '' ? null : day)),
});

export const suppressionRowFault = z.object({
  row: z.number(),
  field: z.string(),
  rule: z.string(),
  remedy: z.string(),
});

/** What a list would do, and after its confirmation what it did. */
export const suppressionImport = z.object({
  id: z.string(),
  fileName: z.string(),
  status: z.enum(['previewed', 'done']),
  rows: z.number(),
  /** Numbers that are new on the list. */
  fresh: z.number(),
  /** Numbers that stand on it already, or twice in the file. */
  known: z.number(),
  rejected: z.number(),
  /** Open cases whose numbers will not be called. */
  cases: z.number(),
  sample: z.array(
    z.object({
      row: z.number(),
      numberMasked: z.string(),
      reason: z.string(),
      source: z.string(),
      expiresOn: localDate.nullable(),
    }),
  ),
  /** The first of them. */
  faults: z.array(suppressionRowFault),
  hungUp: z.number(),
});
export type SuppressionImport = z.infer<typeof suppressionImport>;
