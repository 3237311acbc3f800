import { Router, type RequestHandler } from 'express';
import type { CallbackList, CallbackView } from '../../contract/callback.ts';
import { route } from '../../platform/http-problem.ts';
import { signedIn } from './signed-in.ts';

/** Calls that somebody was promised. */
export function makeCallbacksDoor(deps: {
  readonly callbacks: (of: { readonly ownerId: string | null }) => Promise<readonly CallbackView[]>;
  readonly requireUser: RequestHandler;
}): Router {
  const router = Router();
  router.get(
    '/api/callbacks',
    deps.requireUser,
    route(async (req, res) => {
      const { id, role } = signedIn(res);
      const mine = role === 'agent' || req.query['mine'] === 'true';
      const list: CallbackList = { callbacks: [...(await deps.callbacks({ ownerId: mine ? id : null }))] };
      res.json(list);
    }),
  );
  return router;
}
