import { occupancy } from '../../domain/occupancy.ts';
import type { AgentCandidate } from '../../domain/routing/choose-agent.ts';
import { usualLevel } from '../../domain/routing/routing-rules.ts';
import type { AgentStateName } from '../../domain/vocabulary.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { CallerFacts, CandidateSearch, Candidates, FloorCandidate } from '../ports.ts';
import { isOfQueue } from './prisma-queue-facts.ts';

interface Row extends Omit<AgentCandidate, 'state' | 'readySince' | 'occupancy'> {
  readonly displayName: string;
  readonly here: boolean;
  /** The table's check constraint allows no other word; null: never signed in. */
  readonly state: AgentStateName | null;
  readonly readySince: Date | null;
  readonly talkMs: number | null;
  readonly wrapUpMs: number | null;
  readonly readyMs: number | null;
}

const occupancyWindowMs = 60 * 60_000;

const candidateOf = ({ state, readySince, talkMs, wrapUpMs, readyMs, ...row }: Row): FloorCandidate => ({
  ...row,
  state: state ?? 'signed_out',
  readySince: readySince?.getTime() ?? null,
  occupancy: occupancy({ talkMs: talkMs ?? 0, wrapUpMs: wrapUpMs ?? 0, readyMs: readyMs ?? 0 }),
});

/** Time in each state since `from`: what began in it, and the one entry that reaches into it. Both by index. */
const workSince = (from: Date, at: Date): Prisma.Sql => Prisma.sql`
  SELECT sum(e."ms") FILTER (WHERE e."state" = 'talking')::float8 AS "talkMs",
    sum(e."ms") FILTER (WHERE e."state" = 'wrapping_up')::float8 AS "wrapUpMs",
    sum(e."ms") FILTER (WHERE e."state" = 'ready')::float8 AS "readyMs"
  FROM (
    SELECT l."state", greatest(0, extract(epoch FROM
      least(COALESCE(l."to", ${at}::timestamptz), ${at}::timestamptz) - greatest(l."from", ${from}::timestamptz)) * 1000) AS "ms"
    FROM (
      (SELECT b."state", b."from", b."to" FROM "AgentStateLog" b WHERE b."userId" = u."id" AND b."from" >= ${from}::timestamptz)
      UNION ALL
      (SELECT b."state", b."from", b."to" FROM "AgentStateLog" b
        WHERE b."userId" = u."id" AND b."from" < ${from}::timestamptz ORDER BY b."from" DESC LIMIT 1)
    ) l) e`;

const notAsked = Prisma.sql`SELECT NULL::float8 AS "talkMs", NULL::float8 AS "wrapUpMs", NULL::float8 AS "readyMs"`;

/** Agents as the choice sees them. One statement each; whoever is chosen is reserved by another (ROUTE-1). */
export function makePrismaCandidates(prisma: PrismaClient, nodeId: string): Candidates {
  async function read(search: CandidateSearch, campaignId: string | null, belongs: Prisma.Sql) {
    const at = new Date(search.at);
    const aliveSince = new Date(search.aliveSince);
    const isOwner = Prisma.sql`u."id" = ${search.ownerId}::uuid`;
    const isAlive = Prisma.sql`COALESCE(p."aliveAt" >= ${aliveSince}::timestamptz, false)`;
    // Audio never crosses nodes: whoever is on another one is no candidate here (ROUTE-7).
    const here = Prisma.sql`p."nodeId" = ${nodeId} AND p."aliveAt" >= ${aliveSince}::timestamptz AND ${belongs}
      AND NOT (p."userId" = ANY(${[...search.except]}::uuid[]))
      AND (p."state" = 'ready' OR (p."state" = 'wrapping_up' AND ${isOwner}))`;
    const whole = Prisma.sql`u."role" = 'agent' AND u."disabledAt" IS NULL AND (${belongs} OR ${isOwner})`;
    const work = search.balance ? workSince(new Date(search.at - occupancyWindowMs), at) : notAsked;
    const rows = await prisma.$queryRaw<Row[]>`
      SELECT u."id" AS "agentId", u."displayName", p."state", p."readySince", ${isAlive} AS "alive",
        COALESCE(p."nodeId" = ${nodeId}, false) AS "here",
        COALESCE(p."wish" <> 'ready', false) AS "leaving", ${belongs} AS "belongs", u."teamId", u."skills", u."languages",
        COALESCE(m."level", ${usualLevel}::int) AS "level", h."talkMs", h."wrapUpMs", h."readyMs"
      FROM "User" u LEFT JOIN "AgentPresence" p ON p."userId" = u."id"
      LEFT JOIN "CampaignAgent" m ON m."userId" = u."id" AND m."campaignId" = ${campaignId}::uuid
      CROSS JOIN LATERAL (${work}) h
      WHERE ${search.everybody === true ? whole : here}`;
    return rows.map(candidateOf);
  }

  const isOfCaller = (caller: CallerFacts, only: string | null): Prisma.Sql =>
    only !== null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(COALESCE(u."id" = ${caller.ownerId}::uuid OR u."teamId" = ${caller.teamId}::uuid, false) OR ${isOfQueue(caller)})`;

  return {
    ofCampaign: (campaignId, search) => read(search, campaignId, Prisma.sql`(m."userId" IS NOT NULL)`),
    forCaller: (caller, only, search) =>
      read(search, caller.campaignId, Prisma.sql`(u."role" = 'agent' AND ${isOfCaller(caller, only)})`),
  };
}
