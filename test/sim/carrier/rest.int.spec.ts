import twilio from 'twilio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FROM, QUICK, startBench, type Bench } from './support/bench.ts';

const HANGUP = '<Response><Hangup/></Response>';
const TALK = '<Response><Pause length="30"/></Response>';
const OWN = '+15005550100';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench({
    population: {
      profiles: { talker: { ...QUICK, talkMs: 60_000 }, ringing: { outcomes: { no_answer: 1 }, ...QUICK } },
      rules: [
        { prefix: '+1555', profiles: 'talker' },
        { prefix: '+1666', profiles: 'ringing' },
      ],
      callees: { '+15550009999': { refuseCode: 21215 } },
      numbers: [{ phoneNumber: OWN, friendlyName: 'first' }],
    },
  });
});
afterAll(() => bench.close());

const refusal = async (request: Promise<unknown>): Promise<{ status: number; code: number }> => {
  const error: unknown = await request.then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(twilio.RestException);
  const { status, code } = error as { status: number; code: number };
  return { status, code };
};

describe('calls over REST', () => {
  it('[CAR-1] a call is created, fetched, ended and listed by the official SDK', async () => {
    const { client, carrier } = bench;
    const call = await client.calls.create({ to: '+15550000001', from: FROM, twiml: TALK });
    expect(call).toMatchObject({
      status: 'queued',
      direction: 'outbound-api',
      duration: null,
      price: null,
      answeredBy: null,
    });
    await carrier.events.next('call-answered', ({ callSid }) => callSid === call.sid);
    expect((await client.calls(call.sid).fetch()).status).toBe('in-progress');
    await client.calls(call.sid).update({ status: 'completed' });
    const ended = await client.calls(call.sid).fetch();
    expect(ended).toMatchObject({ status: 'completed', priceUnit: 'USD' });
    expect(ended.duration).toMatch(/^\d+$/);
    expect(await refusal(client.calls(call.sid).update({ status: 'completed' }))).toEqual({ status: 400, code: 21220 });
  });

  it('[CAR-1] a ringing call is canceled, an answered one is not', async () => {
    const { client, carrier } = bench;
    const ringing = await client.calls.create({ to: '+16660000001', from: FROM, twiml: TALK });
    await carrier.events.next('call-ringing', ({ callSid }) => callSid === ringing.sid);
    expect(await refusal(client.calls(ringing.sid).update({ twiml: HANGUP }))).toEqual({ status: 400, code: 21220 });
    expect((await client.calls(ringing.sid).update({ status: 'canceled' })).status).toBe('canceled');
    const talking = await client.calls.create({ to: '+15550000002', from: FROM, twiml: TALK });
    await carrier.events.next('call-answered', ({ callSid }) => callSid === talking.sid);
    expect(await refusal(client.calls(talking.sid).update({ status: 'canceled' }))).toEqual({
      status: 400,
      code: 21220,
    });
    await client.calls(talking.sid).update({ status: 'completed' });
    expect(await client.calls(talking.sid).remove()).toBe(true);
    expect(await refusal(client.calls(talking.sid).fetch())).toEqual({ status: 404, code: 20404 });
  });

  it('[CAR-2] lists page by token, filter by number, status and time, and are newest first', async () => {
    const { client, carrier } = bench;
    const to = '+15550000077';
    const before = new Date(Date.now() - 60_000);
    const made: string[] = [];
    for (let count = 0; count < 7; count += 1)
      made.push((await client.calls.create({ to, from: FROM, twiml: HANGUP })).sid);
    await Promise.all(made.map((sid) => carrier.events.next('call-ended', ({ callSid }) => callSid === sid)));
    const listed = await client.calls.list({ to, pageSize: 3 });
    expect(listed.map(({ sid }) => sid)).toEqual(made.toReversed());
    expect(await client.calls.list({ to, status: 'completed', startTimeAfter: before })).toHaveLength(7);
    expect(await client.calls.list({ to, startTimeBefore: before })).toHaveLength(0);
    expect(await client.calls.list({ to, status: 'busy' })).toHaveLength(0);
    const first = await client.calls.page({ to, pageSize: 3 });
    const second = await first.nextPage();
    const back = await second?.previousPage();
    expect(back?.instances.map(({ sid }) => sid)).toEqual(first.instances.map(({ sid }) => sid));
  });

  it.each([
    ['no Url and no Twiml', { twiml: '' }, 21205],
    ['a number that is none', { to: '12' }, 21211],
    ['a caller id that is none', { from: 'anyone' }, 21212],
    ['Twiml of more than 4000 characters', { twiml: `<Response>${' '.repeat(4000)}</Response>` }, 32018],
    ['a relative Url', { url: '/voice', twiml: '' }, 21205],
    ['a callback host with an underscore', { statusCallback: 'http://my_host.example/' }, 21205],
    ['a silence timeout out of range', { machineDetection: 'Enable', machineDetectionSilenceTimeout: 100 }, 21234],
    ['a mode of machine detection that is none', { machineDetection: 'Maybe' }, 21234],
    ['digits that are none', { sendDigits: 'xyz' }, 21206],
    ['a timeout beyond 600 seconds', { timeout: 601 }, 21208],
    ['an application', { applicationSid: 'AP00000000000000000000000000000000' }, 21218],
    ['a number the carrier does not route', { to: '+15550009999' }, 21215],
  ])('[CAR-3] %s is refused with its code', async (_, wrong, code) => {
    const create = bench.client.calls.create({ to: '+15550000003', from: FROM, twiml: HANGUP, ...wrong });
    expect(await refusal(create)).toEqual({ status: 400, code });
  });

  it('[CAR-3] missing To and From have codes of their own', async () => {
    const post = async (body: string): Promise<unknown> => {
      const { accountSid, authToken, url } = bench.carrier;
      const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
      const reply = await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Calls.json`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body,
      });
      return reply.json();
    };
    expect(await post('From=%2B15005550006')).toMatchObject({ code: 21201, status: 400 });
    expect(await post('To=%2B15550000001')).toMatchObject({ code: 21213, status: 400 });
  });

  it.each([
    ['an address that is no text', 'GET', '/Calls/%ZZ.json', undefined, 400],
    ['a body of two megabytes', 'POST', '/Calls.json', `To=${'1'.repeat(2_000_000)}`, 413],
  ])('[CAR-3] %s is the sender’s fault', async (_, method, path, body, status) => {
    const { accountSid, authToken, url } = bench.carrier;
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
    const init = { method, headers: { authorization }, ...(body === undefined ? {} : { body }) };
    const reply = await fetch(`${url}/2010-04-01/Accounts/${accountSid}${path}`, init);
    expect([reply.status, await reply.json()]).toMatchObject([status, { code: 20001, status }]);
  });

  it('[CAR-3] a number whose settings are wrong is neither bought nor changed in part', async () => {
    const { client } = bench;
    const wrong = { voiceUrl: 'https://app.example/new', statusCallback: 'nowhere' };
    const phoneNumber = '+15005550133';
    expect(await refusal(client.incomingPhoneNumbers.create({ phoneNumber, ...wrong }))).toEqual({
      status: 400,
      code: 21502,
    });
    expect(await client.incomingPhoneNumbers.list({ phoneNumber })).toEqual([]);
    const [own] = await client.incomingPhoneNumbers.list({ phoneNumber: OWN });
    const change = client.incomingPhoneNumbers(own?.sid ?? '').update(wrong);
    expect(await refusal(change)).toEqual({ status: 400, code: 21502 });
    expect((await client.incomingPhoneNumbers(own?.sid ?? '').fetch()).voiceUrl).toBe(own?.voiceUrl);
  });

  it('[CAR-4] a wrong token or a foreign account is turned away', async () => {
    const { carrier, http } = bench;
    const stranger = twilio(carrier.accountSid, 'wrong', { httpClient: http });
    expect(await refusal(stranger.calls.list({ limit: 1 }))).toEqual({ status: 401, code: 20003 });
    const other = twilio(carrier.accountSid, carrier.authToken, { httpClient: http });
    expect(
      await refusal(other.api.v2010.accounts('AC99999999999999999999999999999999').calls.list({ limit: 1 })),
    ).toEqual({
      status: 404,
      code: 20404,
    });
    expect((await other.api.v2010.accounts(carrier.accountSid).fetch()).status).toBe('active');
  });
});

describe('own numbers over REST', () => {
  it('[CAR-5] numbers are listed, bought, changed and given back', async () => {
    const { client } = bench;
    const [first] = await client.incomingPhoneNumbers.list({ phoneNumber: OWN });
    expect(first).toMatchObject({ phoneNumber: OWN, friendlyName: 'first', voiceUrl: null });
    const bought = await client.incomingPhoneNumbers.create({
      phoneNumber: '+15005550101',
      voiceUrl: 'https://app.example/voice',
    });
    const changed = await client
      .incomingPhoneNumbers(bought.sid)
      .update({ voiceMethod: 'GET', friendlyName: 'second' });
    expect(changed).toMatchObject({
      voiceUrl: 'https://app.example/voice',
      voiceMethod: 'GET',
      friendlyName: 'second',
    });
    expect((await client.incomingPhoneNumbers(bought.sid).fetch()).capabilities.voice).toBe(true);
    expect(await client.incomingPhoneNumbers(bought.sid).remove()).toBe(true);
    expect(await refusal(client.incomingPhoneNumbers(bought.sid).fetch())).toEqual({ status: 404, code: 20404 });
  });
});
