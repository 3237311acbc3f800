import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { UserCards } from '../ports.ts';

/** The tenant's row is made by the seed; before it there are no users either. */
export function makePrismaUserCards(prisma: PrismaClient): UserCards {
  return {
    async user(userId) {
      return prisma.user.findUniqueOrThrow({
        where: { id: userId },
        select: { id: true, displayName: true, role: true, locale: true },
      });
    },
    async businessZone() {
      const tenant = await prisma.tenant.findUniqueOrThrow({ where: { id: 1 }, select: { businessZone: true } });
      return tenant.businessZone;
    },
  };
}
