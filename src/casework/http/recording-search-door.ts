import { Router, type RequestHandler } from 'express';
import { recordingFilters, recordingSearch, type RecordingRow } from '../../contract/recording-search.ts';
import { csvDoor, csvInstant, type CsvCell } from '../../platform/csv.ts';
import { parseQuery, route } from '../../platform/http-problem.ts';
import { isNumberMark, readCursor } from '../../platform/page-cursor.ts';
import type { AuditTrail } from '../ports.ts';
import type { RecordingLibrary } from '../recording-search.ts';
import { signedIn } from './signed-in.ts';

const heads = ['answered_at', 'agent', 'case', 'campaign', 'number', 'direction', 'result', 'duration_s', 'integrity'];

const lineOf = (row: RecordingRow): CsvCell[] => [
  ...[csvInstant(row.at), row.agentName, row.caseRef, row.campaignName, row.numberMasked],
  ...[row.direction, row.result, Math.round(row.durationMs / 1_000), row.integrity],
];

/** `/api/recordings`: the list of what one may hear. Each listen is audited where the sound is given out. */
export function makeRecordingSearchDoor(deps: {
  readonly library: RecordingLibrary;
  readonly audit: AuditTrail;
  readonly requireSupervisor: RequestHandler;
  readonly requireListener: RequestHandler;
  readonly requireExporter: RequestHandler;
}): Router {
  const { library } = deps;
  const listens = [deps.requireSupervisor, deps.requireListener];
  const router = Router();
  router.get(
    '/api/recordings',
    ...listens,
    route(async (req, res) => {
      const { sort, down, cursor, limit, ...filters } = parseQuery(recordingSearch, req);
      const after = readCursor(cursor, isNumberMark);
      res.json(await library.page({ filters, sort, down, after, limit }, signedIn(res)));
    }),
  );
  router.get(
    '/api/recordings/choices',
    ...listens,
    route(async (_req, res) => {
      res.json(await library.choices(signedIn(res)));
    }),
  );
  router.get(
    '/api/recordings/export.csv',
    ...listens,
    deps.requireExporter,
    csvDoor({
      query: recordingFilters,
      note: ({ from = null, to = null }, res) =>
        deps.audit.record({
          actorId: signedIn(res).id,
          action: 'recordings.exported',
          subjectType: 'recording',
          subjectId: null,
          detail: { from, to },
        }),
      file: (filters, res) => ({
        name: 'recordings',
        heads,
        parts: (async function* () {
          for await (const part of library.all(filters, signedIn(res))) yield part.map(lineOf);
        })(),
      }),
    }),
  );
  return router;
}
