import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goertzelPower } from '../../sim/carrier/audio/meter.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';
import { readStereoWav } from '../realtime/sound.ts';
import { waitFor } from '../support/wait-for.ts';
import { openBrowser, writeVoiceFile } from './browser.ts';
import { calleeHz, debtorName, openOneCallHouse, password, type OneCallHouse } from './one-call-house.ts';

const agentHz = 620;

interface Meter {
  readonly rms: number;
  readonly dominantHz: number;
}
interface CarrierCallView {
  readonly sid: string;
  readonly status: string;
}

describe('the main job, end to end', () => {
  let house: OneCallHouse;
  let browser: Browser;
  let page: Page;
  let folder: string;
  const faults: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casedial-e2e-voice-'));
    const voice = join(folder, 'agent.wav');
    writeVoiceFile(voice, agentHz);
    house = await openOneCallHouse({ talkMs: 60_000 });
    browser = await openBrowser(voice);
    const context = await browser.newContext({
      locale: 'en-US',
      viewport: { width: 1366, height: 768 },
      permissions: ['microphone'],
    });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const prisma = (): PrismaClient => house.app.platform.prisma;
  const carrier = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${house.carrier.url}/sim${path}`)).json()) as T;

  it('[UI-1] an agent signs in, is heard and hears, wraps up, and finds the recording on the case', async () => {
    await page.goto(`${house.url}/agent/`);
    await page.locator('input[autocomplete=username]').fill('avery');
    await page.locator('input[type=password]').fill(password);
    await page.keyboard.press('Enter');

    await page.getByRole('button', { name: 'Use microphone' }).click();
    await page.getByRole('button', { name: 'I hear and am heard' }).click();
    await page.getByRole('button', { name: 'Ready', exact: false }).first().click();

    const hangUp = page.getByRole('button', { name: 'Hang up' });
    await hangUp.waitFor({ timeout: 30_000 });
    await page.getByText(debtorName).first().waitFor();

    // Heard in the page: the callee's own pitch comes out of the playback worklet.
    await waitFor(
      'the callee to be heard in the page',
      async () => {
        const meter = await page.evaluate<Meter | undefined>('window.__audioMeter?.()');
        return meter !== undefined && meter.rms > 0.005 && Math.abs(meter.dominantHz - calleeHz) < 25;
      },
      30_000,
    );

    // Heard at the carrier: the agent's own pitch arrives there.
    const [call] = (await carrier<{ calls: CarrierCallView[] }>('/calls?status=in-progress')).calls;
    if (call === undefined) throw new Error('the carrier has no call in progress');
    await waitFor(
      'the agent to be heard at the carrier',
      async () => {
        const { heard } = await carrier<{ heard: { rms: number; dominantHz: number } }>(`/calls/${call.sid}/heard`);
        return heard.rms > 100 && Math.abs(heard.dominantHz - agentHz) < 30;
      },
      30_000,
    );

    await hangUp.click();
    await page.getByRole('radio', { name: /Negotiating/ }).click();
    await page.getByRole('textbox', { name: /note/i }).fill('Will look at the statement tomorrow.');
    await page.getByRole('button', { name: 'Save, then Break' }).click();

    const wrapUp = await waitFor('the wrap-up to be stored', () => prisma().wrapUp.findFirst());
    expect(wrapUp).toMatchObject({ code: 'NEG', party: 'RPC', caseId: house.caseId, agentId: house.userId });
    const worked = await prisma().case.findUniqueOrThrow({ where: { id: house.caseId } });
    expect(worked.caseClass).toBe('NEGOTIATING');
    expect(worked.nextFollowUpOn).not.toBeNull();

    const recording = await waitFor('the recording to be complete', () =>
      prisma().recording.findFirst({ where: { caseId: house.caseId, source: 'own', status: 'complete' } }),
    );
    expect(recording.agentId).toBe(house.userId);

    // On the case page, where the agent finds it.
    await page.goto(`${house.url}/agent/cases/${house.caseId}`);
    await page.getByRole('button', { name: /play/i }).first().click();
    const media = await page.request.get(`${house.url}/api/recordings/${recording.id}/media`);
    expect(media.status()).toBe(200);
    const { left, right } = readStereoWav(await media.body());
    expect(loudest(left)).toBe('callee');
    expect(loudest(right)).toBe('agent');
    const listened = await prisma().auditEntry.findFirst({ where: { action: 'recording.played' } });
    expect(listened).toMatchObject({ actorId: house.userId, subjectId: recording.id });
    expect(faults).toEqual([]);
  });

  /** Whose pitch is on the channel. */
  function loudest(pcm: Int16Array): 'callee' | 'agent' {
    const callee = goertzelPower(pcm, calleeHz);
    const agent = goertzelPower(pcm, agentHz);
    expect(Math.max(callee, agent)).toBeGreaterThan(20 * Math.min(callee, agent));
    return callee > agent ? 'callee' : 'agent';
  }
});
