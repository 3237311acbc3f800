import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { agentCallsQuery } from '../../contract/agent-calls.ts';
import {
  attemptQuery,
  caseFilters,
  caseQuery,
  caseSearch,
  type CaseDecisionView,
  type CaseSort,
} from '../../contract/case.ts';
import { csvDoor, csvInstant, everyPage } from '../../platform/csv.ts';
import { parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import { isDayMark, isNumberMark, pageAsked } from '../../platform/page-cursor.ts';
import type { CaseBooks, CaseQuery } from '../case-books.ts';
import type { AuditTrail } from '../ports.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });
const exportedAtOnce = 200;

type Asked = Omit<z.output<typeof caseSearch>, 'cursor' | 'limit'>;

const queryOf = (asked: Partial<Asked>): CaseQuery => ({
  ...{ ref: asked.ref ?? null, name: asked.name ?? null, text: asked.text ?? null, mine: asked.mine ?? false },
  ...{ caseClass: asked.class ?? null, status: asked.status ?? null, owner: asked.owner ?? null },
  ...{ clientId: asked.clientId ?? null, campaignId: asked.campaignId ?? null },
  ...{ sort: asked.sort ?? 'added', down: asked.down ?? true },
});
const refOf = (q: string | undefined): string | undefined => (q === '' ? undefined : q);

/** Which values a cursor may hold depends on the order it is of. */
const marks: Readonly<Record<CaseSort, (value: string) => boolean>> = {
  added: (value) => z.uuid().safeParse(value).success,
  reference: () => true,
  owed: isNumberMark,
  next: (value) => value === 'infinity' || isDayMark(value),
  last: isNumberMark,
};
const attemptParams = params.extend({ attemptId: z.uuid() });
const body = json({ limit: '32kb' });
export const noteBody = z.object({ text: z.string().trim().min(1).max(4000) });

const unknownCase = (res: Response): void =>
  sendProblem(res, { status: 404, code: 'case-unknown', title: 'There is no such case for you.' });

export function makeCasesDoor(deps: {
  books: CaseBooks;
  explain: (caseId: string) => Promise<CaseDecisionView | null>;
  seeLinked: (caseId: string, actorId: string) => Promise<void>;
  audit: AuditTrail;
  requireUser: RequestHandler;
  requireSupervisor: RequestHandler;
  requireExporter: RequestHandler;
}): Router {
  const { books, explain, seeLinked, requireUser } = deps;
  const router = Router();

  router.get(
    '/api/cases',
    requireUser,
    route(async (req, res) => {
      const { q, mine, cursor, limit, ...asked } = parseQuery(caseQuery, req);
      const query = queryOf({ ...asked, ref: refOf(q), mine: mine === 'true' });
      res.json(await books.list(query, pageAsked({ cursor, limit }, marks[asked.sort]), signedIn(res)));
    }),
  );
  router.get(
    '/api/cases/export.csv',
    deps.requireSupervisor,
    deps.requireExporter,
    csvDoor({
      query: caseFilters,
      note: ({ q = null, class: caseClass = null, status = null, owner = null, ...more }, res) =>
        deps.audit.record({
          actorId: signedIn(res).id,
          action: 'cases.exported',
          subjectType: 'case',
          subjectId: null,
          detail: {
            ...{ ref: q, class: caseClass, status, owner, mine: more.mine === 'true' },
            ...{ clientId: more.clientId ?? null, campaignId: more.campaignId ?? null },
          },
        }),
      file: ({ q, mine, ...asked }, res) => ({
        name: 'cases',
        heads: [
          ...['case', 'client', 'debtor', 'owed_minor', 'currency', 'class', 'status', 'owner'],
          ...['next_follow_up', 'last_attempt_at', 'attempts'],
        ],
        parts: (async function* () {
          const query = queryOf({ ...asked, ref: refOf(q), mine: mine === 'true' });
          const page = async (cursor: string | undefined) => {
            const at = pageAsked({ cursor, limit: exportedAtOnce }, marks.added);
            const { cases, nextCursor } = await books.list(query, at, signedIn(res));
            return { rows: cases, nextCursor };
          };
          for await (const rows of everyPage(page))
            yield rows.map((row) => [
              ...[row.externalRef, row.clientName, row.debtorName, row.amountMinor, row.currency],
              ...[row.caseClass, row.status, row.ownerName],
              ...[row.nextFollowUpOn, csvInstant(row.lastAttemptAt), row.attempts],
            ]);
        })(),
      }),
    }),
  );
  router.post(
    '/api/cases/search',
    requireUser,
    body,
    route(async (req, res) => {
      const { cursor, limit, ...asked } = parseBody(caseSearch, req);
      const at = pageAsked({ cursor, limit }, marks[asked.sort]);
      res.json(await books.list(queryOf(asked), at, signedIn(res)));
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
