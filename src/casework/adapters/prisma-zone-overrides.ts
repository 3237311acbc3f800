import { isPostal, type ZoneEffect } from '../../contract/zone.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { ZoneOverrides } from '../zone-overrides.ts';
import { lookAgainForAddresses, lookAgainForLines } from './look-again.ts';

const longestNumber = 15;

export function makePrismaZoneOverrides(prisma: PrismaClient): ZoneOverrides {
  async function effect(prefix: string): Promise<ZoneEffect> {
    return isPostal(prefix) ? effectOnAddresses(prefix) : effectOnLines(prefix);
  }

  /** Cases by the postal code of their address, in the country of their placement. */
  async function effectOnAddresses(postal: string): Promise<ZoneEffect> {
    const [row] = await prisma.$queryRaw<ZoneEffect[]>`
      SELECT count(*) FILTER (WHERE NOT longer)::int AS "numbers", count(*) FILTER (WHERE longer)::int AS "byLonger"
      FROM (
        SELECT EXISTS (SELECT 1 FROM "ZoneOverride" o
          WHERE length(o."prefix") > ${postal.length} AND starts_with(a."code", o."prefix")) AS longer
        FROM (
          SELECT (p."profile"->>'defaultCountry') || '-' || upper(regexp_replace(c."postalCode", '[^0-9A-Za-z]', '', 'g')) AS "code"
          FROM "Case" c JOIN "Placement" p ON p."id" = c."placementId"
          WHERE c."postalCode" IS NOT NULL AND c."status" = 'open') a
        WHERE starts_with(a."code", ${postal})) n`;
    return { numbers: row?.numbers ?? 0, byLonger: row?.byLonger ?? 0 };
  }

  async function effectOnLines(prefix: string): Promise<ZoneEffect> {
    // The bounds are for the index, which knows nothing of beginnings.
    const last = `${prefix}${'9'.repeat(longestNumber)}`;
    const [row] = await prisma.$queryRaw<ZoneEffect[]>`
      SELECT count(*) FILTER (WHERE NOT longer)::int AS "numbers", count(*) FILTER (WHERE longer)::int AS "byLonger"
      FROM (
        SELECT EXISTS (SELECT 1 FROM "ZoneOverride" o
          WHERE length(o."prefix") > ${prefix.length} AND starts_with(l."e164", o."prefix")) AS longer
        FROM "Line" l WHERE l."e164" >= ${prefix} AND l."e164" <= ${last} AND starts_with(l."e164", ${prefix})) n`;
    return { numbers: row?.numbers ?? 0, byLonger: row?.byLonger ?? 0 };
  }

  return {
    effect,
    async all() {
      const rows = await prisma.zoneOverride.findMany({ orderBy: { prefix: 'asc' } });
      const ids = rows.flatMap(({ setById }) => (setById === null ? [] : [setById]));
      const people = await prisma.user.findMany({
        where: { id: { in: ids } },
        select: { id: true, displayName: true },
      });
      const nameOf = new Map(people.map(({ id, displayName }) => [id, displayName]));
      const effects = await Promise.all(rows.map(({ prefix }) => effect(prefix)));
      return rows.map(({ prefix, zone, setAt, setById, reason }, at) => ({
        prefix,
        zone,
        setAt: setAt.getTime(),
        setByName: nameOf.get(setById ?? '') ?? null,
        reason,
        ...(effects[at] ?? { numbers: 0, byLonger: 0 }),
      }));
    },
    async set({ prefix, zone, reason, by, at, seen }) {
      const done = await prisma.$transaction(async (db) => {
        await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`zone ${prefix}`}))`;
        const before = await db.zoneOverride.findUnique({ where: { prefix }, select: { zone: true } });
        if (zone === null && before === null) return 'not_set' as const;
        if (seen !== undefined && (before?.zone ?? null) !== seen) return 'stale' as const;
        const row = { reason, setAt: new Date(at), setById: by };
        if (zone === null) await db.zoneOverride.deleteMany({ where: { prefix } });
        else {
          await db.zoneOverride.upsert({
            where: { prefix },
            create: { prefix, zone, ...row },
            update: { zone, ...row },
          });
        }
        return 'set' as const;
      });
      if (done !== 'set') return done;
      await (isPostal(prefix) ? lookAgainForAddresses : lookAgainForLines)(prisma, prefix, at);
      return 'set';
    },
  };
}
