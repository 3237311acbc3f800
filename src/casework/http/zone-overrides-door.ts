import { json, Router, type RequestHandler } from 'express';
import { zoneEffectRequest, zoneOverrideChange } from '../../contract/zone.ts';
import type { Clock } from '../../platform/clock.ts';
import { BadInput, parseBody, route } from '../../platform/http-problem.ts';
import type { AuditTrail } from '../ports.ts';
import type { ZoneOverrides } from '../zone-overrides.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
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
  const body = json({ limit: '8kb' });
  router.get(
    '/api/zone-overrides',
    deps.requireSupervisor,
    route(async (_req, res) => {
      res.json({ overrides: await zones.all() });
    }),
  );
  // A beginning of numbers is part of them: it stands in no address.
  router.post(
    '/api/zone-overrides/effect',
    deps.requireSupervisor,
    body,
    route(async (req, res) => {
      res.json(await zones.effect(parseBody(zoneEffectRequest, req).prefix));
    }),
  );
  router.post(
    '/api/zone-overrides',
    deps.requireAdmin,
    body,
    route(async (req, res) => {
      const { prefix, zone, reason, seen } = parseBody(zoneOverrideChange, req);
      const by = signedIn(res).id;
      const done = await zones.set({ prefix, zone, reason, by, at: clock(), ...(seen === undefined ? {} : { seen }) });
      if (done === 'stale') return changedMeanwhile(res);
      if (done === 'not_set') {
        throw new BadInput([{ field: 'prefix', rule: '5.3:not_set', remedy: 'No zone was set for this prefix.' }]);
      }
      await audit.record({
        actorId: by,
        action: zone === null ? 'zone.given_back' : 'zone.set',
        subjectType: 'zone',
        subjectId: prefix,
        detail: { zone, reason },
      });
      res.json({ overrides: await zones.all() });
    }),
  );
  return router;
}
