import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { rfc2822 } from '../dates.ts';
import type { CarrierEvents } from '../events.ts';
import type { FaultDesk } from '../faults/fault-desk.ts';
import { exchangeHttp, type HttpReply } from './http-exchange.ts';
import { retryPolicyOf, type RetryPolicy } from './retry-policy.ts';
import { signatureOf, signedUrl, withoutFragment, type Params } from './sign.ts';

export interface Webhook {
  /** status, amd, recording, stream, twiml, dial, conference: the word faults match on. */
  kind: string;
  event: string;
  callSid: string;
  to: string;
  url: string;
  method: 'GET' | 'POST';
  params: Params;
}

/** One request with its answer, as listed by the call's Events resource. */
export interface WebhookTrace {
  request: { method: string; url: string; parameters: Record<string, string> };
  response: {
    response_code: number;
    request_duration: number;
    content_type: string;
    response_body: string;
    date_created: string;
  };
}

export interface WebhookDeps {
  authToken: string;
  signHttpsPort: boolean;
  clock: Clock;
  events: CarrierEvents;
  faults: FaultDesk;
  trace(callSid: string, trace: WebhookTrace): void;
  /** Notes an error on the call, as the account's notifications show it. */
  note(callSid: string, code: number, url: string): void;
}

/** TwiML answers above this are refused with 11750. */
export const MAX_REPLY_BYTES = 64 * 1024;
const LATE_MS = 3000;
const REORDER_MS = 400;

export class Webhooks {
  readonly #deps: WebhookDeps;
  readonly #underway = new Set<Promise<unknown>>();

  constructor(deps: WebhookDeps) {
    this.#deps = deps;
  }

  /** Sends a callback whose answer nobody waits for. Faults of delivery strike here. */
  fire(webhook: Webhook): Promise<void> {
    const { events, faults } = this.#deps;
    const occasion = { callback: webhook.kind, event: webhook.event, to: webhook.to, callSid: webhook.callSid };
    events.emit('callback-fired', { callSid: webhook.callSid, kind: webhook.kind, event: webhook.event });
    if (faults.strikes('callback-lost', occasion)) return Promise.resolve();
    const late = faults.strikes('callback-late', occasion);
    const reordered = faults.strikes('callback-reordered', occasion);
    const twice = faults.strikes('callback-duplicated', occasion);
    const waitMs = (late ? (late.delayMs ?? LATE_MS) : 0) + (reordered ? (reordered.delayMs ?? REORDER_MS) : 0);
    const token = randomUUID();
    const deliveries = [this.#deliverAfter(waitMs, webhook, token)];
    if (twice) deliveries.push(this.#deliverAfter(waitMs + (twice.delayMs ?? 50), webhook, token));
    return Promise.all(deliveries).then(() => undefined);
  }

  /** Asks for TwiML: the answer matters, so delivery faults do not apply. */
  async ask(webhook: Webhook): Promise<HttpReply> {
    const delivery = this.#deliver(webhook, randomUUID());
    return this.#track(delivery);
  }

  /** Resolves when everything on the way has been answered or given up. */
  async settled(): Promise<void> {
    while (this.#underway.size > 0) await Promise.allSettled([...this.#underway]);
  }

  #deliverAfter(ms: number, webhook: Webhook, token: string): Promise<unknown> {
    if (ms === 0) return this.#track(this.#deliver(webhook, token));
    // What is held back is under way too.
    return this.#track(
      new Promise((resolve) => {
        this.#deps.clock.after(ms, () => resolve(this.#deliver(webhook, token)));
      }),
    );
  }

  #track<T>(delivery: Promise<T>): Promise<T> {
    this.#underway.add(delivery);
    const forget = (): void => void this.#underway.delete(delivery);
    delivery.then(forget, forget);
    return delivery;
  }

  async #deliver(webhook: Webhook, token: string): Promise<HttpReply> {
    const policy = retryPolicyOf(webhook.url);
    const startedAt = this.#deps.clock.now();
    for (let attempt = 0; ; attempt += 1) {
      const spent = this.#deps.clock.now() - startedAt;
      const reply = await this.#once(webhook, token, policy, Math.max(1, policy.totalMs - spent));
      const verdict = verdictOf(reply);
      if (verdict === 'fine') {
        const status = reply.kind === 'reply' ? reply.status : 0;
        this.#deps.events.emit('callback-delivered', { ...subject(webhook), status, attempt });
        return reply;
      }
      const again =
        attempt < policy.retries && policy.on.has(verdict) && this.#deps.clock.now() - startedAt < policy.totalMs;
      if (again) continue;
      this.#deps.events.emit('callback-failed', { ...subject(webhook), because: verdict });
      this.#deps.note(webhook.callSid, errorCodeOf(webhook.kind, verdict), withoutFragment(webhook.url));
      return reply;
    }
  }

  async #once(webhook: Webhook, token: string, policy: RetryPolicy, leftMs: number): Promise<HttpReply> {
    const startedAt = this.#deps.clock.now();
    const { url, signature, body, userInfo } = this.#compose(webhook);
    if (!url) return { kind: 'no-connection' };
    const headers: Record<string, string> = {
      'User-Agent': 'TwilioProxy/1.1',
      Accept: '*/*',
      'X-Twilio-Signature': signature,
      'I-Twilio-Idempotency-Token': token,
    };
    if (userInfo !== null) headers['Authorization'] = `Basic ${Buffer.from(userInfo).toString('base64')}`;
    if (body !== null) {
      headers['Content-Type'] = 'application/x-www-form-urlencoded; charset=UTF-8';
      headers['Content-Length'] = String(Buffer.byteLength(body));
    }
    const reply = await exchangeHttp({
      url,
      method: webhook.method,
      headers,
      body,
      connectMs: Math.min(policy.connectMs, leftMs),
      readMs: Math.min(policy.readMs, leftMs),
      maxBytes: MAX_REPLY_BYTES,
    });
    this.#deps.trace(webhook.callSid, traceOf(webhook, url, reply, startedAt, this.#deps.clock.now()));
    return reply;
  }

  #compose(webhook: Webhook): { url: URL | null; signature: string; body: string | null; userInfo: string | null } {
    const { authToken, signHttpsPort } = this.#deps;
    const form = new URLSearchParams(webhook.params.map(([key, value]): [string, string] => [key, value])).toString();
    const bare = withoutFragment(webhook.url);
    const target = webhook.method === 'POST' ? bare : `${bare}${bare.includes('?') ? '&' : '?'}${form}`;
    const signature = signatureOf(
      authToken,
      signedUrl(target, signHttpsPort),
      webhook.method === 'POST' ? webhook.params : [],
    );
    const url = URL.canParse(target) ? new URL(target) : null;
    const userInfo =
      url && url.username !== '' ? `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` : null;
    if (url) {
      url.username = '';
      url.password = '';
    }
    return { url, signature, body: webhook.method === 'POST' ? form : null, userInfo };
  }
}

const subject = ({ callSid, kind, event }: Webhook): { callSid: string; kind: string; event: string } => ({
  callSid,
  kind,
  event,
});

function verdictOf(reply: HttpReply): 'fine' | '4xx' | '5xx' | 'ct' | 'rt' {
  if (reply.kind === 'no-connection') return 'ct';
  if (reply.kind === 'no-reply') return 'rt';
  if (reply.status >= 500) return '5xx';
  return reply.status >= 400 ? '4xx' : 'fine';
}

/** TwiML requests report 11200/11205; callbacks report 15002 (no answer) or 15003 (4xx, 5xx). */
function errorCodeOf(kind: string, verdict: '4xx' | '5xx' | 'ct' | 'rt'): number {
  if (kind === 'twiml') return verdict === 'ct' ? 11205 : 11200;
  return verdict === '4xx' || verdict === '5xx' ? 15003 : 15002;
}

function traceOf(webhook: Webhook, url: URL, reply: HttpReply, from: number, to: number): WebhookTrace {
  const answered = reply.kind === 'reply';
  return {
    request: { method: webhook.method, url: url.href, parameters: Object.fromEntries(webhook.params) },
    response: {
      response_code: answered ? reply.status : 0,
      request_duration: Math.round(to - from),
      content_type: answered ? reply.contentType : '',
      response_body: answered ? reply.body.toString('utf8').slice(0, 2000) : '',
      date_created: rfc2822(to),
    },
  };
}
