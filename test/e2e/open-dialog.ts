import type { Page } from 'playwright-core';
import { wordsOf, type Locale } from './console-words.ts';
import type { Opening } from './dialogs.ts';

const overlays = [
  '.ant-modal',
  '.ant-drawer-section',
  '.ant-popover:not(.ant-popover-hidden)',
  '.ant-dropdown:not(.ant-dropdown-hidden)',
].join(', ');

/** Opens it as somebody would who reads this language. */
export async function openDialog(page: Page, { steps, says }: Opening, locale: Locale): Promise<void> {
  const words = (key: string): RegExp => wordsOf(locale, key);
  if (typeof steps === 'function') await steps(page, words);
  else
    for (const [role, key] of steps)
      await page
        .getByRole(role, { name: words(key) })
        .first()
        .click();
  await page
    .locator(overlays)
    .filter({ hasText: words(says), visible: true })
    .first()
    .waitFor();
}
