import type { AgentState } from '../../domain/agent-state.ts';
import type { AgentStateName, Instant } from '../../domain/vocabulary.ts';
import { newId } from '../../platform/ids.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { PoolFigures, Presence, PresenceStore, Reservation, RosterSeat, SharedFloor } from '../ports.ts';
import { fromColumns, toColumns } from '../presence-columns.ts';

interface Row {
  readonly userId: string;
  readonly state: string;
  readonly reason: string | null;
  readonly since: Date;
  readonly readySince: Date | null;
  readonly attemptId: string | null;
  readonly nodeId: string | null;
  readonly aliveAt: Date | null;
  readonly wish: string | null;
  readonly version: number;
}

const toPresence = (row: Row): Presence => ({
  userId: row.userId,
  state: fromColumns(
    {
      // The table's check constraint allows no other word.
      state: row.state as AgentStateName,
      reason: row.reason,
      readySince: row.readySince?.getTime() ?? null,
      attemptId: row.attemptId,
      wish: row.wish,
    },
    row.since.getTime(),
  ),
  since: row.since.getTime(),
  nodeId: row.nodeId,
  aliveAt: row.aliveAt?.getTime() ?? null,
  version: row.version,
});

const uniqueViolation = '23505';
const isUniqueViolation = (error: unknown): boolean => {
  const meta = (error as { meta?: { code?: unknown; driverAdapterError?: { cause?: { originalCode?: unknown } } } })
    .meta;
  return meta?.code === uniqueViolation || meta?.driverAdapterError?.cause?.originalCode === uniqueViolation;
};

/** Connected calls older than this without a wrap-up are a supervisor's matter, not the gate's. */
const gateReachDays = 14;

/** Rows of many agents, locked in one order everywhere: two writes of many rows at once wait for each other, never in a ring. */
const heldInOrder = (userIds: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT "userId" FROM "AgentPresence" WHERE "userId" = ANY(${[...userIds]}::uuid[])
  ORDER BY "userId" FOR NO KEY UPDATE`;

/** Whoever lacks a skill that the campaign asks for gets none of its calls: it does not count on him. */
const joinsCampaign = (campaignId: string, except: readonly string[]): Prisma.Sql => Prisma.sql`
  JOIN "CampaignAgent" c ON c."userId" = p."userId" AND c."campaignId" = ${campaignId}::uuid
    AND NOT (c."userId" = ANY(${[...except]}::uuid[]))
  JOIN "User" u ON u."id" = p."userId"
  JOIN "Campaign" k ON k."id" = c."campaignId" AND u."skills" @> k."requiredSkills"`;

export function makePrismaPresence(prisma: PrismaClient, nodeId: string): PresenceStore {
  const move = async (from: Presence, to: AgentState, at: Instant): Promise<Presence | 'stale'> => {
    const next = toColumns(to);
    const now = new Date(at);
    const renamed =
      to.name !== from.state.name || (to.name === 'on_break' && next.reason !== toColumns(from.state).reason);
    const since = renamed ? now : new Date(from.since);
    const readySince = next.readySince === null ? null : new Date(next.readySince);
    const rows = await prisma.$queryRaw<Row[]>`
      WITH moved AS (
        UPDATE "AgentPresence" SET
          "state" = ${next.state}, "reason" = ${next.reason}, "since" = ${since}::timestamptz,
          "readySince" = ${readySince}::timestamptz, "attemptId" = ${next.attemptId}::uuid, "wish" = ${next.wish},
          "version" = "version" + 1
        WHERE "userId" = ${from.userId}::uuid AND "version" = ${from.version}
          AND (${next.state} <> 'ready' OR NOT EXISTS (
            SELECT 1 FROM "Attempt" a LEFT JOIN "WrapUp" w ON w."attemptId" = a."id"
            WHERE a."agentId" = ${from.userId}::uuid AND a."connectedAt" IS NOT NULL AND w."id" IS NULL
              AND a."intendedAt" > ${now}::timestamptz - make_interval(days => ${gateReachDays}::int)))
        RETURNING *
      ), closed AS (
        UPDATE "AgentStateLog" SET "to" = ${now}::timestamptz
        WHERE ${renamed} AND "userId" IN (SELECT "userId" FROM moved) AND "to" IS NULL
      ), opened AS (
        INSERT INTO "AgentStateLog" ("id", "userId", "state", "reason", "from")
        SELECT ${newId()}::uuid, "userId", "state", "reason", ${now}::timestamptz FROM moved WHERE ${renamed}
      )
      SELECT * FROM moved`;
    const row = rows[0];
    return row === undefined ? 'stale' : toPresence(row);
  };

  const reserve = async (want: Reservation): Promise<Presence | null> => {
    const at = new Date(want.at);
    try {
      const rows = await prisma.$queryRaw<Row[]>`
        WITH picked AS (
          SELECT p."userId" FROM unnest(${[...want.order]}::uuid[]) WITH ORDINALITY AS o("userId", "rank")
          JOIN "AgentPresence" p ON p."userId" = o."userId"
          WHERE p."state" = 'ready' AND p."nodeId" = ${nodeId} AND p."aliveAt" >= ${new Date(want.aliveSince)}::timestamptz
          ORDER BY o."rank" LIMIT 1 FOR UPDATE OF p SKIP LOCKED
        ), reserved AS (
          UPDATE "AgentPresence" p SET
            "state" = 'reserved', "reason" = NULL, "since" = ${at}::timestamptz, "attemptId" = ${want.attemptId}::uuid,
            "wish" = NULL, "version" = p."version" + 1
          FROM picked WHERE p."userId" = picked."userId"
          RETURNING p.*
        ), closed AS (
          UPDATE "AgentStateLog" SET "to" = ${at}::timestamptz
          WHERE "userId" IN (SELECT "userId" FROM reserved) AND "to" IS NULL
        ), opened AS (
          INSERT INTO "AgentStateLog" ("id", "userId", "state", "from")
          SELECT ${newId()}::uuid, "userId", "state", ${at}::timestamptz FROM reserved
        )
        SELECT * FROM reserved`;
      const row = rows[0];
      return row === undefined ? null : toPresence(row);
    } catch (error) {
      // The attempt is with an agent already.
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  };

  return {
    move,
    reserve,
    async read(userId) {
      const known = await prisma.agentPresence.findUnique({ where: { userId } });
      if (known !== null) return toPresence(known);
      await prisma.agentPresence.createMany({ data: [{ userId }], skipDuplicates: true });
      return toPresence(await prisma.agentPresence.findUniqueOrThrow({ where: { userId } }));
    },
    async ofAttempt(attemptId) {
      const row = await prisma.agentPresence.findFirst({ where: { attemptId } });
      return row === null ? null : toPresence(row);
    },
    async alive(userIds, at) {
      if (userIds.length === 0) return;
      await prisma.$executeRaw`
        WITH held AS (${heldInOrder(userIds)})
        UPDATE "AgentPresence" p SET "aliveAt" = ${new Date(at)}::timestamptz, "nodeId" = ${nodeId}
        FROM held WHERE p."userId" = held."userId"`;
    },
    async lost(userId) {
      await prisma.agentPresence.updateMany({ where: { userId, nodeId }, data: { aliveAt: null } });
    },
    async lines(figures) {
      if (figures.size === 0) return;
      const userIds = [...figures.keys()];
      await prisma.$executeRaw`
        WITH held AS (${heldInOrder(userIds)})
        UPDATE "AgentPresence" p SET "line" = m."line"
        FROM held JOIN unnest(${userIds}::uuid[], ${[...figures.values()].map((line) => JSON.stringify(line))}::jsonb[])
          AS m("userId", "line") ON m."userId" = held."userId"
        WHERE p."userId" = held."userId"`;
    },
    async openWrapUp(userId) {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT a."id" FROM "Attempt" a LEFT JOIN "WrapUp" w ON w."attemptId" = a."id"
        WHERE a."agentId" = ${userId}::uuid AND a."connectedAt" IS NOT NULL AND w."id" IS NULL
          AND a."intendedAt" > now() - make_interval(days => ${gateReachDays}::int)
        ORDER BY a."intendedAt" LIMIT 1`;
      return rows[0]?.id ?? null;
    },
    async isWrappedUp(attemptId) {
      return (await prisma.wrapUp.count({ where: { attemptId } })) > 0;
    },
    async figures(campaignId, aliveSince, except) {
      const rows = await prisma.$queryRaw<{ state: string; alive: boolean; count: number }[]>`
        SELECT p."state", coalesce(p."aliveAt" >= ${new Date(aliveSince)}::timestamptz, false) AS "alive", count(*)::int AS "count"
        FROM "AgentPresence" p ${joinsCampaign(campaignId, except)}
        GROUP BY 1, 2`;
      return foldFigures(rows);
    },
    async roster(campaignId, aliveSince, except) {
      const rows = await prisma.$queryRaw<(Row & { readonly alive: boolean })[]>`
        SELECT p.*, coalesce(p."aliveAt" >= ${new Date(aliveSince)}::timestamptz, false) AS "alive"
        FROM "AgentPresence" p ${joinsCampaign(campaignId, except)}
        WHERE p."state" = ANY(${[...atWork]}) ORDER BY p."readySince", p."userId"`;
      const alive = rows.filter((row) => row.alive);
      return { seats: alive.flatMap((row) => seatOf(toPresence(row))), lifeless: rows.length - alive.length };
    },
    async sharedFloors(campaignId, aliveSince, except) {
      return prisma.$queryRaw<SharedFloor[]>`
        SELECT c."campaignId", count(own."userId")::float8 / count(*) AS "share",
          array_agg(own."userId"::text) FILTER (WHERE own."userId" IS NOT NULL) AS "agentIds",
          coalesce(array_agg(p."attemptId"::text) FILTER (WHERE p."state" = 'reserved'), '{}') AS "keptFor"
        FROM "CampaignAgent" c
        JOIN "Campaign" k ON k."id" = c."campaignId" AND k."status" IN ('running', 'draining')
        JOIN "AgentPresence" p ON p."userId" = c."userId" AND p."state" = ANY(${[...atWork]})
          AND p."aliveAt" >= ${new Date(aliveSince)}::timestamptz
        LEFT JOIN "CampaignAgent" own ON own."userId" = c."userId" AND own."campaignId" = ${campaignId}::uuid
          AND NOT (own."userId" = ANY(${[...except]}::uuid[]))
        WHERE c."campaignId" <> ${campaignId}::uuid
        GROUP BY c."campaignId" HAVING count(own."userId") > 0`;
    },
    async doubtful(aliveSince) {
      const rows = await prisma.agentPresence.findMany({
        where: {
          OR: [
            { state: { in: ['reserved', 'talking', 'wrapping_up'] } },
            { state: 'ready', OR: [{ aliveAt: null }, { aliveAt: { lt: new Date(aliveSince) } }] },
          ],
        },
      });
      return rows.map(toPresence);
    },
  };
}

const atWork = new Set(['ready', 'reserved', 'talking', 'wrapping_up']);

function seatOf({ userId, state, since }: Presence): RosterSeat[] {
  switch (state.name) {
    case 'ready':
      return [{ agentId: userId, state: state.name, since, leaving: false, attemptId: null }];
    case 'reserved':
      return [{ agentId: userId, state: state.name, since, leaving: false, attemptId: state.attemptId }];
    case 'talking':
    case 'wrapping_up': {
      const leaving = state.wish?.to === 'on_break';
      return [{ agentId: userId, state: state.name, since, leaving, attemptId: state.attemptId }];
    }
    case 'on_break':
    case 'signed_out':
      return [];
  }
}

function foldFigures(rows: readonly { state: string; alive: boolean; count: number }[]): PoolFigures {
  const sum = (test: (row: { state: string; alive: boolean }) => boolean): number =>
    rows.filter(test).reduce((total, row) => total + row.count, 0);
  return {
    ready: sum((row) => row.state === 'ready' && row.alive),
    reserved: sum((row) => row.state === 'reserved'),
    talking: sum((row) => row.state === 'talking'),
    wrappingUp: sum((row) => row.state === 'wrapping_up'),
    onBreak: sum((row) => row.state === 'on_break'),
    alive: sum((row) => row.alive && row.state !== 'signed_out'),
    working: sum((row) => row.alive && atWork.has(row.state)),
    lifeless: sum((row) => !row.alive && atWork.has(row.state)),
  };
}
