import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { argon2Hasher } from '../../src/access/adapters/argon2-hasher.ts';
import { saveAccount } from '../../src/access/adapters/prisma-accounts.ts';
import { waitFor } from '../support/wait-for.ts';
import { openDesk, patienceMs, signIn, type Desk } from './agent-desk.ts';
import { openCallingHouse, password, type CallingHouse } from './calling-house.ts';

let house: CallingHouse;
let desk: Desk;
let person: BrowserContext;
let admin: Page;

beforeAll(async () => {
  house = await openCallingHouse({ cases: 1, talkMs: 60_000 });
  const passwordHash = await argon2Hasher.hash(password);
  await saveAccount(house.app.platform.prisma, {
    ...{ username: 'ada', displayName: 'Ada Admin', role: 'admin', passwordHash, locale: 'en' },
  });
  desk = await openDesk();
  person = await desk.person();
  admin = await person.newPage();
});
afterAll(async () => {
  await person.close();
  await desk.close();
  await house.close();
});

it('[UI-41] an administrator asks for a skill on a campaign and sees on the case who would get its calls, and why', async () => {
  const { prisma } = house.app.platform;
  const campaign = () =>
    prisma.campaign.findUniqueOrThrow({ where: { id: house.campaignId }, include: { agents: true } });
  await signIn(admin, `${house.url}/admin/campaigns`, 'ada', password);
  await admin.getByRole('button', { name: 'Edit' }).click();
  await admin.getByRole('combobox', { name: 'Skills that agents need' }).fill('legal');
  await admin.getByRole('combobox', { name: 'Skills that agents need' }).press('Enter');
  await admin.getByRole('spinbutton', { name: 'Wait for the owner' }).fill('250');
  await admin.getByRole('textbox', { name: 'What is said then' }).fill('Nobody is free.');
  await admin.getByRole('button', { name: 'Give a level' }).click();
  await admin.getByRole('combobox', { name: 'Agent', exact: true }).click();
  await admin.locator('.ant-select-item-option-content', { hasText: 'Avery Agent' }).last().click();
  await admin.getByRole('textbox', { name: 'Why' }).fill('Court cases need a lawyer');
  await admin.locator('.ant-drawer-footer').getByRole('button', { name: 'Save' }).click();
  await waitFor('the campaign to be saved', async () => (await campaign()).requiredSkills.length === 1, patienceMs);
  expect(await campaign()).toMatchObject({ requiredSkills: ['legal'], affinityMs: 250, agents: [{ level: 1 }] });

  // Any case is asked about as if it were of this campaign: this one is of none for the moment.
  const ofCampaign = (campaignId: string | null) =>
    prisma.case.update({ where: { id: house.caseIds[0] ?? '' }, data: { campaignId } });
  await ofCampaign(null);
  await admin.getByRole('button', { name: 'Who gets it' }).click();
  const asked = admin.getByRole('combobox', { name: 'Case: its reference' });
  await asked.click();
  await asked.fill('E2E-0');
  await admin.locator('.ant-select-item-option-content', { hasText: 'E2E-0' }).click();
  await admin.getByText('Nobody could take the call now.').waitFor();
  await admin.getByText('lacks legal').waitFor();
  await ofCampaign(house.campaignId);

  await prisma.user.update({ where: { id: house.userId }, data: { skills: ['legal'] } });
  await admin.goto(`${house.url}/admin/cases/${house.caseIds[0] ?? ''}`);
  await admin.getByRole('tab', { name: 'Who gets it' }).click();
  await admin.getByText('is not ready').waitFor();
  const alive = { state: 'ready', readySince: new Date(), aliveAt: new Date(Date.now() + 60_000), nodeId: 'elsewhere' };
  await prisma.agentPresence.upsert({
    where: { userId: house.userId },
    create: { userId: house.userId, ...alive },
    update: alive,
  });
  await admin.getByRole('button', { name: 'Ask again' }).click();
  await admin.getByText('Avery Agent would get the call now.').waitFor();
  await admin.getByText('the only one who can take it').waitFor();

  // The owner writes another one up: whoever rings us waits longer for him than somebody whom we rang.
  await prisma.agentPresence.update({
    where: { userId: house.userId },
    data: { state: 'wrapping_up', readySince: null },
  });
  await admin.getByRole('button', { name: 'Ask again' }).click();
  await admin.getByText('wait up to 250 ms for its owner Avery Agent').waitFor();
  await admin.getByText('They call us', { exact: true }).click();
  await admin.getByText('wait up to 15000 ms for its owner Avery Agent').waitFor();
  expect(desk.faults).toEqual([]);
});
