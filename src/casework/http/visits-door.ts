import { pipeline } from 'node:stream/promises';
import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import {
  addressReverified,
  visitAsked,
  visitDecision,
  visitDispatch,
  visitQuery,
  visitReturn,
  visitsWanted,
} from '../../contract/visit.ts';
import { csvDoor, csvInstant, everyPage } from '../../platform/csv.ts';
import { parseBody, parseParams, parseQuery, route } from '../../platform/http-problem.ts';
import type { CaseBooks } from '../case-books.ts';
import type { AuditTrail } from '../ports.ts';
import type { TaskBooks } from '../task-books.ts';
import type { VisitDesk, VisitReply } from '../visit-desk.ts';
import type { KeepPhoto } from '../visit-photos.ts';
import type { VisitPhotoFiles } from '../task-books.ts';
import { receiveUpload } from './receive-upload.ts';
import { signedIn } from './signed-in.ts';
import { sendRefusal } from './task-replies.ts';

const params = z.object({ id: z.uuid() });
const body = json({ limit: '32kb' });
const exportedAtOnce = 200;

function answer(res: Response, reply: VisitReply, status = 200): void {
  if (reply.kind === 'saved') res.status(status).json({ visitId: reply.visitId });
  else sendRefusal(res, reply);
}

/** Visit orders from the proposal to the photos. Proposed by whoever may see the case; the rest is the supervisor's. */
export function makeVisitsDoor(deps: {
  visits: VisitDesk;
  keepPhoto: KeepPhoto;
  photoFiles: VisitPhotoFiles;
  books: TaskBooks;
  cases: CaseBooks;
  audit: AuditTrail;
  requireUser: RequestHandler;
  requireSupervisor: RequestHandler;
  requireExporter: RequestHandler;
}): Router {
  const { visits, books, cases, requireUser, requireSupervisor } = deps;
  const router = Router();
  router.get(
    '/api/visits',
    requireUser,
    route(async (req, res) => {
      res.json(await books.visits(parseQuery(visitQuery, req), signedIn(res)));
    }),
  );
  router.get(
    '/api/visits/export.csv',
    deps.requireExporter,
    csvDoor({
      query: visitsWanted,
      note: ({ status = null, kind = null, caseId = null, mine }, res) =>
        deps.audit.record({
          actorId: signedIn(res).id,
          action: 'visits.exported',
          subjectType: 'visit',
          subjectId: null,
          detail: { status, kind, caseId, mine: mine === 'true' },
        }),
      file: (wanted, res) => ({
        name: 'visits',
        heads: [
          ...['case', 'debtor', 'kind', 'status', 'address', 'reason', 'ordered_by', 'ordered_at', 'decided_at'],
          ...['decision_note', 'visitor', 'dispatched_at', 'returned_at', 'result', 'result_note', 'photos'],
        ],
        parts: (async function* () {
          const page = async (cursor: string | undefined) => {
            const asked = { ...wanted, sort: 'ordered', down: true, cursor, limit: exportedAtOnce } as const;
            const { visits: rows, nextCursor } = await books.visits(asked, signedIn(res));
            return { rows, nextCursor };
          };
          for await (const rows of everyPage(page))
            yield rows.map((visit) => [
              ...[visit.externalRef, visit.debtorName, visit.kind, visit.status, visit.address, visit.reason],
              ...[visit.orderedBy, csvInstant(visit.orderedAt), csvInstant(visit.decidedAt), visit.decisionNote],
              ...[visit.visitor, csvInstant(visit.dispatchedAt), csvInstant(visit.returnedAt)],
              ...[visit.result, visit.resultNote, visit.photos.length],
            ]);
        })(),
      }),
    }),
  );
  router.get(
    '/api/cases/:id/visit-options',
    requireUser,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const options = (await cases.mayView(id, signedIn(res))) ? await visits.options(id) : null;
      if (options === null) sendRefusal(res, { kind: 'unknown' });
      else res.json(options);
    }),
  );
  router.post(
    '/api/cases/:id/visits',
    requireUser,
    body,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const asked = parseBody(visitAsked, req);
      const user = signedIn(res);
      const reply = (await cases.mayView(id, user)) ? await visits.order(id, user.id, asked) : null;
      answer(res, reply ?? { kind: 'unknown' }, 201);
    }),
  );
  router.post(
    '/api/cases/:id/addresses/reverified',
    requireSupervisor,
    body,
    route(async (req, res) => {
      const { address, reason } = parseBody(addressReverified, req);
      const reply = await visits.reverify(parseParams(params, req).id, signedIn(res).id, address, reason);
      if (reply.kind === 'saved') res.status(204).end();
      else sendRefusal(res, reply);
    }),
  );

  /** One step of an order, by a supervisor. */
  const step = <S extends z.ZodType>(
    path: string,
    schema: S,
    work: (at: { caseId: string; visitId: string; by: string }, input: z.output<S>) => Promise<VisitReply>,
  ): void => {
    router.post(
      path,
      requireSupervisor,
      body,
      route(async (req, res) => {
        const { id } = parseParams(params, req);
        const input = parseBody(schema, req);
        const user = signedIn(res);
        const caseId = await books.caseOfVisit(id, user);
        answer(res, caseId === null ? { kind: 'unknown' } : await work({ caseId, visitId: id, by: user.id }, input));
      }),
    );
  };
  step('/api/visits/:id/decision', visitDecision, (at, { approve, note }) =>
    visits.decide(at, approve ? 'approved' : 'rejected', note),
  );
  step('/api/visits/:id/dispatch', visitDispatch, (at, { visitor }) => visits.dispatch(at, visitor));
  step('/api/visits/:id/return', visitReturn, (at, ending) => visits.bringBack(at, ending));

  router.post(
    '/api/visits/:id/photos',
    requireUser,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const user = signedIn(res);
      if ((await books.caseOfVisit(id, user)) === null) {
        sendRefusal(res, { kind: 'unknown' });
        return;
      }
      const reply = await receiveUpload(req, ({ bytes }) => deps.keepPhoto(id, user.id, bytes));
      if (reply.kind === 'saved') res.status(201).json({ photoId: reply.photoId });
      else sendRefusal(res, reply);
    }),
  );
  router.get(
    '/api/visits/photos/:id',
    requireUser,
    route(async (req, res) => {
      const photo = await books.photo(parseParams(params, req).id, signedIn(res));
      if (photo === null) {
        sendRefusal(res, { kind: 'unknown' });
        return;
      }
      res.type(photo.mime).set('X-Content-Type-Options', 'nosniff').set('Content-Disposition', 'inline');
      await pipeline(deps.photoFiles.read(photo.path), res);
    }),
  );
  return router;
}
