import type { Logger } from '../../platform/log.ts';
import { makeQueue, makeWorker, type JobQueue, type JobWorker, type QueueConnection } from '../../platform/queues.ts';
import type { EndingQueue, LaunchQueue, Trunk } from '../stores.ts';
import { trunkQueueOf } from '../trunks/trunk-queue.ts';

type LaunchJobs = { 'place-call': { attemptId: string } };
type EndingJobs = { 'attempt-ended': { attemptId: string } };

/** Placing is tried again only for what failed before the carrier was asked; the attempt's state sees to that. */
const placeTries = 3;
const placeBackoffMs = 300;
const endingTries = 8;
const endingBackoffMs = 500;
/** Each slot may wait as long as the carrier takes to answer. */
const placeConcurrency = 25;
const endingConcurrency = 10;

const jobOf = (attemptId: string): string => `place-${attemptId}`;

/** Evenly spread: at 0.5 one in two seconds, at 10 ten in one. */
export function limiterOf(cps: number): { max: number; perMs: number } {
  const max = Math.max(1, Math.floor(cps));
  return { max, perMs: Math.ceil((max * 1000) / cps) };
}

export interface TrunkQueues extends LaunchQueue {
  /** Works the queues of these trunks; a changed rate replaces its worker, a vanished trunk's is closed. */
  work(trunks: readonly Trunk[], place: (attemptId: string) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export function makeTrunkQueues(where: QueueConnection, log: Logger): TrunkQueues {
  const connection: QueueConnection = { ...where, onError: (err) => log.warn({ err }, 'launch queue trouble') };
  const queues = new Map<string, JobQueue<LaunchJobs>>();
  const workers = new Map<string, { cps: number; worker: JobWorker }>();

  const queueFor = (trunkId: string): JobQueue<LaunchJobs> => {
    const known = queues.get(trunkId);
    if (known !== undefined) return known;
    const made = makeQueue<LaunchJobs>(trunkQueueOf(trunkId), connection);
    queues.set(trunkId, made);
    return made;
  };

  return {
    async ask(attemptId, trunkId, delayMs) {
      await queueFor(trunkId).add(
        'place-call',
        { attemptId },
        {
          jobId: jobOf(attemptId),
          attempts: placeTries,
          backoffMs: placeBackoffMs,
          ...(delayMs === undefined ? {} : { delayMs }),
        },
      );
    },
    isAsked: (attemptId, trunkId) => queueFor(trunkId).has(jobOf(attemptId)),
    async work(trunks, place) {
      const wanted = new Map(trunks.map((trunk) => [trunk.trunkId, trunk.cps]));
      for (const [trunkId, { cps, worker }] of [...workers]) {
        if (wanted.get(trunkId) === cps) continue;
        workers.delete(trunkId);
        await worker.close();
      }
      for (const [trunkId, cps] of wanted) {
        if (workers.has(trunkId)) continue;
        const worker = makeWorker<LaunchJobs>(
          trunkQueueOf(trunkId),
          { 'place-call': ({ attemptId }) => place(attemptId) },
          connection,
          {
            concurrency: placeConcurrency,
            limiter: limiterOf(cps),
            onFailed: ({ error, jobId, final }) => log.error({ err: error, jobId, final }, 'placing a call failed'),
          },
        );
        workers.set(trunkId, { cps, worker });
      }
    },
    async close() {
      await Promise.all([...workers.values()].map(({ worker }) => worker.close()));
      workers.clear();
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      queues.clear();
    },
  };
}

export interface EndingQueues extends EndingQueue {
  work(settle: (attemptId: string) => Promise<void>): void;
  close(): Promise<void>;
}

export function makeEndingQueue(where: QueueConnection, log: Logger): EndingQueues {
  const connection: QueueConnection = { ...where, onError: (err) => log.warn({ err }, 'ending queue trouble') };
  const queue = makeQueue<EndingJobs>('dialer-endings', connection);
  let worker: JobWorker | null = null;
  return {
    async handOver(attemptId, version) {
      await queue.add(
        'attempt-ended',
        { attemptId },
        { jobId: `ended-${attemptId}-v${version}`, attempts: endingTries, backoffMs: endingBackoffMs },
      );
    },
    work(settle) {
      worker ??= makeWorker<EndingJobs>(
        'dialer-endings',
        { 'attempt-ended': ({ attemptId }) => settle(attemptId) },
        connection,
        {
          concurrency: endingConcurrency,
          onFailed: ({ error, jobId, final }) =>
            log.error({ err: error, jobId, final }, 'handing an ending over failed'),
        },
      );
    },
    async close() {
      await worker?.close();
      await queue.close();
    },
  };
}
