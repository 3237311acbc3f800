import type { APIResponse, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problem, type Problem } from '../../src/contract/problem.ts';
import { wrapUpForm } from '../../src/contract/wrap-up.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  becomeReady,
  floorOf,
  hangUpButton,
  openDesk,
  passSoundCheck,
  patienceMs,
  readyButton,
  resultOf,
  signIn,
  takeCall,
  type Desk,
} from './agent-desk.ts';
import { openCallingHouse, type CallingHouse } from './calling-house.ts';

const dayMs = 86_400_000;

const problemOf = async (reply: APIResponse): Promise<Problem> => problem.parse(await reply.json());
const dayAfter = (date: string): string => new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10);

describe('the end of a call', () => {
  let house: CallingHouse;
  let desk: Desk;
  let person: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    house = await openCallingHouse({ cases: 5, talkMs: 300_000 });
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk.close();
    await house.close();
  });
  beforeEach(async () => {
    person = await desk.person();
    page = await person.newPage();
  });
  afterEach(async () => {
    await person.close();
    expect(desk.faults).toEqual([]);
  });

  /** Where the keyboard is, and whether one can see it. */
  const focus = () =>
    page.evaluate<{ name: string; drawn: boolean }>(`(() => {
      const at = document.activeElement;
      const style = getComputedStyle(at.closest('.ant-input-affix-wrapper') ?? at);
      return {
        name: [at.getAttribute('aria-label'), at.textContent, at.id].join(' '),
        drawn: at.matches(':focus-visible') && (style.outlineStyle !== 'none' || style.boxShadow !== 'none'),
      };
    })()`);
  const stored = (attemptId: string) =>
    waitFor(
      'the wrap-up to be stored',
      () => house.app.platform.prisma.wrapUp.findFirst({ where: { attemptId } }),
      patienceMs,
    );
  const becomes = (state: string) =>
    waitFor(`the agent to be ${state}`, async () => (await floorOf(page)).state.state === state, patienceMs);

  it('[UI-5] from sign-in to the saved wrap-up no mouse is needed, and the focus is always seen', async () => {
    const seen = async (name: RegExp): Promise<void> => {
      await waitFor(`the focus on ${String(name)}`, async () => name.test((await focus()).name), patienceMs);
      expect((await focus()).drawn, `the focus on ${String(name)} is drawn`).toBe(true);
    };
    const keys = page.keyboard;

    await page.goto(`${house.url}/agent/`);
    await seen(/username/);
    await keys.type('avery');
    await keys.press('Tab');
    await seen(/password/);
    await keys.type('correct horse 7');
    await keys.press('Enter');
    await seen(/Use microphone/);
    await keys.press('Enter');
    await seen(/I hear and am heard/);
    await keys.press('Enter');

    await page.locator('#call-card').waitFor();
    await keys.press('?');
    const overlay = page.getByRole('dialog', { name: 'Keyboard' });
    await overlay.waitFor();
    for (const word of ['Ready', 'Break', 'Mute or unmute', 'Hold or resume', 'Keypad', 'Hang up', 'Go to wrap-up']) {
      expect(await overlay.getByText(word, { exact: true }).count(), word).toBe(1);
    }
    await keys.press('Escape');
    await overlay.waitFor({ state: 'hidden' });

    await becomeReady(page, () => keys.press('Alt+r'));
    await hangUpButton(page).waitFor();
    const { call } = await floorOf(page);
    const attemptId = call?.attemptId ?? '';
    await keys.press('Alt+m');
    await page.getByRole('button', { name: 'Unmute' }).waitFor();
    await keys.press('Alt+m');
    await keys.press('Alt+h');
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    await keys.press('Alt+h');
    await page.getByRole('button', { name: /Hold$/ }).waitFor();
    await keys.press('Alt+x');
    await page.locator('#wrap-up[data-due=true]').waitFor();
    await keys.press('Alt+w');
    await seen(/Promise to pay/);
    await keys.press('4');
    await waitFor('the result to be chosen', () => resultOf(page, /Negotiating/).isChecked(), patienceMs);
    for (let stops = 0; stops < 12 && !(await page.locator('textarea:focus').isVisible()); stops += 1) {
      await keys.press('Tab');
    }
    await seen(/Note/);
    await keys.type('Written with ten fingers');
    await keys.press('Control+Shift+Enter');
    expect(await stored(attemptId)).toMatchObject({ code: 'NEG', note: 'Written with ten fingers' });
    await becomes('on_break');
  });

  it('[UI-6] no Ready before the wrap-up, and the refusal names all that is missing', async () => {
    await signIn(page, `${house.url}/agent/`);
    await passSoundCheck(page);
    const attemptId = await takeCall(page);
    await hangUpButton(page).click();
    await page.locator('#wrap-up[data-due=true]').waitFor();
    await becomes('wrapping_up');

    expect(await readyButton(page).isDisabled()).toBe(true);
    await page.keyboard.press('Alt+r');
    const reply = await page.request.post(`${house.url}/api/agent/state`, { data: { to: 'ready' } });
    expect(reply.status()).toBe(409);
    const refusal = await problemOf(reply);
    expect(refusal.code).toBe('wrap-up-due');
    expect(refusal.errors?.map(({ field }) => field)).toEqual(['disposition', 'class', 'next_date']);
    for (const { remedy } of refusal.errors ?? []) expect(remedy).not.toBe('');

    await page.getByRole('button', { name: 'Save, then Ready' }).click();
    await page.locator('[data-field=code][data-bad=true]').getByText('Choose a result.').waitFor();
    expect((await floorOf(page)).state).toMatchObject({ state: 'wrapping_up', attemptId });

    await resultOf(page, /Negotiating/).click();
    await page.getByRole('button', { name: 'Save, then Break' }).click();
    await stored(attemptId);
    await becomes('on_break');
  });

  it('[UI-7] a date outside its window is refused at its field, with the days that would pass', async () => {
    await signIn(page, `${house.url}/agent/`);
    await passSoundCheck(page);
    const attemptId = await takeCall(page);
    await hangUpButton(page).click();
    await page.locator('#wrap-up[data-due=true]').waitFor();
    await resultOf(page, /Negotiating/).click();
    const asked = await page.request.get(`${house.url}/api/agent/wrap-up?attemptId=${attemptId}`);
    const form = wrapUpForm.parse(await asked.json());
    const range = form.options.find(({ code }) => code === 'NEG')?.nextFollowUp;
    if (range == null) throw new Error('negotiating has a window');

    // The form offers lawful days alone; a page that is older than the rules may send another one.
    const tooLate = dayAfter(range.max);
    await page.route('**/api/agent/wrap-up', (route, request) => {
      if (request.method() !== 'POST') return route.continue();
      const sent = request.postDataJSON() as Record<string, unknown>;
      return route.continue({ postData: JSON.stringify({ ...sent, nextFollowUpOn: tooLate }) });
    });
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Save, then Break' }).click();
    const refused = await answer;
    expect(refused.status()).toBe(422);
    expect(problem.parse(await refused.json())).toMatchObject({
      code: 'wrap-up-refused',
      errors: [{ field: 'nextFollowUpOn', rule: 'R13:too_late' }],
    });
    const field = page.locator('[data-field=nextFollowUpOn][data-bad=true]');
    await field.getByText(`Too late. Allowed: ${range.min} – ${range.max}`).waitFor();
    expect((await floorOf(page)).state.state).toBe('wrapping_up');

    await page.unroute('**/api/agent/wrap-up');
    await field.getByRole('radio').last().click();
    await page.getByRole('button', { name: 'Save, then Break' }).click();
    const saved = await stored(attemptId);
    expect(saved.nextFollowUpOn?.toISOString().slice(0, 10)).toBe(range.max);
    await becomes('on_break');
  });

  it('[TIME-6] a callback at a time that the clock leaves out is said to be none, and of one that comes twice one is chosen', async () => {
    // The form as of the day before the clocks change in New York, where the number is.
    let today = '2027-03-13';
    await page.route('**/api/agent/wrap-up?*', async (route) => {
      const form = wrapUpForm.parse(await (await route.fetch()).json());
      await route.fulfill({ json: { ...form, calleeZone: 'America/New_York', today } });
    });
    await signIn(page, `${house.url}/agent/`);
    await passSoundCheck(page);
    const attemptId = await takeCall(page);
    await hangUpButton(page).click();
    const at = page.getByRole('textbox', { name: 'At' });
    const choose = async (time: string): Promise<void> => {
      await resultOf(page, /Call back/).click();
      await page.getByRole('radiogroup', { name: 'Call back on' }).getByRole('radio', { name: 'tomorrow' }).click();
      await at.fill(time);
      await at.press('Enter');
    };
    const field = page.locator('[data-field=callbackAt]');
    await choose('02:30');
    await field.getByText('The clocks there are set forward over this time that night').waitFor();
    await choose('03:00');
    await field.getByText('The clocks there are set forward').waitFor({ state: 'detached' });

    today = '2027-11-06';
    await page.reload();
    await choose('01:30');
    const which = field.getByLabel('This time comes twice that night. Meant is');
    await which.waitFor();
    expect(await which.innerText()).toMatch(/the first \(.*4.*\)\s+the second \(.*5.*\)/);
    await page.unroute('**/api/agent/wrap-up?*');
    await page.reload();
    await resultOf(page, /Negotiating/).click();
    await page.getByRole('button', { name: 'Save, then Break' }).click();
    await stored(attemptId);
    await becomes('on_break');
  });

  it('[UI-20] what the chosen result asks for is in view at 1366 by 768, and the panel names the result', async () => {
    await signIn(page, `${house.url}/agent/`);
    await passSoundCheck(page);
    const attemptId = await takeCall(page);
    await resultOf(page, /Promise to pay/).click();
    const panel = page.locator('#wrap-up');
    const foot = await panel.locator('footer').boundingBox();
    const head = await panel.locator('header').boundingBox();
    if (foot === null || head === null) throw new Error('the wrap-up has no head or foot');
    for (const field of ['promise.amountMinor', 'promise.dueOn', 'note']) {
      const box = await panel.locator(`[data-field="${field}"]`).boundingBox();
      if (box === null) throw new Error(`${field} is not drawn`);
      expect(box.y, field).toBeGreaterThanOrEqual(head.y + head.height);
      expect(box.y + box.height, field).toBeLessThanOrEqual(foot.y + 1);
    }
    await panel.locator('footer').getByText('Promise to pay').waitFor();
    await hangUpButton(page).click();
    await page.getByRole('button', { name: 'Save, then Break' }).click();
    expect(await stored(attemptId)).toMatchObject({ code: 'PTP' });
    await becomes('on_break');
  });
});
