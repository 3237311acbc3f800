import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patienceMs, signIn } from './agent-desk.ts';
import { faultsOf, isDrawn } from './axe.ts';
import { openBrowser } from './browser.ts';
import { openFurnishedHouse, password } from './calling-house.ts';
import { locales } from './console-words.ts';
import { consoles, screensOf, type Console, type Screen } from './screens.ts';

const people: Record<Console, string> = { agent: 'agent1', supervisor: 'admin', admin: 'admin' };

let house: Awaited<ReturnType<typeof openFurnishedHouse>>;
let browser: Awaited<ReturnType<typeof openBrowser>>;
/** Of the agent's own: one whose call was heard and wrapped up, and the one with most calls, which fills its panes. */
const fullCases: string[] = [];
/** What stands for the names in the routes. */
const named = new Map<string, string>();

beforeAll(async () => {
  house = await openFurnishedHouse();
  browser = await openBrowser();
  const { prisma } = house.app.platform;
  const { id: agentId } = await prisma.user.findUniqueOrThrow({ where: { username: people.agent } });
  const [ownCase, busiest, campaign, placement] = await Promise.all([
    prisma.case.findFirstOrThrow({
      where: {
        ownerId: agentId,
        attempts: { some: { agentId, wrapUp: { isNot: null }, recordings: { some: { status: 'complete' } } } },
      },
      orderBy: { id: 'asc' },
    }),
    prisma.case.findFirstOrThrow({
      where: { ownerId: agentId },
      orderBy: [{ attempts: { _count: 'desc' } }, { id: 'asc' }],
    }),
    prisma.campaign.findFirstOrThrow(),
    prisma.placement.findFirstOrThrow({ where: { status: 'done' } }),
  ]);
  fullCases.push(ownCase.id, busiest.id);
  named.set('caseId', ownCase.id).set('campaignId', campaign.id).set('placementId', placement.id);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

const addressOf = ({ console, path }: Screen): string =>
  `${house.url}/${console}/${path.replaceAll(/:(\w+)/g, (_, name: string) => named.get(name) ?? `no-${name}-is-known`)}`;

/** Parts of the page that can only be read by moving it sideways; a table's own frame may. */
const sideways = `(() => [document.documentElement, ...document.querySelectorAll('body, #root, main, #root > *')]
  .filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== 'hidden')
  .map((each) => each.tagName + '.' + each.className + ' ' + each.scrollWidth + ' > ' + each.clientWidth))()`;

describe.each(locales)('in %s', (locale) => {
  let person: BrowserContext;
  let page: Page;
  let signInFaults: Awaited<ReturnType<typeof faultsOf>>;

  describe.each(consoles)('the %s console', (console) => {
    beforeAll(async () => {
      person = await browser.newContext({
        locale,
        viewport: { width: 1366, height: 768 },
        permissions: ['microphone'],
        bypassCSP: true,
      });
      person.setDefaultTimeout(patienceMs);
      page = await person.newPage();
      // Here, not in a test, so that a screen tried alone is not the sign-in page in its stead.
      await page.goto(`${house.url}/${console}/`);
      await page.locator('input[type=password]').waitFor();
      signInFaults = await faultsOf(page);
      await signIn(page, `${house.url}/${console}/`, people[console], password);
      await page.locator('input[type=password]').waitFor({ state: 'detached' });
    });
    afterAll(() => person.close());

    it('[AXE-1] the sign-in page has no serious fault', () => {
      expect(signInFaults).toEqual([]);
    });

    it.each(screensOf(console))('[AXE-1] [AXE-2] $path', async (screen) => {
      await page.goto(addressOf(screen));
      await isDrawn(page);
      const found = { faults: await faultsOf(page), sideways: await page.evaluate(sideways) };
      expect(found).toEqual({ faults: [], sideways: [] });
    });

    if (screensOf(console).some(({ path }) => path === 'cases/:caseId'))
      it('[AXE-1] every tab of a case that was called often and of one whose call may be corrected', async () => {
        const found: unknown[] = [];
        for (const caseId of fullCases) {
          await page.goto(`${house.url}/${console}/cases/${caseId}`);
          await page.locator('#case-tabs [role=tab]').first().waitFor();
          const tabs = await page.locator('#case-tabs [role=tab]').all();
          expect(tabs.length).toBeGreaterThanOrEqual(9);
          for (const tab of tabs) {
            await tab.click();
            await isDrawn(page);
            const faults = await faultsOf(page);
            if (faults.length > 0) found.push({ caseId, tab: await tab.textContent(), faults });
          }
        }
        expect(found).toEqual([]);
      });
  });
});

it('[AXE-3] every name in a route has something that stands for it', () => {
  const screens = consoles.flatMap(screensOf);
  expect(screens.length).toBeGreaterThan(20);
  const names = screens.flatMap(({ path }) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name));
  expect(names.filter((name) => !named.has(name ?? ''))).toEqual([]);
});
