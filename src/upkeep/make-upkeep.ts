import { Router, type RequestHandler } from 'express';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import type { QueueConnection } from '../platform/queues.ts';
import { makeBullJobs } from './adapters/bull-jobs.ts';
import { makePrismaAlerts } from './adapters/prisma-alerts.ts';
import { makeAlertDesk } from './alert-desk.ts';
import { makeAlertsDoor } from './http/alerts-door.ts';
import { makeJobsDoor } from './http/jobs-door.ts';
import type { AlertNews, AuditTrail, TrunksOfQueues } from './ports.ts';

export interface UpkeepDeps {
  readonly prisma: PrismaClient;
  readonly queues: QueueConnection;
  readonly clock: Clock;
  readonly log: Logger;
  readonly audit: AuditTrail;
  readonly news: AlertNews;
  readonly trunksOf: TrunksOfQueues;
  readonly requireExporter: RequestHandler;
  readonly requireSupervisor: RequestHandler;
  readonly requireAdmin: RequestHandler;
}

export interface Upkeep {
  /** `/api/alerts`, `/api/jobs`. */
  readonly router: Router;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const lookEveryMs = 2_000;

/** What keeps the house in order: alerts that somebody has to settle, jobs that failed. */
export function makeUpkeep(deps: UpkeepDeps): Upkeep {
  const { prisma, clock, audit, log } = deps;
  const desk = makeAlertDesk({ book: makePrismaAlerts(prisma), news: deps.news, audit, clock });
  const jobs = makeBullJobs(deps.queues, deps.trunksOf);
  const router = Router();
  router.use(
    makeAlertsDoor({
      ...{ desk, audit },
      requireSupervisor: deps.requireSupervisor,
      requireExporter: deps.requireExporter,
    }),
    makeJobsDoor({
      ...{ book: jobs, audit },
      requireAdmin: deps.requireAdmin,
      requireExporter: deps.requireExporter,
    }),
  );
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> = Promise.resolve();
  const lookAgain = (): void => {
    timer = setTimeout(() => {
      looking = desk
        .look()
        .catch((err: unknown) => log.warn({ err }, 'alerts could not be looked at'))
        .finally(() => {
          if (timer !== null) lookAgain();
        });
    }, lookEveryMs);
  };
  return {
    router,
    async start() {
      await desk.look();
      lookAgain();
    },
    async stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await looking;
      await jobs.close();
    },
  };
}
