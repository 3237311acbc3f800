import { Router, type RequestHandler } from 'express';
import { callbackQuery, type CallbackList } from '../../contract/callback.ts';
import { parseQuery, route } from '../../platform/http-problem.ts';
import { isNumberMark, pageAsked, type PageAsk } from '../../platform/page-cursor.ts';
import { signedIn } from './signed-in.ts';

/** Calls that somebody was promised. */
export function makeCallbacksDoor(deps: {
  readonly callbacks: (of: { readonly ownerId: string | null }, page: PageAsk) => Promise<CallbackList>;
  readonly requireUser: RequestHandler;
}): Router {
  const router = Router();
  router.get(
    '/api/callbacks',
    deps.requireUser,
    route(async (req, res) => {
      const { id, role } = signedIn(res);
      const { mine, ...page } = parseQuery(callbackQuery, req);
      const ownerId = role === 'agent' || mine === 'true' ? id : null;
      res.json(await deps.callbacks({ ownerId }, pageAsked(page, isNumberMark)));
    }),
  );
  return router;
}
