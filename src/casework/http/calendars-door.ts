import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { calendarFromLibrary, calendarImport, calendarName } from '../../contract/calendar.ts';
import { BadInput, parseBody, parseParams, route } from '../../platform/http-problem.ts';
import type { CalendarDesk, CalendarReply } from '../calendars.ts';
import type { AuditTrail } from '../ports.ts';
import { signedIn } from './signed-in.ts';

const nameParam = z.object({ name: calendarName });

/** `/api/calendars`: seen by supervisors, imported by administrators alone. */
export function makeCalendarsDoor(deps: {
  readonly desk: CalendarDesk;
  readonly audit: AuditTrail;
  readonly requireSupervisor: RequestHandler;
  readonly requireAdmin: RequestHandler;
}): Router {
  const { desk, audit } = deps;
  const router = Router();

  async function answer(res: Response, name: string, reply: CalendarReply, source: string): Promise<void> {
    if (reply.kind === 'refused') throw new BadInput(reply.problems);
    await audit.record({
      actorId: signedIn(res).id,
      action: 'calendar.imported',
      subjectType: 'calendar',
      subjectId: name,
      detail: { years: reply.years.map(({ year, version }) => `${year} v${version}`).join(', '), source },
    });
    res.status(201).json({ years: reply.years });
  }

  router.get(
    '/api/calendars',
    deps.requireSupervisor,
    route(async (_req, res) => {
      res.json({ calendars: await desk.views() });
    }),
  );
  router.post(
    '/api/calendars/:name',
    deps.requireAdmin,
    json({ limit: '1mb' }),
    route(async (req, res) => {
      const { name } = parseParams(nameParam, req);
      const { text, source } = parseBody(calendarImport, req);
      const by = signedIn(res).id;
      await answer(res, name, await desk.add(name, { text, source, by }), source);
    }),
  );
  router.post(
    '/api/calendars/:name/library',
    deps.requireAdmin,
    json({ limit: '8kb' }),
    route(async (req, res) => {
      const { name } = parseParams(nameParam, req);
      const { year } = parseBody(calendarFromLibrary, req);
      const by = signedIn(res).id;
      await answer(res, name, await desk.addFromLibrary(name, { year, by }), 'library');
    }),
  );
  return router;
}
