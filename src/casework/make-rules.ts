import { setTimeout as pause } from 'node:timers/promises';
import type { RequestHandler, Router } from 'express';
import type { HouseQueue } from '../contract/jobs.ts';
import type { Preset } from '../domain/preset.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { makeQueue, makeWorker, type JobQueue, type JobWorker, type QueueConnection } from '../platform/queues.ts';
import { makeCalendarShelf } from './adapters/calendar-shelf.ts';
import { makePrismaCasesToJudge, makePrismaPreviewBook } from './adapters/prisma-preview-book.ts';
import { makePrismaRulesBook } from './adapters/prisma-rules-book.ts';
import { makeRulesDoor } from './http/rules-door.ts';
import type { AuditTrail } from './ports.ts';
import { makePreviewRules, type PreviewEnding } from './preview-rules.ts';
import { readRules, type StoredRules } from './rules-of.ts';
import { makeSaveRules } from './save-rules.ts';

export interface RulesDeps {
  readonly prisma: PrismaClient;
  readonly queues: QueueConnection;
  readonly clock: Clock;
  readonly log: Logger;
  readonly audit: AuditTrail;
  readonly requireSupervisor: RequestHandler;
  readonly requireAdmin: RequestHandler;
  /** Whether looks ahead run in this process; the doors work either way. */
  readonly works: boolean;
  /** More open cases than this are sampled. */
  readonly mostCases?: number;
}

interface RulesJobs {
  'preview-rules': { previewId: string };
}
const queueName: HouseQueue = 'rules';

export interface Rules {
  /** `/api/rules`. */
  readonly router: Router;
  readonly save: ReturnType<typeof makeSaveRules>;
  /** A campaign's rules as they stand; null when what is stored is not readable. */
  inForce(stored: StoredRules): Preset | null;
  /** Carries a look ahead to its end in this process, without waiting for the queue. */
  previewNow(previewId: string): Promise<PreviewEnding>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function makeRules(deps: RulesDeps): Rules {
  const { prisma, clock, log } = deps;
  const shelf = makeCalendarShelf();
  const book = makePrismaRulesBook(prisma);
  const previews = makePrismaPreviewBook(prisma, shelf);
  const queue: JobQueue<RulesJobs> = makeQueue(queueName, deps.queues);
  const stopping = new AbortController();
  let worker: JobWorker | null = null;
  const look = makePreviewRules({
    book: previews,
    cases: makePrismaCasesToJudge(prisma, shelf),
    clock,
    log,
    pause: async (ms) => {
      await pause(ms);
    },
    ...(deps.mostCases === undefined ? {} : { mostCases: deps.mostCases }),
  });
  const save = makeSaveRules({ book, clock });
  const ask = async (previewId: string): Promise<void> => {
    const jobId = `preview-${previewId}`;
    await queue.remove(jobId);
    await queue.add('preview-rules', { previewId }, { jobId });
  };
  return {
    router: makeRulesDoor({
      book,
      previews,
      save,
      ask,
      audit: deps.audit,
      clock,
      requireSupervisor: deps.requireSupervisor,
      requireAdmin: deps.requireAdmin,
    }),
    save,
    inForce: readRules,
    previewNow: (previewId) => look(previewId, stopping.signal),
    async start() {
      if (!deps.works) return;
      worker = makeWorker<RulesJobs>(
        queueName,
        {
          'preview-rules': async ({ previewId }) => {
            await look(previewId, stopping.signal);
          },
        },
        deps.queues,
        { onFailed: ({ jobId, error }) => log.error({ jobId, err: error }, 'a look ahead was not carried out') },
      );
      // What a crash left unfinished is begun anew; on a second node the job is there already and taken once.
      for (const previewId of await previews.unfinished()) await ask(previewId);
    },
    async stop() {
      stopping.abort();
      await worker?.close();
      await queue.close();
    },
  };
}
