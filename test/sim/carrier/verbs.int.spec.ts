import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeMulaw } from '../../../sim/carrier/audio/mulaw.ts';
import { wavHeader } from '../../../sim/carrier/recording/wav-file.ts';
import { waitFor } from '../../support/wait-for.ts';
import { EVERY_EVENT, FROM, QUICK, startBench, type Bench } from './support/bench.ts';

const OWN = '+15005550100';
const ALICE = { number: '+15550000001', hz: 300 };
const BOB = { number: '+15550000002', hz: 440 };
const CAROL = { number: '+15550000003', hz: 560 };

let bench: Bench;
beforeAll(async () => {
  const person = { ...QUICK, talkMs: 20_000, helloMs: 1200, pauseMs: 100, answerMs: 1200 };
  bench = await startBench({
    population: {
      profiles: { person, busy: { ...QUICK, outcomes: { busy: 1 } } },
      callees: {
        [ALICE.number]: { profile: 'person', voiceHz: ALICE.hz },
        [BOB.number]: { profile: 'person', voiceHz: BOB.hz },
        [CAROL.number]: { profile: 'person', voiceHz: CAROL.hz },
        '+15550000004': { profile: 'busy' },
        '+15550000005': { profile: 'person', presses: [{ afterMs: 300, digits: '42#' }] },
        'client:desk': { profile: 'person', voiceHz: 650 },
      },
      numbers: [{ phoneNumber: OWN }],
    },
  });
});
afterAll(() => bench.close());

const place = async (verbs: string, to = ALICE.number, more: object = {}): Promise<string> =>
  (await bench.client.calls.create({ to, from: FROM, twiml: `<Response>${verbs}</Response>`, ...more })).sid;
const ended = (sid: string): Promise<{ status: string }> =>
  bench.carrier.events.next('call-ended', ({ callSid }) => callSid === sid);
const hangUp = async (sid: string): Promise<void> =>
  void (await bench.client.calls(sid).update({ status: 'completed' }));
const meters = (sid: string): { heardHz: number | null; soundMs: number } => {
  const heard = bench.carrier.exchange.calls.get(sid)?.heard.read();
  return { heardHz: heard?.dominantHz ?? null, soundMs: heard?.soundMs ?? 0 };
};
const hears = (sid: string, hz: number): Promise<unknown> =>
  waitFor(`${hz} Hz on the line`, () => Math.abs((meters(sid).heardHz ?? 0) - hz) < 12);
const control = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return (await (await fetch(`${bench.carrier.url}/sim${path}`, init)).json()) as Record<string, unknown>;
};

describe('TwiML', () => {
  it('[CAR-25] Say, Play and Pause are heard in their order and time', async () => {
    const samples = Int16Array.from(
      { length: 16_000 },
      (_, index) => 9000 * Math.sin((2 * Math.PI * 880 * index) / 16_000),
    );
    const data = Buffer.from(samples.buffer);
    const header = wavHeader('pcm16', 1, data.length);
    header.writeUInt32LE(16_000, 24);
    bench.app.answer('/tone.wav', { type: 'audio/x-wav', body: Buffer.concat([header, data]) });
    bench.app.answer('/tone.ulaw', { type: 'audio/basic', body: Buffer.from(encodeMulaw(samples.subarray(0, 800))) });
    const sid = await place(`<Say>Hello</Say><Pause length="1"/><Play>${bench.app.url}/tone.wav</Play>`);
    await hears(sid, 880);
    await ended(sid);
    const call = await bench.client.calls(sid).fetch();
    expect(Number(call.duration)).toBeGreaterThanOrEqual(2);
    const ulaw = await place(`<Play loop="3">${bench.app.url}/tone.ulaw</Play>`);
    await ended(ulaw);
    expect(meters(ulaw).soundMs).toBe(300);
    const missing = await place(`<Play>${bench.app.url}/nowhere.wav</Play><Say>after</Say>`);
    bench.app.answer('/nowhere.wav', { status: 404 });
    await ended(missing);
    expect(await bench.client.calls(missing).notifications.list()).toMatchObject([{ errorCode: '11200' }]);
  });

  it('[CAR-26] Gather collects the digits pressed and hands them to its action', async () => {
    const action = bench.app.twiml('/gathered', '<Hangup/>');
    const sid = await place(
      `<Gather action="${action}" timeout="3"><Say loop="0">press</Say></Gather><Say>none</Say>`,
      '+15550000005',
    );
    expect((await bench.app.next('/gathered')).params).toMatchObject({
      CallSid: sid,
      Digits: '42',
      CallStatus: 'in-progress',
    });
    await ended(sid);
    const silent = await place(
      `<Gather action="${action}" timeout="1"/><Redirect>${bench.app.twiml('/nothing', '<Hangup/>')}</Redirect>`,
    );
    expect((await bench.app.next('/nothing')).params['CallSid']).toBe(silent);
  });

  it('[CAR-27] Record keeps what the caller says and tells the action', async () => {
    const action = bench.app.twiml('/recorded', '<Hangup/>');
    const sid = await place(`<Record action="${action}" timeout="1" playBeep="false"/>`);
    const { params } = await bench.app.next('/recorded');
    expect(params).toMatchObject({ CallSid: sid, RecordingDuration: expect.stringMatching(/^[1-9]/) as string });
    await bench.carrier.events.next('recording-completed', ({ callSid }) => callSid === sid);
    expect(await bench.client.recordings(params['RecordingSid'] ?? '').fetch()).toMatchObject({
      source: 'RecordVerb',
      channels: 1,
    });
  });

  it('[CAR-28] Dial joins two legs, records both, and reports how it went', async () => {
    const action = bench.app.twiml('/dialed', '<Hangup/>');
    const sid = await place(
      `<Dial action="${action}" record="record-from-answer-dual" callerId="${OWN}"><Number statusCallback="${bench.app.url}/leg" statusCallbackEvent="initiated answered completed">${BOB.number}</Number></Dial>`,
    );
    const { callSid: leg } = await bench.carrier.events.next(
      'call-answered',
      ({ callSid }) => callSid !== sid && bench.carrier.exchange.calls.get(callSid)?.parentCallSid === sid,
    );
    await hears(sid, BOB.hz);
    await hears(leg, ALICE.hz);
    expect(await bench.client.calls.list({ parentCallSid: sid })).toMatchObject([
      { sid: leg, direction: 'outbound-dial', from: OWN },
    ]);
    await control(`/calls/${leg}/hangup`, {});
    expect((await bench.app.next('/dialed')).params).toMatchObject({
      DialCallStatus: 'completed',
      DialCallSid: leg,
      DialBridged: 'true',
    });
    expect((await bench.app.times('/leg', 3)).map(({ params }) => params['ParentCallSid'])).toEqual([sid, sid, sid]);
    await bench.carrier.events.next('recording-completed', ({ callSid }) => callSid === sid);
    expect(await bench.client.calls(sid).recordings.list()).toMatchObject([{ source: 'DialVerb', channels: 2 }]);
  });

  it('[CAR-28] a busy callee and an unknown client are reported, a registered client answers', async () => {
    const action = bench.app.twiml('/outcome', '<Hangup/>');
    const busy = await place(`<Dial action="${action}"><Number>+15550000004</Number></Dial>`);
    expect((await bench.app.next('/outcome', ({ CallSid }) => CallSid === busy)).params['DialCallStatus']).toBe('busy');
    const nobody = await place(`<Dial action="${action}"><Client>nobody</Client></Dial>`);
    expect((await bench.app.next('/outcome', ({ CallSid }) => CallSid === nobody)).params['DialCallStatus']).toBe(
      'failed',
    );
    const desk = await place('<Dial><Client>desk</Client></Dial>');
    await hears(desk, 650);
    await hangUp(desk);
    const legs = await bench.client.calls.list({ parentCallSid: desk });
    await ended(legs[0]?.sid ?? '');
  });

  it('[CAR-29] a conference starts with two, everyone hears the others, and ends with its host', async () => {
    const room = (host: boolean): string =>
      `<Dial><Conference endConferenceOnExit="${host}" waitUrl="" statusCallback="${bench.app.url}/room" statusCallbackEvent="start end join leave">floor</Conference></Dial>`;
    const host = await place(room(true), ALICE.number);
    await bench.app.next(
      '/room',
      (params) => params['CallSid'] === host && params['StatusCallbackEvent'] === 'participant-join',
    );
    const guest = await place(room(false), BOB.number);
    await hears(guest, ALICE.hz);
    await hears(host, BOB.hz);
    const third = await place(room(false), CAROL.number);
    await hears(host, CAROL.hz);
    await hangUp(host);
    await Promise.all([ended(guest), ended(third)]);
    const end = await bench.app.next('/room', (params) => params['StatusCallbackEvent'] === 'conference-end');
    expect(end.params).toMatchObject({ FriendlyName: 'floor', CallSidEndingConference: host });
    const names = bench.app.at('/room').map(({ params }) => params['StatusCallbackEvent']);
    expect(names.filter((name) => name === 'participant-leave')).toHaveLength(3);
    expect(names.filter((name) => name === 'conference-start')).toHaveLength(1);
  });

  it('[CAR-30] a queued caller waits by document and is taken by Dial Queue', async () => {
    const waitUrl = bench.app.twiml('/waiting', '<Play digits="1"/><Pause length="1"/>');
    const action = bench.app.twiml('/left', '<Hangup/>');
    const queued = await place(`<Enqueue waitUrl="${waitUrl}" action="${action}">sales</Enqueue>`);
    await bench.app.times('/waiting', 2);
    expect(bench.app.at('/waiting')[0]?.params).toMatchObject({ QueuePosition: '1', CurrentQueueSize: '1' });
    const taker = await place('<Dial><Queue>sales</Queue></Dial>', BOB.number);
    await hears(taker, ALICE.hz);
    await hears(queued, BOB.hz);
    await hangUp(taker);
    expect((await bench.app.next('/left')).params).toMatchObject({ CallSid: queued, QueueResult: 'bridged' });
    const leaving = bench.app.twiml('/leaving', '<Leave/>');
    const impatient = await place(`<Enqueue waitUrl="${leaving}" action="${action}">sales</Enqueue>`);
    expect((await bench.app.next('/left', ({ CallSid }) => CallSid === impatient)).params['QueueResult']).toBe('leave');
  });

  it('[CAR-31] a document that fails is asked for at the fallback; unknown verbs and bad XML are noted', async () => {
    bench.app.answer('/broken', { status: 500 });
    const fallbackUrl = bench.app.twiml('/fallback', '<Dance/><Hangup/>');
    const broken = await bench.client.calls.create({
      to: ALICE.number,
      from: FROM,
      url: `${bench.app.url}/broken`,
      fallbackUrl,
    });
    const { params, isSigned } = await bench.app.next('/fallback');
    expect(params).toMatchObject({ ErrorCode: '11200', ErrorUrl: `${bench.app.url}/broken` });
    expect(isSigned).toBe(true);
    await ended(broken.sid);
    const codes = async (sid: string): Promise<string[]> =>
      (await bench.client.calls(sid).notifications.list()).map(({ errorCode }) => errorCode);
    expect(await codes(broken.sid)).toEqual(['12200', '11200']);
    const malformed = await place('<Say>');
    await ended(malformed);
    expect(await codes(malformed)).toEqual(['12100']);
    bench.app.answer('/json', { type: 'application/json', body: '{}' });
    const json = await bench.client.calls.create({ to: ALICE.number, from: FROM, url: `${bench.app.url}/json` });
    await ended(json.sid);
    expect(await codes(json.sid)).toEqual(['12300']);
    const events = await bench.client.calls(json.sid).events.list();
    expect(events.length).toBe(1);
  });
});

describe('inbound calls', () => {
  it('[CAR-32] a caller rings an own number, its document answers and both are heard', async () => {
    const [own] = await bench.client.incomingPhoneNumbers.list({ phoneNumber: OWN });
    const voiceUrl = bench.app.twiml('/inbound', `<Connect><Stream url="${bench.app.wsUrl}/inbound"/></Connect>`);
    await bench.client
      .incomingPhoneNumbers(own?.sid ?? '')
      .update({ voiceUrl, statusCallback: `${bench.app.url}/inbound-status` });
    const { sid } = await control('/inbound', { from: BOB.number, to: OWN, talkMs: 1500 });
    const { params } = await bench.app.next('/inbound');
    expect(params).toMatchObject({
      CallSid: sid,
      Direction: 'inbound',
      CallStatus: 'ringing',
      From: BOB.number,
      To: OWN,
    });
    await (
      await bench.app.peer(bench.app.peers.length === 0 ? 0 : bench.app.peers.length - 1)
    ).next('media', (message) => Number(message.media?.chunk) > 20);
    const { params: last } = await bench.app.next('/inbound-status');
    expect(last).toMatchObject({ CallSid: sid, CallStatus: 'completed' });
    expect(await control('/inbound', { from: BOB.number, to: '+15005550199' })).toHaveProperty('error');
  });

  it('[CAR-32] a rejected caller was never answered', async () => {
    const [own] = await bench.client.incomingPhoneNumbers.list({ phoneNumber: OWN });
    const voiceUrl = bench.app.twiml('/reject', '<Reject reason="busy"/>');
    await bench.client.incomingPhoneNumbers(own?.sid ?? '').update({ voiceUrl });
    const { sid } = await control('/inbound', { from: BOB.number, to: OWN });
    expect((await ended(String(sid))).status).toBe('busy');
    expect(await bench.client.calls(String(sid)).fetch()).toMatchObject({
      direction: 'inbound',
      duration: null,
      price: null,
    });
  });
});

it('[CAR-6] all events of a call redirected to a document are signed', async () => {
  const url = bench.app.twiml('/voice?with=query', '<Hangup/>');
  bench.app.twiml('/voice', '<Hangup/>');
  const call = await bench.client.calls.create({
    to: ALICE.number,
    from: FROM,
    url,
    method: 'GET',
    statusCallback: `${bench.app.url}/got`,
    statusCallbackMethod: 'GET',
    statusCallbackEvent: EVERY_EVENT,
  });
  await ended(call.sid);
  const all = [
    await bench.app.next('/voice', ({ CallSid }) => CallSid === call.sid),
    ...(await bench.app.times('/got', 4)),
  ];
  expect(all.map(({ method, isSigned }) => ({ method, isSigned }))).toEqual(
    all.map(() => ({ method: 'GET', isSigned: true })),
  );
});
