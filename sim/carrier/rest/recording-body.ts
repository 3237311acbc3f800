import { rfc2822 } from '../dates.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { RecordingRecord } from '../recording/record.ts';

/** A recording below its call. The duration is null until it is known. */
export function callRecordingBody(record: RecordingRecord): Record<string, unknown> {
  const { track, ...shared } = sharedBody(record);
  return {
    ...shared,
    track,
    price: null,
    uri: `/2010-04-01/Accounts/${record.accountSid}/Calls/${record.callSid}/Recordings/${record.sid}.json`,
  };
}

/** The same recording in the account's list: it has a media address and no track. */
export function accountRecordingBody(exchange: Exchange, record: RecordingRecord): Record<string, unknown> {
  const { track: _track, ...shared } = sharedBody(record);
  const uri = `/2010-04-01/Accounts/${record.accountSid}/Recordings/${record.sid}`;
  return {
    ...shared,
    price: null,
    uri: `${uri}.json`,
    subresource_uris: { add_on_results: `${uri}/AddOnResults.json`, transcriptions: `${uri}/Transcriptions.json` },
    media_url: exchange.recordings.mediaUrl(record),
  };
}

function sharedBody(record: RecordingRecord): Record<string, unknown> & { track: string } {
  return {
    sid: record.sid,
    account_sid: record.accountSid,
    api_version: '2010-04-01',
    call_sid: record.callSid,
    conference_sid: record.conferenceSid,
    date_created: rfc2822(record.createdAt),
    date_updated: rfc2822(record.updatedAt),
    start_time: rfc2822(record.startedAt),
    duration: record.durationS === null ? null : String(record.durationS),
    price_unit: 'USD',
    status: record.status,
    channels: record.channels,
    source: record.source,
    error_code: record.errorCode,
    encryption_details: null,
    track: record.track,
  };
}
