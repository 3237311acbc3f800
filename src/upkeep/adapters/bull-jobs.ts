import { openQueueOverview } from '../../platform/queue-overview.ts';
import type { QueueConnection } from '../../platform/queues.ts';
import type { JobBook, TrunksOfQueues } from '../ports.ts';

/** The queues there are, whoever made them: one that is added is there too. */
export function makeBullJobs(where: QueueConnection, trunksOf: TrunksOfQueues): JobBook {
  const queues = openQueueOverview(where);
  return {
    async queues() {
      const names = await queues.names();
      const [views, trunks] = await Promise.all([Promise.all(names.map((name) => queues.look(name))), trunksOf(names)]);
      return { queues: views.map((view) => ({ ...view, trunk: trunks.get(view.name) ?? null })) };
    },
    list: (queue, query) => queues.jobs(queue, query),
    retry: (queue, jobId) => queues.onFailed(queue, jobId, 'retry'),
    discard: (queue, jobId) => queues.onFailed(queue, jobId, 'discard'),
    close: () => queues.close(),
  };
}
