import {
  changeWebhook,
  deliveryList,
  deliveryQuery,
  newWebhook,
  webhookList,
  webhookQuery,
  webhookSecret,
} from '../../contract/webhook.ts';
import { apiRoute, type ApiRoute } from '../../platform/api-route.ts';

/** Outgoing webhooks, signed as standardwebhooks.com has it. */
export const apiOfWebhooks: readonly ApiRoute[] = [
  apiRoute('get /api/webhooks', 'webhooks.manage', 'Who is told.', { query: webhookQuery, reply: webhookList }),
  apiRoute('post /api/webhooks', 'webhooks.manage', 'Somebody more; the secret is shown once.', {
    ...{ body: newWebhook, reply: webhookSecret, status: 201 },
  }),
  apiRoute('put /api/webhooks/:id', 'webhooks.manage', 'Changes that.', {
    ...{ body: changeWebhook, reply: webhookSecret.pick({ endpointId: true }), refusals: [409] },
  }),
  apiRoute('delete /api/webhooks/:id', 'webhooks.manage', 'Removes it with its deliveries.'),
  apiRoute(
    'post /api/webhooks/:id/rotate',
    'webhooks.manage',
    'A new secret, shown once; the former signs for a day.',
    {
      ...{ reply: webhookSecret, status: 201 },
    },
  ),
  apiRoute('get /api/webhooks/:id/deliveries', 'webhooks.manage', 'Deliveries, the latest first.', {
    ...{ query: deliveryQuery, reply: deliveryList },
  }),
  apiRoute('post /api/webhooks/deliveries/:id/replay', 'webhooks.manage', 'Sends it again.'),
];
