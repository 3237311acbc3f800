import { rfc2822OrNull } from '../dates.ts';
import type { Call } from '../exchange/call.ts';

const SUBRESOURCES = {
  notifications: 'Notifications',
  recordings: 'Recordings',
  payments: 'Payments',
  events: 'Events',
  siprec: 'Siprec',
  streams: 'Streams',
  transcriptions: 'Transcriptions',
  user_defined_message_subscriptions: 'UserDefinedMessageSubscriptions',
  user_defined_messages: 'UserDefinedMessages',
} as const;

/** What a minute costs here; the amount is invented, its form is not. */
const PRICE_PER_MINUTE = 0.014;

/** Numbers are strings, dates are RFC 2822, what is not known yet is null. */
export function callBody(call: Call, isNew = false): Record<string, unknown> {
  const folder = `/2010-04-01/Accounts/${call.accountSid}/Calls/${call.sid}`;
  const minutes = Math.ceil((call.durationS ?? 0) / 60);
  const billed = call.isOver && call.answeredAt !== null;
  return {
    sid: call.sid,
    // The answer to the create request does not know its own dates yet.
    date_created: isNew ? null : rfc2822OrNull(call.createdAt),
    date_updated: isNew ? null : rfc2822OrNull(call.updatedAt),
    parent_call_sid: call.parentCallSid,
    account_sid: call.accountSid,
    to: call.to,
    to_formatted: formatted(call.to),
    from: call.from,
    from_formatted: formatted(call.from),
    phone_number_sid: call.phoneNumberSid,
    status: call.status,
    start_time: rfc2822OrNull(call.startedAt),
    end_time: rfc2822OrNull(call.endedAt),
    duration: call.durationS === null ? null : String(call.durationS),
    price: billed ? (-minutes * PRICE_PER_MINUTE).toFixed(5) : null,
    price_unit: billed ? 'USD' : null,
    direction: call.direction,
    answered_by: call.answeredBy,
    api_version: '2010-04-01',
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: String(call.queueMs),
    trunk_sid: null,
    uri: `${folder}.json`,
    subresource_uris: Object.fromEntries(
      Object.entries(SUBRESOURCES).map(([name, path]) => [name, `${folder}/${path}.json`]),
    ),
  };
}

/** North American numbers are shown the American way; others as they are. */
function formatted(number: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : number;
}
