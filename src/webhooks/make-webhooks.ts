import type { RequestHandler, Router } from 'express';
import type { HouseQueue } from '../contract/jobs.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import { makeQueue, makeWorker, type JobQueue, type JobWorker, type QueueConnection } from '../platform/queues.ts';
import { makeOldSeals, type OldSeals } from '../platform/old-seals.ts';
import { makeSecretBox } from '../platform/secret-box.ts';
import { makeGuardedSender } from './adapters/guarded-sender.ts';
import { makePrismaDeliveries } from './adapters/prisma-deliveries.ts';
import { makePrismaEndpoints, makeWebhookShelf } from './adapters/prisma-endpoints.ts';
import { standardSigner } from './adapters/standard-signer.ts';
import { firstPauseMs, makeDeliver, mostTries } from './deliver.ts';
import { makeWebhooksDoor } from './http/webhooks-door.ts';
import type { AuditTrail } from './ports.ts';
import { makeWebhookDesk } from './webhook-desk.ts';

export interface WebhooksDeps {
  readonly prisma: PrismaClient;
  readonly queues: QueueConnection;
  readonly clock: Clock;
  readonly log: Logger;
  readonly audit: AuditTrail;
  readonly credentialsKey: string | undefined;
  /** The key before: opens what it sealed. */
  readonly credentialsKeyOld?: string | undefined;
  /** Lets addresses inside the house and plain http pass. */
  readonly privateTargets: boolean;
  readonly requireKeeper: RequestHandler;
  /** This process sends. */
  readonly works: boolean;
  readonly firstPauseMs?: number;
}

export interface Webhooks {
  readonly router: Router;
  /** Secrets that the key before sealed. */
  readonly oldSeals: OldSeals;
  start(): void;
  stop(): Promise<void>;
}

interface Jobs {
  deliver: { deliveryId: string };
}

const queueName: HouseQueue = 'webhooks';
const spreadEveryMs = 1_000;
const atOnce = 10;

/** Not sent: the queue tries again. */
class NotDelivered extends Error {
  constructor() {
    super('not delivered');
    this.name = 'NotDelivered';
  }
}

export function makeWebhooks(deps: WebhooksDeps): Webhooks {
  const { prisma, clock, log } = deps;
  const box = deps.credentialsKey === undefined ? null : makeSecretBox(deps.credentialsKey, deps.credentialsKeyOld);
  const deliveries = makePrismaDeliveries(prisma);
  const router = makeWebhooksDoor({
    desk: makeWebhookDesk({
      endpoints: makePrismaEndpoints(prisma),
      signer: standardSigner,
      privateTargets: deps.privateTargets,
      audit: deps.audit,
      ...{ deliveries, box, clock },
    }),
    requireKeeper: deps.requireKeeper,
  });
  let queue: JobQueue<Jobs> | null = null;
  let worker: JobWorker | null = null;
  let timer: NodeJS.Timeout | null = null;
  let spreading: Promise<void> = Promise.resolve();
  let stopped = false;

  async function spread(): Promise<void> {
    try {
      for (const waiting of await deliveries.spread(clock())) {
        await queue?.add(
          'deliver',
          { deliveryId: waiting.deliveryId },
          {
            jobId: `${waiting.deliveryId}-${waiting.round}`,
            attempts: mostTries,
            backoffMs: deps.firstPauseMs ?? firstPauseMs,
          },
        );
      }
    } catch (err) {
      log.error({ err }, 'events could not be spread to webhooks');
    }
    if (!stopped) timer = setTimeout(begin, spreadEveryMs);
  }
  const begin = (): void => {
    spreading = spread();
  };

  return {
    router,
    oldSeals: makeOldSeals('webhook', box, makeWebhookShelf(prisma)),
    start() {
      if (!deps.works || box === null) return;
      const sender = makeGuardedSender({ privateTargets: deps.privateTargets });
      const deliver = makeDeliver({ book: deliveries, sender, signer: standardSigner, box, clock });
      queue = makeQueue<Jobs>(queueName, deps.queues);
      worker = makeWorker<Jobs>(
        queueName,
        {
          deliver: async ({ deliveryId }, job) => {
            if (!(await deliver(deliveryId, job.attempt >= mostTries))) throw new NotDelivered();
          },
        },
        deps.queues,
        { concurrency: atOnce },
      );
      begin();
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await spreading;
      await worker?.close();
      await queue?.close();
    },
  };
}
