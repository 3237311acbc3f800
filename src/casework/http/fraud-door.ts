import { pipeline } from 'node:stream/promises';
import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { fraudDocumentMaxBytes, fraudMoveRequest, fraudQuery } from '../../contract/fraud.ts';
import { parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import { isDayMark, pageAsked } from '../../platform/page-cursor.ts';
import type { AddDocumentReply, FraudDocuments } from '../fraud-documents.ts';
import type { FraudBooks } from '../fraud-ports.ts';
import type { MoveFraud } from '../move-fraud.ts';
import { isGone } from './connection-gone.ts';
import { receiveUpload } from './receive-upload.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });
const body = json({ limit: '32kb' });

const unknown = (res: Response): void =>
  sendProblem(res, { status: 404, code: 'fraud-unknown', title: 'There is no such fraud application for you.' });

const mostMegabytes = fraudDocumentMaxBytes / (1024 * 1024);
const fileRemedies = {
  too_large: `send a file of at most ${mostMegabytes} MB`,
  wrong_type: 'send a PDF, JPEG or PNG',
  empty: 'send a file with something in it',
} as const;

function refuseFile(res: Response, because: Extract<AddDocumentReply, { kind: 'refused' }>['because']): void {
  if (because === 'unknown') {
    unknown(res);
    return;
  }
  const remedy = fileRemedies[because];
  sendProblem(res, {
    status: because === 'too_large' ? 413 : 422,
    code: `document-${because.replaceAll('_', '-')}`,
    title: 'This document is not accepted.',
    remedy,
    errors: [{ field: 'file', rule: because, remedy }],
  });
}

/** `/api/fraud`: the board, an application with its steps and documents, the next step, a document. */
export function makeFraudDoor(deps: {
  books: FraudBooks;
  documents: FraudDocuments;
  move: MoveFraud;
  requireUser: RequestHandler;
  requireSupervisor: RequestHandler;
}): Router {
  const { books, documents, move, requireUser, requireSupervisor } = deps;
  const router = Router();

  router.get(
    '/api/fraud',
    requireUser,
    route(async (req, res) => {
      const { step, due, ...page } = parseQuery(fraudQuery, req);
      const asked = { step: step ?? null, due: due === 'true', ...pageAsked(page, isDayMark) };
      res.json(await books.board(asked, signedIn(res)));
    }),
  );
  router.get(
    '/api/cases/:id/fraud',
    requireUser,
    route(async (req, res) => {
      res.json({ applications: await books.ofCase(parseParams(params, req).id, signedIn(res)) });
    }),
  );
  router.get(
    '/api/fraud/documents/:id',
    requireUser,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const opened = await documents.open(id, signedIn(res));
      if (opened.kind === 'refused') {
        if (opened.because === 'unknown') unknown(res);
        else
          sendProblem(res, { status: 409, code: 'document-damaged', title: 'The stored file is not what was sent.' });
        return;
      }
      res.set({
        'Content-Type': opened.mediaType,
        'Content-Length': String(opened.byteSize),
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `inline; filename="${id}"; filename*=UTF-8''${encodeURIComponent(opened.fileName)}`,
        'Content-Security-Policy': 'sandbox',
        'X-Content-Type-Options': 'nosniff',
      });
      try {
        await pipeline(opened.read(), res);
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    }),
  );
  router.get(
    '/api/fraud/:id',
    requireUser,
    route(async (req, res) => {
      const detail = await books.detail(parseParams(params, req).id, signedIn(res));
      if (detail === null) unknown(res);
      else res.json(detail);
    }),
  );
  router.post(
    '/api/fraud/:id/steps',
    requireSupervisor,
    body,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const viewer = signedIn(res);
      const reply = await move(id, viewer.id, parseBody(fraudMoveRequest, req));
      if (reply.kind === 'unknown') unknown(res);
      else if (reply.kind === 'moved') res.json(await books.detail(id, viewer));
      else {
        sendProblem(res, {
          status: 422,
          code: 'fraud-step-refused',
          title: 'This step cannot be taken.',
          errors: [reply.problem],
        });
      }
    }),
  );
  router.post(
    '/api/fraud/:id/documents',
    requireSupervisor,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const viewer = signedIn(res);
      const reply = await receiveUpload(req, ({ fileName, bytes }) =>
        documents.add({ applicationId: id, fileName, bytes }, viewer),
      );
      if (reply.kind === 'refused') refuseFile(res, reply.because);
      else res.status(201).json(await books.detail(id, viewer));
    }),
  );
  return router;
}
