import type { RequestHandler, Router } from 'express';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { QueueConnection } from '../../platform/queues.ts';
import { makePrismaHandoverBook } from '../adapters/prisma-handover-book.ts';
import { makeCarriedOn } from '../make-carried-on.ts';
import type { OwnerBook } from '../give-case.ts';
import { makeHandoverDoor } from '../http/handover-door.ts';
import type { CaseLedger } from '../ledger.ts';
import type { AuditTrail, AuditWithin } from '../ports.ts';
import { makeHandoverDesk, type HandoverDesk } from './hand-over.ts';
import { makeRunHandover, type RunHandover } from './run-handover.ts';

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
  readonly auditWithin: AuditWithin;
  readonly clock: Clock;
  readonly log: Logger;
  readonly requireHandover: RequestHandler;
}): Handovers {
  const { clock } = deps;
  const book = makePrismaHandoverBook(deps);
  const run = makeRunHandover({ ...deps, book });
  const background = makeCarriedOn({
    ...{ queueName: 'handovers', jobName: 'hand-over', idName: 'handoverId', what: 'handover', takeUpEveryMs },
    left: () => book.unclaimed(clock()),
    work: run,
    ...{ queues: deps.queues, log: deps.log },
  });
  const desk = makeHandoverDesk({ book, ask: background.ask, audit: deps.audit, clock });

  return {
    router: makeHandoverDoor({ desk, requireHandover: deps.requireHandover }),
    desk,
    run,
    start: background.start,
    stop: background.stop,
  };
}
