import { Router } from 'express';
import { rfc2822 } from '../dates.ts';
import type { Exchange } from '../exchange/exchange.ts';

const SUBRESOURCES = ['Calls', 'Recordings', 'IncomingPhoneNumbers', 'Notifications', 'Conferences', 'Queues'] as const;

export function accountDoor(exchange: Exchange): Router {
  const router = Router();
  const createdAt = exchange.clock.now();
  router.get('/Accounts/:account.json', (_req, res) => {
    const { accountSid } = exchange.settings;
    const uri = `/2010-04-01/Accounts/${accountSid}`;
    res.json({
      sid: accountSid,
      // The token is never given out over this interface.
      auth_token: null,
      friendly_name: 'Simulated carrier',
      owner_account_sid: accountSid,
      status: 'active',
      type: exchange.settings.accountType,
      date_created: rfc2822(createdAt),
      date_updated: rfc2822(createdAt),
      uri: `${uri}.json`,
      subresource_uris: Object.fromEntries(SUBRESOURCES.map((name) => [snakeCase(name), `${uri}/${name}.json`])),
    });
  });
  return router;
}

const snakeCase = (name: string): string => name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
