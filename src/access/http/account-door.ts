import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { changePassword, confirmSecondFactor, withPassword } from '../../contract/account.ts';
import { parseBody, parseParams, route } from '../../platform/http-problem.ts';
import type { AccountReply, OwnAccountDesk, Self } from '../account/own-account.ts';
import { sayUnlessDone } from './desk-reply.ts';
import { sessionOf } from './guards.ts';

const params = z.object({ sessionId: z.uuid() });
const nobody = { code: 'person-unknown', title: 'There is no such person.' };

const selfOf = (res: Response): Self => {
  const session = sessionOf(res);
  return { user: session.user, sessionId: session.id };
};

/** `/api/account`: what everybody does for himself; duties are done here. */
export function makeAccountDoor(deps: { readonly desk: OwnAccountDesk; readonly requireSelf: RequestHandler }): Router {
  const { desk, requireSelf } = deps;
  const router = Router();
  const body = json({ limit: '8kb' });
  const answer = <T>(res: Response, reply: AccountReply<T>, show: (value: T) => unknown, status = 200): void => {
    const done = sayUnlessDone(res, reply, nobody);
    if (done === null) return;
    const shown = show(done.value);
    if (shown === null) res.status(204).end();
    else res.status(status).json(shown);
  };

  router.get(
    '/api/account',
    requireSelf,
    route(async (_req, res) => {
      res.json(await desk.view(selfOf(res)));
    }),
  );
  router.put(
    '/api/account/password',
    requireSelf,
    body,
    route(async (req, res) =>
      answer(res, await desk.changePassword(selfOf(res), parseBody(changePassword, req)), () => null),
    ),
  );
  router.post(
    '/api/account/second-factor',
    requireSelf,
    route(async (_req, res) => answer(res, await desk.offerSecondFactor(selfOf(res)), (offer) => offer, 201)),
  );
  router.post(
    '/api/account/second-factor/confirm',
    requireSelf,
    body,
    route(async (req, res) => {
      const { code } = parseBody(confirmSecondFactor, req);
      answer(res, await desk.confirmSecondFactor(selfOf(res), code), (codes) => ({ recoveryCodes: codes }));
    }),
  );
  router.post(
    '/api/account/second-factor/remove',
    requireSelf,
    body,
    route(async (req, res) =>
      answer(res, await desk.removeSecondFactor(selfOf(res), parseBody(withPassword, req).password), () => null),
    ),
  );
  router.post(
    '/api/account/recovery-codes',
    requireSelf,
    body,
    route(async (req, res) => {
      const { password } = parseBody(withPassword, req);
      answer(res, await desk.newRecoveryCodes(selfOf(res), password), (codes) => ({ recoveryCodes: codes }), 201);
    }),
  );
  router.post(
    '/api/account/sessions/end-others',
    requireSelf,
    route(async (_req, res) => {
      res.json({ ended: await desk.endOthers(selfOf(res)) });
    }),
  );
  router.delete(
    '/api/account/sessions/:sessionId',
    requireSelf,
    route(async (req, res) => {
      res.json({ ended: await desk.endSession(selfOf(res), parseParams(params, req).sessionId) });
    }),
  );
  return router;
}
