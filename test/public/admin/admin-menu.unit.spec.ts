import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { screensOf } from '../../e2e/screens.ts';

it('[AXE-3] every screen of the administration that stands by itself is in its menu', () => {
  const inMenu = ['use-admin-menu.ts', 'people/access-tabs.tsx'].flatMap((file) => {
    const source = readFileSync(new URL(`../../../public/admin/${file}`, import.meta.url), 'utf8');
    return [...source.matchAll(/(?:to|path): '\/([^']*)'/g)].map(([, path]) => path);
  });
  const screens = screensOf('admin').map(({ path }) => path);
  // Screens below another one are reached from there.
  const alone = screens.filter((path) => path !== '' && path !== '*' && !path.includes('/'));
  expect(alone.length).toBeGreaterThan(10);
  expect(alone.filter((path) => !inMenu.includes(path))).toEqual([]);
});
