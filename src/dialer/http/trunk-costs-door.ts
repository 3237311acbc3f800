import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { daysBetween, isLocalDate } from '../../domain/zoned-time.ts';
import { parseQuery, route } from '../../platform/http-problem.ts';
import type { AuditTrail, TableFile } from '../ports.ts';
import { costTable, type ReadCosts } from '../trunks/read-costs.ts';
import { signedIn } from './signed-in.ts';

const mostDays = 100;
const day = z.string().refine(isLocalDate, 'a day as YYYY-MM-DD');
export const costPeriod = z
  .object({
    from: day,
    to: day,
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  })
  .refine(({ from, to }) => from <= to, { path: ['from'], message: 'The first day may not come after the last.' })
  .refine(({ from, to }) => from > to || daysBetween(from, to) < mostDays, {
    path: ['to'],
    message: `At most ${mostDays} days at a time.`,
  });

/** `/api/trunks/costs`: seen by those who see trunks; what leaves as a file is audited. */
export function makeTrunkCostsDoor(deps: {
  readonly costs: ReadCosts;
  readonly file: TableFile;
  readonly audit: AuditTrail;
  readonly requireSupervisor: RequestHandler;
  readonly requireExporter: RequestHandler;
}): Router {
  const router = Router();
  router.get(
    '/api/trunks/costs',
    deps.requireSupervisor,
    route(async (req, res) => {
      const { from, to } = parseQuery(costPeriod, req);
      res.json(await deps.costs(from, to));
    }),
  );
  router.get(
    '/api/trunks/costs/export',
    deps.requireSupervisor,
    deps.requireExporter,
    route(async (req, res) => {
      const { from, to, format, language } = parseQuery(costPeriod, req);
      const rows = costTable(await deps.costs(from, to), language);
      await deps.audit.record({
        actorId: signedIn(res).id,
        action: 'trunk_costs.exported',
        subjectType: 'trunk',
        subjectId: null,
        detail: { from, to, format },
      });
      const { contentType, bytes } = deps.file(format, language === 'en' ? 'Costs' : '费用', rows);
      res.status(200).type(contentType).attachment(`trunk-costs-${from}-${to}.${format}`);
      await pipeline(Readable.from(bytes), res);
    }),
  );
  return router;
}
