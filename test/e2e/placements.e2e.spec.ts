import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { americanHeader, americanRow, csvText } from '../fixtures/placements/rows.ts';
import { openDesk, signIn, type Desk } from './agent-desk.ts';
import { openCallingHouse, type CallingHouse } from './calling-house.ts';

/** As banks send them: a title above the header, a totals row, and rows that cannot be taken as they are. */
const soiled = csvText([
  ['Spring placement'],
  [...americanHeader],
  americanRow('EX-1'),
  americanRow('EX-2', { 'Work Phone': 'call reception', 'First Name': ' Casey ' }),
  americanRow('EX-3', { Balance: 'ask' }),
  americanRow('EX-4', { 'Primary Phone': '3.46555E+09' }),
  americanRow('EX-1', { Balance: '1.00' }),
  ['Total', null, null, null, '1,012.86'],
]);
const file = { name: 'spring.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${soiled}`) };

describe('placements in the browser', () => {
  let house: CallingHouse;
  let desk: Desk;
  let page: Page;

  beforeAll(async () => {
    house = await openCallingHouse({ cases: 0, talkMs: 1_000 });
    desk = await openDesk();
    page = await (await desk.person()).newPage();
    await signIn(page, `${house.url}/admin/`, 'sam');
  });
  afterAll(async () => {
    await desk.close();
    await house.close();
  });

  const upload = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Import a file' }).first().click();
    // The list that is left has a field named alike.
    await page.getByRole('heading', { level: 1, name: 'Import a file' }).waitFor();
    await page.getByRole('combobox', { name: 'Client' }).fill('Example Bank');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('heading', { name: 'First rows as they would be imported' }).waitFor();
  };
  const importIt = async (): Promise<void> => {
    await page.getByRole('button', { name: /Import \d+ rows/ }).click();
    await page.locator('main').getByText('Done', { exact: true }).waitFor();
  };
  const figures = async (): Promise<Record<string, string>> => {
    const shown = await page.locator('[data-figure]').all();
    const pairs = await Promise.all(
      shown.map(async (one) => [await one.getAttribute('data-figure'), await one.locator('dd').innerText()] as const),
    );
    return Object.fromEntries(pairs.map(([name, value]) => [name ?? '', value]));
  };
  const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');

  it('[UI-11] a file is read, confirmed, imported and counted, and its rejected rows come back with reasons', async () => {
    await upload();
    await page.getByText('Header row 2').waitFor();
    const meaningOf = (column: string) => page.locator('label', { has: page.getByText(column, { exact: true }) });
    await meaningOf('Account Number').getByText('Case number').waitFor();
    await meaningOf('Primary Phone').getByText('Own mobile: phone').waitFor();
    const preview = page.getByRole('row');
    await preview.filter({ hasText: 'EX-1' }).first().getByText('Accepted').waitFor();
    await preview.filter({ hasText: 'Amount unreadable' }).getByText('Rejected').waitFor();
    expect(await house.app.platform.prisma.case.count()).toBe(0);

    await importIt();
    expect(await figures()).toMatchObject({ accepted: '2', unchanged: '0', rejected: '3', numbers: '2' });
    await page.getByText('Why rows were rejected').waitFor();
    expect(await house.app.platform.prisma.case.count()).toBe(2);

    const arrives = page.waitForEvent('download');
    await page.getByRole('link', { name: /Download rejected rows/ }).click();
    const [header = '', ...rows] = (await textOf(await arrives)).replace('\uFEFF', '').trim().split(/\r?\n/);
    expect(header.startsWith(americanHeader.join(','))).toBe(true);
    expect(header.split(',')).toHaveLength(americanHeader.length + 1);
    expect(rows.map((row) => row.split(',').at(-1))).toEqual([
      expect.stringContaining('amount_invalid'),
      expect.stringContaining('no_usable_phone'),
      expect.stringContaining('duplicate_case_id'),
    ]);
    expect(desk.faults).toEqual([]);
  });

  it('[UI-12] an imported placement is put into a campaign, once', async () => {
    const { prisma } = house.app.platform;
    const inCampaign = () => prisma.case.count({ where: { campaignId: house.campaignId } });
    expect(await inCampaign()).toBe(0);
    await page.getByRole('button', { name: 'Put into campaign' }).click();
    await page.getByText('2 cases are in the campaign now.').waitFor();
    expect(await inCampaign()).toBe(2);
    await page.getByRole('button', { name: 'Put into campaign' }).click();
    await page.getByText('Its open cases are in a campaign already.').waitFor();
    expect(await inCampaign()).toBe(2);
    expect(desk.faults).toEqual([]);
  });

  it('[UI-13] the same file again is recognised and changes nothing', async () => {
    const { prisma } = house.app.platform;
    const stored = () =>
      prisma.case.findMany({
        orderBy: { externalRef: 'asc' },
        select: { id: true, externalRef: true, amountMinor: true, campaignId: true, version: true, updatedAt: true },
      });
    const before = await stored();
    await page.goto(`${house.url}/admin/placements`);
    await upload();
    await page.getByText('The same file was imported before. Importing it again changes nothing.').waitFor();
    await page.getByText('The mapping confirmed for this client last time was used.').waitFor();
    await importIt();
    expect(await figures()).toMatchObject({ accepted: '2', unchanged: '2', rejected: '3' });
    expect(await stored()).toEqual(before);
    expect(desk.faults).toEqual([]);
  });
});
