import type { AlertPage } from '../contract/alert.ts';
import type { JobList, JobQueues, ListedJobState } from '../contract/jobs.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { RowMark } from '../platform/page-cursor.ts';

/** Fulfilled by access. */
export interface AuditTrail {
  record(entry: {
    readonly actorId: string | null;
    readonly action: string;
    readonly subjectType: string;
    readonly subjectId: string | null;
    readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  }): Promise<void>;
}

/** Fulfilled by realtime: supervisors' windows look again. */
export interface AlertNews {
  changed(): void;
}

/** Fulfilled by the dialer: of these queues, those that place the calls of a trunk. A trunk that is gone has no name. */
export type TrunksOfQueues = (
  queues: readonly string[],
) => Promise<ReadonlyMap<string, { readonly trunkId: string; readonly name: string | null }>>;

export interface AlertQuery {
  readonly state: 'open' | 'acknowledged' | 'resolved' | 'all';
  readonly kind: string | null;
  readonly down: boolean;
  readonly after: RowMark | null;
  readonly limit: number;
}

export interface AlertBook {
  page(query: AlertQuery): Promise<AlertPage>;
  /** Null: no such alert, or nothing is left to do there; else its kind. */
  acknowledge(id: string, userId: string, at: Instant): Promise<string | null>;
  resolve(id: string, userId: string, note: string, at: Instant): Promise<string | null>;
  /** Says another word whenever any alert was raised, acknowledged or resolved, by whomever. */
  stamp(): Promise<string>;
}

export interface JobListQuery {
  readonly state: ListedJobState;
  readonly sought: string | null;
  readonly after: RowMark | null;
  readonly limit: number;
}

export interface JobBook {
  queues(): Promise<JobQueues>;
  /** Null: no such queue. */
  list(queue: string, query: JobListQuery): Promise<JobList | null>;
  /** `not-failed`: it has not failed, or is gone. */
  retry(queue: string, jobId: string): Promise<{ readonly name: string } | 'unknown' | 'not-failed'>;
  discard(queue: string, jobId: string): Promise<{ readonly name: string } | 'unknown' | 'not-failed'>;
  close(): Promise<void>;
}
