import { Router } from 'express';
import type { Exchange } from '../exchange/exchange.ts';
import { notificationBody, notificationDetails } from '../exchange/notifications.ts';
import { notFound } from './api-error.ts';
import { callIn } from './calls-door.ts';
import { queryOf, sidOf } from './door.ts';
import { pageOf } from './page.ts';

/** The error log, of the account and of each call. */
export function notificationsDoor(exchange: Exchange): Router {
  const router = Router();
  const { notifications, settings } = exchange;
  router.get('/Notifications.json', (req, res) => {
    const path = `${req.baseUrl}/Notifications.json`;
    res.json(
      pageOf(path, 'notifications', queryOf(req), notifications.list(), (entry) =>
        notificationBody(settings.accountSid, entry, false),
      ),
    );
  });
  router.get('/Notifications/:sid.json', (req, res) => {
    const entry = notifications.get(sidOf(req, 'NO'));
    if (!entry) throw notFound(req.path);
    res.json(notificationDetails(settings.accountSid, entry, false));
  });
  router.get('/Calls/:sid/Notifications.json', (req, res) => {
    const call = callIn(exchange, sidOf(req, 'CA'));
    const path = `${req.baseUrl}/Calls/${call.sid}/Notifications.json`;
    res.json(
      pageOf(path, 'notifications', queryOf(req), notifications.list(call.sid), (entry) =>
        notificationBody(call.accountSid, entry, true),
      ),
    );
  });
  router.get('/Calls/:sid/Notifications/:notification.json', (req, res) => {
    const entry = notifications.get(sidOf(req, 'NO', 'notification'));
    if (entry?.callSid !== sidOf(req, 'CA')) throw notFound(req.path);
    res.json(notificationDetails(settings.accountSid, entry, true));
  });
  return router;
}
