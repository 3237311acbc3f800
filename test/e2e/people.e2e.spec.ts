import { Secret, TOTP } from 'otpauth';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { argon2Hasher } from '../../src/access/adapters/argon2-hasher.ts';
import { saveAccount } from '../../src/access/adapters/prisma-accounts.ts';
import { openDesk, signIn, type Desk } from './agent-desk.ts';
import { openCallingHouse, type CallingHouse } from './calling-house.ts';

const adminPassword = 'correct horse 7';
const own = 'seven quiet herons';
let house: CallingHouse;
let desk: Desk;
const contexts: BrowserContext[] = [];

async function window(): Promise<Page> {
  const person = await desk.person();
  contexts.push(person);
  return person.newPage();
}

beforeAll(async () => {
  house = await openCallingHouse({ cases: 1, talkMs: 60_000 });
  const passwordHash = await argon2Hasher.hash(adminPassword);
  await saveAccount(house.app.platform.prisma, {
    ...{ username: 'ada', displayName: 'Ada Admin', role: 'admin', passwordHash, locale: 'en' },
  });
  desk = await openDesk();
});
afterAll(async () => {
  for (const one of contexts) await one.close();
  await desk.close();
  await house.close();
});

it('[ACC-19] from a temporary password to a second factor, and out again when an administrator says so', async () => {
  const admin = await window();
  await signIn(admin, `${house.url}/admin/people`, 'ada', adminPassword);
  await admin.getByRole('button', { name: 'Add somebody' }).click();
  await admin.getByLabel('User name', { exact: true }).fill('nora');
  await admin.getByLabel('Name', { exact: true }).fill('Nora New');
  await admin.locator('.ant-drawer-footer').getByRole('button', { name: 'Add somebody' }).click();
  const given = (await admin.locator('[data-shown-once]').innerText()).trim();
  await admin.getByRole('button', { name: 'I have kept it' }).click();
  await admin.getByText('Nora New').waitFor();

  const nora = await window();
  await signIn(nora, `${house.url}/agent/`, 'nora', given);
  await nora.getByText('Choose one of your own to go on.').waitFor();
  await nora.getByLabel('Present password').fill(given);
  await nora.getByLabel('New password', { exact: true }).fill(own);
  await nora.getByLabel('New password once more').fill(own);
  await nora.getByRole('button', { name: 'Change password' }).click();
  await nora.getByRole('button', { name: 'Use microphone' }).waitFor();

  await nora.getByRole('button', { name: 'Nora New' }).click();
  await nora.getByText('My account').click();
  await nora.getByRole('button', { name: 'Set up' }).click();
  const secret = await nora.locator('[data-secret]').innerText();
  const codeAt = (at: number): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
  await nora.getByLabel('Code', { exact: true }).fill(codeAt(Date.now()));
  await nora.getByRole('button', { name: 'Confirm' }).click();
  const codes = nora.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await codes.last().waitFor();
  expect(await codes.count()).toBe(10);
  await nora.getByRole('button', { name: 'I have kept them' }).click();
  await nora.getByText('10 recovery codes left.').waitFor();

  const again = await window();
  await signIn(again, `${house.url}/agent/`, 'nora', own);
  // No code opens twice: the next one does.
  await again.getByLabel('Code of the second factor').fill(codeAt(Date.now() + 30_000));
  await again.getByRole('button', { name: 'Sign in' }).click();
  await again.getByRole('button', { name: 'Use microphone' }).waitFor();

  await admin.getByRole('button', { name: 'More for Nora New' }).click();
  await admin.getByRole('menuitem', { name: /sessions?$/ }).click();
  await admin.getByRole('button', { name: 'End all' }).click();
  await admin.getByText('Nobody is signed in with this account').waitFor();
  await again.getByText('Your session has ended. Sign in again to go on.').waitFor();
});
