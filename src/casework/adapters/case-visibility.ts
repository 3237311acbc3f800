import { coversDebt } from '../../domain/identity.ts';
import { numberClasses } from '../../domain/vocabulary.ts';
import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf, wordOf } from '../dial-facts-of.ts';
import type { Listener } from '../may-listen.ts';
import { visibleTo } from './visible-to.ts';

export interface CaseVisibility {
  /** The cases this person may look at right now. */
  casesFor(viewer: Listener): Promise<Prisma.CaseWhereInput>;
  /** Debtors whose cases are withheld from an agent until it is certain whom he talks to. */
  coveredDebtors(agentId: string): Promise<readonly string[]>;
}

export function makeCaseVisibility(prisma: PrismaClient): CaseVisibility {
  async function coveredDebtors(agentId: string): Promise<readonly string[]> {
    const call = await prisma.attempt.findFirst({
      where: {
        agentId,
        connectedAt: { not: null },
        OR: [{ endedAt: null }, { wrapUp: null, inboundCall: { shared: true } }],
      },
      include: { number: { select: { class: true } }, campaign: true, inboundCall: { select: { shared: true } } },
      orderBy: { intendedAt: 'desc' },
    });
    if (call === null) return [];
    const tenant = await prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
    const line = {
      numberClass: wordOf(numberClasses, call.number.class),
      identityConfirmed: call.identityConfirmedAt !== null,
      ended: false,
      shared: call.inboundCall?.shared ?? false,
    };
    if (!coversDebt(line, presetOf({ campaign: call.campaign, tenant }))) return [];
    if (!line.shared) return [call.debtorId];
    const numbers = await prisma.phoneNumber.findMany({
      where: { lineId: call.lineId },
      select: { debtorId: true },
      distinct: ['debtorId'],
    });
    return numbers.map(({ debtorId }) => debtorId);
  }
  return {
    coveredDebtors,
    async casesFor(viewer) {
      if (viewer.role !== 'agent') return visibleTo(viewer);
      const covered = await coveredDebtors(viewer.id);
      return covered.length === 0
        ? visibleTo(viewer)
        : { AND: [visibleTo(viewer), { debtorId: { notIn: [...covered] } }] };
    },
  };
}
