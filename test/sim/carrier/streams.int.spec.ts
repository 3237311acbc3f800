import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dominantHz } from '../../../sim/carrier/audio/meter.ts';
import { rmsOf, SOUND_RMS } from '../../../sim/carrier/audio/frames.ts';
import { FROM, QUICK, startBench, type Bench } from './support/bench.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { MediaPeer } from './support/media-peer.ts';

const CALLEE = '+15550000001';
const VOICE_HZ = 330;

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({
    population: {
      profiles: { person: { ...QUICK, voiceHz: VOICE_HZ, talkMs: 20_000, helloMs: 900, pauseMs: 200 } },
      default: 'person',
    },
  });
});
afterEach(() => bench.close());

type Meters = Record<'heard' | 'spoken', { dominantHz: number; soundMs: number; soundRms: number }>;

const connect = async (verbs: (url: string) => string, to = CALLEE): Promise<{ sid: string; peer: MediaPeer }> => {
  const place = bench.app.peers.length;
  const call = await bench.client.calls.create({
    to,
    from: FROM,
    twiml: `<Response>${verbs(bench.app.wsUrl)}</Response>`,
  });
  const peer = await bench.app.peer(place);
  await peer.next('start');
  return { sid: call.sid, peer };
};
const bidirectional = (url: string): string =>
  `<Connect><Stream url="${url}/media/secret" statusCallback="${url.replace('ws:', 'http:')}/stream"><Parameter name="attempt" value="7"/></Stream></Connect>`;

const ended = (sid: string): Promise<unknown> =>
  bench.carrier.events.next('call-ended', ({ callSid }) => callSid === sid);

describe('a bidirectional stream', () => {
  it('[CAR-11] opens with a signed handshake, connected and start', async () => {
    const { sid, peer } = await connect(bidirectional);
    expect(peer).toMatchObject({ path: '/media/secret', isSigned: true });
    expect(peer.headers['user-agent']).toBe('Twilio.TmeWs/1.0');
    expect(peer.headers['origin']).toBeUndefined();
    expect(peer.messages[0]).toEqual({ event: 'connected', protocol: 'Call', version: '1.0.0' });
    expect(peer.messages[1]).toEqual({
      event: 'start',
      sequenceNumber: '1',
      streamSid: peer.streamSid,
      start: {
        accountSid: bench.carrier.accountSid,
        streamSid: peer.streamSid,
        callSid: sid,
        tracks: ['inbound'],
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
        customParameters: { attempt: '7' },
      },
    });
    expect((await bench.app.next('/stream')).params).toMatchObject({
      StreamEvent: 'stream-started',
      StreamSid: peer.streamSid,
      StreamName: peer.streamSid,
      Timestamp: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) as string,
    });
  });

  it('[CAR-12] carries 160 byte frames of the callee without gap, numbered and stamped', async () => {
    const { peer } = await connect(bidirectional);
    await peer.next('media', (message) => Number(message.media?.chunk) >= 60);
    const frames = peer.of('media');
    frames.forEach((frame, index) => {
      expect(frame).toMatchObject({ sequenceNumber: String(index + 2), streamSid: peer.streamSid });
      expect(frame.media).toMatchObject({ track: 'inbound', chunk: String(index + 1), timestamp: String(index * 20) });
      expect(Buffer.from(frame.media?.payload ?? '', 'base64')).toHaveLength(160);
    });
    const hello = peer.heard().subarray(4800, 8000);
    expect(rmsOf(hello)).toBeGreaterThan(SOUND_RMS);
    expect(Math.abs(dominantHz(hello) - VOICE_HZ)).toBeLessThanOrEqual(8);
  });

  it('[CAR-13] what the server sends is heard at the carrier and answered by the callee', async () => {
    const { sid, peer } = await connect(bidirectional);
    peer.sendTone(700, 1500);
    peer.mark('told');
    await peer.next('mark', (message) => message.mark?.name === 'told');
    const meters = async (): Promise<Meters> =>
      (await (await fetch(`${bench.carrier.url}/sim/calls/${sid}/heard`)).json()) as Meters;
    const told = await meters();
    const { heard, spoken } = await waitFor('an answer of the callee', async () => {
      const now = await meters();
      return now.spoken.soundMs > told.spoken.soundMs + 400 && now;
    });
    expect(Math.abs(heard.dominantHz - 700)).toBeLessThanOrEqual(2);
    expect(heard.soundMs).toBeGreaterThanOrEqual(1480);
    expect(heard.soundRms).toBeGreaterThan(4000);
    expect(Math.abs(spoken.dominantHz - VOICE_HZ)).toBeLessThanOrEqual(8);
  });

  it('[CAR-14] a mark comes back when everything before it was played, a clear returns all marks at once', async () => {
    const { peer } = await connect(bidirectional);
    peer.mark('at once');
    await peer.next('mark', (message) => message.mark?.name === 'at once');
    const sentAt = Date.now();
    peer.sendTone(500, 600);
    peer.mark('after 600 ms');
    await peer.next('mark', (message) => message.mark?.name === 'after 600 ms');
    expect(Date.now() - sentAt).toBeGreaterThan(500);
    peer.sendTone(500, 60_000);
    peer.mark('first');
    peer.mark('second');
    peer.sendJson({ event: 'clear', streamSid: peer.streamSid });
    await peer.next('mark', (message) => message.mark?.name === 'second');
    expect(peer.of('mark').map((message) => message.mark?.name)).toEqual([
      'at once',
      'after 600 ms',
      'first',
      'second',
    ]);
  });

  it.each([
    ['a binary frame', 31950, (peer: MediaPeer) => peer.sendRaw(Buffer.from([1, 2, 3]))],
    ['text that is not JSON', 31950, (peer: MediaPeer) => peer.sendRaw('hello')],
    ['an unknown event', 31951, (peer: MediaPeer) => peer.sendJson({ event: 'dtmf', streamSid: peer.streamSid })],
    ['a missing field', 31951, (peer: MediaPeer) => peer.sendJson({ event: 'mark', streamSid: peer.streamSid })],
    [
      'an extra field',
      31951,
      (peer: MediaPeer) => peer.sendJson({ event: 'clear', streamSid: peer.streamSid, now: true }),
    ],
    ['a foreign streamSid', 31951, (peer: MediaPeer) => peer.sendJson({ event: 'clear', streamSid: 'MZ0' })],
    [
      'a payload that is not base64',
      31951,
      (peer: MediaPeer) => peer.sendJson({ event: 'media', streamSid: peer.streamSid, media: { payload: '*' } }),
    ],
    ['eleven minutes of audio', 31931, (peer: MediaPeer) => [0, 1].forEach(() => peer.sendTone(300, 330_000))],
  ])('[CAR-15] %s is reported as %i', async (_, code, violate) => {
    const { sid, peer } = await connect(bidirectional);
    violate(peer);
    await bench.carrier.events.next('stream-violation', (violation) => violation.code === code);
    const { params } = await bench.app.next('/stream', (given) => given['StreamEvent'] === 'stream-error');
    expect(params['StreamError']).toContain(String(code));
    expect(await bench.client.calls(sid).notifications.list()).toMatchObject([{ errorCode: String(code) }]);
    peer.mark('still there');
    if (code !== 31931) await peer.next('mark');
  });

  it('[CAR-16] the server closing the socket resumes the TwiML, and the call ends when nothing is left', async () => {
    const action = bench.app.twiml('/resumed', '<Hangup/>');
    const { sid, peer } = await connect((url) =>
      bidirectional(url).replace('<Connect>', `<Connect action="${action}">`),
    );
    peer.close();
    expect((await bench.app.next('/resumed')).params).toMatchObject({ CallSid: sid, StreamSid: peer.streamSid });
    await ended(sid);
    expect((await bench.app.next('/stream', (params) => params['StreamEvent'] === 'stream-stopped')).isSigned).toBe(
      true,
    );
  });

  it('[CAR-16] hanging up sends stop and closes', async () => {
    const { sid, peer } = await connect(bidirectional);
    await bench.client.calls(sid).update({ status: 'completed' });
    expect(await peer.next('stop')).toMatchObject({
      streamSid: peer.streamSid,
      stop: { accountSid: bench.carrier.accountSid, callSid: sid },
    });
    expect(await peer.closed).toBe(1000);
  });

  it('[CAR-16] a redirect leaves the stream and runs the new document', async () => {
    const { sid, peer } = await connect(bidirectional);
    await bench.client.calls(sid).update({ twiml: '<Response><Say>Good-bye</Say><Hangup/></Response>' });
    await peer.next('stop');
    await bench.carrier.events.next('twiml-verb', ({ verb }) => verb === 'Say');
    await ended(sid);
    expect(bench.carrier.exchange.calls.get(sid)?.heard.read().soundMs).toBeGreaterThan(400);
  });

  it.each([
    ['a refused handshake', 31920, (): string => `${bench.app.wsUrl}/refuse`],
    ['nobody listening', 31902, (): string => 'ws://127.0.0.1:9/media'],
    ['a scheme that is none', 31922, (): string => 'https://127.0.0.1/media'],
    ['an address that is none', 31923, (): string => 'not an address'],
  ])('[CAR-17] %s is reported as %i and the TwiML goes on', async (_, code, url) => {
    const twiml = `<Response><Connect><Stream url="${url()}"/></Connect><Say>Sorry</Say></Response>`;
    const call = await bench.client.calls.create({ to: CALLEE, from: FROM, twiml });
    await bench.carrier.events.next('notification', (notification) => notification.code === code);
    await bench.carrier.events.next('twiml-verb', ({ verb }) => verb === 'Say');
    await ended(call.sid);
  });

  it('[CAR-18] keys the callee presses arrive as dtmf messages', async () => {
    const { sid, peer } = await connect(bidirectional);
    const reply = await fetch(`${bench.carrier.url}/sim/calls/${sid}/digits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ digits: '4#' }),
    });
    expect(reply.status).toBe(200);
    await peer.next('dtmf', (message) => message.dtmf?.digit === '#');
    expect(peer.of('dtmf').map((message) => message.dtmf)).toEqual([
      { track: 'inbound_track', digit: '4' },
      { track: 'inbound_track', digit: '#' },
    ]);
  });
});

describe('a listening stream', () => {
  it('[CAR-19] hears both tracks beside the verbs that follow, and its closing does not touch the call', async () => {
    const { sid, peer } = await connect(
      (url) =>
        `<Start><Stream name="ear" url="${url}/ear" track="both_tracks"/></Start><Play digits="5"/><Pause length="30"/>`,
    );
    await peer.next('media', (message) => Number(message.media?.chunk) >= 80);
    expect(
      peer
        .of('media')
        .slice(0, 4)
        .map((message) => message.media?.track),
    ).toEqual(['inbound', 'outbound', 'inbound', 'outbound']);
    expect(rmsOf(peer.heard('outbound').subarray(0, 640))).toBeGreaterThan(SOUND_RMS);
    peer.close();
    await bench.carrier.events.next('stream-stopped', ({ callSid }) => callSid === sid);
    expect((await bench.client.calls(sid).fetch()).status).toBe('in-progress');
  });

  it('[CAR-19] is started and stopped over REST', async () => {
    const call = await bench.client.calls.create({
      to: CALLEE,
      from: FROM,
      twiml: '<Response><Pause length="30"/></Response>',
    });
    await bench.carrier.events.next('call-answered', ({ callSid }) => callSid === call.sid);
    const stream = await bench.client.calls(call.sid).streams.create({
      url: `${bench.app.wsUrl}/rest`,
      name: 'rest',
      'parameter1.name': 'a',
      'parameter1.value': 'b',
    });
    const peer = await bench.app.peer();
    expect((await peer.next('start')).start).toMatchObject({ streamSid: stream.sid, customParameters: { a: 'b' } });
    expect((await bench.client.calls(call.sid).streams('rest').update({ status: 'stopped' })).status).toBe('stopped');
    await peer.next('stop');
  });
});
