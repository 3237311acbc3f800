import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveCall } from '../../sim/carrier/exchange/inbound.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  becomeReady,
  floorOf,
  hangUpButton,
  heardBothWays,
  openDesk,
  passSoundCheck,
  patienceMs,
  resultOf,
  signIn,
  type Desk,
} from './agent-desk.ts';
import { debtorName, openCallingHouse, type CallingHouse } from './calling-house.ts';

describe('calls in the other direction', () => {
  let house: CallingHouse;
  let desk: Desk;
  let page: Page;

  beforeAll(async () => {
    house = await openCallingHouse({ cases: 1, talkMs: 120_000 });
    const { prisma } = house.app.platform;
    // Nothing is rung by itself.
    await prisma.campaign.updateMany({ data: { mode: 'manual' } });
    await prisma.callerId.updateMany({ data: { inbound: { language: 'en-US', opens: '00:00', closes: '24:00' } } });
    desk = await openDesk();
    page = await (await desk.person()).newPage();
    await signIn(page, `${house.url}/agent/`);
    await passSoundCheck(page);
  });
  afterAll(async () => {
    await desk.close();
    await house.close();
  });

  const prisma = (): PrismaClient => house.app.platform.prisma;
  const shot = async (name: string): Promise<void> => {
    const folder = process.env['E2E_SHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  it('[UI-38] a debtor calls back and reaches the owner, who agrees on a call, and it rings on time', async () => {
    const caseId = house.caseIds[0] ?? '';
    const [number, callerId] = await Promise.all([
      prisma().phoneNumber.findFirstOrThrow({ where: { caseId }, include: { line: true } }),
      prisma().callerId.findFirstOrThrow(),
    ]);
    await waitFor(
      'the carrier to know whom to ask',
      () => Promise.resolve(house.carrier.exchange.numbers.byPhoneNumber(callerId.e164)?.voiceUrl != null),
      patienceMs,
    );
    await becomeReady(page);
    receiveCall(house.carrier.exchange, { from: number.line.e164, to: callerId.e164, talkMs: 120_000 });
    await hangUpButton(page).waitFor();
    await page.getByRole('heading', { name: debtorName }).waitFor();
    await page.getByText('Inbound', { exact: true }).waitFor();
    const { call } = await floorOf(page);
    expect(call).toMatchObject({ direction: 'inbound', caseId });
    await heardBothWays(house, page);
    await shot('inbound-call');

    await hangUpButton(page).click();
    await resultOf(page, /call ?back/i).click();
    await page.getByText('Debtor', { exact: true }).last().click();
    await page.getByRole('radiogroup', { name: 'Call back on' }).getByRole('radio').nth(1).click();
    await page.getByRole('textbox', { name: 'At', exact: true }).fill('10:30');
    await page.keyboard.press('Enter');
    await shot('callback-agreed');
    await page.getByRole('button', { name: 'Save, then Break' }).click();
    const promised = await waitFor(
      'the promise',
      () => prisma().callback.findFirst({ where: { caseId, state: 'pending' } }),
      patienceMs,
    );
    expect(promised).toMatchObject({ forWhom: 'owner', withDebtor: true, lineId: number.lineId });
    await page.getByRole('heading', { name: /My callbacks/ }).waitFor();
    await page.getByText(debtorName).first().waitFor();
    await shot('my-callbacks');

    // The agreed time has come.
    await becomeReady(page);
    expect(await prisma().attempt.count({ where: { caseId, direction: 'outbound' } })).toBe(0);
    const dueAt = new Date();
    await prisma().case.update({ where: { id: caseId }, data: { callbackAt: dueAt } });
    await prisma().callback.update({ where: { id: promised.id }, data: { dueAt } });
    await hangUpButton(page).waitFor();
    const rung = await prisma().attempt.findFirstOrThrow({ where: { caseId, direction: 'outbound' } });
    expect(rung).toMatchObject({ lineId: number.lineId });
    expect(rung.intendedAt.getTime() - dueAt.getTime()).toBeLessThan(5_000);
    expect(await prisma().callback.findUnique({ where: { id: promised.id } })).toMatchObject({
      state: 'ringing',
      attemptId: rung.id,
    });
    expect(desk.faults).toEqual([]);
  });
});
