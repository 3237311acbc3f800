import type { PrismaClient } from '../platform/prisma/client.ts';

/** Cases get their owner as by a supervisor's word: the timeline says whose and why. */
export async function giveCases(
  prisma: PrismaClient,
  ids: readonly string[],
  ownerId: string,
  said: { readonly by: string; readonly reason: string },
): Promise<void> {
  await prisma.$transaction([
    prisma.$executeRaw`SELECT set_config('casedial.changed_by', ${said.by}, true), set_config('casedial.reason', ${said.reason}, true)`,
    prisma.case.updateMany({ where: { id: { in: [...ids] } }, data: { ownerId } }),
  ]);
}
