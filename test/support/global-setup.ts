import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startOwnServices } from '../../src/platform/embedded/own-services.ts';
import { newToken } from '../../src/platform/ids.ts';
import { applyMigrations } from '../../src/platform/prisma/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server to make databases on, and the name of the migrated one that they are copied from. */
    postgres: { adminUrl: string; template: string };
    redisUrl: string;
  }
}

const inDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

async function makeTemplate(adminUrl: string): Promise<string> {
  const template = `template_${newToken(6)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, 'x')}`;
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database "${template}"`);
  await applyMigrations(inDatabase(adminUrl, template));
  await admin.query(`alter database "${template}" with is_template true allow_connections false`);
  await admin.end();
  return template;
}

async function dropTemplate(adminUrl: string, template: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`alter database "${template}" with is_template false`);
  await admin.query(`drop database "${template}"`);
  await admin.end();
}

/** One PostgreSQL and one Redis for the whole run: own and thrown away, unless addresses are given. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = { databaseUrl: process.env['TEST_DATABASE_URL'], redisUrl: process.env['TEST_REDIS_URL'] };
  const dataDir = mkdtempSync(join(tmpdir(), 'casedial-test-'));
  const own = await startOwnServices({
    dataDir,
    postgres: given.databaseUrl === undefined,
    redis: given.redisUrl === undefined,
    throwaway: true,
  });
  const adminUrl = given.databaseUrl ?? own.databaseUrl ?? '';
  const template = await makeTemplate(adminUrl);
  project.provide('postgres', { adminUrl, template });
  project.provide('redisUrl', given.redisUrl ?? own.redisUrl ?? '');
  return async () => {
    if (given.databaseUrl !== undefined) await dropTemplate(adminUrl, template);
    await own.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
