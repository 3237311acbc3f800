import { newId } from '../../platform/ids.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { TeamBook } from '../people/people-book.ts';

const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

export const makePrismaTeams = (prisma: PrismaClient): TeamBook => ({
  async all() {
    const teams = await prisma.team.findMany({
      include: { _count: { select: { users: true, campaigns: true } } },
      orderBy: { name: 'asc' },
    });
    return teams.map((team) => ({
      teamId: team.id,
      name: team.name,
      people: team._count.users,
      campaigns: team._count.campaigns,
      version: team.version,
    }));
  },
  async add(name) {
    try {
      const { id } = await prisma.team.create({ data: { id: newId(), name }, select: { id: true } });
      return { teamId: id };
    } catch (error) {
      if (isTaken(error)) return 'name_taken';
      throw error;
    }
  },
  async rename(teamId, version, name) {
    try {
      const saved = await prisma.team.updateMany({
        where: { id: teamId, version },
        data: { name, version: { increment: 1 } },
      });
      if (saved.count === 1) return 'saved';
      return (await prisma.team.count({ where: { id: teamId } })) === 0 ? 'unknown' : 'stale';
    } catch (error) {
      if (isTaken(error)) return 'name_taken';
      throw error;
    }
  },
  async remove(teamId) {
    const removed = await prisma.team.deleteMany({
      where: { id: teamId, users: { none: {} }, campaigns: { none: {} } },
    });
    if (removed.count === 1) return 'removed';
    return (await prisma.team.count({ where: { id: teamId } })) === 0 ? 'unknown' : 'in_use';
  },
});
