import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFirstAdmin } from '../../src/access/adapters/prisma-first-admin.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await withDatabase();
});
afterAll(() => db.drop());

it('[EMPTY-1] an agency without anybody gets one administrator, whoever starts first, and never another', async () => {
  const given = { passwordHash: 'hash', preset: 'demo', businessZone: 'America/New_York' };
  const made = await Promise.all([1, 2, 3].map(() => makeFirstAdmin(db.prisma, given)));
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(await db.prisma.user.findMany({ select: { username: true, role: true } })).toEqual([
    { username: 'admin', role: 'admin' },
  ]);
  expect(await db.prisma.tenant.findMany({ select: { preset: true, businessZone: true } })).toEqual([
    { preset: 'demo', businessZone: 'America/New_York' },
  ]);
  await db.prisma.user.updateMany({ data: { disabledAt: new Date() } });
  expect(await makeFirstAdmin(db.prisma, given)).toBe(false);
});
