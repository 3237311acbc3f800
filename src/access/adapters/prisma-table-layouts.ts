import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { TableLayouts } from '../ports.ts';

export const makePrismaTableLayouts = (prisma: PrismaClient): TableLayouts => ({
  async read(userId, screen) {
    const row = await prisma.tableLayout.findUnique({ where: { userId_screen: { userId, screen } } });
    return row?.columns ?? null;
  },
  async write(userId, screen, columns) {
    if (columns === null) {
      await prisma.tableLayout.deleteMany({ where: { userId, screen } });
      return;
    }
    await prisma.tableLayout.upsert({
      where: { userId_screen: { userId, screen } },
      create: { userId, screen, columns: [...columns] },
      update: { columns: [...columns] },
    });
  },
});
