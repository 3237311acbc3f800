import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { agentBootstrap, type AgentBootstrap } from '../../src/contract/agent.ts';
import { waitFor } from '../support/wait-for.ts';
import { openBrowser, writeVoiceFile } from './browser.ts';
import { calleeHz, password, type CallingHouse } from './calling-house.ts';
import { wordsOf, type Locale } from './console-words.ts';

export const agentHz = 620;
/** A busy machine may take its time. */
export const patienceMs = 30_000;

export interface Desk {
  readonly browser: Browser;
  /** Errors that no page should have. */
  readonly faults: readonly string[];
  /** A person's own browser profile. */
  person(options?: { locale?: string; bypassCSP?: boolean }): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** A browser whose microphone speaks with a pitch of its own. */
export async function openDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'casedial-e2e-voice-'));
  const voice = join(folder, 'agent.wav');
  writeVoiceFile(voice, agentHz);
  const browser = await openBrowser(voice);
  const faults: string[] = [];
  return {
    browser,
    faults,
    async person({ locale = 'en-US', bypassCSP = false } = {}) {
      const context = await browser.newContext({
        locale,
        bypassCSP,
        viewport: { width: 1366, height: 768 },
        permissions: ['microphone'],
      });
      context.setDefaultTimeout(patienceMs);
      context.on('page', (page) => page.on('pageerror', (error) => faults.push(error.message)));
      return context;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function signIn(page: Page, url: string, username = 'avery', word = password): Promise<void> {
  await page.goto(url);
  await page.locator('input[autocomplete=username]').fill(username);
  await page.locator('input[type=password]').fill(word);
  await page.keyboard.press('Enter');
}

export async function passSoundCheck(page: Page, locale: Locale = 'en-US'): Promise<void> {
  await page.getByRole('button', { name: wordsOf(locale, 'audio.check.start') }).click();
  await page.getByRole('button', { name: wordsOf(locale, 'audio.check.done') }).click();
}

export const readyButton = (page: Page) => page.locator('button[aria-keyshortcuts="Alt+R"]');
export const hangUpButton = (page: Page) => page.getByRole('button', { name: 'Hang up' });
export const resultOf = (page: Page, name: RegExp) =>
  page.getByRole('radiogroup', { name: 'Result' }).getByRole('radio', { name });

/** The state, the call and all else that the server would draw for the page now. */
export async function floorOf(page: Page): Promise<AgentBootstrap> {
  const { origin } = new URL(page.url());
  return agentBootstrap.parse(await (await page.request.get(`${origin}/api/agent/bootstrap`)).json());
}

const replyMs = 5_000;

/** Asks for Ready until it is granted: the page does not offer it, and the server refuses it, while sound is being connected. */
export async function becomeReady(page: Page, ask = () => readyButton(page).click()): Promise<void> {
  await waitFor(
    'Ready to be granted',
    async () => {
      await page.locator('button[aria-keyshortcuts="Alt+R"]:enabled').waitFor();
      const answered = page.waitForResponse((reply) => reply.url().endsWith('/api/agent/state'), { timeout: replyMs });
      await ask();
      return (await answered).ok();
    },
    patienceMs,
  );
}

/** Takes the next call and answers with its attempt. */
export async function takeCall(page: Page): Promise<string> {
  await becomeReady(page);
  await hangUpButton(page).waitFor();
  const { call } = await floorOf(page);
  if (call === null) throw new Error('the page shows a call that the server does not know');
  return call.attemptId;
}

interface Heard {
  readonly rms: number;
  readonly dominantHz: number | null;
  readonly soundMs: number;
}
interface CarrierCall {
  readonly sid: string;
}

const carrierSays = async <T>(house: CallingHouse, path: string): Promise<T> =>
  (await (await fetch(`${house.carrier.url}/sim${path}`)).json()) as T;

export async function liveCalls(house: CallingHouse): Promise<readonly CarrierCall[]> {
  return (await carrierSays<{ calls: CarrierCall[] }>(house, '/calls?status=in-progress')).calls;
}

async function heardAtCarrier(house: CallingHouse): Promise<Heard> {
  const [call] = await liveCalls(house);
  if (call === undefined) throw new Error('the carrier has no call in progress');
  return (await carrierSays<{ heard: Heard }>(house, `/calls/${call.sid}/heard`)).heard;
}

/** From now on, each voice reaches the other side, told by its pitch. */
export async function heardBothWays(house: CallingHouse, page: Page): Promise<void> {
  await waitFor(
    'the callee to be heard in the page',
    async () => {
      const meter = await page.evaluate<{ rms: number; dominantHz: number } | undefined>('window.__audioMeter?.()');
      return meter !== undefined && meter.rms > 0.005 && Math.abs(meter.dominantHz - calleeHz) < 25;
    },
    patienceMs,
  );
  const before = await heardAtCarrier(house);
  await waitFor(
    'the agent to be heard at the carrier',
    async () => {
      const { rms, dominantHz, soundMs } = await heardAtCarrier(house);
      return soundMs > before.soundMs && rms > 100 && Math.abs((dominantHz ?? 0) - agentHz) < 30;
    },
    patienceMs,
  );
}
