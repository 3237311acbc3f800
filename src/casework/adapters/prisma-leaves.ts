import { isDispositionCode } from '../../domain/dispositions.ts';
import type { LeaveCode } from '../../domain/vocabulary.ts';
import { isLeaveCode } from '../../domain/window-leave.ts';
import { Fault } from '../../platform/fault.ts';
import { newId } from '../../platform/ids.ts';
import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import type { LeaveBook, LeaveEntry, LeaveRow } from '../leave-ports.ts';

const names = { agent: { select: { displayName: true } }, decidedBy: { select: { displayName: true } } } as const;
type Row = Prisma.WindowLeaveGetPayload<{ include: typeof names }>;

function codeOf({ code }: Pick<Row, 'code'>): LeaveCode {
  if (isDispositionCode(code) && isLeaveCode(code)) return code;
  throw new Fault('INTERNAL', { detail: { unknownWord: code } });
}

function stateOf({ granted, expiredAt }: Row): LeaveRow['state'] {
  if (granted !== null) return granted ? 'granted' : 'refused';
  return expiredAt === null ? 'waiting' : 'expired';
}

const viewOf = (row: Row): LeaveRow => ({
  leaveId: row.id,
  attemptId: row.attemptId,
  agentId: row.agentId,
  code: codeOf(row),
  day: row.day.toISOString().slice(0, 10),
  state: stateOf(row),
  why: row.why,
  askedAt: row.askedAt.getTime(),
  decidedByName: row.decidedBy?.displayName ?? null,
  reason: row.reason,
});

const isWaiting = { decidedAt: null, expiredAt: null } as const;

export function makeLeaveEntry(db: Prisma.TransactionClient): LeaveEntry {
  return {
    async latest(attemptId) {
      const row = await db.windowLeave.findFirst({
        where: { attemptId },
        orderBy: { askedAt: 'desc' },
        include: names,
      });
      return row === null ? null : viewOf(row);
    },
    async granted(attemptId) {
      const row = await db.windowLeave.findFirst({
        where: { attemptId, granted: true },
        orderBy: { decidedAt: 'desc' },
        select: { id: true, code: true, day: true },
      });
      return row === null ? null : { leaveId: row.id, code: codeOf(row), day: row.day.toISOString().slice(0, 10) };
    },
    async ask({ attemptId, agentId, code, day, why, at }) {
      const asked = { attemptId, agentId, code, why, day: new Date(`${day}T00:00:00Z`), askedAt: new Date(at) };
      await db.windowLeave.create({ data: { id: newId(), ...asked } });
    },
    async decide(leaveId, { granted, reason, by, at }) {
      await db.windowLeave.update({
        where: { id: leaveId },
        data: { granted, reason, decidedById: by, decidedAt: new Date(at) },
      });
    },
    async expire(attemptId, at) {
      const { count } = await db.windowLeave.updateMany({
        where: { attemptId, ...isWaiting },
        data: { expiredAt: new Date(at) },
      });
      return count > 0;
    },
  };
}

export const makePrismaLeaveBook = (prisma: PrismaClient): LeaveBook => ({
  async waiting(since) {
    const rows = await prisma.windowLeave.findMany({
      where: { ...isWaiting, askedAt: { gte: new Date(since) } },
      orderBy: { askedAt: 'asc' },
      include: { ...names, attempt: { select: { case: true } } },
    });
    return rows.map((row) => {
      const { id, externalRef, amountMinor, paidMinor, currency } = row.attempt.case;
      const owed = Number(amountMinor - paidMinor);
      const { agentId: _agent, ...view } = viewOf(row);
      return { ...view, caseId: id, externalRef, currency, amountMinor: owed, agentName: row.agent.displayName };
    });
  },
  callOf: (leaveId) => prisma.windowLeave.findUnique({ where: { id: leaveId }, select: { attemptId: true } }),
});
