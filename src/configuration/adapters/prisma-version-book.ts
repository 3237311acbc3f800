import { z } from 'zod';
import { configOrigins } from '../../contract/configuration.ts';
import { newId } from '../../platform/ids.ts';
import { cutPage } from '../../platform/page-cursor.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { VersionBook } from '../ports.ts';
import type { ConfigVersionRow } from '../versions.ts';

const include = { by: { select: { displayName: true } } } as const satisfies Prisma.ConfigVersionInclude;
type Row = Prisma.ConfigVersionGetPayload<{ include: typeof include }>;

const stored = z.record(z.string(), z.unknown()).nullable();
const origin = z.enum(configOrigins);

const rowOf = (row: Row): ConfigVersionRow => ({
  versionId: row.id,
  seq: row.seq,
  kind: row.kind,
  key: row.key,
  number: row.number,
  at: row.at.getTime(),
  byName: row.by?.displayName ?? null,
  reason: row.reason,
  origin: origin.parse(row.origin),
  restoredFrom: row.restoredFrom,
  document: stored.parse(row.document),
});

/** A whole configuration is some hundred rows; a busy database may take its time. */
const longestMs = 60_000;

class Undone extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('undone as asked');
    this.result = result;
  }
}

export function makePrismaVersionBook(prisma: PrismaClient): VersionBook {
  return {
    async inTurn<T>(work: Parameters<VersionBook['inTurn']>[0]) {
      try {
        return await prisma.$transaction(
          async (db) => {
            await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('configuration'))`;
            const { result, keep } = await work(db);
            if (!keep) throw new Undone(result);
            return result as T;
          },
          { timeout: longestMs, maxWait: longestMs },
        );
      } catch (error) {
        if (error instanceof Undone) return error.result as T;
        throw error;
      }
    },
    async newestOf(db, kind) {
      const rows = await db.configVersion.findMany({
        where: { kind },
        orderBy: [{ key: 'asc' }, { number: 'desc' }],
        distinct: ['key'],
        include,
      });
      return new Map(rows.map((row) => [row.key, rowOf(row)]));
    },
    async add(db, { act, document, ...version }) {
      await db.configVersion.create({
        data: {
          ...version,
          id: newId(),
          at: new Date(act.at),
          byId: act.by,
          reason: act.reason,
          document: document === null ? Prisma.DbNull : (document as Prisma.InputJsonObject),
        },
      });
    },
    async find(versionId) {
      const row = await prisma.configVersion.findUnique({ where: { id: versionId }, include });
      return row === null ? null : rowOf(row);
    },
    async newest(kind, key) {
      const row = await prisma.configVersion.findFirst({ where: { kind, key }, orderBy: { number: 'desc' }, include });
      return row === null ? null : rowOf(row);
    },
    async list({ kind, key, by, from, to }, { after, limit }) {
      const found = await prisma.configVersion.findMany({
        where: {
          ...(kind === null ? {} : { kind }),
          ...(key === null ? {} : { key }),
          ...(by === null ? {} : { byId: by }),
          at: { ...(from === null ? {} : { gte: new Date(from) }), ...(to === null ? {} : { lt: new Date(to) }) },
          ...(after === null ? {} : { seq: { lt: Number(after.value) } }),
        },
        orderBy: { seq: 'desc' },
        take: limit + 1,
        include,
      });
      const { rows, nextCursor } = cutPage(found, limit, ({ seq, id }) => ({ value: String(seq), id }));
      const around = await prisma.configVersion.findMany({
        where: {
          OR: rows.flatMap((row) =>
            [row.number - 1, row.number + 1].map((number) => ({ kind: row.kind, key: row.key, number })),
          ),
        },
        include,
      });
      const of = (row: Row, number: number) =>
        around.find((each) => each.kind === row.kind && each.key === row.key && each.number === number);
      const versions = rows.map((row) => {
        const earlier = of(row, row.number - 1);
        return {
          row: rowOf(row),
          earlier: earlier === undefined ? null : rowOf(earlier).document,
          newest: of(row, row.number + 1) === undefined,
        };
      });
      return { rows: versions, nextCursor };
    },
    async people() {
      const rows = await prisma.user.findMany({
        where: { configVersions: { some: {} } },
        orderBy: { displayName: 'asc' },
        select: { id: true, displayName: true },
      });
      return rows.map(({ id, displayName }) => ({ id, name: displayName }));
    },
  };
}
