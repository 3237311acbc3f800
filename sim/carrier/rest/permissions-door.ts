import { Router } from 'express';
import type { Exchange } from '../exchange/exchange.ts';
import { notFound } from './api-error.ts';

/** What an account may do: voice.twilio.com/v1 and trusthub.twilio.com/v1, here under one address. */
export function permissionsDoor(exchange: Exchange): Router {
  const router = Router();
  const { settings } = exchange;
  router.get('/DialingPermissions/Countries/:iso', (req, res) => {
    const iso = String(req.params['iso']);
    if (!/^[A-Z]{2}$/.test(iso)) throw notFound(req.path);
    const url = `${exchange.publicUrl()}/v1/DialingPermissions/Countries/${iso}`;
    res.json({
      iso_code: iso,
      name: iso,
      continent: null,
      country_codes: [],
      low_risk_numbers_enabled: !settings.blockedCountries.includes(iso),
      high_risk_special_numbers_enabled: false,
      high_risk_tollfraud_numbers_enabled: false,
      url,
      links: { highrisk_special_prefixes: `${url}/HighRiskSpecialPrefixes` },
    });
  });
  router.get('/CustomerProfiles', (_req, res) => {
    const profiles = settings.customerProfile === 'none' ? [] : [settings.customerProfile];
    const sid = `BU${'0'.repeat(31)}1`;
    const url = `${exchange.publicUrl()}/v1/CustomerProfiles`;
    res.json({
      results: profiles.map((status) => ({ sid, account_sid: settings.accountSid, status, url: `${url}/${sid}` })),
      meta: {
        key: 'results',
        page: 0,
        page_size: 50,
        first_page_url: `${url}?PageSize=50&Page=0`,
        previous_page_url: null,
        next_page_url: null,
        url: `${url}?PageSize=50&Page=0`,
      },
    });
  });
  return router;
}
