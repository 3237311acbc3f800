import type { AlertRow } from '../../contract/alert.ts';
import { cutPage } from '../../platform/page-cursor.ts';
import { behind, byTime, ordered } from '../../platform/prisma/keyset.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { AlertBook, AlertQuery } from '../ports.ts';

interface Row {
  id: string;
  kind: string;
  subjectId: string | null;
  raisedAt: Date;
  acknowledgedAt: Date | null;
  acknowledgedByName: string | null;
  resolvedAt: Date | null;
  resolvedByName: string | null;
  note: string | null;
  caseId: string | null;
  caseRef: string | null;
  trunkName: string | null;
  fraudRef: string | null;
  mark: string;
}

const order = byTime(Prisma.sql`l."raisedAt"`);
const id = Prisma.sql`l."id"`;

function inState(state: AlertQuery['state']): Prisma.Sql {
  switch (state) {
    case 'open':
      return Prisma.sql`l."resolvedAt" IS NULL`;
    case 'acknowledged':
      return Prisma.sql`l."resolvedAt" IS NULL AND l."acknowledgedAt" IS NOT NULL`;
    case 'resolved':
      return Prisma.sql`l."resolvedAt" IS NOT NULL`;
    case 'all':
      return Prisma.sql`TRUE`;
  }
}

function aboutOf(row: Row): AlertRow['about'] {
  if (row.caseId !== null) return { what: 'case', id: row.caseId, name: row.caseRef ?? '' };
  if (row.trunkName !== null && row.subjectId !== null)
    return { what: 'trunk', id: row.subjectId, name: row.trunkName };
  if (row.fraudRef !== null && row.subjectId !== null) return { what: 'fraud', id: row.subjectId, name: row.fraudRef };
  if (row.kind.startsWith('calendar_') && row.subjectId !== null)
    return { what: 'calendar', id: row.subjectId, name: row.subjectId };
  return null;
}

const instant = (date: Date | null): number | null => date?.getTime() ?? null;

export function makePrismaAlerts(prisma: PrismaClient): AlertBook {
  return {
    async page(query) {
      const [rows, kinds, unseen] = await Promise.all([
        prisma.$queryRaw<Row[]>`
          SELECT l."id", l."kind", l."subjectId", l."raisedAt", l."acknowledgedAt", k."displayName" AS "acknowledgedByName",
            l."resolvedAt", s."displayName" AS "resolvedByName", l."note", a."caseId", c."externalRef" AS "caseRef",
            t."name" AS "trunkName", fc."externalRef" AS "fraudRef", ${order.mark} AS "mark"
          FROM "Alert" l
          LEFT JOIN "User" k ON k."id" = l."acknowledgedById"
          LEFT JOIN "User" s ON s."id" = l."resolvedById"
          LEFT JOIN "Attempt" a ON a."id"::text = l."subjectId" LEFT JOIN "Case" c ON c."id" = a."caseId"
          LEFT JOIN "Trunk" t ON t."id"::text = l."subjectId"
          LEFT JOIN "FraudApplication" f ON f."id"::text = l."subjectId" LEFT JOIN "Case" fc ON fc."id" = f."caseId"
          WHERE ${inState(query.state)} AND (${query.kind}::text IS NULL OR l."kind" = ${query.kind}) AND ${behind(order, id, query.after, query.down)}
          ORDER BY ${ordered(order, id, query.down)} LIMIT ${query.limit + 1}`,
        prisma.$queryRaw<{ kind: string; count: number }[]>`
          SELECT l."kind", count(*)::int AS "count" FROM "Alert" l WHERE l."resolvedAt" IS NULL GROUP BY 1 ORDER BY 1`,
        prisma.alert.count({ where: { resolvedAt: null, acknowledgedAt: null } }),
      ]);
      const page = cutPage(rows, query.limit, (row) => ({ value: row.mark, id: row.id }));
      return {
        rows: page.rows.map((row) => ({
          id: row.id,
          kind: row.kind,
          raisedAt: row.raisedAt.getTime(),
          acknowledgedAt: instant(row.acknowledgedAt),
          acknowledgedByName: row.acknowledgedByName,
          resolvedAt: instant(row.resolvedAt),
          resolvedByName: row.resolvedByName,
          note: row.note,
          about: aboutOf(row),
        })),
        nextCursor: page.nextCursor,
        unseen,
        kinds,
      };
    },
    async acknowledge(alertId, userId, at) {
      const rows = await prisma.$queryRaw<{ kind: string }[]>`
        UPDATE "Alert" SET "acknowledgedAt" = ${new Date(at)}, "acknowledgedById" = ${userId}::uuid
        WHERE "id" = ${alertId}::uuid AND "acknowledgedAt" IS NULL AND "resolvedAt" IS NULL RETURNING "kind"`;
      return rows[0]?.kind ?? null;
    },
    async resolve(alertId, userId, note, at) {
      const rows = await prisma.$queryRaw<{ kind: string }[]>`
        UPDATE "Alert" SET "resolvedAt" = ${new Date(at)}, "resolvedById" = ${userId}::uuid, "note" = ${note}
        WHERE "id" = ${alertId}::uuid AND "resolvedAt" IS NULL RETURNING "kind"`;
      return rows[0]?.kind ?? null;
    },
    async stamp() {
      const rows = await prisma.$queryRaw<{ stamp: string }[]>`
        SELECT concat_ws(' ', (SELECT max("raisedAt") FROM "Alert"), count(*), count("acknowledgedAt")) AS "stamp"
        FROM "Alert" WHERE "resolvedAt" IS NULL`;
      return rows[0]?.stamp ?? '';
    },
  };
}
