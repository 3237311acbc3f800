import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { argon2Hasher } from '../../src/access/adapters/argon2-hasher.ts';
import { saveAccount } from '../../src/access/adapters/prisma-accounts.ts';
import { newId } from '../../src/platform/ids.ts';
import { openDesk, signIn, type Desk } from './agent-desk.ts';
import { openCallingHouse, password, type CallingHouse } from './calling-house.ts';

let house: CallingHouse;
let desk: Desk;
let person: BrowserContext;

beforeAll(async () => {
  house = await openCallingHouse({ cases: 5, talkMs: 60_000 });
  const { prisma } = house.app.platform;
  const passwordHash = await argon2Hasher.hash(password);
  await prisma.team.create({ data: { id: newId(), name: 'North' } });
  for (const [username, displayName, role] of [
    ['ada', 'Ada Admin', 'admin'],
    ['nora', 'Nora North', 'agent'],
    ['omar', 'Omar North', 'agent'],
  ] as const) {
    await saveAccount(prisma, { username, displayName, role, passwordHash, locale: 'en' });
  }
  const team = await prisma.team.findFirstOrThrow();
  await prisma.user.updateMany({ where: { username: { in: ['nora', 'omar'] } }, data: { teamId: team.id } });
  desk = await openDesk();
  person = await desk.person();
});
afterAll(async () => {
  await person.close();
  await desk.close();
  await house.close();
});

it('[LVR-9] [ACC-20] closing an account says what it still owns and offers to hand it over, to a team and evenly; why is told at the person', async () => {
  const page = await person.newPage();
  await signIn(page, `${house.url}/admin/people`, 'ada', password);
  await page.getByRole('button', { name: 'More for Avery Agent' }).click();
  await page.getByRole('menuitem', { name: 'Close the account' }).click();
  await page.getByText(/5 open cases keep their owner/).waitFor();
  await page.getByRole('button', { name: 'Hand the cases over first' }).click();

  const drawer = page.getByRole('dialog', { name: 'Cases of Avery Agent' });
  await drawer.getByText('Spring').waitFor();
  await drawer.getByText('A team').click();
  await drawer.getByRole('combobox', { name: 'Team' }).click();
  await page.getByTitle('North').click();
  await drawer.getByLabel('Why').fill('Leaves the house');
  await drawer.getByRole('button', { name: 'Hand over 5 cases' }).click();
  await drawer.getByText(/Handed over by Ada Admin/).waitFor();
  await drawer.getByText(/^5 of 5 given/).waitFor();
  expect((await drawer.getByText(/(Nora|Omar) North: [23] cases/).allInnerTexts()).length).toBe(2);
  await drawer.getByText('There is no open case to be given.').waitFor();
  const owners = await house.app.platform.prisma.case.groupBy({ by: ['ownerId'], _count: { _all: true } });
  expect(owners.map(({ _count }) => _count._all).toSorted()).toEqual([2, 3]);
  expect(owners.some(({ ownerId }) => ownerId === house.userId)).toBe(false);
  await drawer.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'More for Avery Agent' }).click();
  await page.getByRole('menuitem', { name: 'Close the account' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Contract is over');
  await page.getByRole('dialog').getByRole('button', { name: 'Close the account' }).click();
  await page.getByText('Avery Agent', { exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByTitle('Left', { exact: true }).click();
  await page.getByRole('button', { name: 'More for Avery Agent' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  const history = page.getByRole('dialog', { name: 'History of Avery Agent' });
  await history.getByText('Reason: Contract is over').waitFor();
  await history.getByText('Cases handed over').waitFor();
  expect(desk.faults).toEqual([]);
});
