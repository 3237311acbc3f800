import type { Request, RequestHandler } from 'express';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

const areas = ['api', 'carrier', 'other'] as const;
const statusClasses = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const;
type StatusClass = (typeof statusClasses)[number];

const areaOf = (path: string): (typeof areas)[number] =>
  path.startsWith('/api/') ? 'api' : path.startsWith('/carrier/') ? 'carrier' : 'other';

const classOf = (status: number): StatusClass =>
  statusClasses[Math.min(Math.max(Math.floor(status / 100), 1), 5) - 1] ?? '5xx';

/** The pattern, not the address: addresses carry tokens. */
const patternOf = (req: Request): string => {
  const route = req.route as { path?: unknown } | undefined;
  return typeof route?.path === 'string' ? `${req.baseUrl}${route.path}` : 'none';
};

export function requestLog(log: Logger, metrics: Metrics): RequestHandler {
  const durations = metrics.histogram(
    {
      name: 'http_request_ms',
      help: 'Time to answer a request.',
      buckets: [1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000],
    },
    { area: areas, status: statusClasses },
  );
  return (req, res, next) => {
    const startedAt = performance.now();
    const area = areaOf(req.path);
    res.once('finish', () => {
      const ms = performance.now() - startedAt;
      durations.observe({ area, status: classOf(res.statusCode) }, ms);
      const fields = { method: req.method, route: patternOf(req), status: res.statusCode, ms: Math.round(ms) };
      if (res.statusCode >= 500) log.warn(fields, 'request');
      else log.debug(fields, 'request');
    });
    next();
  };
}
