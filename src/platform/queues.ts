import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { describeError } from './describe-error.ts';
import { Fault } from './fault.ts';

/** Payloads carry ids only: what a job is about is read fresh from the database when it runs. */
export type JobPayload = Readonly<Record<string, string | number>>;
export type JobMap<J> = { readonly [N in keyof J]: JobPayload };
/** One handler per name; a missing one does not compile. */
export type JobHandlers<J extends JobMap<J>> = {
  readonly [N in keyof J]: (payload: J[N], job: RunningJob) => Promise<void>;
};

export interface RunningJob {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the worker is told to stop at once. */
  readonly signal: AbortSignal;
}

export interface JobOptions {
  /** Deterministic: asking twice for the same work yields one job. No colon, not a bare integer. */
  jobId: string;
  delayMs?: number;
  attempts?: number;
  backoffMs?: number;
  priority?: number;
}

export interface JobQueue<J extends JobMap<J>> {
  readonly name: string;
  add<N extends keyof J & string>(name: N, payload: J[N], options: JobOptions): Promise<void>;
  remove(jobId: string): Promise<void>;
  has(jobId: string): Promise<boolean>;
  /** What the jobs are about that wait for a worker, or for their next try. */
  waiting(): Promise<J[keyof J][]>;
  /** A repeating job; setting it again with the same id replaces it. */
  every<N extends keyof J & string>(name: N, payload: J[N], options: { id: string; everyMs: number }): Promise<void>;
  counts(): Promise<Record<'waiting' | 'active' | 'delayed' | 'failed', number>>;
  close(): Promise<void>;
}

export interface JobWorker {
  close(opts?: { force?: boolean }): Promise<void>;
}

export interface QueueConnection {
  redisUrl: string;
  /** Keeps the keys of one test file, or of one installation, apart from others on the same server. */
  prefix?: string;
  onError?: (error: Error) => void;
}

export const defaultPrefix = 'casedial';
const keepCompleted = { age: 3_600, count: 1_000 };
const keepFailed = { age: 7 * 86_400, count: 5_000 };

export const connectQueues = (where: QueueConnection): Redis => {
  const client = new Redis(where.redisUrl, { maxRetriesPerRequest: null });
  client.on('error', where.onError ?? (() => undefined));
  return client;
};

function checkJobId(jobId: string): void {
  if (jobId === '' || jobId.includes(':') || /^\d+$/.test(jobId)) throw new Fault('QUEUE_BAD_JOB_ID');
}

export function makeQueue<J extends JobMap<J>>(name: string, where: QueueConnection): JobQueue<J> {
  const connection = connectQueues(where);
  const queue = new Queue(name, { connection, prefix: where.prefix ?? defaultPrefix });
  queue.on('error', where.onError ?? (() => undefined));
  return {
    name,
    async add(jobName, payload, options) {
      checkJobId(options.jobId);
      await queue.add(jobName, payload, {
        jobId: options.jobId,
        removeOnComplete: keepCompleted,
        removeOnFail: keepFailed,
        attempts: options.attempts ?? 1,
        ...(options.delayMs === undefined ? {} : { delay: options.delayMs }),
        ...(options.priority === undefined ? {} : { priority: options.priority }),
        ...(options.backoffMs === undefined ? {} : { backoff: { type: 'exponential', delay: options.backoffMs } }),
      });
    },
    async remove(jobId) {
      await queue.remove(jobId);
    },
    async has(jobId) {
      return (await queue.getJob(jobId)) !== undefined;
    },
    async waiting() {
      const jobs = await queue.getJobs(['waiting', 'prioritized', 'delayed']);
      return jobs.map((job) => job.data as J[keyof J]);
    },
    async every(jobName, payload, options) {
      checkJobId(options.id);
      await queue.upsertJobScheduler(
        options.id,
        { every: options.everyMs },
        { name: jobName, data: payload, opts: { removeOnComplete: keepCompleted, removeOnFail: keepFailed } },
      );
    },
    async counts() {
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
      return {
        waiting: counts['waiting'] ?? 0,
        active: counts['active'] ?? 0,
        delayed: counts['delayed'] ?? 0,
        failed: counts['failed'] ?? 0,
      };
    },
    async close() {
      await queue.close();
      connection.disconnect();
    },
  };
}

export interface WorkerSettings {
  concurrency?: number;
  /** At most `max` jobs started per `perMs`, over all workers of the queue. */
  limiter?: { max: number; perMs: number };
  onFailed?: (failure: { jobName: string; jobId: string; attempt: number; final: boolean; error: Error }) => void;
}

/** What Redis keeps of a failure: its kind alone. Messages quote values, and those may be somebody's; the log scrubs them. */
function failureOf(error: unknown): Error {
  const { type, code } = describeError(error);
  return new Error(code === undefined ? type : `${type} ${code}`, { cause: error });
}

const causeOf = (error: Error): Error => (error.cause instanceof Error ? error.cause : error);

export function makeWorker<J extends JobMap<J>>(
  name: string,
  handlers: JobHandlers<J>,
  where: QueueConnection,
  settings: WorkerSettings = {},
): JobWorker {
  const connection = connectQueues(where);
  const stop = new AbortController();
  const byName = new Map<string, (payload: J[keyof J], job: RunningJob) => Promise<void>>(Object.entries(handlers));
  const worker = new Worker<J[keyof J]>(
    name,
    async (job) => {
      const handle = byName.get(job.name);
      if (handle === undefined) throw new Fault('QUEUE_UNKNOWN_JOB', { detail: { job: job.name } });
      try {
        await handle(job.data, { id: job.id ?? '', attempt: job.attemptsMade + 1, signal: stop.signal });
      } catch (error) {
        throw failureOf(error);
      }
    },
    {
      connection,
      prefix: where.prefix ?? defaultPrefix,
      concurrency: settings.concurrency ?? 1,
      ...(settings.limiter === undefined
        ? {}
        : { limiter: { max: settings.limiter.max, duration: settings.limiter.perMs } }),
    },
  );
  worker.on('error', where.onError ?? (() => undefined));
  worker.on('failed', (job, error) => {
    if (job === undefined) return;
    const attempt = job.attemptsMade;
    const final = attempt >= (job.opts.attempts ?? 1);
    settings.onFailed?.({ jobName: job.name, jobId: job.id ?? '', attempt, final, error: causeOf(error) });
  });
  return {
    async close(opts = {}) {
      if (opts.force === true) stop.abort();
      await worker.close(opts.force ?? false);
      connection.disconnect();
    },
  };
}
