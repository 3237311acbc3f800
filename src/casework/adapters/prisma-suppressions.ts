import type { SuppressionImport, SuppressionRow } from '../../contract/suppression.ts';
import { maskNumber } from '../../domain/mask.ts';
import { newId } from '../../platform/ids.ts';
import { cutPage } from '../../platform/page-cursor.ts';
import { behind, byTime, ordered } from '../../platform/prisma/keyset.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { ExportedNumber, KeptImport, SuppressionBook } from '../suppressions/suppression-book.ts';

const exportAtOnce = 2_000;

interface Row {
  id: string;
  e164: string;
  source: string;
  reason: string;
  addedAt: Date;
  addedByName: string | null;
  expiresAt: Date | null;
  removedAt: Date | null;
  removedByName: string | null;
  removeReason: string | null;
  cases: number;
  mark: string;
}

const stateOf = (row: Row, at: number): SuppressionRow['state'] => {
  if (row.removedAt !== null) return 'removed';
  return row.expiresAt !== null && row.expiresAt.getTime() <= at ? 'expired' : 'active';
};

/** Far enough away to stand behind every day that is named. */
const never = Prisma.sql`'9999-12-31'::timestamptz`;
const orders = {
  added: byTime(Prisma.sql`s."addedAt"`),
  expires: byTime(Prisma.sql`COALESCE(s."expiresAt", ${never})`),
} as const;
const id = Prisma.sql`s."id"`;

function inState(state: 'active' | 'expired' | 'removed' | 'all', at: Date): Prisma.Sql {
  switch (state) {
    case 'active':
      return Prisma.sql`s."removedAt" IS NULL AND (s."expiresAt" IS NULL OR s."expiresAt" > ${at})`;
    case 'expired':
      return Prisma.sql`s."removedAt" IS NULL AND s."expiresAt" <= ${at}`;
    case 'removed':
      return Prisma.sql`s."removedAt" IS NOT NULL`;
    case 'all':
      return Prisma.sql`TRUE`;
  }
}

const fromSource = (source: string | null): Prisma.Sql =>
  source === null ? Prisma.sql`TRUE` : Prisma.sql`starts_with(lower(s."source"), lower(${source}))`;

export function makePrismaSuppressions(prisma: PrismaClient): SuppressionBook {
  /** What had expired makes room for its successor, and stays as history. */
  const makeRoom = (e164s: readonly string[], at: Date): Promise<number> => prisma.$executeRaw`
    UPDATE "Suppression" SET "removedAt" = "expiresAt", "removeReason" = 'expired'
    WHERE "e164" = ANY (${[...e164s]}) AND "removedAt" IS NULL AND "expiresAt" <= ${at}`;

  return {
    async page(query) {
      const at = new Date(query.at);
      const order = orders[query.sort];
      const [rows, counted] = await Promise.all([
        prisma.$queryRaw<Row[]>`
          SELECT s."id", s."e164", s."source", s."reason", s."addedAt", a."displayName" AS "addedByName", s."expiresAt",
            s."removedAt", r."displayName" AS "removedByName", s."removeReason", ${order.mark} AS "mark",
            (SELECT count(DISTINCT n."caseId")::int FROM "Line" l JOIN "PhoneNumber" n ON n."lineId" = l."id"
              JOIN "Case" c ON c."id" = n."caseId" AND c."status" = 'open' WHERE l."e164" = s."e164") AS "cases"
          FROM "Suppression" s
          LEFT JOIN "User" a ON a."id" = s."addedById" LEFT JOIN "User" r ON r."id" = s."removedById"
          WHERE ${inState(query.state, at)}
            AND (${query.e164}::text IS NULL OR s."e164" = ${query.e164})
            AND ${fromSource(query.source)}
            AND ${behind(order, id, query.after, query.down)}
          ORDER BY ${ordered(order, id, query.down)} LIMIT ${query.limit + 1}`,
        prisma.$queryRaw<{ active: number }[]>`
          SELECT count(*)::int AS "active" FROM "Suppression" s WHERE ${inState('active', at)}`,
      ]);
      const page = cutPage(rows, query.limit, (row) => ({ value: row.mark, id: row.id }));
      return {
        rows: page.rows.map((row) => ({
          id: row.id,
          numberMasked: maskNumber(row.e164),
          source: row.source,
          reason: row.reason,
          addedAt: row.addedAt.getTime(),
          addedByName: row.addedByName,
          expiresAt: row.expiresAt?.getTime() ?? null,
          removedAt: row.removedAt?.getTime() ?? null,
          removedByName: row.removedByName,
          removeReason: row.removeReason,
          state: stateOf(row, query.at),
          cases: row.cases,
        })),
        nextCursor: page.nextCursor,
        active: counted[0]?.active ?? 0,
      };
    },
    async *all(now, source) {
      let after = '';
      for (;;) {
        const rows = await prisma.$queryRaw<(Omit<ExportedNumber, 'expiresAt' | 'addedAt'> & Row)[]>`
          SELECT s."e164", s."source", s."reason", s."addedAt", s."expiresAt" FROM "Suppression" s
          WHERE ${inState('active', new Date(now))} AND ${fromSource(source)} AND s."e164" > ${after}
          ORDER BY s."e164" LIMIT ${exportAtOnce}`;
        const last = rows.at(-1);
        if (last === undefined) return;
        after = last.e164;
        yield rows.map(({ e164, source, reason, addedAt, expiresAt }) => ({
          e164,
          source,
          reason,
          addedAt: addedAt.getTime(),
          expiresAt: expiresAt?.getTime() ?? null,
        }));
      }
    },
    async add(entries, { userId, at, importId }) {
      if (entries.length === 0) return { added: 0 };
      const when = new Date(at);
      await makeRoom(
        entries.map(({ e164 }) => e164),
        when,
      );
      const added = await prisma.$executeRaw`
        INSERT INTO "Suppression" ("id", "e164", "source", "reason", "addedAt", "addedById", "expiresAt", "importId")
        SELECT e."id", e."e164", e."source", e."reason", ${when}, ${userId}::uuid, to_timestamp(e."expiresMs" / 1000.0), ${importId}::uuid
        FROM unnest(${entries.map(() => newId())}::uuid[], ${entries.map(({ e164 }) => e164)}::text[],
          ${entries.map(({ source }) => source)}::text[], ${entries.map(({ reason }) => reason)}::text[],
          ${entries.map(({ expiresAt }) => expiresAt)}::float8[]) AS e("id", "e164", "source", "reason", "expiresMs")
        ON CONFLICT ("e164") WHERE "removedAt" IS NULL DO NOTHING`;
      return { added };
    },
    async put({ e164, source, reason, expiresAt }, { userId, at }) {
      const when = new Date(at);
      const until = expiresAt === null ? null : new Date(expiresAt);
      await makeRoom([e164], when);
      const fresh = newId();
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        INSERT INTO "Suppression" ("id", "e164", "source", "reason", "addedAt", "addedById", "expiresAt")
        VALUES (${fresh}::uuid, ${e164}, ${source}, ${reason}, ${when}, ${userId}::uuid, ${until})
        ON CONFLICT ("e164") WHERE "removedAt" IS NULL
        DO UPDATE SET "source" = EXCLUDED."source", "reason" = EXCLUDED."reason", "expiresAt" = EXCLUDED."expiresAt"
        RETURNING "id"`;
      const kept = rows[0]?.id ?? fresh;
      return { kind: kept === fresh ? 'added' : 'changed', id: kept };
    },
    async remove(suppressionId, { userId, at, reason }) {
      const rows = await prisma.$queryRaw<{ e164: string }[]>`
        UPDATE "Suppression" SET "removedAt" = ${new Date(at)}, "removedById" = ${userId}::uuid, "removeReason" = ${reason}
        WHERE "id" = ${suppressionId}::uuid AND "removedAt" IS NULL RETURNING "e164"`;
      return rows[0] ?? null;
    },
    async standing(e164s, at) {
      const rows = await prisma.$queryRaw<{ e164: string }[]>`
        SELECT s."e164" FROM "Suppression" s
        WHERE s."e164" = ANY (${[...e164s]}) AND ${inState('active', new Date(at))}`;
      return new Set(rows.map(({ e164 }) => e164));
    },
    async casesWith(e164s) {
      const rows = await prisma.$queryRaw<{ count: number }[]>`
        SELECT count(DISTINCT n."caseId")::int AS "count" FROM "Line" l
        JOIN "PhoneNumber" n ON n."lineId" = l."id" JOIN "Case" c ON c."id" = n."caseId" AND c."status" = 'open'
        WHERE l."e164" = ANY (${[...e164s]})`;
      return rows[0]?.count ?? 0;
    },
    async liveCalls(e164s) {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT a."id" FROM "Line" l JOIN "Attempt" a ON a."lineId" = l."id"
        WHERE l."e164" = ANY (${[...e164s]}) AND a."endedAt" IS NULL AND a."answeredAt" IS NULL AND a."direction" = 'outbound'`;
      return rows.map((row) => row.id);
    },
    async lookAgain(e164s, at) {
      const when = new Date(at);
      await prisma.$executeRaw`
        UPDATE "Case" c SET "dueAt" = ${when}
        WHERE c."status" = 'open' AND (c."dueAt" IS NULL OR c."dueAt" > ${when})
          AND c."id" IN (SELECT n."caseId" FROM "Line" l JOIN "PhoneNumber" n ON n."lineId" = l."id"
            WHERE l."e164" = ANY (${[...e164s]}))`;
    },
    async keepImport({ result, expiresOn, ...kept }, { userId, at, sha256 }) {
      await prisma.suppressionImport.create({
        data: {
          ...kept,
          sha256,
          expiresOn: expiresOn === null ? null : new Date(expiresOn),
          result: result,
          createdAt: new Date(at),
          createdById: userId,
        },
      });
    },
    async findImport(importId) {
      const row = await prisma.suppressionImport.findUnique({ where: { id: importId } });
      if (row === null) return null;
      const kept: KeptImport = {
        id: row.id,
        fileName: row.fileName,
        status: row.status === 'done' ? 'done' : 'previewed',
        source: row.source,
        reason: row.reason,
        expiresOn: row.expiresOn?.toISOString().slice(0, 10) ?? null,
        result: row.result as SuppressionImport,
      };
      return kept;
    },
    async takeImport(importId, at) {
      const taken = await prisma.suppressionImport.updateMany({
        where: { id: importId, status: 'previewed' },
        data: { status: 'done', confirmedAt: new Date(at) },
      });
      return taken.count === 1;
    },
    async closeImport(importId, result) {
      await prisma.suppressionImport.update({ where: { id: importId }, data: { result } });
    },
    async forgetImports(before) {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        DELETE FROM "SuppressionImport" WHERE "status" = 'previewed' AND "createdAt" < ${new Date(before)} RETURNING "id"`;
      return rows.map((row) => row.id);
    },
  };
}
