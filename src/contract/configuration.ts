import { z } from 'zod';
import { cursorFields, nextCursor } from './page.ts';
import { reasonGiven } from './reason.ts';

/** `/api/configuration`: everything that is configured, as data. Names of objects stand in bodies alone: some are numbers. */

export const configFormat = 'casedial-configuration';
export const configFormatVersion = 1;

const fieldChange = z.object({ path: z.string(), before: z.unknown().optional(), after: z.unknown().optional() });
export type ConfigFieldChange = z.infer<typeof fieldChange>;

export const configOrigins = ['change', 'import', 'rollback', 'found'] as const;

export const configVersionView = z.object({
  versionId: z.string(),
  seq: z.number(),
  kind: z.string(),
  key: z.string(),
  number: z.number(),
  at: z.number(),
  /** Null: nobody of the house, or it was found so. */
  byName: z.string().nullable(),
  reason: z.string(),
  origin: z.enum(configOrigins),
  restoredFrom: z.number().nullable(),
  removed: z.boolean(),
  /** It is what holds. */
  newest: z.boolean(),
  changes: z.array(fieldChange),
});
export type ConfigVersionView = z.infer<typeof configVersionView>;

/** `POST /api/configuration/versions`: newest first. */
export const configVersionsRequest = z.object({
  kind: z.string().nullable().default(null),
  key: z.string().nullable().default(null),
  by: z.uuid().nullable().default(null),
  from: z.number().int().nullable().default(null),
  to: z.number().int().nullable().default(null),
  ...cursorFields(),
});
export type ConfigVersionsRequest = z.infer<typeof configVersionsRequest>;
export const configVersions = z.object({ versions: z.array(configVersionView), nextCursor });
export type ConfigVersions = z.infer<typeof configVersions>;

/** `POST /api/configuration/latest`: the newest version of what the audit trail calls so; null: none yet. */
export const configLatestRequest = z.object({
  subjectType: z.string(),
  subjectId: z.string(),
  /** Where the trail has one name for several kinds. */
  kind: z.string().nullable().default(null),
});
export const configLatest = z.object({ version: configVersionView.nullable() });

/** `GET /api/configuration/kinds` */
export const configKinds = z.object({
  kinds: z.array(
    z.object({
      kind: z.string(),
      section: z.string(),
      keys: z.array(z.string()),
      words: z.record(z.string(), z.tuple([z.string(), z.string()]).readonly()),
    }),
  ),
  /** Who has changed something. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  mayChange: z.boolean(),
});
export type ConfigKinds = z.infer<typeof configKinds>;

/** `POST /api/configuration/versions/:id/restore`: a new version like that one, if it is still the newest that was seen. */
export const configRestore = z.object({
  reason: reasonGiven,
  newestSeen: z.number().int(),
  dryRun: z.boolean().default(false),
});

/** `POST /api/configuration/import` */
export const configImport = z.object({
  /** YAML or JSON. */
  text: z.string().min(1, 'the document is empty').max(4_000_000),
  dryRun: z.boolean(),
  reason: z.string().trim().max(500).default(''),
});

export const configPlan = z.object({
  dryRun: z.boolean(),
  objects: z.array(
    z.object({
      kind: z.string(),
      key: z.string(),
      what: z.enum(['added', 'changed', 'removed', 'kept']),
      changes: z.array(fieldChange),
    }),
  ),
  /** Objects that stay as they are. */
  unchanged: z.number(),
  notes: z.array(z.object({ kind: z.string(), key: z.string(), says: z.enum(['secret_missing', 'not_verified']) })),
});
export type ConfigPlan = z.infer<typeof configPlan>;
