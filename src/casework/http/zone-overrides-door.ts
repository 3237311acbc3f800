import { json, Router, type RequestHandler } from 'express';
import { zoneOverrideRequest } from '../../contract/zone.ts';
import type { Clock } from '../../platform/clock.ts';
import { BadInput, parseBody, route } from '../../platform/http-problem.ts';
import type { AuditTrail } from '../ports.ts';
import type { ZoneOverrides } from '../zone-overrides.ts';
import { signedIn } from './signed-in.ts';

/** `/api/zone-overrides`: seen by supervisors, set by administrators alone. */
export function makeZoneOverridesDoor(deps: {
  readonly zones: ZoneOverrides;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly requireSupervisor: RequestHandler;
  readonly requireAdmin: RequestHandler;
}): Router {
  const { zones, audit, clock } = deps;
  const router = Router();
  router.get(
    '/api/zone-overrides',
    deps.requireSupervisor,
    route(async (_req, res) => {
      res.json({ overrides: await zones.all() });
    }),
  );
  router.post(
    '/api/zone-overrides',
    deps.requireAdmin,
    json({ limit: '8kb' }),
    route(async (req, res) => {
      const { prefix, zone } = parseBody(zoneOverrideRequest, req);
      const by = signedIn(res).id;
      if (!(await zones.set({ prefix, zone, by, at: clock() }))) {
        throw new BadInput([{ field: 'prefix', rule: '5.3:not_set', remedy: 'No zone was set for this prefix.' }]);
      }
      await audit.record({
        actorId: by,
        action: zone === null ? 'zone.given_back' : 'zone.set',
        subjectType: 'zone',
        subjectId: prefix,
        detail: { zone },
      });
      res.json({ overrides: await zones.all() });
    }),
  );
  return router;
}
