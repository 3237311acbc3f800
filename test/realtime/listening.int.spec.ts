import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WallAgent } from '../../src/contract/agent-wall.ts';
import { audioCloseCodes } from '../../src/contract/audio-control.ts';
import {
  supervisorNamespace,
  type SupervisorClientEvents,
  type SupervisorServerEvents,
} from '../../src/contract/supervisor-socket.ts';
import { newId } from '../../src/platform/ids.ts';
import { waitFor } from '../support/wait-for.ts';
import { AgentPage } from './agent-page.ts';
import { CarrierClient } from './carrier-client.ts';
import { House } from './house.ts';
import { levelOf, toneFrame, toPcm } from './sound.ts';

const calleeHz = 500;
const agentHz = 1_250;
const loud = 2_500;
const faint = 300;

let house: House;
let attemptId: string;
beforeEach(async () => {
  house = await House.open({ pacingEveryMs: 20 });
  attemptId = newId();
});
afterEach(() => house.close());

async function connectCall(): Promise<{ agent: AgentPage; carrier: CarrierClient }> {
  const agent = await AgentPage.open(house.url('/ws/audio'), 'session=agent.anna');
  const carrier = new CarrierClient(house.url(`/carrier/v1/media/${attemptId}/right`));
  await carrier.start();
  await waitFor('the call to be answered', () => house.answered.includes(attemptId));
  house.realtime.legs.connect(attemptId, 'anna');
  await agent.wasTold('leg-open');
  return { agent, carrier };
}
const listen = (user: string, id = attemptId): Promise<AgentPage> =>
  AgentPage.open(house.url(`/ws/listen/${id}`), `session=${user}`);
const closing = (user: string, id = attemptId): Promise<number> =>
  new AgentPage(house.url(`/ws/listen/${id}`), `session=${user}`).closed;

/** Frames of both sides, as fast as they are taken; the listener needs them to come, not to come in time. */
async function talk(carrier: CarrierClient, agent: AgentPage, ear: AgentPage, frames: number): Promise<void> {
  for (let n = 0; n < frames; n += 1) {
    agent.speak(toneFrame(agentHz, n));
    carrier.speak(toneFrame(calleeHz, n));
    await waitFor('the frame to be heard', () => ear.heard.length > n);
  }
}

it('[RT-18] a supervisor hears both voices of a live call, and nobody hears him', async () => {
  const { agent, carrier } = await connectCall();
  const ear = await listen('supervisor.ann');
  expect((await ear.wasTold('welcome')).resume).toBe(attemptId);
  ear.speak(toneFrame(2_000, 0));
  await talk(carrier, agent, ear, 60);

  const heard = toPcm(ear.heardAll);
  expect(levelOf(calleeHz, heard)).toBeGreaterThan(loud);
  expect(levelOf(agentHz, heard)).toBeGreaterThan(loud);
  expect(ear.heard.map((frame) => frame.sequence)).toEqual(ear.heard.map((_, n) => n));
  for (const other of [toPcm(agent.heardAll), toPcm(carrier.heardAll)]) {
    expect(levelOf(2_000, other)).toBeLessThan(faint);
  }
  expect(levelOf(agentHz, toPcm(agent.heardAll))).toBeLessThan(faint);
  expect(carrier.violations).toEqual([]);
});

it('[RT-18] listening ends with the call, and each listening is noted with its end', async () => {
  const { carrier } = await connectCall();
  const [one, other] = [await listen('supervisor.ann'), await listen('supervisor.bob')];
  other.socket.close();
  await waitFor('the end of the first to be noted', () => house.listeners.includes('ended bob'));
  await carrier.hangUp();
  expect(await one.closed).toBe(audioCloseCodes.callOver);
  await waitFor('the end of the second to be noted', () => house.listeners.includes('ended ann'));
  expect(house.listeners.filter((word) => word.startsWith('begin'))).toEqual(['begin ann', 'begin bob']);
});

it('[RT-18] a call that is not live, or not one’s own to hear, is not heard; an agent hears nobody else’s', async () => {
  await connectCall();
  expect(await closing('supervisor.ann', newId())).toBe(audioCloseCodes.callOver);
  expect(await closing('supervisor.stranger')).toBe(audioCloseCodes.notAllowed);
  const refused = new AgentPage(house.url(`/ws/listen/${attemptId}`), 'session=agent.one');
  const error = await new Promise<Error>((resolve) => refused.socket.on('error', resolve));
  expect(error.message).toContain('403');
  expect(house.listeners).toEqual(['begin stranger']);
});

it('[RT-18] an agent whose callee is silent is heard alone', async () => {
  const { agent } = await connectCall();
  const ear = await listen('supervisor.ann');
  await ear.wasTold('welcome');
  for (let n = 0; n < 40; n += 1) agent.speak(toneFrame(agentHz, n));
  await waitFor('the agent to be heard', () => ear.heard.length >= 25);
  expect(levelOf(agentHz, toPcm(ear.heardAll))).toBeGreaterThan(loud);
});

const someAgent = (agentId: string, teamId: string, state: WallAgent['state']): WallAgent =>
  ({ agentId, teamId, state }) as WallAgent;

it('[RT-19] a window is shown the whole wall once, then who changed; one reading serves all, none is made for nobody', async () => {
  house.wall = [someAgent('x', 'ann', 'ready'), someAgent('y', 'ann', 'ready'), someAgent('z', 'bob', 'ready')];
  const window: Socket<SupervisorServerEvents, SupervisorClientEvents> = io(house.url(supervisorNamespace, 'http'), {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie: 'session=supervisor.ann' },
  });
  const seen: string[] = [];
  window.on('wall:view', ({ agents }) => void seen.push(`view ${agents.map(({ agentId }) => agentId).join()}`));
  window.on('wall:changed', ({ agents, gone }) => {
    seen.push(`changed ${agents.map(({ agentId, state }) => `${agentId} ${state}`).join()} gone ${gone.join()}`);
  });
  await waitFor('the socket', () => window.connected);
  expect(house.wallReadings).toBe(0);
  window.emit('wall:watch', true);
  await waitFor('the wall', () => seen.length === 1);
  house.wall = [someAgent('x', 'ann', 'talking'), someAgent('z', 'bob', 'talking')];
  await waitFor('the change', () => seen.length === 2);
  expect(seen).toEqual(['view x,y', 'changed x talking gone y']);

  window.emit('wall:watch', false);
  await waitFor('the last look', async () => {
    const before = house.wallReadings;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return house.wallReadings === before;
  });
  window.disconnect();
});

it('[RT-20] round trip at rest, and in a call what was lost and how unevenly it came, go to the floor', async () => {
  const agent = await AgentPage.open(house.url('/ws/audio'), 'session=agent.anna');
  await waitFor('the round trip', () => house.lines.get('anna')?.rttMs != null);
  expect(house.lines.get('anna')).toMatchObject({ lossShare: null, jitterMs: null });
  const carrier = new CarrierClient(house.url(`/carrier/v1/media/${attemptId}/right`));
  await carrier.start();
  await waitFor('the call to be answered', () => house.answered.includes(attemptId));
  house.realtime.legs.connect(attemptId, 'anna');
  agent.speak(toneFrame(agentHz, 0));
  agent.report();
  await waitFor('the loss', () => house.lines.get('anna')?.lossShare === 0);
});
