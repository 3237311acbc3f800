import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chinese, english } from '../../public/shared/i18n/locales.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  hangUpButton,
  openDesk,
  passSoundCheck,
  patienceMs,
  resultOf,
  signIn,
  takeCall,
  type Desk,
} from './agent-desk.ts';
import { openCallingHouse, type CallingHouse } from './calling-house.ts';

/** What a text looks like whose translation is missing. */
const rawKey = /^[a-z]+[a-zA-Z]*(\.[a-zA-Z_]+)+$/;

describe('who may enter, and in which language', () => {
  let house: CallingHouse;
  let desk: Desk;
  let person: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    house = await openCallingHouse({ cases: 1, talkMs: 300_000 });
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk.close();
    await house.close();
  });
  beforeEach(async () => {
    person = await desk.person();
    page = await person.newPage();
  });
  afterEach(async () => {
    await person.close();
    expect(desk.faults).toEqual([]);
  });

  it('[UI-8] a wrong password is named, and too many of them close the account for a while', async () => {
    await signIn(page, `${house.url}/admin/`, 'sam', 'wrong horse');
    const alert = page.getByRole('alert');
    await alert.getByText('User name or password is wrong.').waitFor();
    const submit = page.getByRole('button', { name: 'Sign in' });
    for (let tries = 1; tries < 5; tries += 1) {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await submit.click();
      await answered;
    }
    await alert.getByText(/Too many attempts\. Try again in \d+ seconds?\./).waitFor();
    expect(await submit.isDisabled()).toBe(true);

    // The right one does not open it either while it is closed.
    const reply = await page.request.post(`${house.url}/api/session`, {
      data: { username: 'sam', password: 'correct horse 7' },
    });
    expect(reply.status()).toBe(429);
    expect(Number(reply.headers()['retry-after'])).toBeGreaterThan(0);
    await house.app.platform.prisma.user.update({
      where: { username: 'sam' },
      data: { lockedUntil: null, failedSignIns: 0 },
    });
  });

  it('[UI-9] each role has its own doors, and a closed one says so', async () => {
    await signIn(page, `${house.url}/agent/`);
    await page.getByRole('button', { name: 'Use microphone' }).waitFor();
    expect((await page.request.get(`${house.url}/api/placements`)).status()).toBe(403);
    expect((await page.request.post(`${house.url}/api/campaigns/${house.campaignId}/pause`)).status()).toBe(403);
    await page.goto(`${house.url}/admin/placements`);
    await page.getByText('You may not see this').waitFor();

    const other = await desk.person();
    const supervisor = await other.newPage();
    await signIn(supervisor, `${house.url}/admin/`, 'sam');
    await supervisor.getByRole('heading', { name: 'Placements' }).waitFor();
    expect((await supervisor.request.get(`${house.url}/api/placements`)).status()).toBe(200);
    expect((await supervisor.request.get(`${house.url}/api/agent/bootstrap`)).status()).toBe(403);
    await supervisor.goto(`${house.url}/agent/`);
    await supervisor.getByText('You may not see this').waitFor();
    await other.close();
  });

  it('[UI-10] both languages on every page, switched at once, with no text left untranslated', async () => {
    const untranslated = async (where: string): Promise<void> => {
      const words = await page.evaluate<string[]>(`[
        ...document.body.innerText.split(/\\s+/),
        ...['aria-label', 'title', 'placeholder'].flatMap((name) =>
          [...document.querySelectorAll('[' + name + ']')].map((element) => element.getAttribute(name)),
        ),
      ]`);
      expect(words.length).toBeGreaterThan(4);
      expect(
        words.filter((word) => rawKey.test(word)),
        `raw keys on ${where}`,
      ).toEqual([]);
    };
    const say = (language: '中' | 'EN') => page.getByText(language, { exact: true }).click();
    const inBoth = async (
      where: string,
      wordIn: (language: typeof english | typeof chinese) => string,
    ): Promise<void> => {
      await say('中');
      await page.getByText(wordIn(chinese)).first().waitFor();
      await untranslated(`${where}, Chinese`);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      await say('EN');
      await page.getByText(wordIn(english)).first().waitFor();
      await untranslated(`${where}, English`);
    };

    await page.goto(`${house.url}/agent/`);
    await inBoth('sign-in', ({ common }) => common.signIn.username);
    await signIn(page, `${house.url}/agent/`);
    await inBoth('sound check', ({ audio }) => audio.check.title);
    await passSoundCheck(page);
    await inBoth('idle console', ({ floor }) => floor.idle.noCalls);
    const attemptId = await takeCall(page);
    await inBoth('console in a call', ({ floor }) => floor.call.hangUp);
    await hangUpButton(page).click();
    await page.locator('#wrap-up[data-due=true]').waitFor();
    await page.getByRole('button', { name: /All results/ }).click();
    for (const option of await page.getByRole('radiogroup', { name: 'Result' }).getByRole('radio').all()) {
      await option.click();
      await untranslated('wrap-up');
    }
    await resultOf(page, /Negotiating/).click();
    await inBoth('wrap-up', ({ wrapUp }) => wrapUp.nextFollowUp);
    await page.getByRole('button', { name: 'Save, then Break' }).click();
    const { prisma } = house.app.platform;
    await waitFor('the wrap-up to be stored', () => prisma.wrapUp.findFirst({ where: { attemptId } }), patienceMs);
    await page.goto(`${house.url}/agent/cases`);
    await inBoth('cases', ({ cases }) => cases.title);
    await page.goto(`${house.url}/agent/cases/${house.caseIds[0] ?? ''}`);
    await inBoth('case', ({ cases }) => cases.numbers);

    await person.clearCookies();
    await signIn(page, `${house.url}/admin/`, 'sam');
    await inBoth('placements', ({ placements }) => placements.create);
    await page.goto(`${house.url}/admin/campaigns`);
    await inBoth('campaigns', ({ campaigns }) => campaigns.mode.progressive);
  });
});
