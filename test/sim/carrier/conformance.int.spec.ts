import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FROM, QUICK, startBench, type Bench } from './support/bench.ts';
import { checkAgainstDocument, type HttpRecord } from './support/openapi.ts';

let bench: Bench;
let record: HttpRecord;
beforeAll(async () => {
  bench = await startBench({ population: { default: 'talker', profiles: { talker: QUICK } } });
  const { carrier, client } = bench;
  const { sid } = await client.calls.create({ to: '+15550000001', from: FROM, twiml: '<Response/>' });
  await carrier.events.next('call-ended', ({ callSid }) => callSid === sid);
  const url = new URL(`${carrier.url}/2010-04-01/Accounts/${carrier.accountSid}/Calls.json?PageSize=5`);
  const authorization = `Basic ${Buffer.from(`${carrier.accountSid}:${carrier.authToken}`).toString('base64')}`;
  const reply = await fetch(url, { headers: { authorization } });
  record = { method: 'get', url, form: new URLSearchParams(), status: reply.status, body: await reply.json() };
});
afterAll(() => bench.close());

type Body = { calls: Record<string, unknown>[] } & Record<string, unknown>;
const twisted = (twist: (body: Body, item: Record<string, unknown>) => void): HttpRecord => {
  const body = structuredClone(record.body) as Body;
  const [item = {}] = body.calls;
  twist(body, item);
  return { ...record, body };
};

describe('the published document', () => {
  it('[CAR-43] is asked about every request the SDK makes', async () => {
    const before = bench.http.checked;
    await bench.client.calls.list({ pageSize: 5 });
    await bench.client
      .calls('CA00000000000000000000000000000000')
      .fetch()
      .catch(() => undefined);
    expect(bench.http.checked - before).toBe(2);
    expect(() => checkAgainstDocument(record)).not.toThrow();
  });

  it.each<[string, (body: Body, item: Record<string, unknown>) => unknown]>([
    ['a field too few', (_, item) => delete item['queue_time']],
    ['a field too many', (_, item) => (item['extra'] = null)],
    ['a word that is no status', (_, item) => (item['status'] = 'initiated')],
    ['a number where a text belongs', (_, item) => (item['duration'] = 5)],
    ['a SID that is none', (_, item) => (item['sid'] = 'CA1')],
    ['a date of another form', (_, item) => (item['date_created'] = '2026-11-24T00:00:00Z')],
    ['a page without its size', (body) => delete body['page_size']],
    ['a page with a second list', (body) => (body['meta'] = {})],
  ])('[CAR-43] does not know %s', (_, twist) => {
    expect(() => checkAgainstDocument(twisted(twist))).toThrow();
  });

  it('[CAR-43] knows neither other paths, other answers, nor other fields of a request', () => {
    const { url } = record;
    expect(() => checkAgainstDocument({ ...record, url: new URL(url.href.replace('Calls', 'Cells')) })).toThrow();
    expect(() => checkAgainstDocument({ ...record, url: new URL(`${url.href}&startTime=2026-11-24`) })).toThrow();
    expect(() => checkAgainstDocument({ ...record, status: 201 })).toThrow();
    expect(() => checkAgainstDocument({ ...record, status: 404, body: { code: 20404, status: 404 } })).toThrow();
  });
});
