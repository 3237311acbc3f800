import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router, type RequestHandler } from 'express';
import { auditExportQuery, auditQuery, auditVerifyQuery } from '../../contract/audit.ts';
import { parseQuery, route } from '../../platform/http-problem.ts';
import { auditLines } from '../audit/audit-lines.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { AuditTrail } from '../ports.ts';
import { userOf } from './guards.ts';

const types = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' };

/** `/api/audit`: reading the log is itself on record when it leaves the house. */
export function makeAuditDoor(deps: {
  readonly log: AuditLog;
  readonly audit: AuditTrail;
  readonly requireAuditor: RequestHandler;
  readonly requireExporter: RequestHandler;
}): Router {
  const { log, audit, requireAuditor } = deps;
  const router = Router();
  router.get(
    '/api/audit',
    requireAuditor,
    route(async (req, res) => {
      res.json(await log.list(parseQuery(auditQuery, req)));
    }),
  );
  router.get(
    '/api/audit/words',
    requireAuditor,
    route(async (_req, res) => {
      res.json(await log.words());
    }),
  );
  router.get(
    '/api/audit/verify',
    requireAuditor,
    route(async (req, res) => {
      const { seq, hash } = parseQuery(auditVerifyQuery, req);
      res.json(await log.verify(seq === undefined || hash === undefined ? null : { seq, hash }));
    }),
  );
  router.get(
    '/api/audit/export',
    requireAuditor,
    deps.requireExporter,
    route(async (req, res) => {
      const { format, ...filters } = parseQuery(auditExportQuery, req);
      await audit.record({
        actorId: userOf(res).id,
        action: 'audit.exported',
        subjectType: 'audit',
        subjectId: null,
        detail: { format, filters: JSON.stringify(filters) },
      });
      res.status(200).type(types[format]).attachment(`audit.${format}`);
      await pipeline(Readable.from(auditLines(log.all(filters), format)), res);
    }),
  );
  return router;
}
