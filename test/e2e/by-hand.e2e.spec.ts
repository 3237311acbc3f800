import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import {
  becomeReady,
  floorOf,
  hangUpButton,
  heardBothWays,
  openDesk,
  passSoundCheck,
  patienceMs,
  resultOf,
  signIn,
  type Desk,
} from './agent-desk.ts';
import { faultsOf } from './axe.ts';
import { openCallingHouse, type CallingHouse } from './calling-house.ts';

describe('calls that an agent makes himself', () => {
  let house: CallingHouse;
  let desk: Desk;
  let person: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    house = await openCallingHouse({ cases: 3, talkMs: 300_000 });
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk.close();
    await house.close();
  });
  beforeEach(async () => {
    // For axe, which is no part of the page.
    person = await desk.person({ bypassCSP: true });
    page = await person.newPage();
  });
  afterEach(async () => {
    await person.close();
    expect(desk.faults).toEqual([]);
  });

  const prisma = () => house.app.platform.prisma;
  const dialedIn = (mode: 'manual' | 'preview') =>
    prisma().campaign.update({ where: { id: house.campaignId }, data: { mode } });
  const atWork = async (): Promise<void> => {
    await signIn(page, `${house.url}/agent/`);
    await passSoundCheck(page);
    await becomeReady(page);
  };
  const writtenUp = async (): Promise<void> => {
    await hangUpButton(page).click();
    await resultOf(page, /Negotiating/).click();
    await page.getByRole('button', { name: 'Save, then Break' }).click();
    await waitFor('the break', async () => (await floorOf(page)).state.state === 'on_break', patienceMs);
  };
  /** As a link does: the page stays, and with it the sound. */
  const within = (path: string) =>
    page.evaluate(`history.pushState(null, '', '${path}'); dispatchEvent(new PopStateEvent('popstate'))`);
  const ladder = () => page.getByRole('button', { name: /^Call / }).first();

  it('[HAND-1] the button beside a number of the ladder rings it for the agent himself', async () => {
    await dialedIn('manual');
    await atWork();
    const [caseId = ''] = house.caseIds;
    await within(`/agent/cases/${caseId}`);
    await ladder().click();
    await hangUpButton(page).waitFor();
    await heardBothWays(house, page);
    const attempt = await prisma().attempt.findFirstOrThrow({ where: { caseId } });
    expect(attempt).toMatchObject({ mode: 'manual', agentId: house.userId });
    await writtenUp();
    // On a break nobody is rung: the button says why.
    await within(`/agent/cases/${caseId}`);
    await ladder().waitFor();
    expect(await ladder().isDisabled()).toBe(true);
  });

  it('[AXE-4] [HAND-4] Alt J shows the next case, Alt D rings it, and the case passed over is not rung', async () => {
    await dialedIn('preview');
    await atWork();
    const strip = page.getByRole('region', { name: 'Preview' });
    await strip.getByRole('button', { name: 'Next case' }).waitFor();
    await page.locator('button[aria-keyshortcuts="Alt+B"]').click();
    await page.getByRole('menuitem', { name: 'Meal' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Meal' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('Alt+KeyJ');
    const dial = strip.getByRole('button', { name: 'Dial' });
    await dial.waitFor();
    const first = caseOf(page);
    await strip.getByRole('button', { name: 'Pass over' }).click();
    await page.getByRole('menuitem', { name: 'Needs preparation' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Needs preparation' }).click();
    await strip.getByRole('button', { name: 'Next case' }).waitFor();

    await page.keyboard.press('Alt+KeyJ');
    await dial.waitFor();
    const second = caseOf(page);
    expect(second).not.toBe(first);
    await page.keyboard.press('Alt+KeyD');
    await hangUpButton(page).waitFor();
    expect(
      await prisma().attempt.findMany({ where: { caseId: { in: [first, second] }, mode: 'preview' } }),
    ).toMatchObject([{ caseId: second, agentId: house.userId }]);
    await writtenUp();
  });
});

/** Of the case page that is shown. */
const caseOf = (page: Page): string => /\/cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? 'none';
