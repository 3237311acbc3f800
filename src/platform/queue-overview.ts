import { Queue } from 'bullmq';
import { readJobs, type JobsAsked, type JobView } from './queue-jobs.ts';
import { connectQueues, defaultPrefix, type QueueConnection } from './queues.ts';

export interface QueueView {
  readonly name: string;
  readonly counts: Record<'waiting' | 'active' | 'delayed' | 'failed' | 'completed', number>;
  readonly paused: boolean;
}

export interface QueueOverview {
  names(): Promise<readonly string[]>;
  look(name: string): Promise<QueueView>;
  /** Null: no such queue. */
  jobs(
    name: string,
    asked: JobsAsked,
  ): Promise<{ readonly jobs: JobView[]; readonly nextCursor: string | null } | null>;
  onFailed(
    name: string,
    jobId: string,
    act: 'retry' | 'discard',
  ): Promise<{ readonly name: string } | 'unknown' | 'not-failed'>;
  close(): Promise<void>;
}

/** Every queue under the prefix, read from the keys that BullMQ keeps of each. */
export function openQueueOverview(where: QueueConnection): QueueOverview {
  const connection = connectQueues(where);
  const prefix = where.prefix ?? defaultPrefix;
  const opened = new Map<string, Queue>();
  const open = (name: string): Queue => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const queue = new Queue(name, { connection, prefix });
    queue.on('error', where.onError ?? (() => undefined));
    opened.set(name, queue);
    return queue;
  };
  const names = async (): Promise<readonly string[]> => {
    const found = new Set<string>();
    for await (const keys of connection.scanStream({ match: `${prefix}:*:meta`, count: 500 }) as AsyncIterable<
      string[]
    >) {
      for (const key of keys) found.add(key.slice(prefix.length + 1, -':meta'.length));
    }
    return [...found].sort();
  };
  const existing = async (name: string): Promise<Queue | null> =>
    (await connection.exists(`${prefix}:${name}:meta`)) === 1 ? open(name) : null;

  return {
    names,
    async look(name) {
      const queue = open(name);
      const [counts, paused] = await Promise.all([
        queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed', 'completed'),
        queue.isPaused(),
      ]);
      const of = (state: string): number => counts[state] ?? 0;
      return {
        name,
        counts: {
          waiting: of('waiting') + of('prioritized'),
          active: of('active'),
          delayed: of('delayed'),
          failed: of('failed'),
          completed: of('completed'),
        },
        paused,
      };
    },
    async jobs(name, asked) {
      const queue = await existing(name);
      return queue === null ? null : readJobs(connection, queue, asked);
    },
    async onFailed(name, jobId, act) {
      const queue = await existing(name);
      if (queue === null) return 'unknown';
      const job = await queue.getJob(jobId);
      if (job === undefined || !(await job.isFailed())) return 'not-failed';
      if (act === 'retry') await job.retry('failed');
      else await job.remove();
      return { name: job.name };
    },
    async close() {
      await Promise.all([...opened.values()].map((queue) => queue.close()));
      connection.disconnect();
    },
  };
}
