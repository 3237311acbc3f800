import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { SealedAccount, SealedAccounts } from '../trunks/trunk-accounts.ts';

const columns = { id: true, credentials: true, apiBase: true } as const;

const sealedOf = (row: { id: string; credentials: string | null; apiBase: string | null }): SealedAccount[] =>
  row.credentials === null ? [] : [{ trunkId: row.id, credentials: row.credentials, apiBase: row.apiBase }];

export function makePrismaTrunkAccounts(prisma: PrismaClient): SealedAccounts {
  return {
    async all() {
      const rows = await prisma.trunk.findMany({ where: { credentials: { not: null } }, select: columns });
      return rows.flatMap(sealedOf);
    },
    async ofTrunk(trunkId) {
      const row = await prisma.trunk.findUnique({ where: { id: trunkId }, select: columns });
      return row === null ? null : (sealedOf(row)[0] ?? null);
    },
    async reseal(trunkId, before, credentials) {
      const where = { id: trunkId, credentials: before };
      return (await prisma.trunk.updateMany({ where, data: { credentials } })).count === 1;
    },
    async trunkOfAttempt(attemptId) {
      const row = await prisma.attempt.findUnique({ where: { id: attemptId }, select: { trunkId: true } });
      return row?.trunkId ?? null;
    },
    async trunkOfCall(callSid) {
      const row = await prisma.attempt.findUnique({ where: { carrierCallSid: callSid }, select: { trunkId: true } });
      return row?.trunkId ?? null;
    },
  };
}
