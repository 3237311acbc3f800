import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultInput } from '../../../sim/carrier/faults/schema.ts';
import { EVERY_EVENT, FROM, QUICK, startBench, type Bench } from './support/bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({
    population: { profiles: { person: { ...QUICK, talkMs: 20_000 } }, default: 'person' },
  });
});
afterEach(() => bench.close());

const order = async (faults: FaultInput[]): Promise<void> => {
  const reply = await fetch(`${bench.carrier.url}/sim/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ faults }),
  });
  expect(reply.status).toBe(201);
};

const TO = '+15550000001';
const create = (more: object = {}): ReturnType<Bench['client']['calls']['create']> =>
  bench.client.calls.create({
    to: TO,
    from: FROM,
    twiml: '<Response><Hangup/></Response>',
    statusCallback: `${bench.app.url}/status`,
    statusCallbackEvent: EVERY_EVENT,
    ...more,
  });
const arrived = (): (string | undefined)[] => bench.app.at('/status').map(({ params }) => params['CallStatus']);
const over = async (): Promise<void> => {
  await bench.carrier.events.next('call-ended');
  await bench.carrier.settled();
};
const failureOf = (request: Promise<unknown>): Promise<unknown> =>
  request.then(
    () => null,
    (cause: unknown) => cause,
  );

describe('faults of callbacks', () => {
  it('[CAR-33] a lost callback never comes, the others keep their numbers', async () => {
    await order([{ kind: 'callback-lost', next: 1, match: { callback: 'status', event: 'answered' } }]);
    await create();
    await over();
    expect(arrived()).toEqual(['initiated', 'ringing', 'completed']);
    expect(bench.app.at('/status').map(({ params }) => params['SequenceNumber'])).toEqual(['0', '1', '3']);
  });

  it('[CAR-33] a duplicated callback comes twice with one idempotency token', async () => {
    await order([{ kind: 'callback-duplicated', match: { event: 'completed' } }]);
    await create();
    await over();
    const twice = (await bench.app.times('/status', 5)).filter(({ params }) => params['CallStatus'] === 'completed');
    expect(twice).toHaveLength(2);
    expect(new Set(twice.map(({ headers }) => headers['i-twilio-idempotency-token'])).size).toBe(1);
  });

  it('[CAR-33] late and reordered callbacks are overtaken', async () => {
    await order([
      { kind: 'callback-reordered', delayMs: 1500, match: { event: 'initiated' } },
      { kind: 'callback-late', delayMs: 3000, match: { event: 'ringing' } },
    ]);
    await create();
    await bench.app.times('/status', 4);
    expect(arrived()).toEqual(['in-progress', 'completed', 'initiated', 'ringing']);
  });

  it('[CAR-33] a callback can come before the answer to the create request', async () => {
    await order([{ kind: 'callback-before-response', next: 1 }]);
    const call = await create();
    expect(arrived()).toContain('initiated');
    expect(bench.app.at('/status')[0]?.params['CallSid']).toBe(call.sid);
    expect(call.status).toBe('queued');
  });
});

describe('faults of the REST interface', () => {
  it('[CAR-34] bursts of 429 leave nothing behind', async () => {
    await order([{ kind: 'too-many-requests', next: 2, match: { operation: 'create' } }]);
    for (const _ of [1, 2]) expect(await failureOf(create())).toMatchObject({ status: 429, code: 20429 });
    expect(await bench.client.calls.list()).toHaveLength(0);
    await create();
    expect(await bench.client.calls.list()).toHaveLength(1);
  });

  it('[CAR-34] a 5xx after acceptance rings the callee all the same', async () => {
    await order([{ kind: 'error-after-acceptance', status: 503, next: 1, match: { operation: 'create' } }]);
    expect(await failureOf(create())).toMatchObject({ status: 503, code: 20500 });
    await over();
    expect(await bench.client.calls.list({ to: TO })).toMatchObject([{ status: 'completed' }]);
  });

  it('[CAR-34] a 5xx before acceptance rings nobody', async () => {
    await order([{ kind: 'error-before-acceptance', next: 1, match: { operation: 'create', toPrefix: '+1555' } }]);
    expect(await failureOf(create())).toMatchObject({ status: 500, code: 20500 });
    expect(await bench.client.calls.list()).toHaveLength(0);
  });

  it('[CAR-34] an answer that never comes in time hides an accepted call', async () => {
    await order([{ kind: 'timeout-after-acceptance', delayMs: 60_000, next: 1 }]);
    const hasty = twilio(bench.carrier.accountSid, bench.carrier.authToken, {
      httpClient: new twilio.RequestClient({ timeout: 1500 }),
    });
    hasty.api.baseUrl = bench.carrier.url;
    const failure = await failureOf(hasty.calls.create({ to: TO, from: FROM, twiml: '<Response/>' }));
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(twilio.RestException);
    await over();
    expect(await bench.client.calls.list({ to: TO })).toHaveLength(1);
  });

  it('[CAR-34] a slow answer is late but right', async () => {
    await order([{ kind: 'slow-answer', delayMs: 400, next: 1, match: { operation: 'create' } }]);
    const before = Date.now();
    const call = await create();
    expect(Date.now() - before).toBeGreaterThanOrEqual(395);
    expect(call.status).toBe('queued');
  });
});

describe('faults of media sockets', () => {
  const twiml = (): string => `<Response><Connect><Stream url="${bench.app.wsUrl}/media"/></Connect></Response>`;

  it('[CAR-35] a dropped socket ends without a farewell, and so does the call', async () => {
    await order([{ kind: 'media-socket-dropped', delayMs: 200, next: 1 }]);
    await create({ twiml: twiml() });
    const peer = await bench.app.peer();
    expect(await peer.closed).toBe(1006);
    expect(peer.of('stop')).toHaveLength(0);
    await over();
    expect(bench.carrier.events.past('stream-violation')).toMatchObject([{ code: 31921 }]);
  });

  it('[CAR-35] a refused socket is reported and the faults are listed with their hits', async () => {
    await order([{ kind: 'media-socket-refused', next: 1 }]);
    await create({ twiml: twiml() });
    await over();
    expect(bench.carrier.events.past('notification')).toMatchObject([{ code: 31902 }]);
    const { faults } = (await (await fetch(`${bench.carrier.url}/sim/faults`)).json()) as { faults: object[] };
    expect(faults).toMatchObject([{ kind: 'media-socket-refused', hits: 1, left: 0 }]);
    expect((await fetch(`${bench.carrier.url}/sim/faults`, { method: 'DELETE' })).status).toBe(204);
    expect((await fetch(`${bench.carrier.url}/sim/faults`, { method: 'POST' })).status).toBe(400);
  });
});

describe('delivery of callbacks', () => {
  const fails = (times: number, status: number): void => {
    let left = times;
    bench.app.answer('/status', () => ({ status: (left -= 1) >= 0 ? status : 204 }));
  };
  const completedOnly = (fragment: string): object => ({
    statusCallback: `${bench.app.url}/status${fragment}`,
    statusCallbackEvent: [],
  });

  it('[CAR-36] without overrides a 500 is lost for good, and noted as 15003', async () => {
    fails(9, 500);
    const call = await create(completedOnly(''));
    await over();
    expect(arrived()).toEqual(['completed']);
    expect(await bench.client.calls(call.sid).notifications.list()).toMatchObject([{ errorCode: '15003' }]);
  });

  it('[CAR-36] rc and rp retry with the same token, and the fragment is neither sent nor signed', async () => {
    fails(2, 503);
    await create(completedOnly('#rc=3&rp=all&ct=2000&rt=5000'));
    await over();
    const tries = bench.app.at('/status');
    expect(tries).toHaveLength(3);
    expect(tries.every(({ isSigned }) => isSigned)).toBe(true);
    expect(new Set(tries.map(({ headers }) => headers['i-twilio-idempotency-token'])).size).toBe(1);
  });

  it('[CAR-36] rp=4xx does not retry a 500, and rt gives up on a slow answer', async () => {
    fails(9, 500);
    await create(completedOnly('#rc=3&rp=4xx'));
    await over();
    expect(arrived()).toEqual(['completed']);
    let slow = true;
    bench.app.answer('/slow', () => {
      const reply = { status: 204, ...(slow ? { delayMs: 1500 } : {}) };
      slow = false;
      return reply;
    });
    await create({ statusCallback: `${bench.app.url}/slow#rt=200&rp=rt&rc=1`, statusCallbackEvent: [] });
    await bench.app.times('/slow', 2);
  });
});

describe('the queue of calls', () => {
  it('[CAR-37] creates are taken at once and released at the account rate', async () => {
    await bench.close();
    bench = await startBench({ cps: 2, population: { profiles: { person: QUICK }, default: 'person' } });
    const calls = await Promise.all(Array.from({ length: 6 }, (_, index) => create({ to: `+1555000010${index}` })));
    const waits = calls.map(({ queueTime }) => Number(queueTime)).sort((a, b) => a - b);
    expect(waits[5]).toBeGreaterThan(0);
    await Promise.all(
      calls.map(({ sid }) => bench.carrier.events.next('call-initiated', ({ callSid }) => callSid === sid)),
    );
    const released = bench.carrier.events.past('call-initiated').map(({ at }) => at);
    expect((released.at(-1) ?? 0) - (released[0] ?? 0)).toBeGreaterThanOrEqual(2400);
  });

  it('[CAR-37] a full queue answers 22005, too many live calls 10004, a canceled call frees its slot', async () => {
    await bench.close();
    bench = await startBench({
      cps: 0.1,
      maxQueueMs: 15_000,
      population: { default: 'p', profiles: { p: QUICK } },
    });
    await create();
    await bench.carrier.events.next('call-initiated');
    const waiting = await create();
    expect(Number(waiting.queueTime)).toBeGreaterThan(8000);
    expect(await failureOf(create())).toMatchObject({ status: 400, code: 22005 });
    await bench.client.calls(waiting.sid).update({ status: 'canceled' });
    expect(bench.carrier.exchange.cps.length).toBe(0);
    const again = await create();
    expect(again.status).toBe('queued');
    await bench.close();
    bench = await startBench({ cps: 0.1, maxConcurrentCalls: 1, population: { default: 'p', profiles: { p: QUICK } } });
    await create();
    expect(await failureOf(create())).toMatchObject({ status: 400, code: 10004 });
  });
});
