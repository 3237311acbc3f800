import { matchCaller } from '../../domain/inbound-call.ts';
import { owedMinor } from '../../domain/payment/payment-rules.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { CallerDesk } from '../callers.ts';
import { presetOf } from '../dial-facts-of.ts';
import { dateOrNull, instant } from './case-view-parts.ts';

/** Whom a number belongs to. Any case of its debtors may be meant, also one in which the number does not stand. */
export function makePrismaCallers(prisma: PrismaClient): CallerDesk {
  const tenantRow = () => prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
  return {
    async whoCalls(e164) {
      const line = await prisma.line.findUnique({
        where: { e164 },
        select: { id: true, numbers: { select: { id: true, caseId: true, debtorId: true }, orderBy: { id: 'asc' } } },
      });
      if (line === null || line.numbers.length === 0) return null;
      const debtorIds = [...new Set(line.numbers.map(({ debtorId }) => debtorId))];
      const [tenant, cases] = await Promise.all([
        tenantRow(),
        prisma.case.findMany({ where: { debtorId: { in: debtorIds } }, include: { campaign: true } }),
      ]);
      const match = matchCaller(
        cases.map((row) => ({
          row,
          caseId: row.id,
          debtorId: row.debtorId,
          open: row.status === 'open',
          ownerId: row.ownerId,
          callbackAt: instant(row.callbackAt),
          followUpBy: dateOrNull(row.followUpBy),
          owedMinor: owedMinor(Number(row.amountMinor), Number(row.paidMinor)),
        })),
      );
      if (match.kind === 'unknown') return null;
      const { caseId, debtorId, row } = match.about;
      const own = line.numbers.filter((number) => number.debtorId === debtorId);
      const number = own.find((each) => each.caseId === caseId) ?? own[0];
      if (number === undefined) return null;
      const preset = presetOf({ campaign: row.campaign, tenant });
      return {
        caseId,
        debtorId,
        numberId: number.id,
        lineId: line.id,
        campaignId: row.campaignId,
        roundNumber: row.roundNumber,
        presetName: preset.name,
        presetVersion: preset.version,
        rulesVersion: row.campaign?.rulesVersion ?? 0,
        shared: match.kind === 'shared',
      };
    },
    async businessZone() {
      return (await tenantRow()).businessZone;
    },
  };
}
