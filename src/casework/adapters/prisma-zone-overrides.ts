import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { ZoneOverrides } from '../zone-overrides.ts';
import { lookAgainForLines } from './look-again.ts';

export function makePrismaZoneOverrides(prisma: PrismaClient): ZoneOverrides {
  return {
    async all() {
      const rows = await prisma.zoneOverride.findMany({ orderBy: { prefix: 'asc' } });
      const ids = rows.flatMap(({ setById }) => (setById === null ? [] : [setById]));
      const people = await prisma.user.findMany({
        where: { id: { in: ids } },
        select: { id: true, displayName: true },
      });
      const nameOf = new Map(people.map(({ id, displayName }) => [id, displayName]));
      return rows.map(({ prefix, zone, setAt, setById }) => ({
        prefix,
        zone,
        setAt: setAt.getTime(),
        setByName: nameOf.get(setById ?? '') ?? null,
      }));
    },
    set: ({ prefix, zone, by, at }) =>
      prisma.$transaction(async (db) => {
        if (zone === null) {
          const { count } = await db.zoneOverride.deleteMany({ where: { prefix } });
          if (count === 0) return false;
        } else {
          const row = { zone, setAt: new Date(at), setById: by };
          await db.zoneOverride.upsert({ where: { prefix }, create: { prefix, ...row }, update: row });
        }
        await lookAgainForLines(db, prefix, at);
        return true;
      }),
  };
}
