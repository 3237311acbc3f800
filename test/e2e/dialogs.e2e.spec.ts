import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passSoundCheck, patienceMs, signIn } from './agent-desk.ts';
import { faultsOf, isDrawn } from './axe.ts';
import { openBrowser } from './browser.ts';
import { openFurnishedHouse, password } from './calling-house.ts';
import { locales, wordsOf, type Locale } from './console-words.ts';
import { furnishDialogs, tellOfRareThings } from './dialog-furniture.ts';
import { openings, seenElsewhere } from './dialogs.ts';
import { openDialog } from './open-dialog.ts';
import { consoles, type Console } from './screens.ts';

const people: Record<Console, string> = { agent: 'agent1', supervisor: 'admin', admin: 'admin' };
const colleagues: Record<Locale, string> = { 'en-US': 'agent2', 'zh-CN': 'agent3' };

let house: Awaited<ReturnType<typeof openFurnishedHouse>>;
let browser: Awaited<ReturnType<typeof openBrowser>>;
/** What stands for the names in the routes. */
const named = new Map<string, string>();

beforeAll(async () => {
  house = await openFurnishedHouse();
  browser = await openBrowser();
  const { prisma } = house.app.platform;
  for (const [name, id] of await furnishDialogs(prisma, house.url, { username: people.admin, password }))
    named.set(name, id);
  const { id: agentId } = await prisma.user.findUniqueOrThrow({ where: { username: people.agent } });
  const [ownCase, placement] = await Promise.all([
    prisma.case.findFirstOrThrow({ where: { ownerId: agentId, attempts: { some: {} } } }),
    prisma.placement.findFirstOrThrow({ where: { status: 'done' } }),
  ]);
  named.set('caseId', ownCase.id).set('placementId', placement.id);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

async function personAt(locale: Locale): Promise<BrowserContext> {
  const person = await browser.newContext({
    locale,
    viewport: { width: 1366, height: 768 },
    permissions: ['microphone'],
    bypassCSP: true,
  });
  person.setDefaultTimeout(patienceMs);
  return person;
}

/** At the address, as far as the console's own page. */
async function pageOf(person: BrowserContext, console: Console, username: string): Promise<Page> {
  const page = await person.newPage();
  await signIn(page, `${house.url}/${console}/`, username, password);
  await page.locator('input[type=password]').waitFor({ state: 'detached' });
  return page;
}

describe.each(locales)('in %s', (locale) => {
  describe.each(consoles)('of the %s console', (console) => {
    let page: Page;
    const present: BrowserContext[] = [];
    beforeAll(async () => {
      const person = await personAt(locale);
      present.push(person);
      page = await pageOf(person, console, people[console]);
      if (console === 'agent') await passSoundCheck(page, locale);
      // Somebody whom a supervisor sees on the floor.
      if (console === 'supervisor') {
        const colleague = await personAt(locale);
        present.push(colleague);
        const desk = await pageOf(colleague, 'agent', colleagues[locale]);
        await passSoundCheck(desk, locale);
        await desk.getByRole('button', { name: wordsOf(locale, 'floor.breakMenu') }).click();
        await desk.getByRole('menuitem', { name: wordsOf(locale, 'terms.breakReason.meal') }).click();
        await desk.locator('[data-agent-state=on_break]').waitFor();
      }
      await tellOfRareThings(page);
    });
    afterAll(async () => {
      for (const one of present) await one.close();
    });

    it.each(openings.filter((opening) => opening.console === console))('[AXE-4] $shows: $says', async (opening) => {
      const path = opening.path.replaceAll(/:(\w+)/g, (_, name: string) => named.get(name) ?? `no-${name}-is-known`);
      await page.goto(`${house.url}/${console}/${path}`);
      await isDrawn(page);
      await openDialog(page, opening, locale);
      await isDrawn(page);
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});

it('[AXE-5] every dialog, drawer, question and menu of the consoles is opened, or named as part of another', () => {
  const root = new URL('../../public/', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const elements =
    /<(Modal|Drawer|Popconfirm|Popover|Dropdown|Tour|ReasonDialog)\b|\b([mM]odal\.(?:confirm|info|warning|error|success))\(/g;
  const used = files.flatMap((file) =>
    [...readFileSync(new URL(file, root), 'utf8').matchAll(elements)].map(
      ([, element, call]) => `${file.replaceAll('\\', '/')} ${element ?? call ?? ''}`,
    ),
  );
  expect(used.length).toBeGreaterThan(60);
  const covered = [...openings, ...seenElsewhere].map(({ shows }) => shows);
  const count = (list: readonly string[], wanted: string): number => list.filter((each) => each === wanted).length;
  expect([...new Set(used)].filter((each) => count(used, each) > count(covered, each))).toEqual([]);
  expect([...new Set(covered)].filter((each) => !used.includes(each))).toEqual([]);
});
