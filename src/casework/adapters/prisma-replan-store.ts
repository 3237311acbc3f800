import type { LocalDate } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf } from '../dial-facts-of.ts';
import type { CadenceCase, ReplanStore } from '../replan-follow-ups.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import type { OwnerVolumes } from './owner-volumes.ts';

/** Owed by the cadence alone: no promise, no callback, no date. */
const byCadence = Prisma.sql`c."status" = 'open' AND c."lastRoundOn" IS NOT NULL AND c."nextFollowUpOn" IS NULL
  AND c."callbackAt" IS NULL AND NOT EXISTS (
    SELECT 1 FROM "Promise" p WHERE p."caseId" = c."id" AND p."status" = 'open')`;

interface Row {
  readonly id: string;
  readonly ownerId: string | null;
  readonly campaignId: string | null;
  readonly lastRoundOn: LocalDate | null;
  readonly effective: boolean;
  readonly followUpBy: LocalDate | null;
  readonly byCadence: boolean;
  readonly held: boolean;
}

export function makePrismaReplanStore(deps: {
  prisma: PrismaClient;
  clock: Clock;
  volumes: OwnerVolumes;
  shelf: CalendarShelf;
}): ReplanStore {
  const { prisma, clock, volumes, shelf } = deps;

  async function rulesOfCampaigns() {
    const [tenant, campaigns] = await Promise.all([
      prisma.tenant.findUniqueOrThrow({ where: { id: 1 } }),
      prisma.campaign.findMany({ select: { id: true, preset: true, presetVersion: true, tightening: true } }),
    ]);
    const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
    return (campaignId: string | null) => ({
      tenant,
      campaign: campaignId === null ? null : (byId.get(campaignId) ?? null),
    });
  }

  return {
    oldest: () =>
      prisma.followUpReplan.findFirst({
        where: { doneAt: null },
        orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
        select: { id: true, campaignId: true, afterId: true, asked: true },
      }),

    async part({ campaignId, afterId }, limit) {
      const [rulesFor, calendars, rows] = await Promise.all([
        rulesOfCampaigns(),
        shelf.latest(prisma),
        prisma.$queryRaw<Row[]>`
          SELECT c."id", c."ownerId", c."campaignId", c."lastRoundOn"::text AS "lastRoundOn", c."effective",
            c."followUpBy"::text AS "followUpBy", (${byCadence}) AS "byCadence",
            EXISTS (SELECT 1 FROM "PhoneNumber" n JOIN "DebtorLine" d USING ("debtorId", "lineId")
              WHERE n."caseId" = c."id" AND d."prohibitedByEmployer") AND EXISTS (
              SELECT 1 FROM "PhoneNumber" n JOIN "DebtorLine" d USING ("debtorId", "lineId")
              WHERE n."caseId" = c."id" AND d."holdUntil" > ${new Date(clock())}) AS "held"
          FROM "Case" c
          WHERE c."status" = 'open' AND c."id" > ${afterId}::uuid
            ${campaignId === null ? Prisma.empty : Prisma.sql`AND c."campaignId" = ${campaignId}::uuid`}
          ORDER BY c."id" LIMIT ${limit}`,
      ]);
      const cases: CadenceCase[] = [];
      for (const row of rows) {
        if (!row.byCadence || row.lastRoundOn === null) continue;
        const scope = { ownerId: row.ownerId, campaignId: row.campaignId, ...rulesFor(row.campaignId) };
        const preset = presetOf(scope);
        const openCases = await volumes.openCases(prisma, scope);
        const { lastRoundOn, effective, followUpBy } = row;
        const calendar = calendars[preset.calendar];
        cases.push({ caseId: row.id, cadence: { lastRoundOn, effective, openCases, preset, calendar }, followUpBy });
      }
      return {
        cases,
        held: rows.filter((row) => row.held).map((row) => row.id),
        lastId: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
      };
    },

    async move({ id, asked }, moves, { afterId, at }) {
      await prisma.$transaction(async (db) => {
        // A case that was reviewed or agreed upon since is as it should be.
        await db.$executeRaw`
          UPDATE "Case" c SET "followUpBy" = m."by", "version" = c."version" + 1, "updatedAt" = now()
          FROM unnest(${moves.map((one) => one.caseId)}::uuid[], ${moves.map((one) => one.lastRoundOn)}::date[],
            ${moves.map((one) => one.effective)}::boolean[], ${moves.map((one) => one.followUpBy)}::date[])
            AS m("id", "on", "effective", "by")
          WHERE c."id" = m."id" AND ${byCadence} AND c."lastRoundOn" = m."on" AND c."effective" = m."effective"`;
        await db.followUpReplan.updateMany({
          where: { id, asked },
          data: afterId === null ? { doneAt: new Date(at) } : { afterId },
        });
      });
    },
  };
}
