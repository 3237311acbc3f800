import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { alertFilters, alertResolution, alertSearch } from '../../contract/alert.ts';
import { csvDoor, csvInstant, everyPage } from '../../platform/csv.ts';
import { parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import { isNumberMark, readCursor } from '../../platform/page-cursor.ts';
import type { AlertDesk } from '../alert-desk.ts';
import type { AuditTrail } from '../ports.ts';
import { userIdOf } from './signed-in.ts';

const idParam = z.object({ id: z.uuid() });
const body = json({ limit: '8kb' });
const exportedAtOnce = 200;

const nothingLeft = (res: Response): void =>
  sendProblem(res, {
    status: 409,
    code: 'alert-settled',
    title: 'Somebody else was faster, or it was resolved meanwhile.',
  });

/** `/api/alerts`: what somebody has to look at. */
export function makeAlertsDoor(deps: {
  readonly desk: AlertDesk;
  readonly audit: AuditTrail;
  readonly requireSupervisor: RequestHandler;
  readonly requireExporter: RequestHandler;
}): Router {
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
  router.get(
    '/api/alerts/export.csv',
    requireSupervisor,
    deps.requireExporter,
    csvDoor({
      query: alertFilters,
      note: ({ state, kind = null }, res) =>
        deps.audit.record({
          actorId: userIdOf(res),
          action: 'alerts.exported',
          subjectType: 'alert',
          subjectId: null,
          detail: { state, kind },
        }),
      file: ({ state, kind = null }) => ({
        name: 'alerts',
        heads: [
          ...['kind', 'raised_at', 'about', 'acknowledged_at', 'acknowledged_by', 'resolved_at', 'resolved_by'],
          'note',
        ],
        parts: (async function* () {
          const order = { state, kind, down: true, limit: exportedAtOnce };
          const page = (cursor: string | undefined) => desk.page({ ...order, after: readCursor(cursor, isNumberMark) });
          for await (const rows of everyPage(page))
            yield rows.map((row) => [
              ...[
                row.kind,
                csvInstant(row.raisedAt),
                row.about === null ? null : `${row.about.what} ${row.about.name}`,
              ],
              ...[csvInstant(row.acknowledgedAt), row.acknowledgedByName],
              ...[csvInstant(row.resolvedAt), row.resolvedByName, row.note],
            ]);
        })(),
      }),
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
