import { trunkWatch, usualWatch, type TrunkPassage, type TrunkWatch } from '../../contract/trunk.ts';
import type { EndFault } from '../../domain/carrier-outcome.ts';
import type { TrunkWatchRule } from '../../domain/trunk-health.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { newId } from '../../platform/ids.ts';
import { Prisma } from '../../platform/prisma/generated/client.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { HealthBook } from '../trunks/health-book.ts';

const alertKind = 'trunk_out';

/** What is not understood keeps its usual value. */
export function watchOf(stored: unknown): TrunkWatch {
  const given = typeof stored === 'object' && stored !== null ? stored : {};
  const read = trunkWatch.safeParse({ ...usualWatch, ...given });
  return read.success ? read.data : usualWatch;
}

const ruleOf = ({ windowMinutes, probeEverySeconds, probeNumberId: _number, ...rest }: TrunkWatch): TrunkWatchRule => ({
  ...rest,
  windowMs: windowMinutes * 60_000,
  probeEveryMs: probeEverySeconds * 1_000,
});

interface Row {
  readonly trunkId: string;
  readonly part: number;
  readonly fault: EndFault;
  readonly reason: string;
  readonly vacant: boolean;
  readonly calls: number;
  readonly answered: number;
  readonly answeredMs: number;
  readonly rang: number;
  readonly untilRingingMs: number;
}

/** `edges`: the ends of the stretches of time, the newest first. */
function countEnded(prisma: PrismaClient, edges: readonly Instant[], now: Instant, only: string | null) {
  const oldest = new Date(Math.min(...edges));
  const ofTrunk = only === null ? Prisma.empty : Prisma.sql`AND "trunkId" = ${only}::uuid`;
  const part = (column: Prisma.Sql): Prisma.Sql => {
    const cases = edges.map((edge, at) => Prisma.sql`WHEN ${column} > ${new Date(edge)} THEN ${at}::int`);
    return Prisma.sql`CASE ${Prisma.join(cases, ' ')} END`;
  };
  return prisma.$queryRaw<Row[]>`
    SELECT "trunkId", ${part(Prisma.sql`"endedAt"`)} AS "part", "endFault" AS "fault", "endReason" AS "reason",
      coalesce("systemResult" = 'VACANT', false) AS "vacant", count(*)::int AS "calls",
      count("answeredAt")::int AS "answered",
      coalesce(sum(extract(epoch FROM "endedAt" - "answeredAt") * 1000), 0)::float8 AS "answeredMs",
      count("ringingAt")::int AS "rang",
      coalesce(sum(extract(epoch FROM "ringingAt" - "placedAt") * 1000), 0)::float8 AS "untilRingingMs"
    FROM "Attempt"
    WHERE "endedAt" > ${oldest} AND "endedAt" <= ${new Date(now)} AND "direction" = 'outbound' AND "placedAt" IS NOT NULL
      AND "endReason" IS NOT NULL AND "systemResult" IS DISTINCT FROM 'SUPPRESSED' ${ofTrunk}
    GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    SELECT "trunkId", ${part(Prisma.sql`"at"`)}, "fault", "reason", false, count(*)::int, 0, 0, 0, 0
    FROM "TrunkRefusal" WHERE "at" > ${oldest} AND "at" <= ${new Date(now)} ${ofTrunk}
    GROUP BY 1, 2, 3, 4`;
}

const passageActions = {
  'trunk.taken_out': 'out',
  'trunk.put_back': 'back',
  'trunk.probe_failed': 'probe_failed',
} as const satisfies Readonly<Record<string, TrunkPassage['what']>>;

const becauseOf = (detail: Prisma.JsonValue): string => {
  const because = typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? detail['because'] : null;
  return typeof because === 'string' ? because : '';
};

const at = (date: Date | null): number | null => date?.getTime() ?? null;

export function makePrismaTrunkHealth(prisma: PrismaClient): HealthBook {
  async function nameOf(ids: readonly (string | null)[]): Promise<(id: string | null) => string | null> {
    const known = ids.filter((id) => id !== null);
    const rows = await prisma.user.findMany({ where: { id: { in: known } }, select: { id: true, displayName: true } });
    return (id) => (id === null ? null : (rows.find((row) => row.id === id)?.displayName ?? id));
  }

  return {
    async watched() {
      const rows = await prisma.trunk.findMany({
        select: {
          id: true,
          enabled: true,
          watch: true,
          backAt: true,
          vacantGuardSince: true,
          outSince: true,
          outBecause: true,
          outBy: true,
          probeAt: true,
          probes: true,
          probesGood: true,
        },
      });
      const name = await nameOf(rows.map(({ outBy }) => outBy));
      return rows.map((row) => ({
        trunkId: row.id,
        enabled: row.enabled,
        rule: ruleOf(watchOf(row.watch)),
        backAt: at(row.backAt),
        guardedSince: at(row.vacantGuardSince),
        out:
          row.outSince === null
            ? null
            : {
                since: row.outSince.getTime(),
                because: row.outBecause ?? '',
                by: name(row.outBy),
                probeAt: at(row.probeAt),
                probesFailed: row.probes,
                probesGood: row.probesGood,
              },
      }));
    },
    async ended(now, lengthsMs) {
      const edges = [...lengthsMs].sort((a, b) => a - b).map((ms) => now - ms);
      const rows = await countEnded(prisma, edges, now, null);
      return (trunkId, ms) =>
        rows.filter((row) => row.trunkId === trunkId && (edges[row.part] ?? -Infinity) >= now - ms);
    },
    endedOf: (trunkId, since, now) => countEnded(prisma, [since], now, trunkId),
    async passages(most) {
      const rows = await prisma.auditEntry.findMany({
        where: { subjectType: 'trunk', action: { in: Object.keys(passageActions) } },
        orderBy: { at: 'desc' },
        take: most,
        select: { at: true, actorId: true, action: true, subjectId: true, detail: true },
      });
      const name = await nameOf(rows.map(({ actorId }) => actorId));
      return (trunkId) =>
        rows.flatMap((row) => {
          const what = passageActions[row.action as keyof typeof passageActions];
          if (row.subjectId !== trunkId) return [];
          return [{ at: row.at.getTime(), what, by: name(row.actorId), because: becauseOf(row.detail) }];
        });
    },
    async takeOut(trunkId, { since, because, by, probeAt }, figures) {
      return prisma.$transaction(async (tx) => {
        const { count } = await tx.trunk.updateMany({
          where: { id: trunkId, outSince: null },
          data: {
            outSince: new Date(since),
            outBecause: because,
            outBy: by,
            probeAt: probeAt === null ? null : new Date(probeAt),
            probes: 0,
            probesGood: 0,
          },
        });
        if (count === 0) return false;
        await tx.alert.createMany({
          data: {
            id: newId(),
            kind: alertKind,
            subjectId: trunkId,
            detail: { because, ...figures },
            raisedAt: new Date(since),
          },
          skipDuplicates: true,
        });
        return true;
      });
    },
    async takeBack(trunkId, now) {
      return prisma.$transaction(async (tx) => {
        const { count } = await tx.trunk.updateMany({
          where: { id: trunkId, outSince: { not: null } },
          data: {
            outSince: null,
            outBecause: null,
            outBy: null,
            probeAt: null,
            probes: 0,
            probesGood: 0,
            backAt: new Date(now),
          },
        });
        if (count === 0) return false;
        await tx.alert.updateMany({
          where: { kind: alertKind, subjectId: trunkId, resolvedAt: null },
          data: { resolvedAt: new Date(now) },
        });
        return true;
      });
    },
    async claimProbe(trunkId, due, again) {
      const { count } = await prisma.trunk.updateMany({
        where: { id: trunkId, outSince: { not: null }, probeAt: new Date(due) },
        data: { probeAt: new Date(again) },
      });
      return count === 1;
    },
    async probed(trunkId, { good, failed, at: next }) {
      await prisma.trunk.updateMany({
        where: { id: trunkId, outSince: { not: null }, probeAt: { not: null } },
        data: { probesGood: good, probes: failed, probeAt: new Date(next) },
      });
    },
  };
}
