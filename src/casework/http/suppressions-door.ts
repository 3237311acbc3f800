import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import {
  suppressionExport,
  suppressionImportFields,
  suppressionRemoval,
  suppressionRequest,
  suppressionSearch,
} from '../../contract/suppression.ts';
import type { Clock } from '../../platform/clock.ts';
import { csvDoor, csvInstant } from '../../platform/csv.ts';
import { BadInput, fieldProblems, parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import { isNumberMark, readCursor } from '../../platform/page-cursor.ts';
import type { AuditTrail } from '../ports.ts';
import type { ListImport, PreviewReply } from '../suppressions/import-list.ts';
import type { SuppressionBook } from '../suppressions/suppression-book.ts';
import { readNumber, type HouseNumbers, type SuppressionDesk } from '../suppressions/suppression-desk.ts';
import { sayProblem } from './placement-problems.ts';
import { receiveUpload } from './receive-upload.ts';
import { signedIn } from './signed-in.ts';

export interface SuppressionsDoorDeps {
  readonly book: SuppressionBook;
  readonly desk: SuppressionDesk;
  readonly lists: ListImport;
  readonly house: () => Promise<HouseNumbers>;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly requireSupervisor: RequestHandler;
  readonly requireExporter: RequestHandler;
  readonly requireAdmin: RequestHandler;
}

const idParam = z.object({ id: z.uuid() });
const body = json({ limit: '16kb' });

const unknown = (res: Response, title: string): void =>
  sendProblem(res, { status: 404, code: 'suppression-unknown', title });

function refuseFile(res: Response, reply: Exclude<PreviewReply, { kind: 'previewed' }>): void {
  if (reply.kind === 'no-number-column') {
    const remedy = 'Head the column of the numbers with Number, Phone, 号码 or 电话.';
    throw new BadInput([{ field: 'file.number', rule: 'column_missing', remedy }]);
  }
  const { title, remedy } = sayProblem(reply.problem);
  const { code } = reply.problem;
  sendProblem(res, {
    status: code === 'file_too_large' ? 413 : 422,
    code,
    title,
    // The sentence for placements speaks of their column names.
    remedy: code === 'no_header' ? 'Head the column of the numbers with Number, Phone, 号码 or 电话.' : remedy,
  });
}

/** `/api/suppressions`: numbers that are never called. Seen and added to by supervisors, taken off by administrators. */
export function makeSuppressionsDoor(deps: SuppressionsDoorDeps): Router {
  const { book, desk, lists, audit, clock, requireSupervisor, requireAdmin } = deps;
  const router = Router();

  // A number stands in no address.
  router.post(
    '/api/suppressions/search',
    requireSupervisor,
    body,
    route(async (req, res) => {
      const { number, source, state, sort, down, cursor, limit } = parseBody(suppressionSearch, req);
      const e164 = number === '' ? null : readNumber(number, await deps.house());
      if (number !== '' && e164 === null) {
        const remedy = 'Give the whole number, with + and country code.';
        throw new BadInput([{ field: 'number', rule: 'DNC-1:invalid', remedy }]);
      }
      res.json(
        await book.page({
          ...{ e164, source: source === '' ? null : source, state, sort, down, limit },
          after: readCursor(cursor, isNumberMark),
          at: clock(),
        }),
      );
    }),
  );
  router.post(
    '/api/suppressions',
    requireSupervisor,
    body,
    route(async (req, res) => {
      const reply = await desk.put(parseBody(suppressionRequest, req), signedIn(res).id);
      if (reply.kind === 'refused') throw new BadInput(reply.problems);
      const { put, id, hungUp } = reply;
      res.status(put === 'added' ? 201 : 200).json({ kind: put, id, hungUp });
    }),
  );
  router.post(
    '/api/suppressions/:id/remove',
    requireAdmin,
    body,
    route(async (req, res) => {
      const { reason } = parseBody(suppressionRemoval, req);
      if (await desk.remove(parseParams(idParam, req).id, reason, signedIn(res).id)) res.status(204).end();
      else unknown(res, 'This number does not stand on the list.');
    }),
  );
  router.post(
    '/api/suppressions/imports',
    requireSupervisor,
    route(async (req, res) => {
      const by = signedIn(res).id;
      const reply = await receiveUpload(req, ({ fields, fileName, bytes }) => {
        const form = suppressionImportFields.safeParse(fields);
        if (!form.success) throw new BadInput(fieldProblems(form.error));
        return lists.preview({ ...form.data, fileName, bytes, by });
      });
      if (reply.kind === 'previewed') res.status(201).json(reply.preview);
      else refuseFile(res, reply);
    }),
  );
  router.post(
    '/api/suppressions/imports/:id/confirm',
    requireSupervisor,
    route(async (req, res) => {
      const reply = await lists.confirm(parseParams(idParam, req).id, signedIn(res).id);
      if (reply.kind === 'done') res.json(reply.outcome);
      else if (reply.kind === 'unknown') unknown(res, 'There is no such list; upload it again.');
      else
        sendProblem(res, { status: 409, code: 'suppression-import-done', title: 'This list was taken over already.' });
    }),
  );
  router.get(
    '/api/suppressions/export.csv',
    requireAdmin,
    deps.requireExporter,
    csvDoor({
      query: suppressionExport,
      note: ({ source }, res) =>
        audit.record({
          actorId: signedIn(res).id,
          action: 'suppression.exported',
          subjectType: 'suppression',
          subjectId: null,
          detail: { source },
        }),
      file: ({ source }) => ({
        name: 'suppressions',
        heads: ['number', 'reason', 'source', 'expires_on', 'added_at'],
        parts: (async function* () {
          for await (const part of book.all(clock(), source === '' ? null : source)) {
            yield part.map(({ e164, reason, source, expiresAt, addedAt }) => [
              ...[e164, reason, source],
              // The last day on which it holds, as a list that is read in again says it.
              ...[expiresAt === null ? '' : new Date(expiresAt - 1).toISOString().slice(0, 10), csvInstant(addedAt)],
            ]);
          }
        })(),
      }),
    }),
  );
  return router;
}
