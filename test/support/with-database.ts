import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { makePrisma, type PrismaClient } from '../../src/platform/prisma/client.ts';

export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
  readonly prisma: PrismaClient;
  readonly drop: () => Promise<void>;
}

async function asAdmin(work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: inject('postgres').adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function makeDatabase(create: (name: string) => string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin((admin) => admin.query(create(name)));
  const url = new URL(inject('postgres').adminUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => asAdmin((admin) => admin.query(`drop database if exists "${name}" with (force)`)),
  };
}

/** A migrated database of one's own; `afterAll(() => db.drop())`, or `await using`. */
export async function withDatabase(opts: { poolSize?: number } = {}): Promise<TestDatabase> {
  const { template } = inject('postgres');
  const { url, drop } = await makeDatabase((name) => `create database "${name}" template "${template}"`);
  const prisma = makePrisma(url, opts);
  const dropAll = async (): Promise<void> => {
    await prisma.$disconnect();
    await drop();
  };
  return { url, prisma, drop: dropAll, [Symbol.asyncDispose]: dropAll };
}

/** A database with nothing in it, for the tests of migrating itself. */
export const withEmptyDatabase = (): Promise<{ url: string; drop: () => Promise<void> }> =>
  makeDatabase((name) => `create database "${name}"`);
