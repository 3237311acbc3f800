import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import {
  configImport,
  configLatestRequest,
  configRestore,
  configVersionsRequest,
  type ConfigKinds,
} from '../../contract/configuration.ts';
import type { SessionUser } from '../../contract/session.ts';
import type { Clock } from '../../platform/clock.ts';
import { BadInput, parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import { isNumberMark, pageAsked } from '../../platform/page-cursor.ts';
import { configSchemaPath } from '../config-document.ts';
import type { ConfigReply, ConfigurationDesk } from '../configuration.ts';
import type { AuditTrail } from '../ports.ts';

const params = z.object({ id: z.uuid() });
export const exportQuery = z.object({ as: z.enum(['yaml', 'json']).default('yaml') });
const signedIn = (res: Response): SessionUser => res.locals['user'] as SessionUser;

/** `/api/configuration`: read by supervisors, changed by administrators alone. */
export function makeConfigurationDoor(deps: {
  readonly desk: ConfigurationDesk;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly requireSupervisor: RequestHandler;
  readonly requireAdmin: RequestHandler;
  /** Whether whoever asks has a permission; a program has none. */
  readonly holds: (res: Response, permission: string) => boolean;
}): Router {
  const { desk, audit, clock, requireSupervisor, requireAdmin } = deps;
  const router = Router();

  router.get(configSchemaPath, (_req, res) => {
    res
      .type('application/schema+json')
      .set('cache-control', 'public, max-age=300')
      .send(JSON.stringify(desk.schema(), null, 2));
  });

  async function answer(res: Response, reply: ConfigReply, entry: { action: string; reason: string }): Promise<void> {
    switch (reply.kind) {
      case 'unknown':
        return sendProblem(res, { status: 404, code: 'config-version-unknown', title: 'There is no such version.' });
      case 'stale':
        return sendProblem(res, {
          ...{ status: 409, code: 'changed-meanwhile', title: 'Somebody else has changed this since you looked.' },
          remedy: 'Look at it as it is now and change that.',
          lately: reply.by,
        });
      case 'refused':
        throw new BadInput(reply.faults.map(({ path, rule, remedy }) => ({ field: path, rule, remedy })));
      case 'done': {
        const { plan } = reply;
        if (!plan.dryRun) {
          await audit.record({
            actorId: signedIn(res).id,
            action: entry.action,
            subjectType: 'configuration',
            subjectId: null,
            detail: { reason: entry.reason, changed: plan.objects.filter(({ what }) => what !== 'kept').length },
          });
        }
        res.json(plan);
      }
    }
  }
  const mayOf =
    (res: Response) =>
    (permission: string): boolean =>
      deps.holds(res, permission);
  const actOf = (res: Response, reason: string) => ({ by: signedIn(res).id, at: clock(), reason });

  router.get(
    '/api/configuration/kinds',
    requireSupervisor,
    route(async (_req, res) => {
      const kinds: ConfigKinds = { ...(await desk.kinds()), mayChange: signedIn(res).role === 'admin' };
      res.json(kinds);
    }),
  );
  router.post(
    '/api/configuration/versions',
    requireSupervisor,
    json({ limit: '8kb' }),
    route(async (req, res) => {
      const { cursor, limit, ...asked } = parseBody(configVersionsRequest, req);
      res.json(await desk.versions(asked, pageAsked({ cursor, limit }, isNumberMark)));
    }),
  );
  router.post(
    '/api/configuration/latest',
    requireSupervisor,
    json({ limit: '8kb' }),
    route(async (req, res) => {
      const { subjectType, subjectId, kind } = parseBody(configLatestRequest, req);
      res.json({ version: await desk.latest(subjectType, subjectId, kind) });
    }),
  );
  router.post(
    '/api/configuration/versions/:id/restore',
    requireAdmin,
    json({ limit: '8kb' }),
    route(async (req, res) => {
      const { reason, newestSeen, dryRun } = parseBody(configRestore, req);
      const given = { newestSeen, dryRun, act: actOf(res, reason), may: mayOf(res) };
      const reply = await desk.restored(parseParams(params, req).id, given);
      await answer(res, reply, { action: 'configuration.restored', reason });
    }),
  );
  router.get(
    '/api/configuration/export',
    requireAdmin,
    route(async (req, res) => {
      const { as } = parseQuery(exportQuery, req);
      const body = await desk.exported(as, mayOf(res));
      await audit.record({
        ...{ actorId: signedIn(res).id, action: 'configuration.exported' },
        ...{ subjectType: 'configuration', subjectId: null },
      });
      res
        .type(as === 'yaml' ? 'application/yaml' : 'application/json')
        .set('content-disposition', `attachment; filename="casedial-configuration.${as}"`)
        .send(body);
    }),
  );
  router.post(
    '/api/configuration/import',
    requireAdmin,
    json({ limit: '5mb' }),
    route(async (req, res) => {
      const { text, dryRun, reason } = parseBody(configImport, req);
      if (!dryRun && reason.length < 3) {
        throw new BadInput([{ field: 'reason', rule: 'CFG-4', remedy: 'Say why, in a few words.' }]);
      }
      const reply = await desk.imported({ text, dryRun, act: actOf(res, reason), may: mayOf(res) });
      await answer(res, reply, { action: 'configuration.imported', reason });
    }),
  );
  return router;
}
