import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goertzelPower } from '../../sim/carrier/audio/meter.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';
import { readStereoWav } from '../realtime/sound.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  agentHz,
  hangUpButton,
  heardBothWays,
  openDesk,
  passSoundCheck,
  patienceMs,
  resultOf,
  signIn,
  takeCall,
  type Desk,
} from './agent-desk.ts';
import { calleeHz, debtorName, openCallingHouse, type CallingHouse } from './calling-house.ts';

describe('the main job, end to end', () => {
  let house: CallingHouse;
  let desk: Desk;
  let page: Page;

  beforeAll(async () => {
    house = await openCallingHouse({ cases: 1, talkMs: 120_000 });
    desk = await openDesk();
    page = await (await desk.person()).newPage();
  });
  afterAll(async () => {
    await desk.close();
    await house.close();
  });

  const prisma = (): PrismaClient => house.app.platform.prisma;

  it('[UI-1] an agent signs in, is heard and hears, wraps up, and finds the recording on the case', async () => {
    await signIn(page, `${house.url}/agent/`);
    await passSoundCheck(page);
    await takeCall(page);
    await page.getByText(debtorName).first().waitFor();
    await heardBothWays(house, page);

    await hangUpButton(page).click();
    await resultOf(page, /Negotiating/).click();
    await page.getByRole('textbox', { name: /note/i }).fill('Will look at the statement tomorrow.');
    await page.getByRole('button', { name: 'Save, then Break' }).click();

    const caseId = house.caseIds[0] ?? '';
    const wrapUp = await waitFor('the wrap-up to be stored', () => prisma().wrapUp.findFirst(), patienceMs);
    expect(wrapUp).toMatchObject({ code: 'NEG', party: 'RPC', caseId, agentId: house.userId });
    const worked = await prisma().case.findUniqueOrThrow({ where: { id: caseId } });
    expect(worked.caseClass).toBe('NEGOTIATING');
    expect(worked.nextFollowUpOn).not.toBeNull();

    const recording = await waitFor(
      'the recording to be complete',
      () => prisma().recording.findFirst({ where: { caseId, source: 'own', status: 'complete' } }),
      patienceMs,
    );
    expect(recording.agentId).toBe(house.userId);

    // On the case page, where the agent finds it.
    await page.goto(`${house.url}/agent/cases/${caseId}`);
    await page.getByRole('button', { name: /play/i }).first().click();
    const media = await page.request.get(`${house.url}/api/recordings/${recording.id}/media`);
    expect(media.status()).toBe(200);
    const { left, right } = readStereoWav(await media.body());
    expect(loudest(left)).toBe('callee');
    expect(loudest(right)).toBe('agent');
    const listened = await prisma().auditEntry.findFirst({ where: { action: 'recording.played' } });
    expect(listened).toMatchObject({ actorId: house.userId, subjectId: recording.id });
    expect(desk.faults).toEqual([]);
  });

  /** Whose pitch is on the channel. */
  function loudest(pcm: Int16Array): 'callee' | 'agent' {
    const callee = goertzelPower(pcm, calleeHz);
    const agent = goertzelPower(pcm, agentHz);
    expect(Math.max(callee, agent)).toBeGreaterThan(20 * Math.min(callee, agent));
    return callee > agent ? 'callee' : 'agent';
  }
});
