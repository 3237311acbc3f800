import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { agentCallsQuery } from '../../contract/agent-calls.ts';
import { attemptQuery, type CaseDecisionView } from '../../contract/case.ts';
import { caseClasses } from '../../domain/vocabulary.ts';
import { parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import { isNumberMark, pageAsked } from '../../platform/page-cursor.ts';
import type { CaseBooks } from '../case-books.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });
const paging = {
  class: z.enum(caseClasses).optional(),
  status: z.enum(['open', 'closed', 'recalled']).optional(),
  cursor: z.uuid().optional(),
};
/** An address line holds no name and no number: here one searches by the bank's case id alone. */
export const listQuery = z.object({
  q: z.string().trim().max(80).optional(),
  mine: z.enum(['true', 'false']).default('false'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  ...paging,
});
export const searchBody = z.object({
  ref: z.string().trim().min(1).max(80).optional(),
  name: z.string().trim().min(1).max(80).optional(),
  mine: z.boolean().default(false),
  limit: z.number().int().min(1).max(100).default(50),
  ...paging,
});
const attemptParams = params.extend({ attemptId: z.uuid() });
const body = json({ limit: '32kb' });
export const noteBody = z.object({ text: z.string().trim().min(1).max(4000) });

const unknownCase = (res: Response): void =>
  sendProblem(res, { status: 404, code: 'case-unknown', title: 'There is no such case for you.' });

export function makeCasesDoor(deps: {
  books: CaseBooks;
  explain: (caseId: string) => Promise<CaseDecisionView | null>;
  seeLinked: (caseId: string, actorId: string) => Promise<void>;
  requireUser: RequestHandler;
  requireSupervisor: RequestHandler;
}): Router {
  const { books, explain, seeLinked, requireUser } = deps;
  const router = Router();

  router.get(
    '/api/cases',
    requireUser,
    route(async (req, res) => {
      const { q, class: caseClass, status, cursor, mine, limit } = parseQuery(listQuery, req);
      const list = await books.list(
        {
          ref: q === undefined || q === '' ? null : q,
          name: null,
          caseClass: caseClass ?? null,
          status: status ?? null,
          mine: mine === 'true',
          cursor: cursor ?? null,
          limit,
        },
        signedIn(res),
      );
      res.json(list);
    }),
  );
  router.post(
    '/api/cases/search',
    requireUser,
    body,
    route(async (req, res) => {
      const { ref, name, class: caseClass, status, cursor, mine, limit } = parseBody(searchBody, req);
      const list = await books.list(
        {
          ref: ref ?? null,
          name: name ?? null,
          caseClass: caseClass ?? null,
          status: status ?? null,
          mine,
          cursor: cursor ?? null,
          limit,
        },
        signedIn(res),
      );
      res.json(list);
    }),
  );
  router.get(
    '/api/cases/:id',
    requireUser,
    route(async (req, res) => {
      const page = await books.page(parseParams(params, req).id, signedIn(res));
      if (page === null) unknownCase(res);
      else res.json(page);
    }),
  );
  router.get(
    '/api/cases/:id/decision',
    requireUser,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const decision = (await books.mayView(id, signedIn(res))) ? await explain(id) : null;
      if (decision === null) unknownCase(res);
      else res.json(decision);
    }),
  );
  router.get(
    '/api/cases/:id/attempts',
    requireUser,
    route(async (req, res) => {
      const page = pageAsked(parseQuery(attemptQuery, req), isNumberMark);
      const list = await books.attempts(parseParams(params, req).id, page, signedIn(res));
      if (list === null) unknownCase(res);
      else res.json(list);
    }),
  );
  router.get(
    '/api/cases/:id/attempts/:attemptId/decision',
    deps.requireSupervisor,
    route(async (req, res) => {
      const { id, attemptId } = parseParams(attemptParams, req);
      const decision = (await books.mayView(id, signedIn(res))) ? await books.attemptDecision(id, attemptId) : null;
      if (decision === null) unknownCase(res);
      else res.json(decision);
    }),
  );
  router.post(
    '/api/cases/:id/linked-seen',
    requireUser,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const user = signedIn(res);
      if (!(await books.mayView(id, user))) {
        unknownCase(res);
        return;
      }
      await seeLinked(id, user.id);
      res.status(204).end();
    }),
  );
  router.post(
    '/api/cases/:id/notes',
    requireUser,
    body,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const { text } = parseBody(noteBody, req);
      const user = signedIn(res);
      if (!(await books.mayView(id, user))) {
        unknownCase(res);
        return;
      }
      res.status(201).json({ noteId: await books.addNote(id, user.id, text) });
    }),
  );
  router.get(
    '/api/agent/calls',
    requireUser,
    route(async (req, res) => {
      const page = pageAsked(parseQuery(agentCallsQuery, req), isNumberMark);
      res.json(await books.callsOf(signedIn(res).id, page));
    }),
  );
  return router;
}
