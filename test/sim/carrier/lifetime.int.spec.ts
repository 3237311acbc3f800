import { describe, expect, it } from 'vitest';
import { streamsOf } from '../../../sim/carrier/media/open-stream.ts';
import { waitFor } from '../../support/wait-for.ts';
import { FROM, QUICK, startBench } from './support/bench.ts';

const TALK = '<Response><Pause length="30"/></Response>';
const population = { default: 'talker', profiles: { talker: { ...QUICK, talkMs: 60_000 } } };

describe('the end of the carrier', () => {
  it('[CAR-42] ends every call, takes no new one, and still tells what it promised', async () => {
    const bench = await startBench({ population });
    const { carrier, client, app } = bench;
    app.answer('/slow', { status: 204, delayMs: 300 });
    const call = await client.calls.create({
      to: '+15550000001',
      from: FROM,
      twiml: TALK,
      record: true,
      trim: 'do-not-trim',
      statusCallback: `${app.url}/slow`,
      recordingStatusCallback: `${app.url}/recorded`,
    });
    await carrier.events.next('call-answered', ({ callSid }) => callSid === call.sid);
    await waitFor('sound', () => (carrier.exchange.calls.get(call.sid)?.spoken.read().soundMs ?? 0) > 0);
    const closing = carrier.close();
    const late = client.calls.create({ to: '+15550000002', from: FROM, twiml: TALK });
    await expect(late).rejects.toMatchObject({ status: 503, code: 20503 });
    await closing;
    expect(app.at('/slow').map(({ params }) => params['CallStatus'])).toEqual(['completed']);
    expect(app.at('/recorded').map(({ params }) => params['RecordingStatus'])).toEqual(['completed']);
    await app.stop();
  });

  it('[CAR-42] waits for nobody who does not answer', async () => {
    const bench = await startBench({ population });
    const { carrier, client, app } = bench;
    app.answer('/never', { status: 204, delayMs: 60_000 });
    const twiml = TALK;
    const call = await client.calls.create({
      to: '+15550000001',
      from: FROM,
      twiml,
      statusCallback: `${app.url}/never`,
    });
    await carrier.events.next('call-answered', ({ callSid }) => callSid === call.sid);
    await carrier.close();
    expect(carrier.exchange.calls.get(call.sid)?.status).toBe('completed');
    await app.stop();
  });
});

describe('what an ended call leaves behind', () => {
  it('[CAR-44] is not the sound that nobody heard', async () => {
    const bench = await startBench({ population });
    const { carrier, client, app } = bench;
    const twiml = `<Response><Connect><Stream url="${app.wsUrl}/media"/></Connect></Response>`;
    const { sid } = await client.calls.create({ to: '+15550000001', from: FROM, twiml });
    const peer = await app.peer();
    await peer.next('start');
    peer.sendTone(300, 60_000);
    peer.mark('never reached');
    const call = carrier.exchange.calls.get(sid);
    const [stream] = call ? streamsOf(call) : [];
    await carrier.events.next('call-answered', ({ callSid }) => callSid === sid);
    await client.calls(sid).update({ status: 'completed' });
    await peer.closed;
    expect(stream?.status).toBe('stopped');
    expect(stream?.buffer.queuedMs).toBe(0);
    expect(peer.of('mark')).toEqual([]);
    await bench.close();
  });

  it('[CAR-44] is forgotten beyond `keptCalls`, also behind a call that lives on', async () => {
    const bench = await startBench({ population, keptCalls: 3 });
    const { carrier, client } = bench;
    const alive = await client.calls.create({ to: '+15550000001', from: FROM, twiml: TALK });
    await carrier.events.next('call-answered', ({ callSid }) => callSid === alive.sid);
    const twiml = '<Response><Hangup/></Response>';
    for (let count = 0; count < 6; count += 1) {
      const { sid } = await client.calls.create({ to: '+15550000002', from: FROM, twiml });
      await carrier.events.next('call-ended', ({ callSid }) => callSid === sid);
    }
    expect(carrier.exchange.calls.size).toBeLessThanOrEqual(4);
    expect((await client.calls(alive.sid).fetch()).status).toBe('in-progress');
    await bench.close();
  });
});
