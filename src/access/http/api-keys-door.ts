import { json, Router, type RequestHandler } from 'express';
import { z } from 'zod';
import {
  apiKeyFilters,
  apiKeyQuery,
  newApiKey,
  type ApiKeyFilters,
  type ApiKeyList,
  type ApiKeyView,
} from '../../contract/api-key.ts';
import { scopes } from '../../domain/access/scopes.ts';
import { csvDoor, csvInstant } from '../../platform/csv.ts';
import { parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import { hasText, pageOfWhole } from '../../platform/whole-page.ts';
import type { ApiKeys } from '../keys/api-keys.ts';
import type { AuditTrail } from '../ports.ts';
import { userOf } from './guards.ts';

const params = z.object({ id: z.uuid() });

function valueOf(key: ApiKeyView, sort: z.output<typeof apiKeyQuery>['sort']): string | number {
  switch (sort) {
    case 'name':
      return key.name;
    case 'owner':
      return key.owner.name;
    case 'created':
      return key.createdAt;
    case 'lastUsed':
      return key.lastUsedAt ?? 0;
    case 'expires':
      return key.expiresAt ?? Number.MAX_SAFE_INTEGER;
  }
}

/** `/api/api-keys`: made for oneself, seen and revoked by whoever manages keys. */
export function makeApiKeysDoor(deps: {
  readonly keys: ApiKeys;
  readonly audit: AuditTrail;
  readonly requireKeeper: RequestHandler;
  readonly requireExporter: RequestHandler;
}): Router {
  const { keys, requireKeeper } = deps;
  const found = async ({ q, state }: ApiKeyFilters): Promise<readonly ApiKeyView[]> =>
    (await keys.all()).filter(
      (key) => hasText(q, key.name, key.owner.name) && (state === undefined || key.state === state),
    );
  const router = Router();
  router.get(
    '/api/api-keys',
    requireKeeper,
    route(async (req, res) => {
      const { q, state, ...page } = parseQuery(apiKeyQuery, req);
      const { rows, nextCursor } = pageOfWhole(await found({ q, state }), page, {
        value: valueOf,
        id: ({ keyId }) => keyId,
      });
      res.json({ keys: [...rows], nextCursor, scopes: [...scopes] } satisfies ApiKeyList);
    }),
  );
  router.get(
    '/api/api-keys/export.csv',
    requireKeeper,
    deps.requireExporter,
    csvDoor({
      query: apiKeyFilters,
      note: ({ q = null, state = null }, res) =>
        deps.audit.record({
          actorId: userOf(res).id,
          action: 'api_keys.exported',
          subjectType: 'api_key',
          subjectId: null,
          detail: { q, state },
        }),
      file: (filters) => ({
        name: 'api-keys',
        heads: [
          'name',
          'ends_with',
          'owner',
          'scopes',
          'state',
          'created_at',
          'last_used_at',
          'expires_at',
          'revoked_at',
        ],
        parts: (async function* () {
          yield (await found(filters)).map(({ name, tail, owner, scopes: reach, state, ...at }) => [
            ...[name, tail, owner.name, reach.join(' '), state],
            ...[at.createdAt, at.lastUsedAt, at.expiresAt, at.revokedAt].map(csvInstant),
          ]);
        })(),
      }),
    }),
  );
  router.post(
    '/api/api-keys',
    requireKeeper,
    json({ limit: '8kb' }),
    route(async (req, res) => {
      res.status(201).json(await keys.make(userOf(res).id, parseBody(newApiKey, req)));
    }),
  );
  router.delete(
    '/api/api-keys/:id',
    requireKeeper,
    route(async (req, res) => {
      if (await keys.revoke(userOf(res).id, parseParams(params, req).id)) res.status(204).end();
      else sendProblem(res, { status: 404, code: 'api-key-unknown', title: 'There is no such key, or it is revoked.' });
    }),
  );
  return router;
}
