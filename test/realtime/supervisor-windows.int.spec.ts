import { io, type Socket } from 'socket.io-client';
import { afterEach, expect, it } from 'vitest';
import { agentNamespace, type AgentServerEvents } from '../../src/contract/agent-socket.ts';
import {
  supervisorNamespace,
  type SupervisorClientEvents,
  type SupervisorServerEvents,
} from '../../src/contract/supervisor-socket.ts';
import { newId } from '../../src/platform/ids.ts';
import { waitFor } from '../support/wait-for.ts';
import { House } from './house.ts';

type Window = Socket<SupervisorServerEvents, SupervisorClientEvents>;

let house: House | undefined;
const windows: Window[] = [];

afterEach(async () => {
  for (const window of windows.splice(0)) window.disconnect();
  await house?.close();
  house = undefined;
});

function open(at: House, user: string): Window {
  const window: Window = io(at.url(supervisorNamespace, 'http'), {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie: `session=${user}` },
  });
  windows.push(window);
  return window;
}
const connected = (window: Window): Promise<unknown> => waitFor('the socket', () => window.connected);
const watch = (window: Window, campaignId: string | null): Promise<string> =>
  new Promise((resolve) => window.emit('pacing:watch', campaignId, resolve));

it('[RT-17] an agent, or nobody, is not let in', async () => {
  house = await House.open();
  for (const user of ['agent.one', 'nobody']) {
    const window = open(house, user);
    const refusal = await new Promise<Error>((resolve) => window.on('connect_error', resolve));
    expect(refusal.message).toMatch(/not (allowed|signed in)/);
  }
});

it('[RT-17] a supervisor is shown the campaign he directs again and again, and no other', async () => {
  house = await House.open({ pacingEveryMs: 20 });
  const [own, foreign] = [newId(), newId()];
  house.directs.set('ann', own);
  const window = open(house, 'supervisor.ann');
  const seen: string[] = [];
  window.on('pacing:view', ({ campaignId }) => void seen.push(campaignId));
  await connected(window);
  expect(await watch(window, foreign)).toBe('refused');
  expect(await watch(window, own)).toBe('watching');
  await waitFor('three views', () => seen.length >= 3);
  expect(new Set([...seen, ...house.viewed])).toEqual(new Set([own]));

  const news: string[] = [];
  window.on('campaign:changed', ({ campaignId }) => void news.push(campaignId));
  house.realtime.campaignChanged(foreign);
  house.realtime.campaignChanged(own);
  await waitFor('the news', () => news.length > 0);
  expect(news).toEqual([own]);
});

it('[RT-17] two windows cost one reading, and none is made when nobody looks', async () => {
  house = await House.open({ pacingEveryMs: 20 });
  const campaignId = newId();
  house.directs.set('ann', campaignId).set('bob', campaignId);
  const [ann, bob] = [open(house, 'supervisor.ann'), open(house, 'supervisor.bob')];
  const seen = new Map<string, number[]>([
    ['ann', []],
    ['bob', []],
  ]);
  ann.on('pacing:view', ({ at }) => void seen.get('ann')?.push(at));
  bob.on('pacing:view', ({ at }) => void seen.get('bob')?.push(at));
  await Promise.all([connected(ann), connected(bob)]);
  await watch(ann, campaignId);
  await watch(bob, campaignId);
  // The number of the reading comes with the view: both windows got the same one.
  await waitFor('readings seen by both', () => {
    const shared = seen.get('ann')?.filter((at) => seen.get('bob')?.includes(at)) ?? [];
    return shared.length >= 3;
  });
  await watch(ann, null);
  bob.disconnect();
  await waitFor('the last look', async () => {
    const before = house?.viewed.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return house?.viewed.length === before;
  });
});

it('[LEAVE-2] every supervisor hears that an agent waits for leave, and the agent’s windows that it was decided', async () => {
  house = await House.open();
  const [ann, bob] = [open(house, 'supervisor.ann'), open(house, 'supervisor.bob')];
  const heard: string[] = [];
  ann.on('leaves:changed', () => void heard.push('ann'));
  bob.on('leaves:changed', () => void heard.push('bob'));
  await Promise.all([connected(ann), connected(bob)]);
  house.realtime.leavesChanged();
  await waitFor('both windows', () => heard.length === 2);
  expect(heard.sort()).toEqual(['ann', 'bob']);

  const agent: Socket<AgentServerEvents> = io(house.url(agentNamespace, 'http'), {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie: 'session=agent.one' },
  });
  const decided: string[] = [];
  agent.on('leave:decided', ({ attemptId }) => void decided.push(attemptId));
  await waitFor('the agent’s socket', () => agent.connected);
  house.realtime.screens.leaveDecided('other', { attemptId: 'not-his' });
  house.realtime.screens.leaveDecided('one', { attemptId: 'his' });
  await waitFor('the decision', () => decided.length > 0);
  agent.disconnect();
  expect(decided).toEqual(['his']);
});
