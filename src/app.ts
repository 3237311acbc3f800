import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, type Router } from 'express';
import { makeConsoleFiles } from './platform/console-files.ts';
import type { Health } from './platform/health.ts';
import { notFound, problemErrors } from './platform/http-problem.ts';
import type { Logger } from './platform/log.ts';
import type { Metrics } from './platform/metrics.ts';
import { requestLog } from './platform/request-log.ts';
import { securityHeaders } from './platform/security-headers.ts';

export interface AppDeps {
  readonly publicUrl: string;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  /** Stands before everything under `/api`. */
  readonly beforeDoors: RequestHandler;
  /** The rooms' doors, asked in this order. */
  readonly routers: readonly Router[];
  /** Takes the upgrades of sockets. */
  readonly attach: (server: Server) => void;
  /** The built consoles; left out: where the build puts them. */
  readonly consolesDir?: string;
}

const builtConsoles = fileURLToPath(new URL('../dist/public', import.meta.url));
const consoles = ['agent', 'supervisor', 'admin'];

/** Everything that answers, without listening: tests talk to it on any port, main gives it its own. */
export function buildApp(deps: AppDeps): Server {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback, uniquelocal');
  app.use(requestLog(deps.log, deps.metrics));
  app.use(deps.health.router);
  app.use(securityHeaders(deps.publicUrl));
  app.use('/api', deps.beforeDoors);
  for (const router of deps.routers) app.use(router);
  app.use(['/api', '/carrier'], notFound);
  app.use(makeConsoleFiles(deps.consolesDir ?? builtConsoles, consoles));
  app.use(notFound);
  app.use(problemErrors(deps.log));
  const server = createServer(app);
  deps.attach(server);
  return server;
}
