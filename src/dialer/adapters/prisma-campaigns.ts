import { orderedStatus, type CampaignStatus } from '../../domain/campaign-status.ts';
import { newId } from '../../platform/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { RulesInForce } from '../ports.ts';
import { callerIdsForCall } from './caller-id-room.ts';
import type { BackPressure, CampaignBook, PaceBook, PendingCall } from '../stores.ts';
import { openNow } from './campaign-hours.ts';
import { waysOf, withAllTrunks } from './trunk-ways.ts';
import { settingsOf } from '../pacing-settings.ts';
import { campaignColumns, campaignOf, trunkColumns, trunkOf } from './campaign-row.ts';

export function makePrismaCampaigns(
  prisma: PrismaClient,
  rulesOf: RulesInForce,
  clock: Clock,
  pressure: Pick<BackPressure, 'raised'>,
): CampaignBook {
  const read = (row: Parameters<typeof campaignOf>[0]) => campaignOf(row, rulesOf);
  return {
    async find(campaignId) {
      const row = await prisma.campaign.findUnique({ where: { id: campaignId }, select: campaignColumns });
      return row === null ? null : read(row);
    },
    async running() {
      const [rows, open] = await Promise.all([
        prisma.campaign.findMany({ where: { status: 'running' }, select: campaignColumns }),
        openNow(prisma, clock()),
      ]);
      return withAllTrunks(prisma, pressure, rows.filter(({ id }) => open.has(id)).map(read));
    },
    async all() {
      const rows = await prisma.campaign.findMany({ orderBy: { name: 'asc' }, select: campaignColumns });
      return rows.map(read);
    },
    async order(campaignId, order) {
      return prisma.$transaction(async (tx) => {
        const [row] = await tx.$queryRaw<{ status: CampaignStatus }[]>`
          SELECT "status"::text FROM "Campaign" WHERE "id" = ${campaignId}::uuid FOR UPDATE`;
        if (row === undefined) return null;
        const status = orderedStatus(row.status, order);
        if (status !== null) await tx.campaign.update({ where: { id: campaignId }, data: { status } });
        return row.status;
      });
    },
    async settleDrained() {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        UPDATE "Campaign" c SET "status" = 'drained' WHERE "status" = 'draining' AND NOT EXISTS (
          SELECT 1 FROM "Attempt" a WHERE a."campaignId" = c."id" AND a."endedAt" IS NULL)
        RETURNING c."id"`;
      return rows.map((row) => row.id);
    },
    async setPacing(campaignId, { mode, target, ratio, smallestGroup, callsPerAgent }) {
      return prisma.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM "Campaign" WHERE "id" = ${campaignId}::uuid FOR UPDATE`;
        const row = await tx.campaign.findUnique({ where: { id: campaignId }, select: campaignColumns });
        if (row === null) return null;
        const data = { mode, maxAbandonRate: target, ratio, smallestGroup, callsPerAgent };
        await tx.campaign.update({ where: { id: campaignId }, data });
        const before = read(row);
        return settingsOf(before);
      });
    },
    async takeFence(campaignId) {
      const row = await prisma.campaign.update({
        where: { id: campaignId },
        data: { pacingFence: { increment: 1 } },
        select: { pacingFence: true },
      });
      return row.pacingFence;
    },
    callerIds: (trunkId, campaignId, now, ahead = []) => callerIdsForCall(prisma, { trunkId, campaignId, now, ahead }),
    ways: (campaignId) => waysOf(prisma, campaignId),
    async trunks() {
      const rows = await prisma.trunk.findMany({ select: trunkColumns });
      return rows.map(trunkOf);
    },
  };
}

interface LiveRow {
  readonly id: string;
  readonly campaignId: string | null;
  readonly state: string;
  readonly intendedAt: Date;
  readonly ringingAt: Date | null;
  readonly answeredAt: Date | null;
  readonly chance: number | null;
  readonly onTrunk: boolean;
  readonly own: boolean | null;
  readonly letGo: boolean;
}

function pendingOf(row: LiveRow): PendingCall[] {
  if (row.state === 'connected' || row.campaignId === null) return [];
  const launchedAt = row.intendedAt.getTime();
  const call = {
    attemptId: row.id,
    campaignId: row.campaignId,
    launchedAt,
    ...(row.chance === null ? {} : { chance: row.chance }),
  };
  if (row.answeredAt !== null) return [{ ...call, state: 'waiting', since: row.answeredAt.getTime() }];
  if (row.ringingAt !== null) return [{ ...call, state: 'ringing', since: row.ringingAt.getTime() }];
  return [{ ...call, state: 'placing', since: launchedAt }];
}

export function makePrismaPaceBook(prisma: PrismaClient): PaceBook {
  return {
    async figures(campaignId, trunkId, silentSince) {
      const groups = await prisma.$queryRaw<{ own: boolean; state: string; calls: number; letGo: number }[]>`
        SELECT ("campaignId" = ${campaignId}::uuid AND "direction" = 'outbound') IS TRUE AS "own", "state", count(*)::int AS "calls",
          count(*) FILTER (WHERE "record" ->> 'abandonedAt' IS NOT NULL OR
            ("state" = 'unconfirmed' AND ("record" ->> 'unknownAt')::float8 < ${silentSince}))::int AS "letGo"
        FROM "Attempt" WHERE "endedAt" IS NULL AND ("campaignId" = ${campaignId}::uuid OR "trunkId" = ${trunkId}::uuid)
        GROUP BY 1, 2`;
      const sum = (of: typeof groups, count: (group: (typeof groups)[number]) => number): number =>
        of.reduce((total, group) => total + count(group), 0);
      const own = (...states: string[]): typeof groups =>
        groups.filter((group) => group.own && states.includes(group.state));
      return {
        placing: sum(own('intended', 'placing', 'unconfirmed', 'queued'), (group) => group.calls - group.letGo),
        ringing: sum(own('ringing'), (group) => group.calls),
        // A call that was let go and hears its message waits for nobody.
        answeredWaiting: sum(own('answered'), (group) => group.calls - group.letGo),
        connected: sum(own('connected'), (group) => group.calls),
        liveOnTrunk: sum(groups, (group) => group.calls),
        waitingOnTrunk: sum(
          groups.filter((group) => group.state === 'intended'),
          (group) => group.calls,
        ),
      };
    },
    async sight(campaignIds, trunkId, silentSince) {
      const rows = await prisma.$queryRaw<LiveRow[]>`
        SELECT "id", "campaignId", "state", "intendedAt", "ringingAt", "answeredAt", "chance",
          "trunkId" = ${trunkId}::uuid AS "onTrunk",
          "direction" = 'outbound' AND "campaignId" = ANY(${[...campaignIds]}::uuid[]) AS "own",
          coalesce("record" ->> 'abandonedAt' IS NOT NULL OR
            ("state" = 'unconfirmed' AND ("record" ->> 'unknownAt')::float8 < ${silentSince}), false) AS "letGo"
        FROM "Attempt"
        WHERE "endedAt" IS NULL AND ("campaignId" = ANY(${[...campaignIds]}::uuid[]) OR "trunkId" = ${trunkId}::uuid)`;
      const onTrunk = rows.filter((row) => row.onTrunk);
      return {
        // A call that was let go and hears its message waits for nobody.
        calls: rows.flatMap((row) => (row.own && !row.letGo ? pendingOf(row) : [])),
        connected: rows.filter((row) => row.own && row.state === 'connected' && row.campaignId === campaignIds[0])
          .length,
        liveOnTrunk: onTrunk.length,
        waitingOnTrunk: onTrunk.filter((row) => row.state === 'intended').length,
      };
    },
    launchesSince: (campaignId, since) =>
      prisma.attempt.count({ where: { campaignId, direction: 'outbound', intendedAt: { gte: new Date(since) } } }),
    async record({ campaignId, at, mode, launch, because, figures }) {
      await prisma.pacingDecision.create({
        data: {
          id: newId(),
          campaignId,
          at: new Date(at),
          mode,
          launch,
          because,
          figures: figures,
        },
      });
    },
    async overview() {
      const [live, decisions] = await Promise.all([
        prisma.attempt.groupBy({ by: ['campaignId'], where: { endedAt: null }, _count: { _all: true } }),
        prisma.$queryRaw<{ campaignId: string; at: Date; launch: number; because: string; waitsFor: string | null }[]>`
          SELECT d.* FROM "Campaign" c CROSS JOIN LATERAL (
            SELECT "campaignId", "at", "launch", "because", "figures" ->> 'waitsFor' AS "waitsFor" FROM "PacingDecision"
            WHERE "campaignId" = c."id" ORDER BY "at" DESC LIMIT 1) d`,
      ]);
      return new Map(
        [...new Set([...live.map((row) => row.campaignId), ...decisions.map((row) => row.campaignId)])]
          .filter((id) => id !== null)
          .map((id) => {
            const last = decisions.find((row) => row.campaignId === id);
            return [
              id,
              {
                live: live.find((row) => row.campaignId === id)?._count._all ?? 0,
                lastDecision:
                  last === undefined
                    ? null
                    : { at: last.at.getTime(), launch: last.launch, because: last.because, waitsFor: last.waitsFor },
              },
            ] as const;
          }),
      );
    },
  };
}
