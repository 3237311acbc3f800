import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import {
  changeCallerId,
  changeTrunk,
  changeTrunkAccount,
  newCallerIds,
  newTrunk,
  trunkFilters,
  trunkOrder,
  trunkQuery,
  type TrunkFilters,
  type TrunkHealthList,
  type TrunkList,
  type TrunkView,
} from '../../contract/trunk.ts';
import { changeInbound } from '../../contract/inbound.ts';
import { csvDoor } from '../../platform/csv.ts';
import { BadInput, parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import { hasText, pageOfWhole } from '../../platform/whole-page.ts';
import type { AuditTrail } from '../ports.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { signedIn } from './signed-in.ts';
import type { SetInbound } from '../trunks/set-inbound.ts';
import type { DeskReply, TrunkDesk } from '../trunks/trunk-desk.ts';
import type { TrunkWatch } from '../trunks/watch-trunks.ts';

const params = z.object({ id: z.uuid() });

export interface TrunksDoorDeps {
  readonly desk: TrunkDesk;
  readonly setInbound: SetInbound;
  readonly watch: TrunkWatch;
  readonly audit: AuditTrail;
  /** Sees trunks. */
  readonly requireSupervisor: RequestHandler;
  /** Changes them. */
  readonly requireAdmin: RequestHandler;
  readonly requireExporter: RequestHandler;
}

const valueOf = (trunk: TrunkView, sort: z.output<typeof trunkQuery>['sort']): string | number => trunk[sort];

const fits = (trunk: TrunkView, { q, kind, enabled }: TrunkFilters): boolean =>
  hasText(q, trunk.name) &&
  (kind === undefined || trunk.kind === kind) &&
  (enabled === undefined || String(trunk.enabled) === enabled);

/** `/api/trunks`: seen by supervisors, changed by administrators alone; every change is audited. */
export function makeTrunksDoor(deps: TrunksDoorDeps): Router {
  const { desk, watch, audit, requireSupervisor, requireAdmin } = deps;
  const router = Router();
  const body = json({ limit: '32kb' });

  async function answer(
    res: Response,
    reply: DeskReply,
    entry: {
      readonly action: string;
      readonly subjectType: 'trunk' | 'caller_id';
      readonly status?: number;
      readonly reason?: string;
    },
  ): Promise<void> {
    switch (reply.kind) {
      case 'unknown':
        return sendProblem(res, { status: 404, code: 'trunk-unknown', title: 'There is no such trunk or caller id.' });
      case 'stale':
        return changedMeanwhile(res);
      case 'refused':
        throw new BadInput(reply.problems);
      case 'done': {
        await audit.record({
          actorId: signedIn(res).id,
          action: entry.action,
          subjectType: entry.subjectType,
          subjectId: reply.id,
          detail: { ...reply.changed, ...((entry.reason ?? '') === '' ? {} : { reason: entry.reason ?? '' }) },
        });
        res.status(entry.status ?? 200).json({ id: reply.id });
      }
    }
  }

  router.get(
    '/api/trunks',
    requireSupervisor,
    route(async (req, res) => {
      const { q, kind, enabled, ...page } = parseQuery(trunkQuery, req);
      const { trunks, ...rest } = await desk.list();
      const { rows, nextCursor } = pageOfWhole(
        trunks.filter((trunk) => fits(trunk, { q, kind, enabled })),
        page,
        { value: valueOf, id: ({ trunkId }) => trunkId },
      );
      const list: TrunkList = {
        ...rest,
        trunks: [...rows],
        nextCursor,
        names: trunks.map(({ trunkId, name, kind }) => ({ trunkId, name, kind })),
        mayChange: signedIn(res).role === 'admin',
      };
      res.json(list);
    }),
  );
  router.get(
    '/api/trunks/export.csv',
    requireSupervisor,
    deps.requireExporter,
    csvDoor({
      query: trunkFilters,
      note: ({ q = null, kind = null, enabled = null }, res) =>
        audit.record({
          actorId: signedIn(res).id,
          action: 'trunks.exported',
          subjectType: 'trunk',
          subjectId: null,
          detail: { q, kind, enabled },
        }),
      file: (filters) => ({
        name: 'trunks',
        heads: [
          'name',
          'kind',
          'enabled',
          'channels',
          'calls_per_second',
          'priority',
          'weight',
          'live_calls',
          'caller_ids',
          'campaigns',
        ],
        parts: (async function* () {
          const { trunks } = await desk.list();
          yield trunks
            .filter((trunk) => fits(trunk, filters))
            .map(({ name, kind, enabled, channels, cps, priority, weight, live, callerIds, campaigns }) => [
              ...[name, kind, enabled, channels, cps, priority, weight, live],
              ...[callerIds.map(({ e164 }) => e164).join(' '), campaigns.join(', ')],
            ]);
        })(),
      }),
    }),
  );
  router.get(
    '/api/trunks/health',
    requireSupervisor,
    route(async (_req, res) => {
      const list: TrunkHealthList = { trunks: [...(await watch.health())] };
      res.json(list);
    }),
  );
  router.post(
    '/api/trunks/:id/out',
    requireAdmin,
    body,
    route(async (req, res) => {
      const { reason } = parseBody(trunkOrder, req);
      const reply = await watch.takeOut(parseParams(params, req).id, signedIn(res).id, reason);
      await answer(res, reply, { action: 'trunk.taken_out', subjectType: 'trunk' });
    }),
  );
  router.post(
    '/api/trunks/:id/back',
    requireAdmin,
    body,
    route(async (req, res) => {
      const reply = await watch.putBack(parseParams(params, req).id, parseBody(trunkOrder, req).reason);
      await answer(res, reply, { action: 'trunk.put_back', subjectType: 'trunk' });
    }),
  );
  router.post(
    '/api/trunks',
    requireAdmin,
    body,
    route(async (req, res) => {
      const reply = await desk.add(parseBody(newTrunk, req));
      await answer(res, reply, { action: 'trunk.added', subjectType: 'trunk', status: 201 });
    }),
  );
  router.post(
    '/api/trunks/seal-anew',
    requireAdmin,
    route(async (_req, res) => {
      const sealed = await desk.sealAnew();
      for (const { of, id } of sealed) {
        await audit.record({
          actorId: signedIn(res).id,
          action: `${of}.sealed_anew`,
          subjectType: of,
          subjectId: id,
        });
      }
      res.json({ sealed: sealed.length });
    }),
  );
  router.put(
    '/api/trunks/:id',
    requireAdmin,
    body,
    route(async (req, res) => {
      const { version, reason, ...settings } = parseBody(changeTrunk, req);
      const reply = await desk.change(parseParams(params, req).id, version, settings);
      await answer(res, reply, { action: 'trunk.changed', subjectType: 'trunk', reason });
    }),
  );
  router.put(
    '/api/trunks/:id/account',
    requireAdmin,
    body,
    route(async (req, res) => {
      const { version, account } = parseBody(changeTrunkAccount, req);
      const reply = await desk.setAccount(parseParams(params, req).id, version, account);
      await answer(res, reply, { action: 'trunk.account_set', subjectType: 'trunk' });
    }),
  );
  router.post(
    '/api/trunks/:id/caller-ids',
    requireAdmin,
    body,
    route(async (req, res) => {
      const reply = await desk.addCallerIds(parseParams(params, req).id, parseBody(newCallerIds, req));
      await answer(res, reply, { action: 'trunk.caller_ids_added', subjectType: 'trunk', status: 201 });
    }),
  );
  router.put(
    '/api/caller-ids/:id',
    requireAdmin,
    body,
    route(async (req, res) => {
      const { reason, ...change } = parseBody(changeCallerId, req);
      const reply = await desk.changeCallerId(parseParams(params, req).id, change);
      await answer(res, reply, { action: 'caller_id.changed', subjectType: 'caller_id', reason });
    }),
  );
  router.put(
    '/api/caller-ids/:id/inbound',
    requireAdmin,
    body,
    route(async (req, res) => {
      const { reason, ...change } = parseBody(changeInbound, req);
      const reply = await deps.setInbound(parseParams(params, req).id, change);
      await answer(res, reply, { action: 'caller_id.inbound_set', subjectType: 'caller_id', reason });
    }),
  );
  router.post(
    '/api/caller-ids/:id/check',
    requireAdmin,
    route(async (req, res) => {
      const reply = await desk.checkCallerId(parseParams(params, req).id);
      await answer(res, reply, { action: 'caller_id.checked', subjectType: 'caller_id' });
    }),
  );
  return router;
}
