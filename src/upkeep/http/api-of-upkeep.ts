import { alertFilters, alertPage, alertResolution, alertSearch } from '../../contract/alert.ts';
import { jobFilters, jobList, jobQuery, jobQueues, jobRequest } from '../../contract/jobs.ts';
import { apiRoute, type ApiRoute } from '../../platform/api-route.ts';

/** What wants looking after. */
export const apiOfUpkeep: readonly ApiRoute[] = [
  apiRoute('get /api/alerts', 'supervisor', 'Alerts by state.', { query: alertSearch, reply: alertPage }),
  apiRoute('get /api/alerts/export.csv', 'supervisor with export', 'The list as a file.', {
    ...{ query: alertFilters, reply: 'file' },
  }),
  apiRoute('post /api/alerts/:id/acknowledge', 'supervisor', 'Somebody sees to it.'),
  apiRoute('post /api/alerts/:id/resolve', 'supervisor', 'It is settled.', { body: alertResolution }),
  apiRoute('get /api/jobs', 'admin', 'Queues of jobs.', { reply: jobQueues }),
  apiRoute('get /api/jobs/:queue/list', 'admin', 'Jobs that failed, or wait.', { query: jobQuery, reply: jobList }),
  apiRoute('get /api/jobs/:queue/export.csv', 'admin with export', 'The list as a file.', {
    ...{ query: jobFilters, reply: 'file' },
  }),
  apiRoute('post /api/jobs/:queue/:act', 'admin', 'Tries one again, or discards it.', { body: jobRequest }),
];
