import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  floorOf,
  hangUpButton,
  heardBothWays,
  openDesk,
  passSoundCheck,
  patienceMs,
  resultOf,
  signIn,
  takeCall,
  type Desk,
} from './agent-desk.ts';
import { calleeHz, debtorName, openCallingHouse, type CallingHouse } from './calling-house.ts';

describe('the wall', () => {
  let house: CallingHouse;
  let desk: Desk;
  let agent: Page;
  let boss: Page;

  beforeAll(async () => {
    house = await openCallingHouse({ cases: 2, talkMs: 300_000 });
    desk = await openDesk();
    agent = await (await desk.person()).newPage();
    boss = await (await desk.person()).newPage();
  });
  afterAll(async () => {
    await desk.close();
    await house.close();
  });

  const prisma = (): PrismaClient => house.app.platform.prisma;
  const row = (state: RegExp) => boss.getByRole('row', { name: /Avery Agent/ }).filter({ hasText: state });
  const audited = (action: string) => prisma().auditEntry.findFirst({ where: { action } });

  it('[WALL-8] a supervisor sees an agent come to a call, hears it unheard, and frees the agent', async () => {
    await signIn(boss, `${house.url}/supervisor/agents`, 'sam');
    await boss.getByRole('heading', { name: 'Agents' }).waitFor();
    await signIn(agent, `${house.url}/agent/`);
    await passSoundCheck(agent);
    const attemptId = await takeCall(agent);
    await row(/Talking/).waitFor();
    const shown = await row(/Talking/).innerText();
    expect(shown).toContain(`${debtorName.slice(0, 1)}***`);
    expect(shown).not.toContain(debtorName);

    await boss.getByRole('button', { name: 'Listen in: Avery Agent' }).click();
    await boss.locator('[data-listen-link=open]').waitFor();
    await waitFor(
      'the callee to be heard by the supervisor',
      async () => {
        const meter = await boss.evaluate<{ rms: number; dominantHz: number } | undefined>('window.__audioMeter?.()');
        return meter !== undefined && meter.rms > 0.005 && Math.abs(meter.dominantHz - calleeHz) < 25;
      },
      patienceMs,
    );
    await heardBothWays(house, agent);
    expect(await audited('call.listened')).toMatchObject({ subjectId: attemptId });

    await boss.getByRole('button', { name: 'Free Avery Agent' }).click();
    await boss.getByRole('dialog').getByRole('textbox').fill('Does not answer the chat');
    await boss.getByRole('dialog').getByRole('button', { name: 'Free' }).click();
    await hangUpButton(agent).waitFor({ state: 'detached' });
    await boss.locator('[data-listen-link=over]').waitFor();
    await row(/Wrapping up/).waitFor();
    expect((await floorOf(agent)).state.state).toBe('wrapping_up');
    await waitFor('the end of listening to be noted', () => audited('call.listening_ended'), patienceMs);
    expect(await audited('agent.forced')).toMatchObject({ subjectId: house.userId });

    await resultOf(agent, /Negotiating/).click();
    await agent.getByRole('button', { name: 'Save, then Break' }).click();
    await row(/Break/).waitFor();
    expect(await prisma().wrapUp.findFirstOrThrow()).toMatchObject({ attemptId, code: 'NEG', agentId: house.userId });
    expect(desk.faults).toEqual([]);
  });
});
