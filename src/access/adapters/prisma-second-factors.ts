import { newId } from '../../platform/ids.ts';
import type { Db, PrismaClient } from '../../platform/prisma/client.ts';
import type { SealedShelf } from '../../platform/old-seals.ts';
import { placeOf } from '../account/second-factor.ts';
import type { SecondFactorStore } from '../ports.ts';

const replaceCodes = async (db: Db, userId: string, codeHashes: readonly string[]): Promise<void> => {
  await db.recoveryCode.deleteMany({ where: { userId } });
  await db.recoveryCode.createMany({ data: codeHashes.map((codeHash) => ({ id: newId(), userId, codeHash })) });
};

/** Secrets in force and offered ones, for the key that comes after. */
export const makeSecondFactorShelf = (prisma: PrismaClient): SealedShelf => ({
  async all() {
    const rows = await prisma.user.findMany({
      where: { totpSealed: { not: null } },
      select: { id: true, totpSealed: true },
    });
    return rows.flatMap(({ id, totpSealed }) =>
      totpSealed === null ? [] : [{ id, sealed: totpSealed, about: placeOf(id) }],
    );
  },
  async replace({ id, sealed }, anew) {
    return (
      (await prisma.user.updateMany({ where: { id, totpSealed: sealed }, data: { totpSealed: anew } })).count === 1
    );
  },
});

export const makePrismaSecondFactors = (prisma: PrismaClient): SecondFactorStore => ({
  async offer(userId, sealed) {
    const offered = await prisma.user.updateMany({
      where: { id: userId, totpSince: null },
      data: { totpSealed: sealed, totpStep: null },
    });
    return offered.count === 1;
  },
  confirm: (userId, { at, step, codeHashes }) =>
    prisma.$transaction(async (db) => {
      const confirmed = await db.user.updateMany({
        where: { id: userId, totpSince: null, totpSealed: { not: null } },
        data: { totpSince: new Date(at), totpStep: step },
      });
      if (confirmed.count === 0) return false;
      await replaceCodes(db, userId, codeHashes);
      return true;
    }),
  async remove(userId) {
    await prisma.$transaction(async (db) => {
      await db.user.update({ where: { id: userId }, data: { totpSealed: null, totpSince: null, totpStep: null } });
      await db.recoveryCode.deleteMany({ where: { userId } });
    });
  },
  async takeStep(userId, step) {
    const taken = await prisma.user.updateMany({
      where: { id: userId, OR: [{ totpStep: null }, { totpStep: { lt: step } }] },
      data: { totpStep: step },
    });
    return taken.count === 1;
  },
  async useRecoveryCode(userId, codeHash, at) {
    const used = await prisma.recoveryCode.updateMany({
      where: { userId, codeHash, usedAt: null },
      data: { usedAt: new Date(at) },
    });
    return used.count === 1;
  },
  async replaceRecoveryCodes(userId, codeHashes) {
    await prisma.$transaction((db) => replaceCodes(db, userId, codeHashes));
  },
  recoveryCodesLeft: (userId) => prisma.recoveryCode.count({ where: { userId, usedAt: null } }),
});
