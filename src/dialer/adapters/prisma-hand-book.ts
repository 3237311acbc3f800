import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { HandBook } from '../by-hand/dial-by-hand.ts';

export const makePrismaHandBook = (prisma: PrismaClient): HandBook => ({
  async caseOf(caseId) {
    const row = await prisma.case.findUnique({
      where: { id: caseId },
      select: { externalRef: true, campaignId: true },
    });
    return row === null ? null : { ref: row.externalRef, campaignId: row.campaignId };
  },
  async belongs(agentId, campaignId) {
    return (await prisma.campaignAgent.count({ where: { campaignId, userId: agentId } })) > 0;
  },
  async previewed(agentId) {
    const rows = await prisma.campaign.findMany({
      where: { mode: 'preview', status: 'running', agents: { some: { userId: agentId } } },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ id, name }) => ({ campaignId: id, name }));
  },
  async forAgent(agentId, caseIds) {
    const rows = await prisma.case.findMany({
      where: { id: { in: [...caseIds] }, OR: [{ ownerId: agentId }, { ownerId: null }] },
      select: { id: true, ownerId: true },
    });
    const ownerOf = new Map(rows.map(({ id, ownerId }) => [id, ownerId]));
    const mine = caseIds.filter((id) => ownerOf.get(id) === agentId);
    return [...mine, ...caseIds.filter((id) => ownerOf.get(id) === null)];
  },
});
