import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { consentInput } from '../../contract/consent.ts';
import { parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import type { CaseBooks } from '../case-books.ts';
import type { ConsentDesk } from '../consents.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });
const consentParams = z.object({ id: z.uuid(), consentId: z.uuid() });
const body = json({ limit: '4kb' });

const unknown = (res: Response): void =>
  sendProblem(res, { status: 404, code: 'case-unknown', title: 'There is no such case or consent for you.' });

/** Whoever may see the case may take a consent down, and must be able to take its withdrawal down. */
export function makeConsentsDoor(deps: {
  books: Pick<CaseBooks, 'mayView'>;
  consents: ConsentDesk;
  requireUser: RequestHandler;
  /** The case is looked at again: what may be dialed has changed. */
  review: (caseId: string) => Promise<void>;
}): Router {
  const { books, consents, requireUser, review } = deps;
  const router = Router();
  router.post(
    '/api/cases/:id/consents',
    requireUser,
    body,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const input = parseBody(consentInput, req);
      const user = signedIn(res);
      if (!(await books.mayView(id, user))) {
        unknown(res);
        return;
      }
      const reply = await consents.record(user.id, { caseId: id, ...input });
      if (reply.kind === 'refused') {
        sendProblem(res, {
          status: 422,
          code: 'consent-refused',
          title: 'The consent was not recorded.',
          errors: reply.problems,
        });
        return;
      }
      await review(id);
      res.status(201).json({ consentId: reply.consentId });
    }),
  );
  router.post(
    '/api/cases/:id/consents/:consentId/withdrawal',
    requireUser,
    route(async (req, res) => {
      const { id, consentId } = parseParams(consentParams, req);
      const user = signedIn(res);
      if (!(await books.mayView(id, user)) || !(await consents.withdraw(user.id, id, consentId))) {
        unknown(res);
        return;
      }
      await review(id);
      res.status(204).end();
    }),
  );
  return router;
}
