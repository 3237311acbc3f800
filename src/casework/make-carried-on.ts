import type { HouseQueue } from '../contract/jobs.ts';
import { newId } from '../platform/ids.ts';
import type { Logger } from '../platform/log.ts';
import {
  makeQueue,
  makeWorker,
  type JobPayload,
  type JobQueue,
  type JobWorker,
  type QueueConnection,
} from '../platform/queues.ts';
import { repeatEvery, type Repeating } from './repeat-every.ts';

/** Long work, known by an id, that goes on where it was whatever process dies at it. */
export interface CarriedOn {
  readonly ask: (id: string) => Promise<void>;
  /** Aborted by `stop`: work ends after the transaction under way. */
  readonly stopping: AbortSignal;
  /** Work in this process, and taking up what a crash left, now and whenever it happens to another one. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

type Jobs = Record<string, JobPayload>;

// A database that is away for a few minutes costs a few tries; what was done is kept.
const tries = 6;
const firstPauseMs = 2_000;

/**
 * A queue hands the work out. What nobody carries on is asked for again, also when the queue was emptied. A job that a dead
 * process had taken counts for nothing, since only the store says who is at it: asked for once too often, the second one
 * finds the work in hand or at its end.
 */
export function makeCarriedOn(deps: {
  readonly queueName: HouseQueue;
  readonly jobName: string;
  /** Of the id in the job. */
  readonly idName: string;
  /** In log lines. */
  readonly what: string;
  /** Begun, and in nobody's hands. */
  readonly left: () => Promise<readonly string[]>;
  readonly work: (id: string, signal: AbortSignal, isLastTry: boolean) => Promise<unknown>;
  readonly takeUpEveryMs: number;
  readonly queues: QueueConnection;
  readonly log: Logger;
}): CarriedOn {
  const { queueName, jobName, idName, what, log } = deps;
  const stopping = new AbortController();
  /** Opened when somebody asks, or works. */
  let opened: JobQueue<Jobs> | null = null;
  const queue = (): JobQueue<Jobs> => (opened ??= makeQueue(queueName, deps.queues));
  let worker: JobWorker | null = null;
  let takingUp: Repeating | null = null;

  const ask = async (id: string): Promise<void> => {
    // A name of its own each time: an older job, finished or held by a process that died, would swallow the new one.
    const jobId = `${jobName}-${id}-${newId()}`;
    await queue().add(jobName, { [idName]: id }, { jobId, attempts: tries, backoffMs: firstPauseMs });
  };
  async function takeUp(): Promise<void> {
    const left = await deps.left();
    if (left.length === 0) return;
    const waiting = new Set((await queue().waiting()).map((payload) => payload[idName]));
    for (const id of left) {
      if (waiting.has(id)) continue;
      await ask(id);
      log.debug({ [idName]: id, what }, 'taken up');
    }
  }
  return {
    ask,
    stopping: stopping.signal,
    start() {
      worker = makeWorker<Jobs>(
        queueName,
        {
          [jobName]: async (payload, { attempt }) => {
            await deps.work(String(payload[idName]), stopping.signal, attempt >= tries);
          },
        },
        deps.queues,
        { onFailed: ({ jobId, error, final }) => log.error({ jobId, err: error, final, what }, 'work interrupted') },
      );
      takingUp = repeatEvery(deps.takeUpEveryMs, what, log, takeUp);
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
