import { z } from 'zod';
import { nextCursor, pageFields } from './page.ts';
import { fieldsNeeded } from '../domain/placement/needed-fields.ts';
import { isField, type Field } from '../domain/placement/header-names.ts';
import { knownCurrencies, placedClasses } from '../domain/placement/profile.ts';

const field = z.custom<Field>((word) => typeof word === 'string' && isField(word), 'a field name of docs/import.md');

/** One entry a column, null = not imported. */
export const columnMapping = z
  .array(field.nullable())
  .max(16_384)
  .superRefine((mapping, context) => {
    for (const missing of fieldsNeeded(mapping)) {
      context.addIssue({ code: 'custom', message: `map a column to ${missing}`, params: { field: missing } });
    }
  });

export const importProfile = z.object({
  defaultCountry: z.string().regex(/^[A-Z]{2}$/, 'two capital letters, such as CN'),
  defaultCurrency: z.enum(knownCurrencies),
  dateOrder: z.enum(['YMD', 'MDY', 'DMY']),
  decimal: z.enum(['.', ',']),
  classOrder: z
    .array(z.enum(placedClasses as [(typeof placedClasses)[number], ...typeof placedClasses]))
    .refine((order) => new Set(order).size === placedClasses.length, 'every class once')
    .default([...placedClasses]),
});

/** How a file is to be read: one mapping per table (sheet), one profile. Left out: as recognised or remembered. */
export const placementReading = z.object({
  mappings: z.array(columnMapping).min(1).optional(),
  profile: importProfile.optional(),
});
export type PlacementReading = z.infer<typeof placementReading>;

/** The text fields of the multipart upload; the file itself comes after them. */
export const placementUpload = z
  .object({
    clientId: z.uuid().optional(),
    client: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine((name) => !/\p{Cc}/u.test(name), 'a name without control characters')
      .optional(),
    start: z.enum(['true', 'false']).default('false'),
    reading: z
      .string()
      .transform((text, context) => {
        try {
          return JSON.parse(text) as unknown;
        } catch {
          context.addIssue({ code: 'custom', message: 'JSON' });

          return z.NEVER;
        }
      })
      .pipe(placementReading)
      .optional(),
  })
  .refine((form) => form.clientId !== undefined || form.client !== undefined, {
    path: ['clientId'],
    message: 'the client whose cases these are: clientId, or client with a name',
  });

const counts = z.record(z.string(), z.number().int());

export const placementProgress = z.object({
  rowsRead: z.number().int(),
  totalRows: z.number().int(),
  accepted: z.number().int(),
  withWarnings: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  skipped: z.number().int(),
  numbers: z.number().int(),
  rejectedNumbers: z.number().int(),
  amountMinor: counts,
  reasons: counts,
  warnings: counts,
  skips: counts,
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});

export const placementView = z.object({
  id: z.uuid(),
  client: z.object({ id: z.uuid(), name: z.string() }),
  fileName: z.string(),
  status: z.enum(['inspected', 'queued', 'running', 'cancelled', 'failed', 'done']),
  byteSize: z.number(),
  format: z.record(z.string(), z.unknown()),
  profile: importProfile,
  tables: z.array(
    z.object({
      sheet: z.string().nullable(),
      headerRow: z.number().int(),
      columns: z.array(
        z.object({
          index: z.number().int(),
          letters: z.string(),
          header: z.string(),
          field: z.string().nullable(),
          hidden: z.boolean(),
        }),
      ),
      hiddenRows: z.array(z.number().int()),
    }),
  ),
  progress: placementProgress,
  problem: z
    .object({
      code: z.string(),
      detail: z.string(),
      row: z.number().int().optional(),
      title: z.string(),
      remedy: z.string(),
    })
    .nullable(),
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  finishedAt: z.number().nullable(),
});
export type PlacementView = z.infer<typeof placementView>;

/** Filters of `GET /api/placements` and of its export. */
export const placementFilters = z.object({
  /** Part of the file's name. */
  q: z.string().trim().max(80).optional(),
  clientId: z.uuid().optional(),
  status: placementView.shape.status.optional(),
});
/** `GET /api/placements`: the latest first. */
export const placementQuery = placementFilters.extend(pageFields(['at', 'accepted', 'rejected', 'rows']));
export type PlacementQuery = z.infer<typeof placementQuery>;
export const placementList = z.object({ placements: z.array(placementView), nextCursor });
export type PlacementList = z.infer<typeof placementList>;

export const placementPreviewRow = z.object({
  sheet: z.string().nullable(),
  row: z.number().int(),
  outcome: z.enum(['accepted', 'rejected', 'skipped']),
  /** Reasons of a rejected row, warnings of an accepted one, kind of a skipped one. */
  codes: z.array(z.string()),
  caseId: z.string().nullable(),
  debtorName: z.string().nullable(),
  amountMinor: z.number().nullable(),
  currency: z.string().nullable(),
  overdueDays: z.number().nullable(),
  placementDate: z.string().nullable(),
  recallDate: z.string().nullable(),
  numbers: z.array(
    z.object({
      class: z.string(),
      e164: z.string(),
      extension: z.string(),
      note: z.string(),
      noteCodes: z.array(z.string()),
      person: z.string(),
      relation: z.string(),
      areaCodeDerived: z.boolean(),
    }),
  ),
  rejectedNumbers: z.array(z.object({ class: z.string(), reason: z.string(), raw: z.string() })),
});
export type PlacementPreviewRow = z.infer<typeof placementPreviewRow>;

/** Answer of the upload: what was recognised, and the first rows as they would be imported. */
export const placementInspection = placementView.extend({
  preview: z.array(placementPreviewRow),
  /** The mapping was confirmed for this client before. */
  remembered: z.boolean(),
  /** The placement of the same bytes that was imported before. */
  sameAs: z.uuid().nullable(),
});
export type PlacementInspection = z.infer<typeof placementInspection>;
