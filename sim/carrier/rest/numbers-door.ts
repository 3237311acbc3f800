import { Router } from 'express';
import { rfc2822 } from '../dates.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { OwnNumber } from '../exchange/own-numbers.ts';
import { ApiError, notFound } from './api-error.ts';
import { bodyOf, queryOf, sidOf } from './door.ts';
import type { Form } from './form.ts';
import { pageOf } from './page.ts';
import { addressIn, methodIn } from './urls.ts';

export function numbersDoor(exchange: Exchange): Router {
  const router = Router();
  const { numbers, clock, settings } = exchange;
  const numberIn = (sid: string): OwnNumber => {
    const own = numbers.get(sid);
    if (!own) throw notFound(`/IncomingPhoneNumbers/${sid}.json`);
    return own;
  };
  router.get('/IncomingPhoneNumbers.json', (req, res) => {
    const query = queryOf(req);
    const [phoneNumber, friendlyName] = [query.text('PhoneNumber'), query.text('FriendlyName')];
    const found = numbers
      .list()
      .filter((own) => phoneNumber === null || own.phoneNumber.includes(phoneNumber.replace(/[^\d+]/g, '')))
      .filter((own) => friendlyName === null || own.friendlyName === friendlyName);
    const path = `${req.baseUrl}/IncomingPhoneNumbers.json`;
    res.json(pageOf(path, 'incoming_phone_numbers', query, found, (own) => numberBody(settings.accountSid, own)));
  });
  router.post('/IncomingPhoneNumbers.json', (req, res) => {
    const form = bodyOf(req);
    const phoneNumber = form.text('PhoneNumber');
    if (phoneNumber === null) throw new ApiError(400, 21452, 'No phone numbers found in this area code');
    if (!/^\+[1-9]\d{6,14}$/.test(phoneNumber)) throw new ApiError(400, 21421, 'PhoneNumber is invalid');
    if (numbers.byPhoneNumber(phoneNumber)) throw new ApiError(400, 21422, 'PhoneNumber is not available');
    // Read before it is bought: a refused request leaves nothing behind.
    const change = changeIn(form);
    const own = numbers.add(phoneNumber, clock.now());
    Object.assign(own, change);
    res.status(201).json(numberBody(settings.accountSid, own));
  });
  router.get('/IncomingPhoneNumbers/:sid.json', (req, res) => {
    res.json(numberBody(settings.accountSid, numberIn(sidOf(req, 'PN'))));
  });
  router.post('/IncomingPhoneNumbers/:sid.json', (req, res) => {
    const own = numberIn(sidOf(req, 'PN'));
    Object.assign(own, changeIn(bodyOf(req)));
    own.updatedAt = clock.now();
    res.json(numberBody(settings.accountSid, own));
  });
  router.delete('/IncomingPhoneNumbers/:sid.json', (req, res) => {
    numbers.remove(numberIn(sidOf(req, 'PN')).sid);
    res.status(204).end();
  });
  return router;
}

/** What a form says of a number. An empty value clears an address; a missing one leaves it as it is. */
function changeIn(form: Form): Partial<OwnNumber> {
  const change: Partial<OwnNumber> = {};
  const address = (name: string, method: string): string | null => addressIn(form, name, method, 21502)?.url ?? null;
  const friendlyName = form.text('FriendlyName');
  if (friendlyName !== null) change.friendlyName = friendlyName;
  if (form.has('VoiceUrl')) change.voiceUrl = address('VoiceUrl', 'VoiceMethod');
  if (form.has('VoiceFallbackUrl')) change.voiceFallbackUrl = address('VoiceFallbackUrl', 'VoiceFallbackMethod');
  if (form.has('StatusCallback')) change.statusCallback = address('StatusCallback', 'StatusCallbackMethod') ?? '';
  if (form.has('VoiceMethod')) change.voiceMethod = methodIn(form, 'VoiceMethod');
  if (form.has('VoiceFallbackMethod')) change.voiceFallbackMethod = methodIn(form, 'VoiceFallbackMethod');
  if (form.has('StatusCallbackMethod')) change.statusCallbackMethod = methodIn(form, 'StatusCallbackMethod');
  // A number belongs to an application or to a trunk: setting one removes the other.
  if (form.has('TrunkSid')) Object.assign(change, { trunkSid: form.text('TrunkSid'), voiceApplicationSid: null });
  if (form.has('VoiceApplicationSid'))
    Object.assign(change, { voiceApplicationSid: form.text('VoiceApplicationSid'), trunkSid: null });
  return change;
}

function numberBody(accountSid: string, own: OwnNumber): Record<string, unknown> {
  return {
    sid: own.sid,
    account_sid: accountSid,
    friendly_name: own.friendlyName,
    phone_number: own.phoneNumber,
    address_sid: null,
    address_requirements: 'none',
    api_version: '2010-04-01',
    beta: false,
    capabilities: { voice: true, sms: false, mms: false, fax: false },
    date_created: rfc2822(own.createdAt),
    date_updated: rfc2822(own.updatedAt),
    identity_sid: null,
    origin: 'twilio',
    sms_application_sid: null,
    sms_fallback_method: 'POST',
    sms_fallback_url: '',
    sms_method: 'POST',
    sms_url: '',
    status_callback: own.statusCallback,
    status_callback_method: own.statusCallbackMethod,
    trunk_sid: own.trunkSid,
    uri: `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${own.sid}.json`,
    voice_receive_mode: 'voice',
    voice_application_sid: own.voiceApplicationSid,
    voice_caller_id_lookup: false,
    voice_fallback_method: own.voiceFallbackMethod,
    voice_fallback_url: own.voiceFallbackUrl,
    voice_method: own.voiceMethod,
    voice_url: own.voiceUrl,
    emergency_status: 'Inactive',
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    bundle_sid: null,
    status: 'in-use',
    type: 'local',
  };
}
