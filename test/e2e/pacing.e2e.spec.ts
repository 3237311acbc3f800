import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDesk, signIn, type Desk } from './agent-desk.ts';
import { openCallingHouse, type CallingHouse } from './calling-house.ts';

let house: CallingHouse;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  house = await openCallingHouse({ cases: 0, talkMs: 1_000 });
  desk = await openDesk();
  page = await (await desk.person()).newPage();
  await signIn(page, `${house.url}/supervisor/`, 'sam');
});
afterAll(async () => {
  await desk.close();
  await house.close();
});

it('[UI-24] a supervisor watches a campaign, asks why, changes how it is dialed, and pauses it', async () => {
  await page.getByText('Live', { exact: true }).waitFor();
  const seenAt = () => page.getByRole('group', { name: /^Ready: / }).innerText();
  expect(await seenAt()).toContain('0');
  await page.getByRole('listitem').filter({ hasText: 'nobody is at work' }).first().waitFor();

  await page.getByRole('tab', { name: 'Settings' }).click();
  const group = page.getByRole('spinbutton', { name: 'Smallest group' });
  await group.fill('5');
  await page.getByRole('textbox', { name: 'Why' }).fill('Two came back');
  await group.press('Enter');
  await page.getByText('Saved. In force at once.').waitFor();
  const { prisma } = house.app.platform;
  const campaign = () => prisma.campaign.findUniqueOrThrow({ where: { id: house.campaignId } });
  expect((await campaign()).smallestGroup).toBe(5);
  expect(await prisma.auditEntry.count({ where: { action: 'pacing.changed', subjectId: house.campaignId } })).toBe(1);

  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('main').getByText('Paused', { exact: true }).waitFor();
  expect((await campaign()).status).toBe('paused');
  expect(desk.faults).toEqual([]);
});
