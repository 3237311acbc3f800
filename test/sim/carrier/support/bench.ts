import twilio from 'twilio';
import type { RequestOptions } from 'twilio/lib/base/RequestClient.js';
import type Response from 'twilio/lib/http/response.js';
import { startCarrier, type Carrier } from '../../../../sim/carrier/server.ts';
import type { CarrierOptions } from '../../../../sim/carrier/settings.ts';
import { Receiver } from './receiver.ts';
import { checkAgainstDocument } from './openapi.ts';

/** The SDK as published; only the host of its requests is exchanged. Everything said is checked on the way. */
class CheckingClient extends twilio.RequestClient {
  readonly #base: string;
  checked = 0;

  constructor(base: string) {
    super({ timeout: 8000 });
    this.#base = base;
  }

  override async request<TData>(options: RequestOptions<TData>): Promise<Response.default<TData>> {
    const url = new URL(options.uri);
    const uri = this.#base + url.pathname + url.search;
    const reply = await super.request({ ...options, uri });
    for (const [name, value] of Object.entries((options.params ?? {}) as Record<string, unknown>))
      url.searchParams.append(name, String(value));
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(options.data ?? {})) {
      for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) form.append(name, String(item));
    }
    const text: unknown = reply.body;
    const body: unknown = typeof text === 'string' && text !== '' ? JSON.parse(text) : text;
    checkAgainstDocument({ method: options.method, url, form, status: reply.statusCode, body });
    this.checked += 1;
    return reply;
  }
}

export interface Bench {
  carrier: Carrier;
  client: twilio.Twilio;
  http: CheckingClient;
  app: Receiver;
  close(): Promise<void>;
}

/** Quick habits, so that a test waits for nothing but what it is about. */
export const QUICK = { dialMs: 30, ringMs: 60 } as const;
export const FROM = '+15005550006';
export const EVERY_EVENT = ['initiated', 'ringing', 'answered', 'completed'];

export async function startBench(options: CarrierOptions = {}): Promise<Bench> {
  const carrier = await startCarrier({ port: 0, cps: 100, processingMs: 30, ...options });
  const app = new Receiver(carrier.authToken);
  await app.start();
  const http = new CheckingClient(carrier.url);
  const client = twilio(carrier.accountSid, carrier.authToken, { httpClient: http });
  return {
    carrier,
    client,
    http,
    app,
    async close() {
      await carrier.close();
      await app.stop();
    },
  };
}
