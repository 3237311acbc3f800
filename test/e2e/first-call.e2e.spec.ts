import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { americanHeader, americanRow, csvText } from '../fixtures/placements/rows.ts';
import { waitFor } from '../support/wait-for.ts';
import { becomeReady, hangUpButton, openDesk, passSoundCheck, patienceMs, signIn, type Desk } from './agent-desk.ts';
import { callerNumber, openEmptyHouse, type RunningHouse } from './calling-house.ts';

/** Ten minutes of a person who reads before each click. */
const mostSteps = 40;

const rows = csvText([[...americanHeader], americanRow('EX-1'), americanRow('EX-2')]);
const file = { name: 'first.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };

describe('an agency that begins with nothing', () => {
  let house: RunningHouse;
  let desk: Desk;
  let admin: Page;
  let steps = 0;

  beforeAll(async () => {
    house = await openEmptyHouse();
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk.close();
    await house.close();
  });

  /** One thing that a person does: a click, a field filled, a file chosen. */
  const does = async (step: Promise<unknown>): Promise<void> => {
    steps += 1;
    await step;
  };
  const presses = (page: Page, name: string | RegExp): Promise<void> =>
    does(page.getByRole('button', { name }).first().click());
  async function goes(page: Page, group: string, name: string): Promise<void> {
    await does(page.getByRole('navigation').getByRole('button', { name: group }).click());
    await does(page.getByRole('menuitem', { name, exact: true }).getByRole('link').click());
  }
  async function chooses(page: Page, field: string, option: string): Promise<void> {
    await does(page.getByRole('combobox', { name: new RegExp(`^${field}\\b`) }).click());
    await does(page.locator('.ant-select-item-option', { hasText: option }).last().click());
    await page.locator('.ant-drawer-title').click();
  }

  it('[UI-40] an administrator sets up trunk, cases, hours and campaign, and the first recorded call arrives', async () => {
    admin = await (await desk.person()).newPage();
    await does(signIn(admin, `${house.url}/admin/`, 'admin'));

    await goes(admin, 'Dialing', 'Trunks');
    await presses(admin, 'Add a trunk');
    await does(admin.getByRole('textbox', { name: 'Name' }).fill('First trunk'));
    await presses(admin, 'Save');
    await presses(admin, 'Caller ids');
    await does(admin.getByRole('combobox', { name: 'Numbers' }).fill(callerNumber));
    await admin.keyboard.press('Enter');
    await presses(admin, /^Add$/);
    await admin.getByText('Verified', { exact: true }).waitFor();
    await presses(admin, 'Close');

    await goes(admin, 'Cases', 'Placements');
    await presses(admin, 'Import a file');
    // The list that is left has a field named alike.
    await admin.getByRole('heading', { level: 1, name: 'Import a file' }).waitFor();
    await does(admin.getByRole('combobox', { name: 'Client' }).fill('Example Bank'));
    await does(admin.locator('input[type=file]').setInputFiles(file));
    await presses(admin, /Import \d+ rows/);
    await admin.locator('main').getByText('Done', { exact: true }).waitFor();

    await goes(admin, 'Dialing', 'Campaigns');
    await presses(admin, 'New campaign');
    await does(admin.getByRole('textbox', { name: 'Name' }).fill('First campaign'));
    await chooses(admin, 'Clients', 'Example Bank');
    await chooses(admin, 'Agents', 'Avery Agent');
    await presses(admin, 'Add hours');
    for (const day of ['Sat', 'Sun']) await does(admin.getByRole('checkbox', { name: day }).check());
    await does(admin.getByRole('textbox', { name: 'From 1' }).fill('00:00'));
    await does(admin.getByRole('textbox', { name: 'To 1' }).fill('24:00'));
    await presses(admin, 'Save');
    await presses(admin, 'Start');
    const missing = admin.locator('li[data-holds="false"]');
    await admin.getByText('Running', { exact: true }).or(missing.first()).waitFor();
    expect(await missing.allInnerTexts()).toEqual([]);
    expect(steps).toBeLessThanOrEqual(mostSteps);

    const agent = await (await desk.person()).newPage();
    await signIn(agent, `${house.url}/agent/`);
    await passSoundCheck(agent);
    await becomeReady(agent);
    await hangUpButton(agent).waitFor();
    await hangUpButton(agent).click();
    const recording = await waitFor(
      'the recording of the first call',
      () => house.app.platform.prisma.recording.findFirst({ where: { status: 'complete' } }),
      patienceMs,
    );
    expect(recording.caseId).not.toBeNull();
    expect(desk.faults).toEqual([]);
  });

  it('[JOB-3] the queue that placed it bears the name of the trunk, its own on hover', async () => {
    const { id } = await house.app.platform.prisma.trunk.findFirstOrThrow();
    await admin.goto(`${house.url}/admin/jobs`);
    const queue = admin.getByRole('table').getByRole('button', { name: 'Calls over First trunk' });
    await queue.click();
    await admin.getByRole('heading', { name: 'Jobs of Calls over First trunk' }).waitFor();
    expect(await queue.getAttribute('title')).toBe(`trunk-${id}`);
    expect(await admin.getByText(id).count()).toBe(0);
    expect(desk.faults).toEqual([]);
  });
});
