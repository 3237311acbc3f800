import { expect, it } from 'vitest';
import { makeBackground } from '../../src/dialer/background.ts';
import { makePacingRunner } from '../../src/dialer/run-pacing.ts';
import type { Campaign } from '../../src/dialer/stores.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { waitFor } from '../support/wait-for.ts';

const campaign: Campaign = {
  campaignId: 'c1',
  name: 'one',
  priority: 1,
  status: 'running',
  mode: 'progressive',
  preset: 'demo',
  ringTimeoutMs: 30_000,
  detectMachine: false,
  machineTreatment: 'hang_up',
  machineTreatmentWhenConnected: 'tell',
  notice: null,
  farewell: null,
  maxAbandonRate: 0.03,
  hardAbandon: null,
  abandonDays: 30,
  ratio: 1.5,
  smallestGroup: 3,
  callsPerAgent: 10,
  ownTarget: 0.03,
  targetMost: 0.03,
  trunk: {
    trunkId: 't1',
    kind: 'sim',
    enabled: true,
    quiet: false,
    out: false,
    ownAccount: false,
    cps: 10,
    channels: 10,
  },
  reached: ['t1'],
};

it('[DIAL-22] a look begun under an old fence does not cost the lease that was taken meanwhile', async () => {
  const log = makeLogger({ level: 'silent' });
  const background = makeBackground(log);
  const fences: number[] = [];
  let endFirst: () => void = () => undefined;
  let leaseLost = false;
  const runner = makePacingRunner({
    campaigns: {
      running: () => Promise.resolve([campaign]),
      takeFence: () => Promise.resolve((leaseLost ? 1 : 0) + 1),
    },
    leases: {
      take: () => Promise.resolve('me'),
      keep: () => Promise.resolve(!leaseLost),
      giveUp: () => Promise.resolve(),
    },
    pace: {
      look(_, fence) {
        fences.push(fence);
        if (fence === 2) return Promise.resolve('paced');
        return new Promise((resolve) => {
          endFirst = () => resolve('lease-lost');
        });
      },
      leave: () => Promise.resolve(),
    },
    pause: () => Promise.resolve(),
    background,
    log,
  });

  await runner.tick();
  await waitFor('the first look', () => fences.length > 0);
  expect(fences).toEqual([1]);
  leaseLost = true;
  await runner.tick();
  leaseLost = false;
  endFirst();
  await background.drained();
  runner.wake();
  await background.drained();
  expect(fences.length).toBeGreaterThanOrEqual(2);
  expect(fences.slice(1).every((fence) => fence === 2)).toBe(true);
  await runner.stop();
});
