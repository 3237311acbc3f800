import axe from 'axe-core';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What is still being fetched is drawn. */
export async function isDrawn(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction('!document.querySelector(".ant-skeleton-active, .ant-spin-spinning, [aria-busy=true]")');
}

/** Nothing moves but what never stops. */
const atRest = `document.getAnimations().every(({ playState, effect }) =>
  playState !== 'running' || effect.getComputedTiming().iterations === Infinity)`;

/** Behind a dialog that wants an answer nothing can be reached, and a button that is half covered is no small one. */
const withinReach = `[...document.querySelectorAll('[aria-modal=true]')].some((dialog) => dialog.checkVisibility())
  ? { exclude: ['#root'] }
  : document`;

interface Fault {
  readonly rule: string;
  readonly where: string;
}

/** Serious and critical violations of WCAG 2.2 AA on the page once it is at rest, three places of each at most. */
export async function faultsOf(page: Page): Promise<readonly Fault[]> {
  await page.waitForFunction(atRest);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(
    `axe.run(${withinReach}, ${JSON.stringify({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })})`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => ({ rule: id, where: node.html.slice(0, 200) })));
}
