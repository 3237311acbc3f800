import { strictestGuard, vacantGuardRule } from '../../domain/vacant-guard.ts';
import { newId } from '../../platform/ids.ts';
import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import type { RulesInForce } from '../ports.ts';
import type { VacantBook } from '../vacant-book.ts';

const alertKind = 'trunk_vacant_guard';
const blockedKind = 'trunk_calls_blocked';

export function makePrismaVacant(prisma: PrismaClient, rulesOf: RulesInForce): VacantBook {
  return {
    async results(trunkId, since) {
      const rows = await prisma.attempt.findMany({
        where: { trunkId, endedAt: { gte: new Date(since) }, placedAt: { not: null } },
        select: { id: true, endedAt: true, systemResult: true },
      });
      return rows.map((row) => ({
        attemptId: row.id,
        at: row.endedAt?.getTime() ?? since,
        result: row.systemResult,
      }));
    },
    async guardRule(trunkId) {
      const campaigns = await prisma.campaign.findMany({
        where: { trunkId },
        select: { preset: true, presetVersion: true, tightening: true },
      });
      const rules = campaigns.map(rulesOf).filter((each) => each !== null);
      return rules.length === 0 ? vacantGuardRule : strictestGuard(rules.map(({ vacantGuard }) => vacantGuard));
    },
    async guardedSince(trunkId) {
      const trunk = await prisma.trunk.findUnique({ where: { id: trunkId }, select: { vacantGuardSince: true } });
      return trunk?.vacantGuardSince?.getTime() ?? null;
    },
    async guarded() {
      const rows = await prisma.trunk.findMany({ where: { vacantGuardSince: { not: null } }, select: { id: true } });
      return rows.map((row) => row.id);
    },
    async alertBlocked(trunkId, at) {
      await prisma.alert.createMany({
        data: { id: newId(), kind: blockedKind, subjectId: trunkId, raisedAt: new Date(at) },
        skipDuplicates: true,
      });
    },
    async setGuard(trunkId, at, on, figures) {
      return prisma.$transaction(async (tx) => {
        const { count } = await tx.trunk.updateMany({
          where: { id: trunkId, vacantGuardSince: on ? null : { not: null } },
          data: { vacantGuardSince: on ? new Date(at) : null },
        });
        if (count === 0) return false;
        if (on) {
          const detail: Prisma.InputJsonObject = { ...figures };
          await tx.alert.createMany({
            data: { id: newId(), kind: alertKind, subjectId: trunkId, detail, raisedAt: new Date(at) },
            skipDuplicates: true,
          });
        } else {
          await tx.alert.updateMany({
            where: { kind: alertKind, subjectId: trunkId, resolvedAt: null },
            data: { resolvedAt: new Date(at) },
          });
        }
        return true;
      });
    },
  };
}
