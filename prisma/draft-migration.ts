import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnServices } from '../src/platform/embedded/own-services.ts';
import { applyMigrations, schemaDrift } from '../src/platform/prisma/migrate.ts';

/** Writes the SQL that is missing between the committed migrations and prisma/schema.prisma as one more migration. */
const name = (process.argv[2] ?? '').trim().replaceAll('-', '_');
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Say what changes: npm run db:migration -- name-of-the-change\n');
  process.exit(1);
}
const dataDir = mkdtempSync(join(tmpdir(), 'casedial-migration-'));
const services = await startOwnServices({ dataDir, postgres: true, redis: false, throwaway: true });
try {
  const databaseUrl = services.databaseUrl ?? '';
  await applyMigrations(databaseUrl);
  const sql = await schemaDrift(databaseUrl);
  if (sql === '') {
    process.stdout.write('The migrations already lead to prisma/schema.prisma: nothing to write.\n');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = `prisma/migrations/${stamp}_${name}`;
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'migration.sql'), sql);
    process.stdout.write(
      `Wrote ${folder}/migration.sql; read it, add what the schema language cannot say, commit it.\n`,
    );
  }
} finally {
  await services.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
