import { apiOfAccess } from './access/http/api-of-access.ts';
import { apiOfCases } from './casework/http/api-of-cases.ts';
import { apiOfOffice } from './casework/http/api-of-office.ts';
import { apiOfConfiguration } from './configuration/http/api-of-configuration.ts';
import { apiOfDialer } from './dialer/http/api-of-dialer.ts';
import type { ApiRoute } from './platform/api-route.ts';
import { apiOfRouting } from './routing/http/api-of-routing.ts';
import { apiOfUpkeep } from './upkeep/http/api-of-upkeep.ts';
import { apiOfWebhooks } from './webhooks/http/api-of-webhooks.ts';

export const apiVersion = '1';

/** Every door under `/api`, as each room tells of its own. */
export const api: readonly ApiRoute[] = [
  ...apiOfAccess,
  ...apiOfCases,
  ...apiOfOffice,
  ...apiOfConfiguration,
  ...apiOfDialer,
  ...apiOfRouting,
  ...apiOfUpkeep,
  ...apiOfWebhooks,
];
