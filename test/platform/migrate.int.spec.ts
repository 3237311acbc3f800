import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyMigrations, migrationState, schemaDrift } from '../../src/platform/prisma/migrate.ts';
import { withDatabase, withEmptyDatabase, type TestDatabase } from '../support/with-database.ts';

describe('migrations', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await withDatabase();
  });
  afterAll(() => db.drop());

  it('[PLAT-1] lead exactly to the schema', async () => {
    expect(await schemaDrift(db.url)).toBe('');
    expect(await migrationState(db.url)).toEqual({ pending: [], failed: [], edited: [], unknown: [] });
  });

  it('[PLAT-2] are pending on an empty database until applied, and applying twice changes nothing', async () => {
    const empty = await withEmptyDatabase();
    const { pending } = await migrationState(empty.url);
    expect(pending.length).toBeGreaterThan(0);
    expect(await applyMigrations(empty.url)).toEqual(pending);
    expect(await applyMigrations(empty.url)).toEqual([]);
    expect((await migrationState(empty.url)).pending).toEqual([]);
    await empty.drop();
  });

  it('[PLAT-3] run once when two nodes start together', async () => {
    const empty = await withEmptyDatabase();
    const applied = await Promise.all([applyMigrations(empty.url), applyMigrations(empty.url)]);
    const { pending } = await migrationState(empty.url);
    expect(pending).toEqual([]);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    await empty.drop();
  });
});
