import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { CallDutyBook } from '../call-duties.ts';

const columns = { identity: 'identityConfirmedAt', linked: 'linkedSeenAt' } as const;

export const makePrismaCallDuties = (prisma: PrismaClient): CallDutyBook => ({
  async mark(attemptId, agentId, duty, at) {
    const own = { id: attemptId, agentId, connectedAt: { not: null } };
    const column = columns[duty];
    const { count } = await prisma.attempt.updateMany({
      where: { ...own, [column]: null },
      data: { [column]: new Date(at) },
    });
    if (count === 1) return 'marked';
    return (await prisma.attempt.count({ where: own })) === 1 ? 'already' : 'unknown';
  },
});
