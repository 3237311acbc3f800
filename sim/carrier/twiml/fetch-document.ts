import { callParams } from '../exchange/call-params.ts';
import type { Address, Call } from '../exchange/call.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { MAX_REPLY_BYTES } from '../webhooks/webhooks.ts';
import { withoutFragment, type Params } from '../webhooks/sign.ts';
import { parseTwiml, type TwimlNode } from './parse.ts';

export type FetchedDocument =
  { ok: true; verbs: readonly TwimlNode[]; url: string } | { ok: false; code: number; url: string };

const MAX_REDIRECTS = 5;
const XML_TYPES = /^(text\/xml|application\/xml|text\/html)\b/i;

/** Asks the application what to do. Every way this can fail has its code in the call's notifications. */
export async function fetchDocument(
  exchange: Exchange,
  call: Call,
  address: Address,
  extra: Params,
): Promise<FetchedDocument> {
  let { url, method } = address;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const params: Params = [...callParams(call), ...extra];
    const reply = await exchange.webhooks.ask({
      kind: 'twiml',
      event: call.status,
      callSid: call.sid,
      to: call.to,
      url,
      method,
      params,
    });
    if (reply.kind === 'no-connection') return { ok: false, code: 11205, url };
    if (reply.kind === 'no-reply' || reply.status >= 400) return { ok: false, code: 11200, url };
    if (reply.status >= 300 && reply.location !== null && URL.canParse(reply.location, url)) {
      url = new URL(reply.location, withoutFragment(url)).href;
      method = 'GET';
      continue;
    }
    return readDocument(exchange, call, reply, withoutFragment(url));
  }
  exchange.notifications.add(call.sid, 11215, 'HTTP too many redirects', url);
  return { ok: false, code: 11215, url };
}

function readDocument(
  exchange: Exchange,
  call: Call,
  reply: { status: number; contentType: string; body: Buffer },
  url: string,
): FetchedDocument {
  const refuse = (code: number, text: string): FetchedDocument => {
    exchange.notifications.add(call.sid, code, text, url);
    return { ok: false, code, url };
  };
  if (reply.body.length > MAX_REPLY_BYTES) return refuse(11750, 'TwiML response body too large');
  // No content is a document without verbs: the call ends.
  if (reply.status === 204 || reply.body.length === 0) return { ok: true, verbs: [], url };
  if (/^audio\//i.test(reply.contentType)) {
    return { ok: true, verbs: [{ name: 'Play', attributes: {}, children: [], text: url }], url };
  }
  if (!XML_TYPES.test(reply.contentType)) return refuse(12300, 'Invalid Content-Type');
  const parsed = parseTwiml(reply.body.toString('utf8'));
  return parsed.ok
    ? { ok: true, verbs: parsed.verbs, url }
    : refuse(12100, `Document parse failure: ${parsed.because}`);
}
