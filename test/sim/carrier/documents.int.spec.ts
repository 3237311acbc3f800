import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FROM, QUICK, startBench, type Bench } from './support/bench.ts';

const CALLEE = '+15550000001';
const OTHER = '+15550000002';

let bench: Bench;
beforeAll(async () => {
  const person = { ...QUICK, talkMs: 20_000 };
  bench = await startBench({
    population: {
      callees: {
        [CALLEE]: person,
        [OTHER]: person,
        '+15550000005': { ...person, presses: [{ afterMs: 300, digits: '42#' }] },
      },
    },
  });
});
afterAll(() => bench.close());

const place = async (orders: object, to = CALLEE): Promise<string> =>
  (await bench.client.calls.create({ to, from: FROM, ...orders })).sid;
const run = (verbs: string, to?: string): Promise<string> => place({ twiml: `<Response>${verbs}</Response>` }, to);
const ended = (sid: string): Promise<unknown> =>
  bench.carrier.events.next('call-ended', ({ callSid }) => callSid === sid);
const answered = (sid: string): Promise<unknown> =>
  bench.carrier.events.next('call-answered', ({ callSid }) => callSid === sid);
const codes = async (sid: string): Promise<string[]> =>
  (await bench.client.calls(sid).notifications.list()).map(({ errorCode }) => errorCode);
const farParty = (sid: string, act: string): Promise<unknown> =>
  fetch(`${bench.carrier.url}/sim/calls/${sid}/${act}`, { method: 'POST' });

describe('documents', () => {
  it.each([
    ['an attribute nobody knows', '<Pause lenght="9"/>', '12200'],
    ['an element where none belongs', '<Gather timeout="0"><Dial/></Gather>', '12200'],
    ['an attribute nobody knows, further in', '<Dial timeout="1"><Conference beeb="true"/></Dial>', '12200'],
    ['a relative action, which inline TwiML cannot resolve', '<Record action="/next" playBeep="false"/>', '11100'],
  ])('[CAR-31] %s is noted and ignored', async (_, verbs, code) => {
    const sid = await run(verbs);
    await bench.carrier.events.next('notification', (noted) => noted.callSid === sid);
    expect(await codes(sid)).toContain(code);
    await farParty(sid, 'hangup');
    await ended(sid);
  });

  it.each([
    ['more than 64 kB', { type: 'text/xml', body: `<Response><!--${'x'.repeat(70_000)}--></Response>` }, '11750'],
    ['a circle of redirects', { status: 302, headers: { location: '/wrong' } }, '11215'],
    [
      'a document that leads to itself without a sound',
      { type: 'text/xml', body: '<Response><Redirect/></Response>' },
      '11215',
    ],
  ])('[CAR-31] %s ends the call with its code', async (_, answer, code) => {
    bench.app.answer('/wrong', answer);
    const before = bench.app.at('/wrong').length;
    const sid = await place({ url: `${bench.app.url}/wrong` });
    await ended(sid);
    expect(await codes(sid)).toEqual([code]);
    expect(bench.app.at('/wrong').length - before).toBeLessThan(150);
  });

  it('[CAR-45] what was noted is listed by call and by account, and can be fetched alone', async () => {
    const sid = await run('<Dance/>');
    await ended(sid);
    const [listed] = await bench.client.calls(sid).notifications.list();
    const alone = await bench.client
      .calls(sid)
      .notifications(listed?.sid ?? '')
      .fetch();
    expect(alone).toMatchObject({ callSid: sid, errorCode: '12200', log: '1' });
    expect((await bench.client.api.v2010.accounts(bench.carrier.accountSid).notifications(alone.sid).fetch()).sid).toBe(
      alone.sid,
    );
    const other = await run('<Hangup/>');
    await expect(bench.client.calls(other).notifications(alone.sid).fetch()).rejects.toMatchObject({ code: 20404 });
  });

  it('[CAR-26] Gather names the key that finished it, and none when the number of digits did', async () => {
    const action = bench.app.twiml('/keys', '<Hangup/>');
    const byKey = await run(`<Gather action="${action}"/>`, '+15550000005');
    const first = await bench.app.next('/keys', ({ CallSid }) => CallSid === byKey);
    expect(first.params).toMatchObject({ Digits: '42', FinishedOnKey: '#' });
    const byCount = await run(`<Gather action="${action}" numDigits="2"/>`, '+15550000005');
    const second = await bench.app.next('/keys', ({ CallSid }) => CallSid === byCount);
    expect(second.params).toMatchObject({ Digits: '42', FinishedOnKey: '' });
  });

  it.each([
    ['what is no number', '<Number>nobody</Number>', '', '13223'],
    ['a caller id that is none', `<Number>${OTHER}</Number>`, 'callerId="me"', '13247'],
  ])('[CAR-28] %s is not dialed', async (_, noun, attribute, code) => {
    const action = bench.app.twiml('/undialed', '<Hangup/>');
    const sid = await run(`<Dial action="${action}" ${attribute}>${noun}</Dial>`);
    const { params } = await bench.app.next('/undialed', ({ CallSid }) => CallSid === sid);
    expect(params).toMatchObject({ DialCallStatus: 'failed' });
    expect(await codes(sid)).toEqual([code]);
    expect(await bench.client.calls.list({ parentCallSid: sid })).toEqual([]);
  });
});

describe('meetings', () => {
  it('[CAR-29] tells who left and why, how it ended, and takes a label once', async () => {
    const room = (label: string, host: boolean): string =>
      `<Dial><Conference participantLabel="${label}" endConferenceOnExit="${host}" statusCallback="${bench.app.url}/office" statusCallbackEvent="join leave end">office</Conference></Dial>`;
    const left = (sid: string): Promise<{ params: Record<string, string> }> =>
      bench.app.next(
        '/office',
        (params) => params['StatusCallbackEvent'] === 'participant-leave' && params['CallSid'] === sid,
      );
    const host = await run(room('host', true));
    await bench.app.next('/office', ({ CallSid }) => CallSid === host);
    const guest = await run(room('guest', false), OTHER);
    await bench.app.next('/office', ({ CallSid }) => CallSid === guest);
    const double = await run(room('guest', false));
    await ended(double);
    expect(await codes(double)).toEqual(['16025']);
    const mover = await run(room('mover', false));
    await bench.app.next('/office', ({ CallSid }) => CallSid === mover);
    await bench.client.calls(mover).update({ twiml: '<Response><Hangup/></Response>' });
    expect((await left(mover)).params).toMatchObject({ ReasonParticipantLeft: 'participant_updated_via_api' });
    await farParty(host, 'hangup');
    expect((await left(host)).params).toMatchObject({
      ReasonParticipantLeft: 'participant_hung_up',
      ParticipantCallStatus: 'completed',
      ParticipantLabel: 'host',
    });
    expect((await left(guest)).params).toMatchObject({
      ReasonParticipantLeft: 'moderator_ended_conference',
      EndConferenceOnExit: 'false',
    });
    const end = await bench.app.next('/office', (params) => params['StatusCallbackEvent'] === 'conference-end');
    expect(end.params).toMatchObject({
      CallSidEndingConference: host,
      ReasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
    });
  });

  it('[CAR-30] tells of a caller who hung up, was redirected, or found the queue full', async () => {
    const action = `${bench.app.url}/dequeued`;
    bench.app.answer('/empty', { status: 404 });
    const enqueue = (more = ''): string =>
      `<Enqueue action="${action}" waitUrl="${bench.app.url}/empty" ${more}>slow</Enqueue>`;
    const result = async (sid: string): Promise<string | undefined> =>
      (await bench.app.next('/dequeued', ({ CallSid }) => CallSid === sid)).params['QueueResult'];
    const patient = await run(enqueue());
    await bench.app.next('/empty', ({ CallSid }) => CallSid === patient);
    const late = await run(enqueue('maxQueueSize="1"'), OTHER);
    expect(await result(late)).toBe('queue-full');
    const moved = await run(enqueue(), OTHER);
    await bench.app.next('/empty', ({ CallSid }) => CallSid === moved);
    await bench.client.calls(moved).update({ twiml: '<Response><Hangup/></Response>' });
    expect(await result(moved)).toBe('redirected');
    // A waiting document that cannot be had is asked for again, but once a second.
    await bench.app.times('/empty', 4);
    const asked = bench.app.at('/empty').filter(({ params }) => params['CallSid'] === patient);
    const gaps = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(800);
    await answered(patient);
    await farParty(patient, 'hangup');
    expect(await result(patient)).toBe('hangup');
  });
});
