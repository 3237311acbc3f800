import {
  configImport,
  configKinds,
  configLatest,
  configLatestRequest,
  configPlan,
  configRestore,
  configVersions,
  configVersionsRequest,
} from '../../contract/configuration.ts';
import { apiRoute, type ApiRoute } from '../../platform/api-route.ts';
import { exportQuery } from './configuration-door.ts';

/** What is set up, as data. */
export const apiOfConfiguration: readonly ApiRoute[] = [
  apiRoute('get /api/configuration/kinds', 'supervisor', 'What there is to set up.', { reply: configKinds }),
  apiRoute('post /api/configuration/versions', 'supervisor', 'Versions, the latest first.', {
    ...{ body: configVersionsRequest, reply: configVersions },
  }),
  apiRoute('post /api/configuration/latest', 'supervisor', 'The latest one of something.', {
    ...{ body: configLatestRequest, reply: configLatest },
  }),
  apiRoute('post /api/configuration/versions/:id/restore', 'admin', 'Goes back to it.', {
    ...{ body: configRestore, reply: configPlan },
  }),
  apiRoute('get /api/configuration/export', 'admin', 'All of it as one document.', {
    ...{ query: exportQuery, reply: 'file' },
  }),
  apiRoute('post /api/configuration/import', 'admin', 'Takes a document over, or tells what it would do.', {
    ...{ body: configImport, reply: configPlan },
  }),
];
