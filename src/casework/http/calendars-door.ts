import { json, Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { calendarImport, calendarKeys } from '../../contract/calendar.ts';
import { BadInput, parseBody, parseParams, route } from '../../platform/http-problem.ts';
import type { CalendarDesk } from '../calendars.ts';
import type { AuditTrail } from '../ports.ts';
import { signedIn } from './signed-in.ts';

const nameParam = z.object({ name: z.enum(calendarKeys) });

/** `/api/calendars`: seen by supervisors, imported by administrators alone. */
export function makeCalendarsDoor(deps: {
  readonly desk: CalendarDesk;
  readonly audit: AuditTrail;
  readonly requireSupervisor: RequestHandler;
  readonly requireAdmin: RequestHandler;
}): Router {
  const { desk, audit } = deps;
  const router = Router();
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
      const reply = await desk.add(name, { text, source, by });
      if (reply.kind === 'refused') throw new BadInput(reply.problems);
      await audit.record({
        actorId: by,
        action: 'calendar.imported',
        subjectType: 'calendar',
        subjectId: name,
        detail: { years: reply.years.map(({ year, version }) => `${year} v${version}`).join(', '), source },
      });
      res.status(201).json({ years: reply.years });
    }),
  );
  return router;
}
