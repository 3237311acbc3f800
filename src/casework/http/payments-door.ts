import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import {
  paymentFileQuery,
  paymentFilters,
  paymentQuery,
  paymentRequest,
  promiseQuery,
  promisesWanted,
  reversalRequest,
  type PaymentReply,
} from '../../contract/payment.ts';
import { csvDoor, csvInstant, everyPage } from '../../platform/csv.ts';
import { BadInput, parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import { isNumberMark, pageAsked } from '../../platform/page-cursor.ts';
import type { ClientBook } from '../import-ports.ts';
import type { PaymentBooks } from '../payments/payment-books.ts';
import type { PostFileReply, PaymentUpload } from '../payments/post-file.ts';
import type { PaymentOrder, PostReply } from '../payments/post-payment.ts';
import type { ReversalOrder, ReverseReply } from '../payments/reverse-payment.ts';
import type { AuditTrail } from '../ports.ts';
import { sayProblem } from './placement-problems.ts';
import { receiveUpload } from './receive-upload.ts';
import { signedIn } from './signed-in.ts';

const exportedAtOnce = 200;

export interface PaymentsDoorDeps {
  readonly requireSupervisor: RequestHandler;
  readonly requireExporter: RequestHandler;
  readonly clients: ClientBook;
  readonly books: PaymentBooks;
  readonly post: (order: PaymentOrder) => Promise<PostReply>;
  readonly postFile: (upload: PaymentUpload) => Promise<PostFileReply>;
  readonly reverse: (order: ReversalOrder) => Promise<ReverseReply>;
  readonly audit: AuditTrail;
}

const idParam = z.object({ id: z.uuid() });
const uploadFields = z.object({ clientId: z.uuid('name a client of GET /api/placements/clients') });
const body = json({ limit: '32kb' });

const unknownClient = (field: string): BadInput =>
  new BadInput([{ field, rule: 'exists', remedy: 'Name a client of GET /api/placements/clients.' }]);

function refuseFile(res: Response, reply: Exclude<PostFileReply, { kind: 'done' }>): void {
  switch (reply.kind) {
    case 'columns-missing':
      throw new BadInput(
        reply.fields.map((field) => ({
          field: `file.${field}`,
          rule: 'column_missing',
          remedy: 'Columns needed: case number, reference, amount, date; currency may be left out.',
        })),
      );
    case 'too-many-lines':
      throw new BadInput([
        { field: 'file', rule: 'too_many_lines', remedy: `Split the file: at most ${reply.most} lines at once.` },
      ]);
    case 'unreadable': {
      const { title, remedy } = sayProblem(reply.problem);
      // The sentence for placements speaks of their column names.
      const isHeader = reply.problem.code === 'no_header';
      sendProblem(res, {
        status: reply.problem.code === 'file_too_large' ? 413 : 422,
        code: reply.problem.code,
        title,
        remedy: isHeader ? 'Columns needed: case number, reference, amount, date.' : remedy,
      });
    }
  }
}

/** `/api/payments`, `/api/promises`: for supervisors and administrators. */
export function makePaymentsDoor(deps: PaymentsDoorDeps): Router {
  const { clients, books, audit, requireSupervisor } = deps;
  const router = Router();

  async function clientOf(given: { clientId?: string | undefined; client?: string | undefined }): Promise<string> {
    if (given.clientId !== undefined) {
      if (await clients.exists(given.clientId)) return given.clientId;
      throw unknownClient('clientId');
    }
    const named = (await clients.all()).find(({ name }) => name === given.client);
    if (named === undefined) throw unknownClient('client');
    return named.id;
  }

  router.post(
    '/api/payments',
    requireSupervisor,
    body,
    route(async (req, res) => {
      const { caseRef, externalRef, amountMinor, currency, paidOn, ...whose } = parseBody(paymentRequest, req);
      const user = signedIn(res);
      const reply = await deps.post({
        clientId: await clientOf(whose),
        ...{ caseRef, externalRef, amountMinor, paidOn, currency: currency ?? null },
        source: 'api',
        fileId: null,
        by: user.id,
      });
      if (reply.kind === 'refused') {
        if (reply.because === 'input') throw new BadInput(reply.problems);
        sendProblem(res, {
          status: 409,
          code: 'payment-reference-taken',
          title: 'This reference belongs to another payment.',
          errors: reply.problems,
        });
        return;
      }
      const { payment } = reply;
      if (reply.kind === 'posted') {
        await audit.record({
          actorId: user.id,
          action: 'payment.posted',
          subjectType: 'payment',
          subjectId: payment.id,
          detail: { caseId: payment.caseId, amountMinor, closed: reply.closed },
        });
      }
      res.status(reply.kind === 'posted' ? 201 : 200).json({
        kind: reply.kind,
        paymentId: payment.id,
        caseId: payment.caseId,
        owedMinor: reply.owedMinor,
        closed: reply.closed,
      } satisfies PaymentReply);
    }),
  );
  router.get(
    '/api/payments',
    requireSupervisor,
    route(async (req, res) => {
      const { q, clientId, down, ...page } = parseQuery(paymentQuery, req);
      res.json(await books.list({ q, clientId }, down, pageAsked(page, isNumberMark)));
    }),
  );
  router.get(
    '/api/payments/export.csv',
    requireSupervisor,
    deps.requireExporter,
    csvDoor({
      query: paymentFilters,
      note: ({ q = null, clientId = null }, res) =>
        deps.audit.record({
          actorId: signedIn(res).id,
          action: 'payments.exported',
          subjectType: 'payment',
          subjectId: null,
          detail: { ref: q, clientId },
        }),
      file: (filters) => ({
        name: 'payments',
        heads: [
          ...['paid_on', 'case', 'client', 'bank_reference', 'amount_minor', 'currency', 'posted_at', 'source'],
          ...['reversed_at', 'reversal_reason'],
        ],
        parts: (async function* () {
          const page = async (cursor: string | undefined) => {
            const at = pageAsked({ cursor, limit: exportedAtOnce }, isNumberMark);
            const { payments: rows, nextCursor } = await books.list(filters, true, at);
            return { rows, nextCursor };
          };
          for await (const rows of everyPage(page))
            yield rows.map((row) => [
              ...[row.paidOn, row.caseRef, row.clientName, row.externalRef, row.amountMinor, row.currency],
              ...[csvInstant(row.postedAt), row.source, csvInstant(row.reversedAt), row.reversalReason],
            ]);
        })(),
      }),
    }),
  );
  router.post(
    '/api/payments/files',
    requireSupervisor,
    route(async (req, res) => {
      const user = signedIn(res);
      const reply = await receiveUpload(req, async ({ fields, fileName, bytes }) => {
        const form = uploadFields.safeParse(fields);
        if (!form.success || !(await clients.exists(form.data.clientId))) throw unknownClient('clientId');
        return deps.postFile({ clientId: form.data.clientId, fileName, bytes, by: user.id });
      });
      if (reply.kind !== 'done') return refuseFile(res, reply);
      const view = await books.file(reply.fileId);
      await audit.record({
        actorId: user.id,
        action: 'payment-file.posted',
        subjectType: 'payment-file',
        subjectId: reply.fileId,
        detail: { posted: view?.posted ?? 0, rejected: view?.rejected ?? 0 },
      });
      res.status(201).json(view);
    }),
  );
  router.get(
    '/api/payments/files',
    requireSupervisor,
    route(async (req, res) => {
      res.json(await books.files(pageAsked(parseQuery(paymentFileQuery, req), isNumberMark)));
    }),
  );
  router.get(
    '/api/payments/files/:id',
    requireSupervisor,
    route(async (req, res) => {
      const view = await books.file(parseParams(idParam, req).id);
      if (view === null)
        sendProblem(res, { status: 404, code: 'payment-file-unknown', title: 'There is no such file.' });
      else res.json(view);
    }),
  );
  router.post(
    '/api/payments/:id/reverse',
    requireSupervisor,
    body,
    route(async (req, res) => {
      const { id } = parseParams(idParam, req);
      const { reason } = parseBody(reversalRequest, req);
      const user = signedIn(res);
      const reply = await deps.reverse({ paymentId: id, reason, by: user.id });
      if (reply.kind === 'unknown') {
        sendProblem(res, { status: 404, code: 'payment-unknown', title: 'There is no such payment.' });
        return;
      }
      if (reply.kind === 'reversed') {
        await audit.record({
          actorId: user.id,
          action: 'payment.reversed',
          subjectType: 'payment',
          subjectId: id,
          detail: { reason, reopened: reply.reopened },
        });
      }
      res.json(reply);
    }),
  );
  router.get(
    '/api/promises',
    requireSupervisor,
    route(async (req, res) => {
      res.json(await books.promises(parseQuery(promiseQuery, req)));
    }),
  );
  router.get(
    '/api/promises/export.csv',
    requireSupervisor,
    deps.requireExporter,
    csvDoor({
      query: promisesWanted,
      note: ({ show }, res) =>
        deps.audit.record({
          actorId: signedIn(res).id,
          action: 'promises.exported',
          subjectType: 'promise',
          subjectId: null,
          detail: { show },
        }),
      file: ({ show }) => ({
        name: `promises-${show}`,
        heads: [
          ...['case', 'debtor', 'owner', 'promised_on', 'due_on', 'amount_minor', 'paid_minor', 'currency'],
          ...['standing', 'visit_by'],
        ],
        parts: (async function* () {
          const page = async (cursor: string | undefined) => {
            const asked = { show, sort: 'dueOn', down: false, cursor, limit: exportedAtOnce } as const;
            const { promises: rows, nextCursor } = await books.promises(asked);
            return { rows, nextCursor };
          };
          for await (const rows of everyPage(page))
            yield rows.map((row) => [
              ...[row.caseRef, row.debtorName, row.ownerName, row.promisedOn, row.dueOn, row.amountMinor],
              ...[row.paidMinor, row.currency, row.standing, csvInstant(row.visitDueAt)],
            ]);
        })(),
      }),
    }),
  );
  return router;
}
