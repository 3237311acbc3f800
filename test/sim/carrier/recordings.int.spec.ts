import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SOUND_RMS, rmsOf } from '../../../sim/carrier/audio/frames.ts';
import { decodeMulaw } from '../../../sim/carrier/audio/mulaw.ts';
import { dominantHz } from '../../../sim/carrier/audio/meter.ts';
import { startCarrier } from '../../../sim/carrier/server.ts';
import type { CarrierOptions } from '../../../sim/carrier/settings.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FROM, QUICK, startBench, type Bench } from './support/bench.ts';
import type { MediaPeer } from './support/media-peer.ts';

const CALLEE = '+15550000001';
const VOICE_HZ = 330;
const AGENT_HZ = 700;
const population: CarrierOptions['population'] = {
  profiles: { person: { ...QUICK, voiceHz: VOICE_HZ, talkMs: 20_000, helloMs: 900, pauseMs: 200, answerMs: 800 } },
  default: 'person',
};

let bench: Bench;
const start = async (options: CarrierOptions = {}): Promise<void> => {
  await bench.close();
  bench = await startBench({ population, ...options });
};
beforeEach(async () => {
  bench = await startBench({ population });
});
afterEach(() => bench.close());

interface Wav {
  format: number;
  channels: Int16Array[];
}

const readWav = (file: Buffer): Wav => {
  expect(file.toString('latin1', 0, 4)).toBe('RIFF');
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
  expect(file.readUInt32LE(24)).toBe(8000);
  const format = file.readUInt16LE(20);
  const count = file.readUInt16LE(22);
  const data = file.subarray(58);
  expect(file.readUInt32LE(54)).toBe(data.length);
  const samples =
    format === 7
      ? decodeMulaw(data)
      : Int16Array.from({ length: data.length / 2 }, (_, index) => data.readInt16LE(index * 2));
  const channels = Array.from({ length: count }, (_, channel) =>
    samples.filter((_sample, index) => index % count === channel),
  );
  return { format, channels };
};

/** The half second with the most sound in it. */
const loudest = (samples: Int16Array): Int16Array => {
  let best = samples.subarray(0, 4000);
  for (let at = 0; at + 4000 <= samples.length; at += 400) {
    const window = samples.subarray(at, at + 4000);
    if (rmsOf(window) > rmsOf(best)) best = window;
  }
  return best;
};
const toneOf = (samples: Int16Array | undefined): number => dominantHz(loudest(samples ?? new Int16Array(0)));
const isNear = (hz: number, wanted: number): void => expect(Math.abs(hz - wanted), `${hz} Hz`).toBeLessThanOrEqual(10);

const media = async (recordingSid: string, ending = ''): Promise<Response> =>
  fetch(`${bench.carrier.url}/2010-04-01/Accounts/${bench.carrier.accountSid}/Recordings/${recordingSid}${ending}`);

/** A talk in which first the callee, then the agent is heard. */
const talk = async (more: object): Promise<{ sid: string; peer: MediaPeer }> => {
  const call = await bench.client.calls.create({
    to: CALLEE,
    from: FROM,
    twiml: `<Response><Connect><Stream url="${bench.app.wsUrl}/media"/></Connect></Response>`,
    recordingStatusCallback: `${bench.app.url}/recording`,
    ...more,
  });
  const peer = await bench.app.peer();
  await peer.next('media', (message) => Number(message.media?.chunk) >= 70);
  peer.sendTone(AGENT_HZ, 900);
  peer.mark('said');
  await peer.next('mark');
  return { sid: call.sid, peer };
};

const finish = async (sid: string): Promise<Record<string, string>> => {
  await bench.client.calls(sid).update({ status: 'completed' });
  const { params, isSigned } = await bench.app.next(
    '/recording',
    (given) => given['RecordingStatus'] !== 'in-progress',
  );
  expect(isSigned).toBe(true);
  return params;
};

describe('recordings', () => {
  it('[CAR-20] two channels hold the callee first and the account second', async () => {
    const { sid } = await talk({ record: true, recordingChannels: 'dual', trim: 'do-not-trim' });
    const params = await finish(sid);
    expect(params).toMatchObject({
      CallSid: sid,
      RecordingStatus: 'completed',
      RecordingChannels: '2',
      RecordingSource: 'OutboundAPI',
      RecordingTrack: 'both',
    });
    const reply = await fetch(params['RecordingUrl'] ?? '');
    expect(reply.headers.get('content-type')).toBe('audio/x-wav');
    const { format, channels } = readWav(Buffer.from(await reply.arrayBuffer()));
    expect(format).toBe(1);
    isNear(toneOf(channels[0]), VOICE_HZ);
    isNear(toneOf(channels[1]), AGENT_HZ);
    expect(rmsOf(loudest(channels[1] ?? new Int16Array(0)))).toBeGreaterThan(4000);
    const [listed] = await bench.client.calls(sid).recordings.list();
    expect(listed).toMatchObject({
      sid: params['RecordingSid'],
      channels: 2,
      status: 'completed',
      duration: params['RecordingDuration'],
    });
  });

  it('[CAR-20] the order of the channels can be turned, and the file can be mu-law', async () => {
    await start({ dualChannelOrder: 'api-first', recordingFormat: 'mulaw' });
    const { sid } = await talk({ record: true, recordingChannels: 'dual' });
    const params = await finish(sid);
    const { format, channels } = readWav(Buffer.from(await (await fetch(params['RecordingUrl'] ?? '')).arrayBuffer()));
    expect(format).toBe(7);
    isNear(toneOf(channels[0]), AGENT_HZ);
    isNear(toneOf(channels[1]), VOICE_HZ);
  });

  it('[CAR-21] one channel mixes both, a track alone leaves the other out', async () => {
    const { sid, peer } = await talk({ record: true, recordingTrack: 'outbound' });
    const mixed = await bench.client
      .calls(sid)
      .recordings.create({ recordingStatusCallback: `${bench.app.url}/mixed` });
    expect(mixed).toMatchObject({
      status: 'in-progress',
      channels: 1,
      source: 'StartCallRecordingAPI',
      duration: null,
    });
    peer.sendTone(AGENT_HZ, 600);
    peer.mark('again');
    await peer.next('mark', (message) => message.mark?.name === 'again');
    const params = await finish(sid);
    const outbound = readWav(Buffer.from(await (await media(params['RecordingSid'] ?? '')).arrayBuffer()));
    expect(outbound.channels).toHaveLength(1);
    isNear(toneOf(outbound.channels[0]), AGENT_HZ);
    await bench.app.next('/mixed');
    const both = readWav(Buffer.from(await (await media(mixed.sid, '.wav')).arrayBuffer()));
    isNear(toneOf(both.channels[0]), AGENT_HZ);
  });

  it('[CAR-22] trimming cuts the silence at both ends, and a call without sound has no recording', async () => {
    const quiet = await bench.client.calls.create({
      to: CALLEE,
      from: FROM,
      twiml: '<Response><Pause length="1"/></Response>',
      record: true,
      recordingTrack: 'outbound',
      recordingStatusCallback: `${bench.app.url}/quiet`,
      recordingStatusCallbackEvent: ['in-progress', 'completed', 'absent'],
    });
    expect((await bench.app.next('/quiet', (params) => params['RecordingStatus'] === 'absent')).params['CallSid']).toBe(
      quiet.sid,
    );
    expect(bench.app.at('/quiet').map(({ params }) => params['RecordingStatus'])).toEqual(['in-progress', 'absent']);
    const { sid } = await talk({ record: true, recordingTrack: 'outbound' });
    const params = await finish(sid);
    const { channels } = readWav(Buffer.from(await (await media(params['RecordingSid'] ?? '')).arrayBuffer()));
    expect(channels[0]?.length).toBe(900 * 8);
  });

  it('[CAR-23] a pause is silence or nothing at all, and Twilio.CURRENT names the running recording', async () => {
    const { sid, peer } = await talk({});
    const silent = await bench.client.calls(sid).recordings.create();
    expect((await bench.client.calls(sid).recordings('Twilio.CURRENT').update({ status: 'paused' })).status).toBe(
      'paused',
    );
    const skipping = await bench.client.calls(sid).recordings.create();
    await bench.client.calls(sid).recordings(skipping.sid).update({ status: 'paused', pauseBehavior: 'skip' });
    peer.sendTone(AGENT_HZ, 1000);
    peer.mark('unheard');
    await peer.next('mark', (message) => message.mark?.name === 'unheard');
    await bench.client.calls(sid).recordings(silent.sid).update({ status: 'in-progress' });
    await bench.client.calls(sid).recordings(silent.sid).update({ status: 'stopped' });
    await bench.carrier.events.next('recording-completed', ({ recordingSid }) => recordingSid === silent.sid);
    const { channels } = readWav(Buffer.from(await (await media(silent.sid)).arrayBuffer()));
    expect(channels[0]?.length).toBeGreaterThan(8000);
    const paused = channels[0]?.subarray(2000, 8000) ?? new Int16Array(1).fill(9999);
    expect(rmsOf(paused)).toBeLessThan(SOUND_RMS);
    await bench.client.calls(sid).update({ status: 'completed' });
    await bench.carrier.events.next('recording-completed', ({ recordingSid }) => recordingSid === skipping.sid);
    const skipped = await bench.client.recordings(skipping.sid).fetch();
    expect(Number(skipped.duration)).toBeLessThanOrEqual(1);
  });

  it('[CAR-24] media is 404 while processing, refused as mp3, gone when deleted', async () => {
    await start({ processingMs: 700 });
    const { sid } = await talk({ record: true, recordingChannels: 'dual' });
    await bench.client.calls(sid).update({ status: 'completed' });
    const [recording] = await bench.client.recordings.list({ callSid: sid });
    expect(recording?.status).toBe('processing');
    const recordingSid = recording?.sid ?? '';
    expect((await media(recordingSid)).status).toBe(404);
    await bench.app.next('/recording');
    expect((await media(recordingSid, '.mp3')).status).toBe(400);
    const single = readWav(Buffer.from(await (await media(recordingSid, '.wav?RequestedChannels=1')).arrayBuffer()));
    expect(single.channels).toHaveLength(1);
    expect(await bench.client.recordings(recordingSid).remove()).toBe(true);
    expect((await media(recordingSid)).status).toBe(404);
    await expect(bench.client.recordings(recordingSid).fetch()).rejects.toBeInstanceOf(twilio.RestException);
  });

  it('[CAR-24] finished recordings outlive a restart of the carrier', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'carrier-test-'));
    try {
      await start({ dataDir });
      const { sid } = await talk({ record: true });
      const params = await finish(sid);
      await bench.carrier.settled();
      const again = await startCarrier({ port: 0, dataDir });
      const reply = await fetch(
        `${again.url}/2010-04-01/Accounts/${again.accountSid}/Recordings/${params['RecordingSid']}`,
      );
      expect(reply.status).toBe(200);
      expect(again.exchange.recordings.get(params['RecordingSid'] ?? '')?.callSid).toBe(sid);
      await again.close();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
