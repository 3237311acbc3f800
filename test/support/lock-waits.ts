import type { PrismaClient } from '../../src/platform/prisma/client.ts';

/** Statements of this database that wait for somebody else's lock. */
export async function lockWaits(prisma: PrismaClient): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM pg_stat_activity
    WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`;
  return row?.count ?? 0;
}
