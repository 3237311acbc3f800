import { json, Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { caseLanguage } from '../../contract/case-language.ts';
import { parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import type { CaseBooks } from '../case-books.ts';
import type { AuditTrail } from '../ports.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });

/** Whoever talks to the debtor hears which language he wants; routing goes by it (AGT-10). */
export function makeCaseLanguageDoor(deps: {
  readonly books: Pick<CaseBooks, 'mayView'>;
  readonly setLanguage: (caseId: string, language: string | null) => Promise<void>;
  readonly audit: AuditTrail;
  readonly requireUser: RequestHandler;
}): Router {
  const router = Router();
  router.put(
    '/api/cases/:id/language',
    deps.requireUser,
    json({ limit: '1kb' }),
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const { language } = parseBody(caseLanguage, req);
      const user = signedIn(res);
      if (!(await deps.books.mayView(id, user))) {
        sendProblem(res, { status: 404, code: 'case-unknown', title: 'There is no such case for you.' });
        return;
      }
      await deps.setLanguage(id, language);
      const about = { subjectType: 'case', subjectId: id, detail: { language } };
      await deps.audit.record({ actorId: user.id, action: 'case.language_set', ...about });
      res.status(204).end();
    }),
  );
  return router;
}
