import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { argon2Hasher } from '../../src/access/adapters/argon2-hasher.ts';
import { saveAccount } from '../../src/access/adapters/prisma-accounts.ts';
import { waitFor } from '../support/wait-for.ts';
import { openDesk, patienceMs, signIn, type Desk } from './agent-desk.ts';
import { openCallingHouse, password, type CallingHouse } from './calling-house.ts';

/** As much of a browser's element as is asked of it. */
interface Drawn {
  getAttribute(name: string): string | null;
}

describe('configuration in the browser', () => {
  let house: CallingHouse;
  let desk: Desk;
  let page: Page;
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casedial-e2e-config-'));
    house = await openCallingHouse({ cases: 1, talkMs: 1_000 });
    await saveAccount(house.app.platform.prisma, {
      ...{ username: 'ada', displayName: 'Ada Admin', role: 'admin' },
      passwordHash: await argon2Hasher.hash(password),
    });
    desk = await openDesk();
    page = await (await desk.person()).newPage();
    await signIn(page, `${house.url}/admin/`, 'ada');
    await page.getByRole('navigation').waitFor();
  });
  afterAll(async () => {
    await desk.close();
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('[CFG-8] a number is probed by the decision itself, and its week is drawn and explained', async () => {
    await page.goto(`${house.url}/admin/trunks/probe`);
    await page.getByRole('textbox', { name: 'Number' }).fill('+1 212 555 0142');
    await page.getByRole('button', { name: 'Would it ring?' }).click();
    const answer = page.getByRole('status', { name: 'Answer' });
    await answer.getByText('It would ring').waitFor();
    await answer.getByText('America/New_York').waitFor();
    expect(await answer.innerText()).not.toContain('555 0142');
    expect(page.url()).not.toContain('555');
    const week = page.getByRole('grid');
    expect(await week.getByRole('gridcell').count()).toBeGreaterThanOrEqual(7 * 46);
    await week.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('status').filter({ hasText: '00:00–00:30 · It would ring' }).waitFor();
  });

  /** When the week that is drawn lets a call ring, by the clock. */
  const openFrom = async (): Promise<string[]> => {
    const open = page.locator('[role=gridcell][data-look=open]');
    return [
      ...new Set(
        await open.evaluateAll((cells) =>
          cells.map((cell) => String((cell as unknown as Drawn).getAttribute('data-from'))),
        ),
      ),
    ];
  };
  const mornings = ['10:00', '10:30', '11:00', '11:30'];

  it('[CFG-8] a window is added with its effect in sight, refused by its place, and closes the week', async () => {
    await page.goto(`${house.url}/admin/trunks/windows`);
    await page.getByRole('button', { name: 'Add a window' }).first().click();
    const editor = page.getByRole('dialog');
    await editor.getByRole('textbox', { name: 'Name' }).fill('Mornings');
    await editor.getByRole('textbox', { name: 'From 1' }).fill('10:00');
    await editor.getByRole('textbox', { name: 'To 1' }).fill('10:00');
    await editor.getByRole('textbox', { name: 'Reason' }).fill('As the client asks');
    await editor.getByRole('button', { name: 'Save' }).click();
    await editor.getByRole('alert').filter({ hasText: 'ends before it begins' }).waitFor();
    await editor.getByRole('textbox', { name: 'To 1' }).fill('12:00');
    await editor.getByRole('textbox', { name: 'Try it on a number' }).fill('+12125550142');
    await editor.getByRole('grid').waitFor();
    expect(await openFrom()).toEqual(mornings);
    await editor.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row').filter({ hasText: 'Mornings' }).getByText('10:00–12:00').waitFor();
    expect(await house.app.platform.prisma.windowRule.count()).toBe(1);

    await page.goto(`${house.url}/admin/trunks/probe`);
    await page.getByRole('textbox', { name: 'Number' }).fill('+1 212 555 0142');
    await page.getByRole('button', { name: 'Would it ring?' }).click();
    await page.getByRole('grid').waitFor();
    expect(await openFrom()).toEqual(mornings);
  });

  it('[CFG-8] the configuration goes out, comes back changed after a look at the plan, and is restored', async () => {
    const { prisma } = house.app.platform;
    const channels = async () => (await prisma.trunk.findFirstOrThrow()).channels;
    await page.goto(`${house.url}/admin/configuration`);
    await page.getByText('Export and import').click();
    const arrives = page.waitForEvent('download');
    await page.getByRole('link', { name: 'YAML' }).click();
    const text = readFileSync(await (await arrives).path(), 'utf8');
    expect(text).toContain('format: casedial-configuration');
    const file = join(folder, 'configuration.yaml');
    const give = async (document: string) => {
      writeFileSync(file, document);
      await page.locator('input[type=file]').setInputFiles(file);
    };
    await give(text.replace('version: 1', 'version: 9'));
    await page.getByText(/^version: /).waitFor();
    await give(text.replace('channels: 10', 'channels: 0'));
    await page.getByText(/trunks\.0\.channels/).waitFor();
    await give(text.replace('channels: 10', 'channels: 25'));
    const plan = page.getByRole('region', { name: 'What it would change' });
    await plan.getByText('1 objects differ', { exact: false }).waitFor();
    expect(await plan.innerText()).toMatch(/Channels\s+10\s+25/);
    expect(await channels()).toBe(10);
    await page.getByRole('textbox', { name: 'Reason' }).fill('Autumn');
    await page.getByRole('button', { name: 'Take over' }).click();
    await waitFor('the import', async () => (await channels()) === 25, patienceMs);
    await page.getByText('History', { exact: true }).click();
    const versions = page.getByRole('row').filter({ hasText: 'Simulated' });
    await versions.filter({ hasText: 'Autumn' }).waitFor();
    await versions.filter({ hasText: 'Found so' }).getByRole('button', { name: 'Restore' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('25').waitFor();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Not yet');
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('row').filter({ hasText: 'Restored' }).filter({ hasText: 'Not yet' }).waitFor();
    expect(await channels()).toBe(10);
    expect(desk.faults).toEqual([]);
  });
});
