import { afterEach, beforeEach, expect, it } from 'vitest';
import { audioCloseCodes } from '../../src/contract/audio-control.ts';
import { newId } from '../../src/platform/ids.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { makeNodeWires, type NodeWires } from '../../src/platform/node-wires.ts';
import { waitFor } from '../support/wait-for.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { AgentPage } from './agent-page.ts';
import { CarrierClient } from './carrier-client.ts';
import { House } from './house.ts';
import { levelOf, toneFrame, toPcm } from './sound.ts';

const calleeHz = 500;
const agentHz = 1_250;
const loud = 2_500;

let redis: TestRedis;
let wires: NodeWires[];
/** The call is at the first, the supervisor at the second. */
let holds: House;
let other: House;
let attemptId: string;

const wired = async (): Promise<House> => {
  const own = makeNodeWires(redis.redis, redis.prefix, makeLogger({ level: 'silent' }));
  wires.push(own);
  return House.open({}, undefined, own);
};
beforeEach(async () => {
  redis = await withRedis();
  wires = [];
  [holds, other] = [await wired(), await wired()];
  attemptId = newId();
});
afterEach(async () => {
  await Promise.all([holds.close(), other.close()]);
  for (const each of wires) each.close();
  await redis.close();
});

async function connectCall(): Promise<{ agent: AgentPage; carrier: CarrierClient }> {
  const agent = await AgentPage.open(holds.url('/ws/audio'), 'session=agent.anna');
  const carrier = new CarrierClient(holds.url(`/carrier/v1/media/${attemptId}/right`));
  await carrier.start();
  await waitFor('the call to be answered', () => holds.answered.includes(attemptId));
  holds.realtime.legs.connect(attemptId, 'anna');
  await agent.wasTold('leg-open');
  return { agent, carrier };
}
const listen = (house: House, user: string, id = attemptId): Promise<AgentPage> =>
  AgentPage.open(house.url(`/ws/listen/${id}`), `session=${user}`);

it('[RT-21] a supervisor at another node hears both voices, frame by frame and in their order', async () => {
  const { agent, carrier } = await connectCall();
  const ear = await listen(other, 'supervisor.ann');
  expect((await ear.wasTold('welcome')).resume).toBe(attemptId);
  // Until he is let in at the other node nothing is sent to him.
  let sent = 0;
  await waitFor('the first frame', () => {
    carrier.speak(toneFrame(calleeHz, sent));
    sent += 1;
    return ear.heard.length > 0;
  });
  await waitFor('what was sent before to be heard', () => ear.heard.length >= 1);
  const before = ear.heard.length;
  for (let n = 0; n < 60; n += 1) {
    agent.speak(toneFrame(agentHz, n));
    carrier.speak(toneFrame(calleeHz, sent + n));
    await waitFor('the frame to be heard', () => ear.heard.length > before + n);
  }
  const heard = toPcm(ear.heardAll);
  expect(levelOf(calleeHz, heard)).toBeGreaterThan(loud);
  expect(levelOf(agentHz, heard)).toBeGreaterThan(loud);
  expect(ear.heard.map((frame) => frame.sequence)).toEqual(ear.heard.map((_, n) => n));
});

it('[RT-21] it ends with the call or with him, is noted where he is signed in, and nothing more is sent for him', async () => {
  const { carrier } = await connectCall();
  const [leaves, stays] = [await listen(other, 'supervisor.ann'), await listen(other, 'supervisor.bob')];
  for (const ear of [leaves, stays]) {
    await waitFor('a frame', () => {
      carrier.speak(toneFrame(calleeHz, 0));
      return ear.heard.length > 0;
    });
  }
  leaves.socket.close();
  await waitFor('his end to be noted', () => other.listeners.includes('ended ann'));
  await waitFor('one channel less', async () => (await heardChannels()) === 1);
  await carrier.hangUp();
  expect(await stays.closed).toBe(audioCloseCodes.callOver);
  await waitFor('the second end to be noted', () => other.listeners.includes('ended bob'));
  await waitFor('no channel', async () => (await heardChannels()) === 0);
  expect(holds.listeners).toEqual([]);
});

const heardChannels = async (): Promise<number> => {
  const channels = await redis.redis.pubsub('CHANNELS', `${redis.prefix}:heard:*`);
  return channels.length;
};

it('[RT-21] who may not hear it hears it at no node, and a call that no node has is over within a second', async () => {
  await connectCall();
  const refused = new AgentPage(other.url(`/ws/listen/${attemptId}`), 'session=supervisor.stranger');
  expect(await refused.closed).toBe(audioCloseCodes.notAllowed);
  const nowhere = new AgentPage(other.url(`/ws/listen/${newId()}`), 'session=supervisor.ann');
  expect(await nowhere.closed).toBe(audioCloseCodes.callOver);
  expect(await heardChannels()).toBe(0);
});
