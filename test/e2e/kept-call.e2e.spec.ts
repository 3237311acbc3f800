import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import {
  becomeReady,
  floorOf,
  hangUpButton,
  heardBothWays,
  liveCalls,
  openDesk,
  passSoundCheck,
  patienceMs,
  resultOf,
  signIn,
  takeCall,
  type Desk,
} from './agent-desk.ts';
import { debtorName, openCallingHouse, password, type CallingHouse } from './calling-house.ts';
import { openNetworkLine, type NetworkLine } from './network-line.ts';

/** Longer than the server takes a silent socket for dead, shorter than it waits for a lost agent. */
const outageMs = 3_000;

describe('a call outlives what happens to the page', () => {
  let house: CallingHouse;
  let desk: Desk;
  let line: NetworkLine;
  let person: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    house = await openCallingHouse({ cases: 6, talkMs: 300_000 });
    desk = await openDesk();
    line = await openNetworkLine(house.app.port);
  });
  afterAll(async () => {
    await desk.close();
    await line.close();
    await house.close();
  });
  beforeEach(async () => {
    person = await desk.person();
    page = await person.newPage();
    await signIn(page, `${line.url}/agent/`);
    await passSoundCheck(page);
  });
  afterEach(async () => {
    await person.close();
    expect(desk.faults).toEqual([]);
  });

  const talkSeconds = async (): Promise<number> => {
    const shown = await page.getByRole('timer', { name: 'Talk time' }).innerText();
    return shown.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  };
  const card = (on: Page) => on.getByRole('heading', { name: debtorName });
  const currentCall = async (): Promise<string> => (await floorOf(page)).call?.attemptId ?? '';
  const outage = (): Promise<void> => new Promise((over) => setTimeout(over, outageMs));
  const saveAsBreak = async (attemptId: string): Promise<void> => {
    await hangUpButton(page).click();
    if (!(await resultOf(page, /Negotiating/).isChecked())) await resultOf(page, /Negotiating/).click();
    await page.getByRole('button', { name: 'Save, then Break' }).click();
    const { prisma } = house.app.platform;
    await waitFor('the wrap-up to be stored', () => prisma.wrapUp.findFirst({ where: { attemptId } }), patienceMs);
    await waitFor('the break', async () => (await floorOf(page)).state.state === 'on_break', patienceMs);
  };

  it('[UI-2] a reload in mid-call returns to the call, its sound and the wrap-up begun', async () => {
    const attemptId = await takeCall(page);
    await heardBothWays(house, page);
    await resultOf(page, /Negotiating/).click();
    await page.getByRole('textbox', { name: 'Note' }).fill('Half of what was said');
    const talkedBefore = await talkSeconds();

    await page.reload();
    await hangUpButton(page).waitFor();
    await card(page).waitFor();
    expect(await talkSeconds()).toBeGreaterThanOrEqual(talkedBefore);
    await heardBothWays(house, page);
    expect(await resultOf(page, /Negotiating/).isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Half of what was said');
    expect((await floorOf(page)).call?.attemptId).toBe(attemptId);

    await saveAsBreak(attemptId);
    const wrapUp = await house.app.platform.prisma.wrapUp.findFirstOrThrow({ where: { attemptId } });
    expect(wrapUp).toMatchObject({ code: 'NEG', note: 'Half of what was said' });
  });

  it('[UI-3] a network that breaks off or falls silent costs some words and not the call', async () => {
    const attemptId = await takeCall(page);
    await heardBothWays(house, page);
    const notice = page.getByText(/connection (to the server )?dropped/).first();
    for (const breakIt of ['drop', 'hush'] as const) {
      line[breakIt]();
      await notice.waitFor();
      await outage();
      line.restore();
      await page.locator('[data-audio-link=open]').waitFor();
      await notice.waitFor({ state: 'hidden' });
      await heardBothWays(house, page);
      expect((await liveCalls(house)).length).toBe(1);
      expect(await floorOf(page)).toMatchObject({ state: { state: 'talking' }, call: { attemptId, endedAt: null } });
    }
    await saveAsBreak(attemptId);
  });

  it('[UI-4] of two windows the newer has the calls, and the older says so and takes them back', async () => {
    const attemptId = await takeCall(page);
    await heardBothWays(house, page);
    const older = page;
    const newer = await person.newPage();
    await newer.goto(`${line.url}/agent/`);
    const replaced = (window: Page) => window.getByText('Another window took over your calls.');

    await replaced(older).waitFor();
    await heardBothWays(house, newer);
    await older.getByRole('button', { name: 'Use this window' }).click();
    await replaced(newer).waitFor();
    await replaced(older).waitFor({ state: 'hidden' });
    await heardBothWays(house, older);
    expect(await floorOf(older)).toMatchObject({ state: { state: 'talking' }, call: { attemptId, endedAt: null } });
    await newer.close();
    await saveAsBreak(attemptId);
  });

  it('[UI-19] a call brings its card to whoever is at the case list, and only to the window with the sound', async () => {
    const aside = await person.newPage();
    await aside.goto(`${line.url}/agent/cases`);
    await aside.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.getByRole('link', { name: 'Cases' }).click();
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await becomeReady(page);

    await hangUpButton(page).waitFor();
    await card(page).waitFor();
    const attemptId = await currentCall();
    expect(new URL(aside.url()).pathname).toBe('/agent/cases');

    // Who looks something up meanwhile is left there, and has the way back before the eyes.
    await page.getByRole('link', { name: 'Cases' }).click();
    await page.getByRole('link', { name: 'Back to the call' }).click();
    await card(page).waitFor();
    await saveAsBreak(attemptId);
  });

  it('[UI-19] a call ends a sound check that is still open', async () => {
    const setCampaign = (status: 'paused' | 'running') =>
      house.app.platform.prisma.campaign.update({ where: { id: house.campaignId }, data: { status } });
    await setCampaign('paused');
    await becomeReady(page);
    await page.getByRole('button', { name: 'Avery Agent' }).click();
    await page.getByRole('menuitem', { name: 'Check sound' }).click();
    await page.getByRole('heading', { name: 'Sound check' }).waitFor();
    await setCampaign('running');
    await hangUpButton(page).waitFor();
    await card(page).waitFor();
    await saveAsBreak(await currentCall());
  });

  it('[UI-21] a session that ends in mid-call is said, and whoever signs in again is back in the call', async () => {
    const attemptId = await takeCall(page);
    await page.getByRole('textbox', { name: 'Note' }).fill('Half of what was said');
    await house.app.platform.prisma.session.updateMany({
      where: { userId: house.userId },
      data: { revokedAt: new Date() },
    });
    await page.getByRole('button', { name: 'Hold' }).click();
    await page.getByText('Your session has ended.').waitFor();
    expect(await page.locator('input[autocomplete=username]').inputValue()).toBe('avery');
    await page.locator('input[type=password]').fill(password);
    await page.keyboard.press('Enter');
    await card(page).waitFor();
    await heardBothWays(house, page);
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Half of what was said');
    expect(await floorOf(page)).toMatchObject({ state: { state: 'talking' }, call: { attemptId, endedAt: null } });
    await saveAsBreak(attemptId);
  });
});
