import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tableScreen } from '../../src/contract/table-layout.ts';

/** Tables that are drawn as they stand, with what bounds each. Any other is the shared one (`public/shared/table`). */
const bounded: Readonly<Record<string, string>> = {
  'shared/table/data-table.tsx': 'the shared one itself',
  // Of one thing.
  'shared/case-file/ladder-table.tsx': 'numbers of one case, in the order in which they are dialed',
  'shared/case-file/calls-list.tsx': 'the last calls of one case, or of one agent’s day',
  'shared/case-file/who-gets-it.tsx': 'agents who may take one call, in their rank',
  'admin/trunks/health-drawer.tsx': 'time windows of one trunk',
  'admin/trunks/caller-ids-drawer.tsx': 'caller ids of one trunk, changed where they stand',
  'admin/rules/rule-version-list.tsx': 'changes of one campaign’s rules, compared with each other',
  'admin/rules/rules-preview.tsx': 'what one change moves',
  'admin/rules/effect-map.tsx': 'hours of a week',
  'admin/placements/preview-table.tsx': 'the first rows of one file',
  'admin/payments/upload-payments.tsx': 'rows of one file that came back',
  'admin/suppressions/import-list.tsx': 'the first rows and faults of one file',
  // What people set up by hand, few of each.
  'admin/calendars/calendars-page.tsx': 'years of calendars',
  'shared/table/set-up-page.tsx': 'windows, prefixes, teams',
  // What stands at this moment.
  'shared/account/session-table.tsx': 'somebody’s sessions; they run out',
  'shared/leaves/leaves-page.tsx': 'agents who wait for leave on a call under way',
  'supervisor/waiting/waiting-page.tsx': 'callers in the queue',
  'shared/promised/promised-calls.tsx': 'calls that are owed, counted down, the first due first',
  // Reports.
  'admin/progress/progress-table.tsx': 'groups of the report, with its own file',
  'admin/trunks/costs-page.tsx': 'days of a period, with their own file',
  'admin/hours/probe-answer.tsx': 'clocks of one number',
  'supervisor/pacing/replay-panel.tsx': 'figures of one day under two settings',
  // Blocks of changes rather than rows; a version is restored against the newest of its object, which has to be in sight.
  'admin/configuration/history.tsx': 'versions, read on below those that stand there',
};

const root = new URL('../../public/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => file.replaceAll('\\', '/'));
const textOf = (file: string): string => readFileSync(new URL(file, root), 'utf8');

it('[TBL-1] the name of every screen with a table of its own is one that the server keeps columns for', () => {
  const naming = /\bscreen=("[^"]*"|\{[^}]*\})|\buseLayout\(([^)]*)\)/g;
  const names = files.flatMap((file) =>
    [...textOf(file).matchAll(naming)].flatMap(([, attribute, argument]) =>
      [...(attribute ?? argument ?? '').matchAll(/["']([^"']+)["']/g)].map(([, name]) => name),
    ),
  );
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !tableScreen.safeParse(name).success)).toEqual([]);
});

it('[TBL-4] every table of the consoles is the shared one, or is named with what bounds it', () => {
  const drawing = files.filter((file) => /<table\b/.test(textOf(file)));
  expect(files.length).toBeGreaterThan(100);
  expect(drawing.filter((file) => !(file in bounded))).toEqual([]);
  expect(Object.keys(bounded).filter((file) => !drawing.includes(file))).toEqual([]);
});
