import { matchCaller } from '../../domain/inbound-call.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { CallDutyBook } from '../call-duties.ts';
import { isStranger, noteCallerLine } from './caller-line.ts';
import { dateOrNull, instant } from './case-view-parts.ts';

const columns = { identity: 'identityConfirmedAt', linked: 'linkedSeenAt' } as const;

export function makePrismaCallDuties(prisma: PrismaClient): CallDutyBook {
  /** Nobody has the line: whoever names the number of one debtor's case is noted with it. A name alone is no proof. */
  async function noteStranger(said: string, lineId: string, at: Date): Promise<void> {
    const cases = await prisma.case.findMany({
      where: { refKey: said.toLowerCase(), status: 'open' },
      select: { id: true, debtorId: true },
      take: 2,
    });
    const [about] = cases;
    if (about === undefined || cases.length > 1) return;
    await prisma.$transaction((db) => noteCallerLine(db, { caseId: about.id, debtorId: about.debtorId, lineId }, at));
  }

  return {
    async mark(attemptId, agentId, duty, at) {
      // Whose identity would be confirmed is not known while several debtors may be meant.
      const meant = duty === 'identity' ? { NOT: { inboundCall: { shared: true } } } : {};
      const own = { id: attemptId, agentId, connectedAt: { not: null }, ...meant };
      const column = columns[duty];
      const { count } = await prisma.attempt.updateMany({
        where: { ...own, [column]: null },
        data: { [column]: new Date(at) },
      });
      if (count === 1 && duty === 'linked') {
        const seen = { attempts: { some: { id: attemptId } } };
        await prisma.case.updateMany({ where: seen, data: { linkedSeenAt: new Date(at) } });
      }
      if (count === 1) return 'marked';
      return (await prisma.attempt.count({ where: own })) === 1 ? 'already' : 'unknown';
    },
    async identify(attemptId, agentId, said, at) {
      const call = await prisma.attempt.findFirst({
        where: { id: attemptId, agentId, wrapUp: null, inboundCall: { shared: true } },
        select: { lineId: true, debtor: { select: { linkKey: true } } },
      });
      if (call === null) return { kind: 'unknown' };
      if (isStranger(call.debtor.linkKey)) await noteStranger(said, call.lineId, new Date(at));
      const numbers = await prisma.phoneNumber.findMany({
        where: {
          lineId: call.lineId,
          case: {
            OR: [{ refKey: said.toLowerCase() }, { debtor: { name: { equals: said, mode: 'insensitive' } } }],
          },
        },
        include: { case: true },
      });
      const match = matchCaller(
        numbers.map((number) => ({
          number,
          caseId: number.caseId,
          debtorId: number.debtorId,
          open: number.case.status === 'open',
          ownerId: number.case.ownerId,
          callbackAt: instant(number.case.callbackAt),
          followUpBy: dateOrNull(number.case.followUpBy),
          owedMinor: Number(number.case.amountMinor - number.case.paidMinor),
        })),
      );
      if (match.kind !== 'person') return { kind: 'nobody' };
      const { id: numberId, caseId, debtorId } = match.about.number;
      const busy = { debtorId, endedAt: null, id: { not: attemptId } };
      if ((await prisma.attempt.count({ where: busy })) > 0) return { kind: 'busy', debtorId };
      await prisma.$transaction([
        prisma.attempt.update({
          where: { id: attemptId },
          data: { caseId, debtorId, numberId, identityConfirmedAt: new Date(at) },
          select: { id: true },
        }),
        prisma.recording.updateMany({ where: { attemptId }, data: { caseId, numberId } }),
        prisma.inboundCall.update({ where: { attemptId }, data: { shared: false }, select: { id: true } }),
      ]);
      return { kind: 'identified' };
    },
  };
}
