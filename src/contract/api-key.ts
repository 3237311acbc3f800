import { z } from 'zod';
import { scopes } from '../domain/access/scopes.ts';
import { nextCursor, pageFields } from './page.ts';

export const scope = z.string().refine((word) => scopes.includes(word), 'A scope of GET /api/api-keys.');

/** `POST /api/api-keys` */
export const newApiKey = z.object({
  name: z.string().trim().min(1, 'Say what the key is for.').max(80, 'At most 80 characters.'),
  scopes: z.array(scope).min(1, 'At least one scope.').max(60),
  /** Null: until it is revoked. */
  days: z.number().int().min(1, 'At least one day.').max(3_650, 'At most ten years.').nullable(),
});
export type NewApiKey = z.infer<typeof newApiKey>;

/** Shown once. */
export const apiKeyMade = z.object({ keyId: z.string(), key: z.string() });

export const apiKeyStates = ['live', 'expired', 'revoked'] as const;
export const apiKeyView = z.object({
  keyId: z.string(),
  name: z.string(),
  /** The last characters, to tell keys apart. */
  tail: z.string(),
  owner: z.object({ id: z.string(), name: z.string() }),
  scopes: z.array(z.string()),
  state: z.enum(apiKeyStates),
  createdAt: z.number(),
  expiresAt: z.number().nullable(),
  lastUsedAt: z.number().nullable(),
  revokedAt: z.number().nullable(),
});
export type ApiKeyView = z.infer<typeof apiKeyView>;

/** Filters of `GET /api/api-keys` and of its export. */
export const apiKeyFilters = z.object({
  /** Part of its name or of its owner's. */
  q: z.string().trim().max(80).optional(),
  state: z.enum(apiKeyStates).optional(),
});
export type ApiKeyFilters = z.output<typeof apiKeyFilters>;
export const apiKeyQuery = apiKeyFilters.extend(pageFields(['created', 'name', 'owner', 'lastUsed', 'expires']));

/** `GET /api/api-keys` */
export const apiKeyList = z.object({ keys: z.array(apiKeyView), nextCursor, scopes: z.array(z.string()) });
export type ApiKeyList = z.infer<typeof apiKeyList>;
