import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { OwnerBook } from '../give-case.ts';

export const makePrismaOwnerBook = (prisma: PrismaClient): OwnerBook => ({
  async collectors() {
    const rows = await prisma.user.findMany({
      where: { role: 'agent', disabledAt: null },
      select: { id: true, displayName: true },
      orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ id, displayName }) => ({ userId: id, displayName }));
  },
});
