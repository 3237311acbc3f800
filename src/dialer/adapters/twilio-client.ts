import { Agent } from 'node:http';
import twilio from 'twilio';
import type { Twilio } from 'twilio';
import type { RequestOptions } from 'twilio/lib/base/RequestClient.js';
import type Response from 'twilio/lib/http/response.js';

export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** Accepted on callbacks while tokens are being rotated. */
  readonly authTokenSecondary?: string;
  /** Any server that speaks the same contract, instead of api.twilio.com. */
  readonly apiBase?: string;
  /** Default 28 s: the carrier may take 26 s to answer a create, and giving up sooner only makes work for reconciling. */
  readonly requestTimeoutMs?: number;
}

const defaultRequestTimeoutMs = 28_000;
const maxSockets = 50;

/** Sends what was meant for the vendor's host to another one; everything else is the SDK's. */
class RepointedClient extends twilio.RequestClient {
  readonly #base: URL;

  constructor(base: string, timeoutMs: number) {
    super({ timeout: timeoutMs, maxSockets });
    this.#base = new URL(base);
    this.axios.defaults.httpAgent = new Agent({ keepAlive: true, maxSockets });
  }

  override request<TData>(options: RequestOptions<TData>): Promise<Response.default<TData>> {
    const uri = new URL(options.uri);
    uri.protocol = this.#base.protocol;
    uri.host = this.#base.host;
    return super.request({ ...options, uri: uri.toString() });
  }
}

export function makeTwilioClient(account: TwilioAccount): Twilio {
  const timeout = account.requestTimeoutMs ?? defaultRequestTimeoutMs;
  const httpClient =
    account.apiBase === undefined
      ? new twilio.RequestClient({ timeout, maxSockets })
      : new RepointedClient(account.apiBase, timeout);
  // autoRetry stays off: the SDK cannot tell a create that was taken from one that was not.
  return twilio(account.accountSid, account.authToken, { httpClient, timeout });
}
