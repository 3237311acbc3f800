import { openQueueOverview } from '../../platform/queue-overview.ts';
import type { QueueConnection } from '../../platform/queues.ts';
import type { JobBook } from '../ports.ts';

/** The queues there are, whoever made them: one that is added is there too. */
export function makeBullJobs(where: QueueConnection): JobBook {
  const queues = openQueueOverview(where);
  return {
    async queues() {
      const views = await Promise.all((await queues.names()).map((name) => queues.look(name)));
      return { queues: views };
    },
    list: (queue, query) => queues.jobs(queue, query),
    retry: (queue, jobId) => queues.onFailed(queue, jobId, 'retry'),
    discard: (queue, jobId) => queues.onFailed(queue, jobId, 'discard'),
    close: () => queues.close(),
  };
}
