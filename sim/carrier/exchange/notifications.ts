import { rfc2822 } from '../dates.ts';
import { newSid } from '../sid.ts';

export interface Notification {
  sid: string;
  callSid: string | null;
  code: number;
  /** 0 error, 1 warning, as in the account's log. */
  log: '0' | '1';
  text: string;
  requestUrl: string | null;
  at: number;
}

const KEPT = 10_000;

/** The account's error log. */
export class Notifications {
  readonly #now: () => number;
  readonly #onAdd: (notification: Notification) => void;
  readonly #list: Notification[] = [];

  constructor(now: () => number, onAdd: (notification: Notification) => void) {
    this.#now = now;
    this.#onAdd = onAdd;
  }

  add(callSid: string | null, code: number, text: string, requestUrl: string | null = null): void {
    const notification: Notification = {
      sid: newSid('NO'),
      callSid,
      code,
      log: WARNINGS.has(code) ? '1' : '0',
      text,
      requestUrl,
      at: this.#now(),
    };
    this.#list.push(notification);
    if (this.#list.length > KEPT) this.#list.shift();
    this.#onAdd(notification);
  }

  get(sid: string): Notification | null {
    return this.#list.find((entry) => entry.sid === sid) ?? null;
  }

  /** Newest first. */
  list(callSid?: string): Notification[] {
    return this.#list.filter((entry) => callSid === undefined || entry.callSid === callSid).toReversed();
  }
}

const WARNINGS = new Set([12200, 12300, 32019, 13201]);

export function notificationBody(accountSid: string, entry: Notification, nested: boolean): Record<string, unknown> {
  const folder = nested ? `/Calls/${entry.callSid}/Notifications/` : '/Notifications/';
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    call_sid: entry.callSid,
    date_created: rfc2822(entry.at),
    date_updated: rfc2822(entry.at),
    error_code: String(entry.code),
    log: entry.log,
    message_date: rfc2822(entry.at),
    message_text: new URLSearchParams({ Msg: entry.text, ErrorCode: String(entry.code) }).toString(),
    more_info: `https://www.twilio.com/docs/errors/${entry.code}`,
    request_method: 'POST',
    request_url: entry.requestUrl ?? '',
    sid: entry.sid,
    uri: `/2010-04-01/Accounts/${accountSid}${folder}${entry.sid}.json`,
  };
}

/** One notification alone also has what was sent and answered; this log does not keep it. */
export function notificationDetails(accountSid: string, entry: Notification, nested: boolean): Record<string, unknown> {
  return {
    ...notificationBody(accountSid, entry, nested),
    request_variables: '',
    response_body: '',
    response_headers: '',
  };
}
