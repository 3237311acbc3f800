import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { changeWebhook, deliveryQuery, newWebhook, webhookQuery, type WebhookView } from '../../contract/webhook.ts';
import { BadInput, parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import { hasText, pageOfWhole } from '../../platform/whole-page.ts';
import type { WebhookDesk, WebhookReply } from '../webhook-desk.ts';

const params = z.object({ id: z.uuid() });
/** Put there by the door of access, without which no route of this room is reached. */
const idOf = (res: Response): string => (res.locals['user'] as { readonly id: string }).id;

function valueOf(webhook: WebhookView, sort: z.output<typeof webhookQuery>['sort']): string | number {
  return sort === 'created' ? webhook.createdAt : webhook[sort];
}

/** `/api/webhooks`: who is told what happened, and how that went. */
export function makeWebhooksDoor(deps: { readonly desk: WebhookDesk; readonly requireKeeper: RequestHandler }): Router {
  const { desk, requireKeeper } = deps;
  const router = Router();
  const body = json({ limit: '8kb' });

  function answer<T>(res: Response, reply: WebhookReply<T>, status = 200): void {
    switch (reply.kind) {
      case 'done':
        if (reply.value === null) res.status(204).end();
        else res.status(status).json(reply.value);
        return;
      case 'unknown':
        return sendProblem(res, { status: 404, code: 'webhook-unknown', title: 'There is no such webhook.' });
      case 'stale':
        return sendProblem(res, {
          status: 409,
          code: 'changed-meanwhile',
          title: 'Somebody else has changed this since you looked.',
          remedy: 'Look at it as it is now and change that.',
        });
      case 'refused':
        throw new BadInput([reply]);
    }
  }

  router.get(
    '/api/webhooks',
    requireKeeper,
    route(async (req, res) => {
      const { q, enabled, ...page } = parseQuery(webhookQuery, req);
      const found = (await desk.all()).filter(
        (each) => hasText(q, each.url, each.description) && (enabled === undefined || String(each.enabled) === enabled),
      );
      const { rows, nextCursor } = pageOfWhole(found, page, { value: valueOf, id: ({ endpointId }) => endpointId });
      res.json({ webhooks: rows, nextCursor });
    }),
  );
  router.post(
    '/api/webhooks',
    requireKeeper,
    body,
    route(async (req, res) => answer(res, await desk.add(idOf(res), parseBody(newWebhook, req)), 201)),
  );
  router.put(
    '/api/webhooks/:id',
    requireKeeper,
    body,
    route(async (req, res) =>
      answer(res, await desk.change(idOf(res), parseParams(params, req).id, parseBody(changeWebhook, req))),
    ),
  );
  router.delete(
    '/api/webhooks/:id',
    requireKeeper,
    route(async (req, res) => answer(res, await desk.remove(idOf(res), parseParams(params, req).id))),
  );
  router.post(
    '/api/webhooks/:id/rotate',
    requireKeeper,
    route(async (req, res) => answer(res, await desk.rotate(idOf(res), parseParams(params, req).id), 201)),
  );
  router.get(
    '/api/webhooks/:id/deliveries',
    requireKeeper,
    route(async (req, res) => {
      res.json(await desk.deliveries(parseParams(params, req).id, parseQuery(deliveryQuery, req)));
    }),
  );
  router.post(
    '/api/webhooks/deliveries/:id/replay',
    requireKeeper,
    route(async (req, res) => answer(res, await desk.replay(idOf(res), parseParams(params, req).id))),
  );
  return router;
}
