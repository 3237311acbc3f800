import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERY_EVENT, FROM, QUICK, startBench, type Bench } from './support/bench.ts';
import type { Received } from './support/receiver.ts';

const TALK = '<Response><Pause length="60"/></Response>';

let bench: Bench;
beforeAll(async () => {
  const only = (outcome: string, more: object = {}): object => ({ ...QUICK, outcomes: { [outcome]: 1 }, ...more });
  bench = await startBench({
    population: {
      profiles: {
        person: only('answer', { helloMs: 600, talkMs: 2500 }),
        patient: only('answer', { helloMs: 600, talkMs: 30_000 }),
        machine: only('machine', { greetingMs: 3200 }),
        longMachine: only('machine', { greetingMs: 2600, beep: false }),
        fax: only('fax'),
        silent: only('false_answer', { falseAnswerMs: 8000 }),
        sit: only('vacant_announcement', { announcementMs: 2000 }),
        vacant: only('vacant'),
        busy: only('busy'),
        noAnswer: only('no_answer'),
        rejected: only('rejected'),
        off: only('powered_off'),
        congested: only('failed', { sipCode: 503 }),
      },
      callees: Object.fromEntries(
        [
          'person',
          'machine',
          'longMachine',
          'fax',
          'silent',
          'sit',
          'vacant',
          'busy',
          'noAnswer',
          'rejected',
          'off',
          'congested',
          'patient',
        ].map((profile, index) => [`+1555000${String(index).padStart(4, '0')}`, { profile }]),
      ),
    },
  });
});
afterAll(() => bench.close());

const NUMBERS = {
  person: 0,
  machine: 1,
  longMachine: 2,
  fax: 3,
  silent: 4,
  sit: 5,
  vacant: 6,
  busy: 7,
  noAnswer: 8,
  rejected: 9,
  off: 10,
  congested: 11,
  patient: 12,
};
const numberOf = (name: keyof typeof NUMBERS): string => `+1555000${String(NUMBERS[name]).padStart(4, '0')}`;

let calls = 0;
const place = async (name: keyof typeof NUMBERS, more: object = {}): Promise<{ sid: string; path: string }> => {
  const path = `/status/${(calls += 1)}`;
  const call = await bench.client.calls.create({
    to: numberOf(name),
    from: FROM,
    twiml: TALK,
    statusCallback: `${bench.app.url}${path}?attempt=1`,
    statusCallbackEvent: EVERY_EVENT,
    timeout: 1,
    ...more,
  });
  return { sid: call.sid, path };
};

const byOrder = (received: Received[]): Received[] =>
  received.toSorted((a, b) => Number(a.params['SequenceNumber']) - Number(b.params['SequenceNumber']));

describe('how a call goes', () => {
  it('[CAR-6] an answered call reports initiated, ringing, answered and completed, signed and counted', async () => {
    const { sid, path } = await place('person');
    const events = byOrder(await bench.app.times(path, 4));
    expect(events.map(({ params }) => params['CallStatus'])).toEqual([
      'initiated',
      'ringing',
      'in-progress',
      'completed',
    ]);
    expect(events.map(({ params }) => params['SequenceNumber'])).toEqual(['0', '1', '2', '3']);
    expect(events.every(({ isSigned }) => isSigned)).toBe(true);
    expect(new Set(events.map(({ headers }) => headers['i-twilio-idempotency-token'])).size).toBe(4);
    expect(events[3]?.params).toMatchObject({
      CallSid: sid,
      AccountSid: bench.carrier.accountSid,
      From: FROM,
      Caller: FROM,
      To: numberOf('person'),
      Called: numberOf('person'),
      Direction: 'outbound-api',
      ApiVersion: '2010-04-01',
      CallbackSource: 'call-progress-events',
      Duration: '1',
      SipResponseCode: '200',
    });
    expect(events[3]?.params['CallDuration']).toMatch(/^[23]$/);
    expect(events[0]?.params['Timestamp']).toMatch(/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} \+0000$/);
    expect(events[0]?.headers).toMatchObject({
      'user-agent': 'TwilioProxy/1.1',
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    });
  });

  it('[CAR-6] without events named only the end is called back, with sequence number 0', async () => {
    const { path } = await place('vacant', { statusCallbackEvent: [] });
    expect((await bench.app.next(path)).params).toMatchObject({ CallStatus: 'failed', SequenceNumber: '0' });
  });

  it.each([
    ['vacant', 'failed', '404', false],
    ['busy', 'busy', '486', false],
    ['noAnswer', 'no-answer', '487', true],
    ['rejected', 'no-answer', '603', true],
    ['off', 'no-answer', '480', false],
    ['congested', 'failed', '503', false],
  ] as const)('[CAR-7] %s ends as %s with SIP %s', async (name, status, sip, rings) => {
    const { sid, path } = await place(name);
    const { params } = await bench.app.next(path, (given) => given['CallStatus'] === status);
    expect(params).toMatchObject({ SipResponseCode: sip, CallDuration: '0' });
    expect(params['Duration']).toBeUndefined();
    expect(await bench.client.calls(sid).fetch()).toMatchObject({ status, duration: null, price: null });
    await bench.carrier.settled();
    expect(bench.app.at(path).some((event) => event.params['CallStatus'] === 'ringing')).toBe(rings);
  });

  it('[CAR-8] a call ends at its TimeLimit, with 32015 in its notifications', async () => {
    const { sid, path } = await place('patient', { timeLimit: 1 });
    await bench.app.next(path, (params) => params['CallStatus'] === 'completed');
    expect(await bench.client.calls(sid).notifications.list()).toMatchObject([{ errorCode: '32015', log: '0' }]);
  });

  it('[CAR-8] a TimeLimit set later counts from the answer too', async () => {
    const { sid, path } = await place('patient');
    await bench.carrier.events.next('call-answered', ({ callSid }) => callSid === sid);
    await bench.client.calls(sid).update({ timeLimit: 1 });
    await bench.app.next(path, (params) => params['CallStatus'] === 'completed');
    expect(await bench.client.calls(sid).notifications.list()).toMatchObject([{ errorCode: '32015' }]);
  });
});

describe('answering machine detection', () => {
  const asynchronous = (mode: string): object => ({
    machineDetection: mode,
    asyncAmd: 'true',
    asyncAmdStatusCallback: `${bench.app.url}/amd`,
    machineDetectionSilenceTimeout: 2000,
  });

  it.each([
    ['person', 'Enable', 'human'],
    ['machine', 'Enable', 'machine_start'],
    ['machine', 'DetectMessageEnd', 'machine_end_beep'],
    ['longMachine', 'DetectMessageEnd', 'machine_end_silence'],
    ['fax', 'Enable', 'fax'],
    ['silent', 'Enable', 'unknown'],
    ['sit', 'Enable', 'machine_start'],
  ] as const)('[CAR-9] %s with %s is told to be %s, from what is heard', async (name, mode, verdict) => {
    const { sid } = await place(name, asynchronous(mode));
    const { params, isSigned } = await bench.app.next('/amd', (given) => given['CallSid'] === sid);
    expect(params).toEqual({
      CallSid: sid,
      AccountSid: bench.carrier.accountSid,
      AnsweredBy: verdict,
      MachineDetectionDuration: expect.stringMatching(/^\d+$/) as string,
    });
    expect(isSigned).toBe(true);
    expect((await bench.client.calls(sid).fetch()).answeredBy).toBe(verdict);
    await bench.carrier.events.next('call-answered', ({ callSid }) => callSid === sid);
  });

  it('[CAR-10] the synchronous form holds the TwiML back until the verdict and passes it on', async () => {
    const url = bench.app.twiml('/after-amd', '<Hangup/>');
    const { sid } = await place('person', { twiml: undefined, url, machineDetection: 'Enable' });
    const { params } = await bench.app.next('/after-amd', (given) => given['CallSid'] === sid);
    expect(params).toMatchObject({ AnsweredBy: 'human', CallStatus: 'in-progress' });
    expect(Number(params['MachineDetectionDuration'])).toBeGreaterThan(1200);
  });

  it('[CAR-10] a call that ends before the verdict has none', async () => {
    const { sid } = await place('silent', asynchronous('Enable'));
    await bench.carrier.events.next('call-answered', ({ callSid }) => callSid === sid);
    await bench.client.calls(sid).update({ status: 'completed' });
    await bench.carrier.settled();
    expect(bench.app.at('/amd').some(({ params }) => params['CallSid'] === sid)).toBe(false);
  });

  it('[CAR-10] SendDigits switches machine detection off', async () => {
    const { sid } = await place('person', { ...asynchronous('Enable'), sendDigits: '1w2' });
    await bench.carrier.events.next('call-ended', ({ callSid }) => callSid === sid);
    expect((await bench.client.calls(sid).fetch()).answeredBy).toBeNull();
  });
});
