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

/** A talk that is still to be written up: its case is given after that. */
async function owesWrapUp(caseId: string): Promise<string> {
  const { prisma } = house.app.platform;
  const { debtorId, numbers } = await prisma.case.findUniqueOrThrow({
    where: { id: caseId },
    include: { numbers: true },
  });
  const [number] = numbers;
  const { id: callerIdId, trunkId } = await prisma.callerId.findFirstOrThrow();
  if (number?.lineId == null) throw new Error('no number');
  const [id, at] = [newId(), new Date()];
  await prisma.attempt.create({
    data: {
      ...{ id, caseId, debtorId, numberId: number.id, lineId: number.lineId, campaignId: house.campaignId },
      ...{ trunkId, callerIdId, tokenHash: id, agentId: house.userId, presetName: 'demo', presetVersion: 1 },
      ...{ intendedAt: at, dialByAt: at, placedAt: at, answeredAt: at, connectedAt: at, endedAt: at, settledAt: at },
      ...{ state: 'ended', endFault: 'none', endReason: 'test', decision: {} },
    },
  });
  return id;
}

it('[LVR-12] [LVR-10] a supervisor hands over from the wall by keys, and stops it: it says how many were given and how many left', async () => {
  const { prisma } = house.app.platform;
  const attemptId = await owesWrapUp(house.caseIds[0] ?? '');
  const page = await (await desk.person()).newPage();
  await signIn(page, `${house.url}/supervisor/agents`, 'sam');
  await page.getByRole('button', { name: /^Not on the floor/ }).click();
  await page.getByRole('row', { name: /Avery Agent/ }).focus();
  await page.keyboard.press('h');
  const drawer = page.getByRole('dialog', { name: 'Cases of Avery Agent' });
  await drawer.getByRole('combobox', { name: 'Collector' }).click();
  await page.getByTitle('Nora North').click();
  await drawer.getByLabel('Why').fill('Goes to another team');
  await drawer.getByRole('button', { name: 'Hand over 5 cases' }).press('Enter');
  await drawer.getByText(/^4 of 5 given/).waitFor();
  await drawer.getByRole('button', { name: 'Stop handing over' }).press('Enter');
  await page.getByRole('tooltip').getByRole('button', { name: 'Stop handing over' }).press('Enter');
  await drawer.getByText(/Stopped by Sam/).waitFor();
  await drawer.getByText(/^4 of 5 given/).waitFor();
  await drawer.getByText(/^1 left/).waitFor();
  await drawer.getByRole('button', { name: 'Hand over 1 case' }).waitFor();
  expect(await prisma.case.count({ where: { ownerId: house.userId } })).toBe(1);
  const ends = await prisma.auditEntry.findMany({ where: { action: { startsWith: 'user.handover' } } });
  expect(ends.map(({ action }) => action)).toEqual(['user.handover_begun', 'user.handover_cancelled']);
  expect(ends.at(-1)?.detail).toMatchObject({ given: 4, left: 1 });
  await page.close();

  await prisma.attempt.delete({ where: { id: attemptId } });
  await prisma.case.updateMany({ data: { ownerId: house.userId } });
});

it('[LVR-9] [ACC-20] closing an account says what it still owns and offers to hand it over, to a team and evenly; why is told at the person', async () => {
  const { prisma } = house.app.platform;
  // One that is closed keeps its owner and is nobody's work.
  await prisma.case.update({ where: { id: house.caseIds[0] ?? '' }, data: { status: 'closed', dueAt: null } });
  const page = await person.newPage();
  await signIn(page, `${house.url}/admin/people`, 'ada', password);
  await page.getByRole('button', { name: 'More for Avery Agent' }).click();
  await page.getByRole('menuitem', { name: 'Close the account' }).click();
  await page.getByText(/4 open cases keep their owner/).waitFor();
  await page.getByRole('button', { name: 'Hand the cases over first' }).click();

  const drawer = page.getByRole('dialog', { name: 'Cases of Avery Agent' });
  await drawer.getByText('Spring').waitFor();
  await drawer.getByText('A team').click();
  await drawer.getByRole('combobox', { name: 'Team' }).click();
  await page.getByTitle('North').click();
  await drawer.getByLabel('Why').fill('Leaves the house');
  await drawer.getByRole('button', { name: 'Hand over 4 cases' }).click();
  await drawer.getByText(/Handed over by Ada Admin/).waitFor();
  await drawer.getByText(/^4 of 4 given/).waitFor();
  expect((await drawer.getByText(/(Nora|Omar) North: 2 cases/).allInnerTexts()).length).toBe(2);
  await drawer.getByText('There is no open case to be given.').waitFor();
  const open = { status: 'open' } as const;
  const owners = await prisma.case.groupBy({ by: ['ownerId'], where: open, _count: { _all: true } });
  expect(owners.map(({ _count }) => _count._all)).toEqual([2, 2]);
  expect(owners.some(({ ownerId }) => ownerId === house.userId)).toBe(false);
  await drawer.getByRole('button', { name: 'Close' }).click();

  await page
    .getByRole('row', { name: /Avery Agent/ })
    .getByRole('cell', { name: '0', exact: true })
    .waitFor();
  await page.getByRole('button', { name: 'More for Avery Agent' }).click();
  await page.getByRole('menuitem', { name: 'Close the account' }).click();
  await page.getByText('All sessions end at once. What was done stays on record.', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Hand the cases over first' }).count()).toBe(0);
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
