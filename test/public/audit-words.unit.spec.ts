import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { auditWords } from '../../public/shared/i18n/en/audit-words.ts';
import { fraudMoves } from '../../src/contract/fraud.ts';
import { numberActs } from '../../src/contract/number-release.ts';
import { visitStatus } from '../../src/contract/visit.ts';
import { permissions } from '../../src/domain/access/permissions.ts';

/** Names of other things that look like an entry of the log. */
const otherNames = new Set<string>([
  ...permissions,
  // Events of webhooks.
  'call.ended',
  'promise.made',
  'recording.ready',
  // Rules and fields.
  'case.ref',
  'recording.all',
  'recording.announce',
  'window.days',
  'window.hours',
  'window.sunday',
  'window.zone',
]);

const root = new URL('../../src/', import.meta.url);
const source = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'))
  .map((file) => readFileSync(new URL(file, root), 'utf8'));
const found = (pattern: RegExp): string[] =>
  source.flatMap((text) => [...text.matchAll(pattern)].map(([, word = '']) => word));
const key = (word: string): string => word.replaceAll('-', '_');

it('[AUDIT-6] what is written to the log has its words in the language of the screens', () => {
  const acted = found(/\baction: '([a-z_-]+\.[a-z_-]+)'/g);
  const objects = new Set([
    ...acted.map((action) => action.split('.')[0] ?? ''),
    ...found(/\bsubjectType: '(\w[\w-]*)'/g),
  ]);
  objects.delete('subjectType');
  objects.delete('asc');
  expect([...objects].filter((word) => !(key(word) in auditWords.object))).toEqual([]);

  const written = found(/'([a-z_-]+\.[a-z_-]+)'/g).filter(
    (word) => key(word.split('.')[0] ?? '') in auditWords.object && !otherNames.has(word),
  );
  const made = [
    ...visitStatus.options.map((to) => `visit.${to}`),
    ...numberActs.map((act) => `number.${act}`),
    ...fraudMoves.map((move) => `fraud.${move}`),
  ];
  const deeds = [...new Set([...written, ...made])].map((action) => action.split('.')[1] ?? '');
  expect(deeds.length).toBeGreaterThan(80);
  expect(deeds.filter((deed) => !(key(deed) in auditWords.deed))).toEqual([]);
});
