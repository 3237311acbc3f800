import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { alertResolution, alertSearch } from '../../contract/alert.ts';
import { parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import { isNumberMark, readCursor } from '../../platform/page-cursor.ts';
import type { AlertDesk } from '../alert-desk.ts';
import { userIdOf } from './signed-in.ts';

const idParam = z.object({ id: z.uuid() });
const body = json({ limit: '8kb' });

const nothingLeft = (res: Response): void =>
  sendProblem(res, {
    status: 409,
    code: 'alert-settled',
    title: 'Somebody else was faster, or it was resolved meanwhile.',
  });

/** `/api/alerts`: what somebody has to look at. */
export function makeAlertsDoor(deps: { readonly desk: AlertDesk; readonly requireSupervisor: RequestHandler }): Router {
  const { desk, requireSupervisor } = deps;
  const router = Router();
  router.get(
    '/api/alerts',
    requireSupervisor,
    route(async (req, res) => {
      const { state, kind, down, cursor, limit } = parseQuery(alertSearch, req);
      res.json(await desk.page({ state, kind: kind ?? null, down, after: readCursor(cursor, isNumberMark), limit }));
    }),
  );
  router.post(
    '/api/alerts/:id/acknowledge',
    requireSupervisor,
    route(async (req, res) => {
      if (await desk.acknowledge(parseParams(idParam, req).id, userIdOf(res))) res.status(204).end();
      else nothingLeft(res);
    }),
  );
  router.post(
    '/api/alerts/:id/resolve',
    requireSupervisor,
    body,
    route(async (req, res) => {
      const { note } = parseBody(alertResolution, req);
      if (await desk.resolve(parseParams(idParam, req).id, note, userIdOf(res))) res.status(204).end();
      else nothingLeft(res);
    }),
  );
  return router;
}
