import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { changeWindowRule, newWindowRule, removeWindowRule, type WindowRuleList } from '../../contract/window-rule.ts';
import { BadInput, parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import type { AuditTrail } from '../ports.ts';
import type { WindowDesk, WindowReply } from '../window-desk.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });

/** `/api/windows`: seen by supervisors, changed by administrators alone. */
export function makeWindowsDoor(deps: {
  readonly desk: WindowDesk;
  readonly audit: AuditTrail;
  readonly requireSupervisor: RequestHandler;
  readonly requireAdmin: RequestHandler;
}): Router {
  const { desk, audit, requireAdmin } = deps;
  const router = Router();
  const body = json({ limit: '64kb' });

  async function answer(
    res: Response,
    reply: WindowReply,
    done: { readonly action: string; readonly reason: string; readonly status?: number },
  ): Promise<void> {
    switch (reply.kind) {
      case 'unknown':
        return sendProblem(res, { status: 404, code: 'window-unknown', title: 'There is no such window.' });
      case 'stale':
        return changedMeanwhile(res);
      case 'refused':
        throw new BadInput(reply.problems);
      case 'done': {
        const { action, reason, status = 200 } = done;
        await audit.record({
          actorId: signedIn(res).id,
          action,
          subjectType: 'window',
          subjectId: reply.id,
          detail: { name: reply.name, reason },
        });
        res.status(status).json({ windowId: reply.id });
      }
    }
  }

  router.get(
    '/api/windows',
    deps.requireSupervisor,
    route(async (_req, res) => {
      const list: WindowRuleList = { ...(await desk.list()), mayChange: signedIn(res).role === 'admin' };
      res.json(list);
    }),
  );
  router.post(
    '/api/windows',
    requireAdmin,
    body,
    route(async (req, res) => {
      const { reason, ...settings } = parseBody(newWindowRule, req);
      await answer(res, await desk.add(settings), { action: 'window.added', reason, status: 201 });
    }),
  );
  router.put(
    '/api/windows/:id',
    requireAdmin,
    body,
    route(async (req, res) => {
      const { version, reason, ...settings } = parseBody(changeWindowRule, req);
      const reply = await desk.change(parseParams(params, req).id, version, settings);
      await answer(res, reply, { action: 'window.changed', reason });
    }),
  );
  router.post(
    '/api/windows/:id/remove',
    requireAdmin,
    body,
    route(async (req, res) => {
      const { version, reason } = parseBody(removeWindowRule, req);
      const reply = await desk.remove(parseParams(params, req).id, version);
      await answer(res, reply, { action: 'window.removed', reason });
    }),
  );
  return router;
}
