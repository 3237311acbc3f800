import { pipeline } from 'node:stream/promises';
import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import {
  placementFilters,
  placementQuery,
  placementReading,
  placementUpload,
  type PlacementInspection,
  type PlacementReading,
} from '../../contract/placement.ts';
import { csvDoor, csvInstant, everyPage } from '../../platform/csv.ts';
import {
  BadInput,
  fieldProblems,
  parseBody,
  parseParams,
  parseQuery,
  route,
  sendProblem,
} from '../../platform/http-problem.ts';
import { isNumberMark, pageAsked } from '../../platform/page-cursor.ts';
import { UnreadableFile, type FileProblem } from '../import-file.ts';
import type { InspectReply, Upload } from '../import-inspect.ts';
import type { ClientBook, NamedClient, PlacementBook, PlacementRecord, Reading } from '../import-ports.ts';
import type { SortedRow } from '../import-rows.ts';
import type { StartReply } from '../import-start.ts';
import { sayProblem } from './placement-problems.ts';
import { previewRow, viewOf } from './placement-view.ts';
import { receiveUpload } from './receive-upload.ts';
import { signedIn } from './signed-in.ts';

export interface PlacementsDoorDeps {
  /** Answers 401 or 403 unless a supervisor or an administrator is signed in. */
  readonly requireSupervisor: RequestHandler;
  /** 403 unless whoever asks may take data of cases out as files. */
  readonly requireExporter: RequestHandler;
  readonly knowsCountry: (country: string) => boolean;
  readonly book: PlacementBook;
  readonly clients: ClientBook;
  readonly inspect: (upload: Upload) => Promise<InspectReply>;
  readonly preview: (record: PlacementRecord, reading: Reading) => Promise<SortedRow[]>;
  readonly start: (id: string, reading: Partial<Reading>) => Promise<StartReply>;
  readonly cancel: (id: string) => Promise<'asked' | 'unknown' | 'wrong-state'>;
  readonly returns: (record: PlacementRecord) => {
    readonly contentType: string;
    readonly extension: string;
    readonly bytes: AsyncIterable<Buffer>;
  };
  /** `placementId`: null where it is not about one of them. */
  readonly audit: (
    userId: string,
    action: string,
    placementId: string | null,
    detail?: Readonly<Record<string, string | null>>,
  ) => Promise<void>;
}

const jsonLimit = '2mb';
const exportedAtOnce = 200;
const idParam = z.object({ id: z.uuid() });

function refuseFile(res: Response, problem: FileProblem): void {
  const { title, remedy } = sayProblem(problem);
  sendProblem(res, {
    status: problem.code === 'file_too_large' ? 413 : 422,
    code: problem.code,
    title,
    remedy,
    errors: [{ field: 'file', rule: problem.detail === 'none' ? problem.code : problem.detail, remedy }],
    ...(problem.row === undefined ? {} : { row: problem.row }),
  });
}

/** A part that could not be read at the first look shows when its rows are read: a refusal like any other. */
const refusingUnreadable = (handler: (req: Request, res: Response) => Promise<void>): RequestHandler =>
  route(async (req, res) => {
    try {
      await handler(req, res);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      refuseFile(res, error.problem);
    }
  });

const misfit = (tables: number): BadInput =>
  new BadInput([
    { field: 'mappings', rule: 'fit', remedy: `one list for each of ${tables} tables, no wider than its header` },
  ]);

function refuseStart(res: Response, reply: Exclude<StartReply, { kind: 'queued' }>): void {
  switch (reply.kind) {
    case 'unknown':
      return sendProblem(res, { status: 404, code: 'placement-unknown', title: 'There is no such placement.' });
    case 'wrong-state':
      return sendProblem(res, {
        status: 409,
        code: 'placement-not-startable',
        title: `A placement that is ${reply.status} cannot be started.`,
      });
    case 'mapping-misfit':
      throw misfit(reply.tables);
    case 'fields-missing':
      throw new BadInput(
        reply.fields.map((field) => ({
          field: `mappings.${field}`,
          rule: 'required',
          remedy: `map a column to ${field}`,
        })),
      );
  }
}

async function clientOf(clients: ClientBook, form: z.output<typeof placementUpload>): Promise<NamedClient> {
  if (form.clientId === undefined) return { name: form.client ?? '' };
  if (await clients.exists(form.clientId)) return { id: form.clientId };
  throw new BadInput([{ field: 'clientId', rule: 'exists', remedy: 'name a client of GET /api/placements/clients' }]);
}

/** `/api/placements`: upload and inspection, confirmation, progress, cancelling, the rejected rows. */
export function makePlacementsDoor(deps: PlacementsDoorDeps): Router {
  const { book } = deps;
  const router = Router();
  router.use(deps.requireSupervisor, express.json({ limit: jsonLimit }));

  const askedReading = ({ mappings, profile }: PlacementReading): Partial<Reading> => {
    if (profile !== undefined && !deps.knowsCountry(profile.defaultCountry)) {
      const remedy = 'name the country of the numbers that have no country code, such as CN';
      throw new BadInput([{ field: 'profile.defaultCountry', rule: 'known', remedy }]);
    }

    return { ...(mappings === undefined ? {} : { mappings }), ...(profile === undefined ? {} : { profile }) };
  };
  const recordFor = async (id: string, res: Response): Promise<PlacementRecord | null> => {
    const record = await book.find(id);
    if (record === null) refuseStart(res, { kind: 'unknown' });

    return record;
  };

  router.get(
    '/',
    route(async (req, res) => {
      const query = parseQuery(placementQuery, req);
      const { rows, nextCursor } = await book.page(query, pageAsked(query, isNumberMark));
      res.json({ placements: rows.map(viewOf), nextCursor });
    }),
  );
  router.get(
    '/export.csv',
    deps.requireExporter,
    csvDoor({
      query: placementFilters,
      note: ({ q = null, clientId = null, status = null }, res) =>
        deps.audit(signedIn(res).id, 'placements.exported', null, { q, clientId, status }),
      file: (filters) => ({
        name: 'placements',
        heads: ['file', 'client', 'status', 'rows', 'rows_read', 'accepted', 'rejected', 'uploaded_at', 'finished_at'],
        parts: (async function* () {
          const order = { ...filters, sort: 'at', down: true } as const;
          const page = (cursor: string | undefined) =>
            book.page(order, pageAsked({ cursor, limit: exportedAtOnce }, isNumberMark));
          for await (const rows of everyPage(page))
            yield rows
              .map(viewOf)
              .map(({ fileName, client, status, progress, createdAt, finishedAt }) => [
                ...[fileName, client.name, status, progress.totalRows, progress.rowsRead],
                ...[progress.accepted, progress.rejected, csvInstant(createdAt), csvInstant(finishedAt)],
              ]);
        })(),
      }),
    }),
  );
  router.get(
    '/clients',
    route(async (_req, res) => {
      res.json({ clients: await deps.clients.all() });
    }),
  );

  router.post(
    '/',
    refusingUnreadable(async (req, res) => {
      const userId = signedIn(res).id;
      let wantsStart = false;
      const reply = await receiveUpload(req, async ({ fields, fileName, bytes }) => {
        const form = placementUpload.safeParse(fields);
        if (!form.success) throw new BadInput(fieldProblems(form.error));
        wantsStart = form.data.start === 'true';
        const reading = askedReading(form.data.reading ?? {});
        const client = await clientOf(deps.clients, form.data);

        return deps.inspect({ client, fileName, bytes, reading, userId });
      });
      if (reply.kind === 'refused') return refuseFile(res, reply.problem);
      if (reply.kind === 'mapping-misfit') throw misfit(reply.tables);
      await deps.audit(userId, 'placement.uploaded', reply.id);
      if (wantsStart) {
        const started = await deps.start(reply.id, {});
        if (started.kind !== 'queued') return refuseStart(res, started);
      }
      const record = await recordFor(reply.id, res);
      if (record === null) return;
      const rows = wantsStart ? [] : await deps.preview(record, record);
      const answer: PlacementInspection = {
        ...viewOf(record),
        preview: rows.map((row) => previewRow(record.file, row)),
        remembered: reply.remembered,
        sameAs: reply.sameAs,
      };
      res.status(201).location(`/api/placements/${record.id}`).json(answer);
    }),
  );

  router.get(
    '/:id',
    route(async (req, res) => {
      const record = await recordFor(parseParams(idParam, req).id, res);
      if (record !== null) res.json(viewOf(record));
    }),
  );

  router.post(
    '/:id/preview',
    refusingUnreadable(async (req, res) => {
      const asked = askedReading(parseBody(placementReading, req));
      const record = await recordFor(parseParams(idParam, req).id, res);
      if (record === null) return;
      if (record.status === 'done') return refuseStart(res, { kind: 'wrong-state', status: 'done' });
      const reading = { mappings: asked.mappings ?? record.mappings, profile: asked.profile ?? record.profile };
      if (reading.mappings.length !== record.file.tables.length) throw misfit(record.file.tables.length);
      const rows = await deps.preview(record, reading);
      res.json({ preview: rows.map((row) => previewRow(record.file, row)) });
    }),
  );

  router.post(
    '/:id/start',
    route(async (req, res) => {
      const { id } = parseParams(idParam, req);
      const reply = await deps.start(id, askedReading(parseBody(placementReading, req)));
      if (reply.kind !== 'queued') return refuseStart(res, reply);
      await deps.audit(signedIn(res).id, 'placement.started', id);
      const record = await recordFor(id, res);
      if (record !== null) res.status(202).json(viewOf(record));
    }),
  );

  router.post(
    '/:id/cancel',
    route(async (req, res) => {
      const { id } = parseParams(idParam, req);
      const reply = await deps.cancel(id);
      if (reply === 'unknown') return refuseStart(res, { kind: 'unknown' });
      if (reply === 'wrong-state') {
        return sendProblem(res, { status: 409, code: 'placement-not-running', title: 'This import is not under way.' });
      }
      await deps.audit(signedIn(res).id, 'placement.cancelled', id);
      const record = await recordFor(id, res);
      if (record !== null) res.status(202).json(viewOf(record));
    }),
  );

  router.get(
    '/:id/rejected',
    deps.requireExporter,
    route(async (req, res) => {
      const record = await recordFor(parseParams(idParam, req).id, res);
      if (record === null) return;
      await deps.audit(signedIn(res).id, 'placement.rejected-downloaded', record.id);
      const { contentType, extension, bytes } = deps.returns(record);
      res.set('Content-Type', contentType);
      res.attachment(`rejected-${record.id}.${extension}`);
      res.set('Content-Type', contentType);
      await pipeline(bytes, res);
    }),
  );

  return Router().use('/api/placements', router);
}
