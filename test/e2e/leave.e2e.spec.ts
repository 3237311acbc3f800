import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import {
  floorOf,
  hangUpButton,
  openDesk,
  passSoundCheck,
  patienceMs,
  resultOf,
  signIn,
  takeCall,
  type Desk,
} from './agent-desk.ts';
import { faultsOf } from './axe.ts';
import { openCallingHouse, type CallingHouse } from './calling-house.ts';

describe('leave to pass a window', () => {
  let house: CallingHouse;
  let desk: Desk;
  beforeAll(async () => {
    house = await openCallingHouse({ cases: 2, talkMs: 300_000 });
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk.close();
    await house.close();
  });

  async function asks(page: Page, why: string): Promise<void> {
    await page.getByRole('button', { name: 'A later day: ask a supervisor' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ask for a later day' });
    await dialog.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByLabel('Why it has to be later').fill(why);
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async function decides(page: Page, word: 'Grant' | 'Refuse', reason: string): Promise<void> {
    await page.getByRole('row').getByRole('button', { name: word }).click();
    const dialog = page.getByRole('dialog', { name: word });
    await dialog.getByRole('textbox').fill(reason);
    await dialog.getByRole('button', { name: word }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  it('[AXE-4] [LEAVE-1] [LEAVE-2] [LEAVE-3] is asked for, seen and given while the call is written up, and the form stays as it is', async () => {
    const supervisor = await (await desk.person()).newPage();
    await signIn(supervisor, `${house.url}/admin/`, 'sam');
    const badge = supervisor.getByRole('link', { name: /wait(s)? for leave/ });
    await supervisor.getByRole('link', { name: '0 agents wait for leave' }).waitFor();

    const agent = await (await desk.person({ bypassCSP: true })).newPage();
    await signIn(agent, `${house.url}/agent/`);
    await passSoundCheck(agent);
    const attemptId = await takeCall(agent);
    await hangUpButton(agent).click();
    await agent.locator('#wrap-up[data-due=true]').waitFor();
    await resultOf(agent, /Promise to pay/).click();
    await agent.locator('#wrap-up textarea').fill('The salary comes on Friday');

    await asks(agent, 'The salary comes on Friday');
    await agent.getByText('Leave asked for').waitFor();
    await supervisor.getByRole('link', { name: '1 agent waits for leave' }).waitFor();
    await badge.click();
    await decides(supervisor, 'Grant', 'Known employer');
    await supervisor.getByText('Nobody waits for leave').waitFor();

    await agent.getByText('Allowed until').waitFor();
    await agent.getByText('Sam Supervisor: Known employer').waitFor();
    expect(await agent.locator('#wrap-up textarea').inputValue()).toBe('The salary comes on Friday');
    expect((await floorOf(agent)).state).toMatchObject({ state: 'wrapping_up', attemptId });
    await agent.getByRole('button', { name: /^Take / }).click();
    await agent.getByRole('button', { name: 'Save, then Break' }).click();
    const { prisma } = house.app.platform;
    const promise = await waitFor(
      'the promise',
      () => prisma.promise.findFirst({ where: { wrapUp: { attemptId } } }),
      patienceMs,
    );
    const leave = await prisma.windowLeave.findFirstOrThrow({ where: { attemptId } });
    expect(promise.dueOn).toEqual(leave.day);
    expect(desk.faults).toEqual([]);
  });
});
