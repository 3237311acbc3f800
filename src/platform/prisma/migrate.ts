import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm';
import { Client } from 'pg';
import { Fault } from '../fault.ts';
import { withSchemaEngine } from './schema-engine.ts';

const prismaDir = fileURLToPath(new URL('../../../prisma/', import.meta.url));
const filters = { externalTables: [], externalEnums: [] };
/** Any number that no other program locks in the same database: several nodes starting at once migrate one after the other. */
const migrationLock = 5_417_220_015;

export interface MigrationState {
  readonly pending: readonly string[];
  readonly failed: readonly string[];
  /** Applied, but their file has changed since. */
  readonly edited: readonly string[];
  /** Applied by a newer version of the program. */
  readonly unknown: readonly string[];
}

export async function readSchema(): Promise<SchemaContainer> {
  const path = `${prismaDir}schema.prisma`;
  return { path, content: await readFile(path, 'utf8') };
}

async function readMigrations(): Promise<MigrationList> {
  const baseDir = `${prismaDir}migrations`;
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(`${baseDir}/${name}/migration.sql`, 'utf8') },
        },
      })),
    ),
  };
}

async function whileLocked<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect().catch((cause: unknown) => {
    throw new Fault('DATABASE_UNREACHABLE', { cause });
  });
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    return await work();
  } finally {
    await client.end();
  }
}

/** Brings the database to the newest migration; returns the names of those applied now. */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const [schema, migrationsList] = await Promise.all([readSchema(), readMigrations()]);
  try {
    return await whileLocked(databaseUrl, () =>
      withSchemaEngine(databaseUrl, schema, async (engine) => {
        const result = await engine.applyMigrations({ migrationsList, filters });
        return result.appliedMigrationNames;
      }),
    );
  } catch (cause) {
    throw cause instanceof Fault ? cause : new Fault('MIGRATION_FAILED', { cause });
  }
}

export async function migrationState(databaseUrl: string): Promise<MigrationState> {
  const [schema, migrationsList] = await Promise.all([readSchema(), readMigrations()]);
  const found = await withSchemaEngine(databaseUrl, schema, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
  );
  const history = found.history;
  const unapplied = history !== null && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [];
  const unpersisted =
    history !== null && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : [];
  return {
    pending: found.hasMigrationsTable ? unapplied : migrationsList.migrationDirectories.map((entry) => entry.path),
    failed: found.failedMigrationNames,
    edited: found.editedMigrationNames,
    unknown: unpersisted,
  };
}

/** The SQL that leads from the database as it is to prisma/schema.prisma; empty text means they agree. */
export async function schemaDrift(databaseUrl: string): Promise<string> {
  const schema = await readSchema();
  const result = await withSchemaEngine(databaseUrl, schema, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files: [schema], configDir: prismaDir },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    }),
  );
  const sql = result.stdout ?? '';
  const statements = sql.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('--'));
  return statements.length === 0 ? '' : sql;
}
