import { json, Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { tableLayout, tableScreen, type TableLayout } from '../../contract/table-layout.ts';
import { parseBody, parseParams, route } from '../../platform/http-problem.ts';
import type { TableLayouts } from '../ports.ts';
import { userOf } from './guards.ts';

const params = z.object({ screen: tableScreen });

/** `/api/me/tables`: how one's own tables look, at whatever desk one sits. */
export function makeTablesDoor(deps: { layouts: TableLayouts; requireUser: RequestHandler }): Router {
  const router = Router();
  router.get(
    '/api/me/tables/:screen',
    deps.requireUser,
    route(async (req, res) => {
      const { screen } = parseParams(params, req);
      const columns = await deps.layouts.read(userOf(res).id, screen);
      res.json({ columns: columns === null ? null : [...columns] } satisfies TableLayout);
    }),
  );
  router.put(
    '/api/me/tables/:screen',
    deps.requireUser,
    json({ limit: '8kb' }),
    route(async (req, res) => {
      const { screen } = parseParams(params, req);
      await deps.layouts.write(userOf(res).id, screen, parseBody(tableLayout, req).columns);
      res.status(204).end();
    }),
  );
  return router;
}
