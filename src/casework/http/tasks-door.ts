import { json, Router, type RequestHandler } from 'express';
import { z } from 'zod';
import {
  checklistEntry,
  newNumber,
  taskAsked,
  taskEnding,
  taskOwner,
  taskQuery,
  tasksWanted,
  verifyNumber,
} from '../../contract/task.ts';
import { csvDoor, csvInstant, everyPage } from '../../platform/csv.ts';
import { parseBody, parseParams, parseQuery, route } from '../../platform/http-problem.ts';
import type { CaseBooks } from '../case-books.ts';
import type { CaseNumbers } from '../case-numbers.ts';
import type { AuditTrail } from '../ports.ts';
import type { TaskBooks } from '../task-books.ts';
import type { TaskDesk } from '../task-desk.ts';
import { signedIn } from './signed-in.ts';
import { sendRefusal } from './task-replies.ts';

const params = z.object({ id: z.uuid() });
const body = json({ limit: '32kb' });
const exportedAtOnce = 200;

/** Tasks with their clocks, the verification list, and numbers that were found. */
export function makeTasksDoor(deps: {
  tasks: TaskDesk;
  numbers: CaseNumbers;
  books: TaskBooks;
  cases: CaseBooks;
  audit: AuditTrail;
  requireUser: RequestHandler;
  requireSupervisor: RequestHandler;
  requireExporter: RequestHandler;
}): Router {
  const { tasks, numbers, books, cases, requireUser, requireSupervisor } = deps;
  const router = Router();
  router.get(
    '/api/tasks',
    requireUser,
    route(async (req, res) => {
      res.json(await books.tasks(parseQuery(taskQuery, req), signedIn(res)));
    }),
  );
  router.get(
    '/api/tasks/export.csv',
    requireSupervisor,
    deps.requireExporter,
    csvDoor({
      query: tasksWanted,
      note: ({ kind = null, state, owner = null, caseId = null }, res) =>
        deps.audit.record({
          actorId: signedIn(res).id,
          action: 'tasks.exported',
          subjectType: 'task',
          subjectId: null,
          detail: { kind, state, owner, caseId },
        }),
      file: (wanted, res) => ({
        name: 'tasks',
        heads: ['case', 'debtor', 'task', 'because', 'owner', 'due_at', 'state', 'done_at', 'result'],
        parts: (async function* () {
          const page = async (cursor: string | undefined) => {
            const { tasks: rows, nextCursor } = await books.tasks(
              { ...wanted, cursor, limit: exportedAtOnce },
              signedIn(res),
            );
            return { rows, nextCursor };
          };
          for await (const rows of everyPage(page))
            yield rows.map((task) => [
              ...[task.externalRef, task.debtorName, task.kind, task.because, task.ownerName, csvInstant(task.dueAt)],
              ...[task.state, csvInstant(task.doneAt), task.result],
            ]);
        })(),
      }),
    }),
  );
  router.post(
    '/api/tasks/:id/done',
    requireUser,
    body,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const ending = parseBody(taskEnding, req);
      const caseId = await books.caseOfTask(id);
      const reply =
        caseId === null ? { kind: 'unknown' as const } : await tasks.finish(caseId, id, signedIn(res), ending);
      if (reply.kind === 'saved') res.status(204).end();
      else sendRefusal(res, reply);
    }),
  );
  router.put(
    '/api/tasks/:id/owner',
    requireSupervisor,
    body,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const { ownerId } = parseBody(taskOwner, req);
      if (!(await books.assign(id, ownerId))) {
        sendRefusal(res, { kind: 'unknown' });
        return;
      }
      await deps.audit.record({
        actorId: signedIn(res).id,
        action: 'task.assigned',
        subjectType: 'task',
        subjectId: id,
        detail: { ownerId },
      });
      res.status(204).end();
    }),
  );
  router.post(
    '/api/cases/:id/tasks',
    requireSupervisor,
    body,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const reply = await tasks.ask(id, signedIn(res).id, parseBody(taskAsked, req));
      if (reply.kind === 'saved') res.status(201).end();
      else sendRefusal(res, reply);
    }),
  );

  const mayView: RequestHandler = (req, res, next) => {
    cases
      .mayView(parseParams(params, req).id, signedIn(res))
      .then((may) => (may ? next() : sendRefusal(res, { kind: 'unknown' })))
      .catch(next);
  };
  router.get(
    '/api/cases/:id/checklist',
    requireUser,
    mayView,
    route(async (req, res) => {
      res.json(await books.checklist(parseParams(params, req).id));
    }),
  );
  router.post(
    '/api/cases/:id/checklist',
    requireUser,
    mayView,
    body,
    route(async (req, res) => {
      const reply = await tasks.fillIn(parseParams(params, req).id, signedIn(res).id, parseBody(checklistEntry, req));
      if (reply.kind === 'saved') res.status(201).end();
      else sendRefusal(res, reply);
    }),
  );
  router.post(
    '/api/cases/:id/numbers',
    requireUser,
    mayView,
    body,
    route(async (req, res) => {
      const reply = await numbers.add(parseParams(params, req).id, signedIn(res).id, parseBody(newNumber, req));
      if (reply.kind === 'saved') res.status(201).json({ numberId: reply.numberId });
      else sendRefusal(res, reply);
    }),
  );
  router.post(
    '/api/numbers/:id/verify',
    requireSupervisor,
    body,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const proof = parseBody(verifyNumber, req);
      const caseId = await books.caseOfNumber(id);
      const reply =
        caseId === null ? { kind: 'unknown' as const } : await numbers.verify(caseId, id, signedIn(res).id, proof);
      if (reply.kind === 'saved') res.status(204).end();
      else sendRefusal(res, reply);
    }),
  );
  return router;
}
