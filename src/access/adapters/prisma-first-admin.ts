import { newId } from '../../platform/ids.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';

/** Of several nodes that start at once one makes it. */
const lockOfFirstAdmin = 7_301_116;

/** Nodes that start together wait for each other. */
const patience = { maxWait: 20_000, timeout: 20_000 };

/** An agency without anybody gets its first administrator; false: somebody is there already. */
export async function makeFirstAdmin(
  prisma: PrismaClient,
  given: { readonly passwordHash: string; readonly preset: string; readonly businessZone: string },
): Promise<boolean> {
  const { passwordHash, preset, businessZone } = given;
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lockOfFirstAdmin}::bigint)`;
    if ((await tx.user.count()) > 0) return false;
    await tx.tenant.createMany({
      data: { id: 1, name: 'Agency', preset, businessZone, updatedAt: new Date() },
      skipDuplicates: true,
    });
    const admin = { username: 'admin', displayName: 'Administrator', role: 'admin', passwordHash } as const;
    await tx.user.create({ data: { id: newId(), ...admin }, select: { id: true } });
    return true;
  }, patience);
}
