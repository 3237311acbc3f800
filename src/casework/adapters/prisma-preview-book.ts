import { rulePreview, rulesChoice } from '../../contract/rules.ts';
import { newId } from '../../platform/ids.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { CaseRecord } from '../case-record.ts';
import type { CasesToJudge, PreviewBook } from '../rules-book.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import { countOpenCases, whoseCases, type VolumeOf } from './owner-volumes.ts';
import { historySince } from './prisma-case-ledger.ts';
import { readCaseRecords } from './read-case-record.ts';

const asJson = (value: object): Prisma.InputJsonObject => value;
const underWay = { in: ['queued', 'running'] } satisfies Prisma.EnumRulePreviewStatusFilter;
const isDouble = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

export function makePrismaPreviewBook(prisma: PrismaClient, shelf: CalendarShelf): PreviewBook {
  return {
    async add({ campaignId, choice, byId, at }) {
      const id = newId();
      const { preset, presetVersion, tightening } = choice;
      try {
        await prisma.rulePreview.create({
          data: {
            id,
            campaignId,
            preset,
            presetVersion,
            tightening: asJson(tightening),
            createdById: byId,
            createdAt: new Date(at),
          },
        });
      } catch (error) {
        if (isDouble(error)) return 'busy';
        throw error;
      }
      return { previewId: id };
    },
    async find(previewId) {
      const row = await prisma.rulePreview.findUnique({ where: { id: previewId } });
      return row === null ? null : rulePreview.parse({ ...row, previewId: row.id });
    },
    async askToCancel(previewId, at) {
      // Not begun yet: it is over at once. Else it stops after the batch under way.
      const gone = await prisma.rulePreview.updateMany({
        where: { id: previewId, status: 'queued' },
        data: { status: 'cancelled', cancelAsked: true, finishedAt: new Date(at) },
      });
      if (gone.count > 0) return 'asked';
      const asked = await prisma.rulePreview.updateMany({
        where: { id: previewId, status: 'running' },
        data: { cancelAsked: true },
      });
      return asked.count > 0 ? 'asked' : 'over';
    },
    async begin(previewId, casesTotal) {
      await prisma.rulePreview.updateMany({
        where: { id: previewId, status: underWay },
        data: { status: 'running', casesTotal, casesDone: 0 },
      });
    },
    async sheet(previewId) {
      const row = await prisma.rulePreview.findFirst({
        where: { id: previewId, status: underWay },
        include: { campaign: { select: { preset: true, presetVersion: true, tightening: true } } },
      });
      if (row === null) return null;
      const { businessZone } = await prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
      return {
        previewId,
        campaignId: row.campaignId,
        proposed: rulesChoice.parse(row),
        present: rulesChoice.parse(row.campaign),
        businessZone,
        calendars: await shelf.latest(prisma),
      };
    },
    async progress(previewId, casesDone) {
      const going = await prisma.rulePreview.updateMany({
        where: { id: previewId, status: 'running', cancelAsked: false },
        data: { casesDone },
      });
      return going.count > 0 ? 'go-on' : 'cancelled';
    },
    async finish(previewId, ending, result, at) {
      await prisma.rulePreview.updateMany({
        where: { id: previewId, status: underWay },
        data: { status: ending, finishedAt: new Date(at), ...(result === null ? {} : { result: asJson(result) }) },
      });
    },
    async unfinished() {
      const rows = await prisma.rulePreview.findMany({ where: { status: underWay }, select: { id: true } });
      return rows.map(({ id }) => id);
    },
  };
}

/** Ids are told apart in so many parts when a sample is drawn. */
const parts = 1_000_000;
const firstId = '00000000-0000-0000-0000-000000000000';

/** Short snapshots, one for each batch: a single long one would keep the server from clearing up behind the calls. */
export function makePrismaCasesToJudge(prisma: PrismaClient, shelf: CalendarShelf): CasesToJudge {
  return {
    count: (campaignId) => prisma.case.count({ where: { campaignId, status: 'open' } }),
    batch: ({ campaignId, after, share, limit, now }) =>
      prisma.$transaction(
        async (db) => {
          await db.$executeRaw`SET TRANSACTION READ ONLY`;
          const rows = await db.$queryRaw<{ id: string }[]>`
            SELECT c."id" FROM "Case" c
            WHERE c."campaignId" = ${campaignId}::uuid AND c."status" = 'open' AND c."id" > ${after ?? firstId}::uuid
              AND (${share >= 1} OR abs(hashtext(c."id"::text)::bigint) % ${parts} < ${Math.ceil(share * parts)})
            ORDER BY c."id" LIMIT ${limit}`;
          const ids = rows.map(({ id }) => id);
          const records = await readCaseRecords(db, shelf, ids, historySince(now));
          const byId = new Map(records.map((record) => [record.id, record]));
          // Tomorrow's tier goes by what is open then; today's is settled, and looking must not be what settles it.
          const volumes = new Map<string, number>();
          const volume = async (record: CaseRecord, of: VolumeOf): Promise<number> => {
            const whose = whoseCases(record, of);
            const key = `${of} ${whose?.scopeId ?? ''}`;
            const count = volumes.get(key) ?? (await countOpenCases(db, whose));
            volumes.set(key, count);
            return count;
          };
          const found = [];
          for (const id of ids) {
            const record = byId.get(id);
            if (record === undefined) continue;
            const openCases = { agent: await volume(record, 'agent'), campaign: await volume(record, 'campaign') };
            found.push({ record, openCases });
          }
          return found;
        },
        { isolationLevel: 'RepeatableRead', timeout: 30_000 },
      ),
  };
}
