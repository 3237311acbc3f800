import type { Db } from '../../platform/prisma/client.ts';
import type { PolicyBook } from '../ports.ts';

const usual = { passwordMinLength: 15, secondFactorRoles: [], version: 0 };

export const makePrismaPolicy = (db: Db): PolicyBook => ({
  async read() {
    const row = await db.accessPolicy.findUnique({ where: { id: 1 } });
    if (row === null) return usual;
    const { passwordMinLength, secondFactorRoles, version } = row;
    return { passwordMinLength, secondFactorRoles, version };
  },
  async save({ version, ...policy }) {
    if (version === 0) {
      const made = await db.accessPolicy.createMany({ data: { id: 1, ...policy }, skipDuplicates: true });
      return made.count === 1;
    }
    const saved = await db.accessPolicy.updateMany({
      where: { id: 1, version },
      data: { ...policy, version: { increment: 1 } },
    });
    return saved.count === 1;
  },
});
