import { z } from 'zod';
import { cursorFields, nextCursor } from './page.ts';

export const jobStates = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;

/** `GET /api/jobs`: every queue of the house with its counts. */
export const jobQueues = z.object({
  queues: z.array(
    z.object({
      name: z.string(),
      counts: z.record(z.enum(jobStates), z.number()),
      paused: z.boolean(),
      /** Whose calls it places; its name is null when there is no such trunk any more. Null: it is no trunk's. */
      trunk: z.object({ trunkId: z.string(), name: z.string().nullable() }).nullable(),
    }),
  ),
});
export type JobQueues = z.infer<typeof jobQueues>;

/** Names of queues and jobs as they are; a job speaks in ids alone. */
/** Queues that the house always has; each trunk has one of its own beside them. */
export const houseQueues = ['placements', 'handovers', 'rules', 'webhooks', 'dialer-endings'] as const;
export type HouseQueue = (typeof houseQueues)[number];
export const queueName = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,99}$/i);
export const jobId = z.string().min(1).max(200);

export const listedJobStates = ['failed', 'waiting', 'delayed'] as const;
export type ListedJobState = (typeof listedJobStates)[number];
/** What narrows the jobs of a queue down: of `GET /api/jobs/:queue/list` and of its export. */
export const jobFilters = z.object({
  state: z.enum(listedJobStates).default('failed'),
  /** Part of a job's name, of an id that it is about, or of its reason. */
  q: z.string().trim().max(80).optional(),
});
/** `GET /api/jobs/:queue/list`: those that failed the latest first, the others the next first. */
export const jobQuery = jobFilters.extend(cursorFields());

export const listedJob = z.object({
  id: z.string(),
  name: z.string(),
  /** Ids of what it is about. */
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  tries: z.number(),
  /** When it failed, or is to be done; of those that wait, when it was put there. */
  at: z.number().nullable(),
  /** Kind of the failure and its code; null: it has not failed. */
  reason: z.string().nullable(),
});
export type ListedJob = z.infer<typeof listedJob>;
/** A page on which little of what was sought is found may hold fewer than asked for, or nothing, and have a next one. */
export const jobList = z.object({ jobs: z.array(listedJob), nextCursor });
export type JobList = z.infer<typeof jobList>;

/** `POST /api/jobs/:queue/retry` and `/discard` */
export const jobRequest = z.object({ jobId });
