import { matchCaller } from '../../domain/inbound-call.ts';
import { isOwnClass } from '../../domain/number-order.ts';
import { owedMinor } from '../../domain/payment/payment-rules.ts';
import { numberClasses } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { Caller, CallerBook } from '../callers.ts';
import { presetOf, wordOf } from '../dial-facts-of.ts';
import { isStranger, lineOf, noteCallerLine, openStranger } from './caller-line.ts';
import { dateOrNull, instant } from './case-view-parts.ts';

/** Fewer digits than this would find cases by chance. */
const fewestDigits = 4;

/** The very expression of the index `Case_open_by_digits`: of three found one can tell whether they are one person's. */
export const byDigitsSql = (digits: string): Prisma.Sql => Prisma.sql`
  SELECT c."id", c."debtorId" FROM "Case" c
  WHERE c."status" = 'open' AND regexp_replace(c."refKey", '\\D', '', 'g') = ${digits}
  ORDER BY c."id" LIMIT 3`;

/** Whom a number belongs to. Any case of its debtors may be meant, also one in which the number does not stand. */
export function makePrismaCallers(deps: { readonly prisma: PrismaClient; readonly clock: Clock }): CallerBook {
  const { prisma, clock } = deps;
  const tenantRow = () => prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });

  async function callerOf(
    caseId: string,
    given: { readonly numberId: string; readonly lineId: string; readonly shared: boolean },
  ): Promise<Caller> {
    const [tenant, row, number] = await Promise.all([
      tenantRow(),
      prisma.case.findUniqueOrThrow({ where: { id: caseId }, include: { campaign: true } }),
      prisma.phoneNumber.findUniqueOrThrow({ where: { id: given.numberId }, select: { class: true } }),
    ]);
    const preset = presetOf({ campaign: row.campaign, tenant });
    return {
      caseId,
      debtorId: row.debtorId,
      ...given,
      campaignId: row.campaignId,
      roundNumber: row.roundNumber,
      presetName: preset.name,
      presetVersion: preset.version,
      rulesVersion: row.campaign?.rulesVersion ?? 0,
      own: isOwnClass(wordOf(numberClasses, number.class)),
    };
  }

  return {
    async whoCalls(e164) {
      const line = await prisma.line.findUnique({
        where: { e164 },
        select: {
          id: true,
          numbers: {
            select: { id: true, caseId: true, debtorId: true, debtor: { select: { linkKey: true } } },
            orderBy: { id: 'asc' },
          },
        },
      });
      const numbers = (line?.numbers ?? []).filter(({ debtor }) => !isStranger(debtor.linkKey));
      if (line === null || numbers.length === 0) return null;
      const debtorIds = [...new Set(numbers.map(({ debtorId }) => debtorId))];
      const cases = await prisma.case.findMany({ where: { debtorId: { in: debtorIds } } });
      const match = matchCaller(
        cases.map((row) => ({
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
      const { caseId, debtorId } = match.about;
      const own = numbers.filter((number) => number.debtorId === debtorId);
      const number = own.find((each) => each.caseId === caseId) ?? own[0];
      if (number === undefined) return null;
      return callerOf(caseId, { numberId: number.id, lineId: line.id, shared: match.kind === 'shared' });
    },
    async byReference(digits, e164) {
      if (digits.length < fewestDigits) return null;
      const found = await prisma.$queryRaw<{ id: string; debtorId: string }[]>(byDigitsSql(digits));
      const [first] = found;
      if (first === undefined || found.some(({ debtorId }) => debtorId !== first.debtorId)) return null;
      const [caseId, debtorId] = [first.id, first.debtorId];
      return callerOf(caseId, {
        ...(await prisma.$transaction(async (db) => {
          const lineId = await lineOf(db, e164);
          return { lineId, numberId: await noteCallerLine(db, { caseId, debtorId, lineId }, new Date(clock())) };
        })),
        // A case number is no proof of who it is that says it.
        shared: true,
      });
    },
    async stranger(e164) {
      const at = new Date(clock());
      const { caseId, ...number } = await prisma.$transaction(async (db) => {
        const about = await openStranger(db, e164, at);
        const lineId = await lineOf(db, e164);
        return { caseId: about.caseId, lineId, numberId: await noteCallerLine(db, { ...about, lineId }, at) };
      });
      return callerOf(caseId, { ...number, shared: true });
    },
    async businessZone() {
      return (await tenantRow()).businessZone;
    },
  };
}
