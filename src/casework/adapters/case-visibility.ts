import { coversDebt } from '../../domain/identity.ts';
import { numberClasses } from '../../domain/vocabulary.ts';
import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf, wordOf } from '../dial-facts-of.ts';
import type { Listener } from '../may-listen.ts';
import { visibleTo } from './visible-to.ts';

export interface CaseVisibility {
  /** The cases this person may look at right now. */
  casesFor(viewer: Listener): Promise<Prisma.CaseWhereInput>;
  /** The debtor whose cases are withheld from an agent until identity is confirmed on his call; null: nobody's. */
  coveredDebtor(agentId: string): Promise<string | null>;
}

export function makeCaseVisibility(prisma: PrismaClient): CaseVisibility {
  async function coveredDebtor(agentId: string): Promise<string | null> {
    const call = await prisma.attempt.findFirst({
      where: { agentId, endedAt: null, connectedAt: { not: null } },
      include: { number: { select: { class: true } }, campaign: true },
      orderBy: { intendedAt: 'desc' },
    });
    if (call === null) return null;
    const tenant = await prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
    const line = {
      numberClass: wordOf(numberClasses, call.number.class),
      identityConfirmed: call.identityConfirmedAt !== null,
      ended: false,
    };
    return coversDebt(line, presetOf({ campaign: call.campaign, tenant })) ? call.debtorId : null;
  }
  return {
    coveredDebtor,
    async casesFor(viewer) {
      if (viewer.role !== 'agent') return visibleTo(viewer);
      const covered = await coveredDebtor(viewer.id);
      return covered === null ? visibleTo(viewer) : { AND: [visibleTo(viewer), { debtorId: { not: covered } }] };
    },
  };
}
