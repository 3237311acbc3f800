import type { RequestHandler, Router } from 'express';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/log.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import { makeQueue, makeWorker, type JobQueue, type JobWorker, type QueueConnection } from '../../platform/queues.ts';
import { makePrismaHandoverBook } from '../adapters/prisma-handover-book.ts';
import type { OwnerBook } from '../give-case.ts';
import { makeHandoverDoor } from '../http/handover-door.ts';
import type { CaseLedger } from '../ledger.ts';
import type { AuditTrail } from '../ports.ts';
import { repeatEvery, type Repeating } from '../repeat-every.ts';
import { makeHandoverDesk, type HandoverDesk } from './hand-over.ts';
import { makeRunHandover, type RunHandover } from './run-handover.ts';

interface HandoverJobs {
  'hand-over': { handoverId: string };
}
const queueName = 'handovers';
const tries = 6;
const firstPauseMs = 2_000;
/** What a crash left, and cases whose call is over, are taken up within this time. */
const takeUpEveryMs = 5_000;

export interface Handovers {
  /** `/api/people/:id/handover`. */
  readonly router: Router;
  readonly desk: HandoverDesk;
  readonly run: RunHandover;
  start(): void;
  stop(): Promise<void>;
}

export function makeHandovers(deps: {
  readonly prisma: PrismaClient;
  readonly queues: QueueConnection;
  readonly ledger: CaseLedger;
  readonly owners: OwnerBook;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly log: Logger;
  readonly requireHandover: RequestHandler;
}): Handovers {
  const { clock, log } = deps;
  const book = makePrismaHandoverBook(deps.prisma, clock);
  const run = makeRunHandover({ ...deps, book });
  const stopping = new AbortController();
  /** Opened when somebody hands over, or works. */
  let opened: JobQueue<HandoverJobs> | null = null;
  const queue = (): JobQueue<HandoverJobs> => (opened ??= makeQueue(queueName, deps.queues));
  let worker: JobWorker | null = null;
  let takingUp: Repeating | null = null;

  const ask = async (handoverId: string): Promise<void> => {
    // A name of its own each time: an older job, finished or held by a process that died, would swallow the new one.
    const jobId = `handover-${handoverId}-${newId()}`;
    await queue().add('hand-over', { handoverId }, { jobId, attempts: tries, backoffMs: firstPauseMs });
  };
  async function takeUp(): Promise<void> {
    const unclaimed = await book.unclaimed(clock());
    if (unclaimed.length === 0) return;
    const waiting = new Set((await queue().waiting()).map(({ handoverId }) => handoverId));
    for (const handoverId of unclaimed) if (!waiting.has(handoverId)) await ask(handoverId);
  }
  const desk = makeHandoverDesk({ book, ask, audit: deps.audit, clock });

  return {
    router: makeHandoverDoor({ desk, requireHandover: deps.requireHandover }),
    desk,
    run,
    start() {
      worker = makeWorker<HandoverJobs>(
        queueName,
        {
          'hand-over': async ({ handoverId }) => {
            await run(handoverId, stopping.signal);
          },
        },
        deps.queues,
        { onFailed: ({ jobId, error, final }) => log.error({ jobId, err: error, final }, 'handover interrupted') },
      );
      takingUp = repeatEvery(takeUpEveryMs, 'handovers', log, takeUp);
    },
    async stop() {
      stopping.abort();
      const noMore = takingUp?.stop();
      await worker?.close();
      await opened?.close();
      opened = null;
      await noMore;
    },
  };
}
