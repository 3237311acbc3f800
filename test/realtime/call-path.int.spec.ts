import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { waitFor } from '../support/wait-for.ts';
import { AgentPage } from './agent-page.ts';
import { CarrierClient } from './carrier-client.ts';
import { House } from './house.ts';
import { levelOf, readStereoWav, toneFrame, toPcm } from './sound.ts';

const calleeHz = 500;
const agentHz = 1_250;
const loud = 3_000;
const faint = 300;

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const stream = async (attemptId: string, n = 1): Promise<CarrierClient> => {
  const carrier = new CarrierClient(house.url(`/carrier/v1/media/${attemptId}/right`), n);
  await carrier.start();
  await waitFor('the call to be answered', () => house.answered.includes(attemptId));
  return carrier;
};
const page = (agentId: string): Promise<AgentPage> =>
  AgentPage.open(house.url('/ws/audio'), `session=agent.${agentId}`);

/** Both sides talk in real time for so many frames. */
async function talk(carrier: CarrierClient, agent: AgentPage | null, frames: number): Promise<void> {
  const startedAt = Date.now();
  let said = 0;
  await waitFor('the talk to be over', () => {
    for (; said < frames && Date.now() - startedAt >= said * 20; said++) {
      carrier.speak(toneFrame(calleeHz, said));
      agent?.speak(toneFrame(agentHz, said));
    }
    return said >= frames;
  });
}

const finished = (attemptId: string) =>
  waitFor('the recording to be complete', () => {
    const row = house.book.get(attemptId);
    return row?.status === 'complete' ? row : null;
  });

describe('a call between the carrier and an agent', () => {
  it('[RT-1] each hears the other, and the recording has both voices on their channels', async () => {
    const attemptId = newId();
    const agent = await page('anna');
    const carrier = await stream(attemptId);
    expect(house.realtime.legs.connect(attemptId, 'anna')).toBe('connected');
    await agent.wasTold('leg-open');
    await talk(carrier, agent, 100);
    await waitFor('the agent to have heard it all', () => agent.heard.length >= 100);
    await carrier.hangUp();
    await waitFor('the end to be reported', () => house.stopped.includes(attemptId));
    await agent.wasTold('leg-closed');

    const atAgent = toPcm(agent.heardAll);
    expect(levelOf(calleeHz, atAgent)).toBeGreaterThan(loud);
    expect(levelOf(agentHz, atAgent)).toBeLessThan(faint);
    const atCallee = toPcm(carrier.heardAll);
    expect(levelOf(agentHz, atCallee)).toBeGreaterThan(loud);
    expect(levelOf(calleeHz, atCallee)).toBeLessThan(faint);
    expect(carrier.violations).toEqual([]);
    expect(agent.heard.map((frame) => frame.sequence)).toEqual(agent.heard.map((_, n) => n));

    const row = await finished(attemptId);
    const file = await readFile(join(house.folder, row.path));
    expect(row.sha256).toBe(createHash('sha256').update(file).digest('hex'));
    expect(row.byteSize).toBe(file.length);
    const { left, right } = readStereoWav(file);
    expect(levelOf(calleeHz, left)).toBeGreaterThan(loud);
    expect(levelOf(agentHz, left)).toBeLessThan(faint);
    expect(levelOf(agentHz, right)).toBeGreaterThan(loud);
    expect(levelOf(calleeHz, right)).toBeLessThan(faint);
    expect(left.length / 8).toBeGreaterThanOrEqual(1_980);
  });

  it('[RT-2] a stream without the right token or with a wrong signature is refused before it is a socket', async () => {
    const refusals = [
      new CarrierClient(house.url(`/carrier/v1/media/${newId()}/wrong`)),
      new CarrierClient(house.url('/carrier/v1/media/not-an-id/right')),
      new CarrierClient(house.url(`/carrier/v1/media/${newId()}/right`), 1, { 'x-twilio-signature': 'bad' }),
    ];
    for (const refused of refusals) {
      const error = await new Promise<Error>((resolve) => refused.socket.on('error', resolve));
      expect(error.message).toContain('403');
    }
    expect(house.answered).toEqual([]);
  });

  it('[RT-2] a second stream of the same attempt is refused', async () => {
    const attemptId = newId();
    const carrier = await stream(attemptId);
    const second = new CarrierClient(house.url(`/carrier/v1/media/${attemptId}/right`), 2);
    const error = await new Promise<Error>((resolve) => second.socket.on('error', resolve));
    expect(error.message).toContain('409');
    await carrier.hangUp();
  });

  it('[RT-3] a foreign page, nobody, and a supervisor get no audio socket', async () => {
    const cases = [
      { cookie: 'session=agent.anna', origin: 'https://elsewhere.test', status: '403' },
      { cookie: '', origin: 'http://casedial.test', status: '401' },
      { cookie: 'session=supervisor.eve', origin: 'http://casedial.test', status: '403' },
    ];
    for (const { cookie, origin, status } of cases) {
      const refused = new AgentPage(house.url('/ws/audio'), cookie, { origin });
      const error = await new Promise<Error>((resolve) => refused.socket.on('error', resolve));
      expect(error.message).toContain(status);
    }
  });

  it('[RT-4] the newer window takes the seat and the call with it', async () => {
    const attemptId = newId();
    const older = await page('anna');
    const carrier = await stream(attemptId);
    house.realtime.legs.connect(attemptId, 'anna');
    const newer = await page('anna');
    expect(await newer.wasTold('welcome')).toMatchObject({ resume: attemptId });
    await older.wasTold('replaced');
    expect(await older.closed).toBe(4001);
    await talk(carrier, newer, 25);
    await waitFor('the newer window to hear', () => newer.heard.length > 20);
    expect(house.lost).toEqual([]);
    await carrier.hangUp();
  });

  it('[RT-5] a broken agent socket keeps the call, the callee hears comfort sound, and the next socket resumes', async () => {
    const attemptId = newId();
    const agent = await page('anna');
    const carrier = await stream(attemptId);
    house.realtime.legs.connect(attemptId, 'anna');
    await talk(carrier, agent, 10);
    agent.socket.terminate();
    await waitFor('the loss to be noticed', () => house.lost.includes('anna'));
    const before = carrier.heard.length;
    await waitFor('comfort sound', () => carrier.heard.length > before + 10);
    const comfort = toPcm(Buffer.concat(carrier.heard.slice(before)));
    expect(levelOf(agentHz, comfort)).toBeLessThan(faint);
    expect(Math.max(...comfort)).toBeGreaterThan(0);
    const back = await page('anna');
    expect(await back.wasTold('welcome')).toMatchObject({ resume: attemptId });
    await talk(carrier, back, 25);
    await waitFor('the agent to hear again', () => back.heard.length > 20);
    expect(house.stopped).toEqual([]);
    await carrier.hangUp();
  });

  it('[RT-6] on hold neither hears the other, and the recording has no word of the agent', async () => {
    const attemptId = newId();
    const agent = await page('anna');
    const carrier = await stream(attemptId);
    house.realtime.legs.connect(attemptId, 'anna');
    house.realtime.legs.hold(attemptId, true);
    await talk(carrier, agent, 60);
    await waitFor('all to be heard', () => agent.heard.length >= 60);
    expect(agent.heard.every((frame) => frame.kind === 'silence')).toBe(true);
    const held = toPcm(carrier.heardAll);
    expect(levelOf(agentHz, held)).toBeLessThan(faint);
    expect(Math.max(...held)).toBeGreaterThan(1_000);
    house.realtime.legs.hold(attemptId, false);
    await talk(carrier, agent, 20);
    await waitFor('the talk to go on', () => agent.heard.some((frame) => frame.kind === 'audio'));
    await carrier.hangUp();
    const { right } = readStereoWav(await readFile(join(house.folder, (await finished(attemptId)).path)));
    expect(levelOf(agentHz, right.subarray(0, 8_000))).toBeLessThan(faint);
  });

  it('[RT-7] keys are sounded to the callee in the voice band', async () => {
    const attemptId = newId();
    const carrier = await stream(attemptId);
    house.realtime.legs.dtmf(attemptId, '5');
    await waitFor('the tones', () => carrier.heard.length >= 8);
    const sound = toPcm(carrier.heardAll).subarray(0, 800);
    expect(levelOf(770, sound)).toBeGreaterThan(loud);
    expect(levelOf(1336, sound)).toBeGreaterThan(loud);
    expect(levelOf(941, sound)).toBeLessThan(faint);
    await carrier.hangUp();
  });

  it('[RT-8] proof of life needs the answered probe and the live microphone', async () => {
    const agent = new AgentPage(house.url('/ws/audio'), 'session=agent.anna');
    agent.microphoneLive = false;
    await waitFor('the microphone to be missed', () => house.signs.get('anna')?.join() === 'microphone');
    agent.microphoneLive = true;
    await waitFor('life', () => house.signs.get('anna')?.length === 0);
    agent.answersProbes = false;
    await waitFor('the probe to be missed', () => house.signs.get('anna')?.join() === 'probe');
    expect(await agent.closed).toBeGreaterThan(0);
    await waitFor('the loss', () => house.lost.includes('anna'));
  });

  it('[RT-9] leaving a call to the carrier closes the stream in good order', async () => {
    const attemptId = newId();
    const carrier = await stream(attemptId);
    house.realtime.legs.leaveToCarrier(attemptId);
    expect(await carrier.closed).toBe(1_000);
    await waitFor('the end to be reported', () => house.stopped.includes(attemptId));
    expect(carrier.violations).toEqual([]);
  });

  it('[RT-10] a media socket that breaks without a word ends the call and keeps the recording', async () => {
    const attemptId = newId();
    const agent = await page('anna');
    const carrier = await stream(attemptId);
    house.realtime.legs.connect(attemptId, 'anna');
    await talk(carrier, agent, 30);
    carrier.socket.terminate();
    await waitFor('the end to be reported', () => house.stopped.includes(attemptId));
    await agent.wasTold('leg-closed');
    const { left } = readStereoWav(await readFile(join(house.folder, (await finished(attemptId)).path)));
    expect(levelOf(calleeHz, left.subarray(0, 4_000))).toBeGreaterThan(loud);
  });

  it('[RT-11] stopping finishes every recording before the sockets go', async () => {
    const attemptId = newId();
    const carrier = await stream(attemptId);
    await talk(carrier, null, 20);
    await house.realtime.stop();
    expect(house.book.get(attemptId)?.status).toBe('complete');
  });
});
