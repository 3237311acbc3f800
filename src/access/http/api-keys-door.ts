import { json, Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { newApiKey, type ApiKeyList } from '../../contract/api-key.ts';
import { scopes } from '../../domain/access/scopes.ts';
import { parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import type { ApiKeys } from '../keys/api-keys.ts';
import { userOf } from './guards.ts';

const params = z.object({ id: z.uuid() });

/** `/api/api-keys`: made for oneself, seen and revoked by whoever manages keys. */
export function makeApiKeysDoor(deps: { readonly keys: ApiKeys; readonly requireKeeper: RequestHandler }): Router {
  const { keys, requireKeeper } = deps;
  const router = Router();
  router.get(
    '/api/api-keys',
    requireKeeper,
    route(async (_req, res) => {
      res.json({ keys: [...(await keys.all())], scopes: [...scopes] } satisfies ApiKeyList);
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
