import { z } from 'zod';

export const jobStates = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;

/** `GET /api/jobs`: every queue of the house with its counts. */
export const jobQueues = z.object({
  queues: z.array(
    z.object({
      name: z.string(),
      counts: z.record(z.enum(jobStates), z.number()),
      paused: z.boolean(),
    }),
  ),
});
export type JobQueues = z.infer<typeof jobQueues>;

/** Names of queues and jobs as they are; a job speaks in ids alone. */
export const queueName = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,99}$/i);
export const jobId = z.string().min(1).max(200);

/** `GET /api/jobs/:queue/failed?from=` */
export const failedJob = z.object({
  id: z.string(),
  name: z.string(),
  /** Ids of what it is about. */
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  tries: z.number(),
  failedAt: z.number().nullable(),
  /** Kind of the failure and its code. */
  reason: z.string(),
});
export type FailedJob = z.infer<typeof failedJob>;
export const failedJobs = z.object({ jobs: z.array(failedJob), total: z.number() });
export type FailedJobs = z.infer<typeof failedJobs>;

/** `POST /api/jobs/:queue/retry` and `/discard` */
export const jobRequest = z.object({ jobId });
