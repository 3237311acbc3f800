import type { Mapping } from '../../domain/placement/find-header.ts';
import type { ImportProfile } from '../../domain/placement/profile.ts';
import { presets } from '../../domain/presets.ts';
import { presetNames } from '../../domain/vocabulary.ts';
import { newId } from '../../platform/ids.ts';
import { cutPage } from '../../platform/page-cursor.ts';
import { behindMark, instantOf } from '../../platform/prisma/keyset.ts';
import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import type { FileDetail, FileProblem, ImportProblem, InspectedFile } from '../import-file.ts';
import type { ClientBook, PlacementBook, PlacementRecord, StateChange, TenantRules } from '../import-ports.ts';
import { abandonedPlacements } from './placement-lock.ts';
import { emptyTally, type ImportTally } from '../import-tally.ts';

const withClient = { client: { select: { name: true } } } as const;
type Row = Prisma.PlacementGetPayload<{ include: typeof withClient }>;

// Json columns written by this adapter alone, and read back as they were written.
const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;
const instant = (at: Date | null): number | null => at?.getTime() ?? null;

function problemOf(row: Row): ImportProblem | null {
  if (row.errorCode === null) return null;
  if (row.errorCode === 'import_interrupted') return { code: row.errorCode, detail: 'none' };
  const more = (row.errorDetail ?? {}) as { detail?: FileDetail; row?: number };

  return {
    code: row.errorCode as FileProblem['code'],
    detail: more.detail ?? 'none',
    ...(more.row === undefined ? {} : { row: more.row }),
  };
}

const columnOf = { at: 'createdAt', accepted: 'accepted', rejected: 'rejected', rows: 'rowsRead' } as const;

const recordOf = (row: Row): PlacementRecord => ({
  id: row.id,
  clientId: row.clientId,
  clientName: row.client.name,
  fileName: row.fileName,
  storedPath: row.storedPath,
  status: row.status,
  file: {
    ...(row.format as unknown as Pick<InspectedFile, 'format' | 'tables'>),
    sha256: row.sha256,
    byteSize: Number(row.byteSize),
    totalRows: row.totalRows ?? 0,
  },
  mappings: row.mapping as unknown as readonly Mapping[],
  profile: row.profile as unknown as ImportProfile,
  tally: (row.sums as unknown as ImportTally | null) ?? emptyTally,
  checkpoint: row.checkpointRow,
  problem: problemOf(row),
  cancelAsked: row.cancelAsked,
  createdAt: row.createdAt.getTime(),
  startedAt: instant(row.startedAt),
  heartbeatAt: instant(row.heartbeatAt),
  finishedAt: instant(row.finishedAt),
});

function changes(change: StateChange): Prisma.PlacementUpdateManyMutationInput {
  const { reading, problem, startedAt, finishedAt, cancelAsked } = change;

  return {
    ...(reading === undefined ? {} : { mapping: json(reading.mappings), profile: json(reading.profile) }),
    ...(problem === undefined ? {} : { errorCode: problem?.code ?? null, errorDetail: json(problem ?? {}) }),
    ...(startedAt === undefined ? {} : { startedAt: new Date(startedAt), heartbeatAt: new Date(startedAt) }),
    ...(finishedAt === undefined ? {} : { finishedAt: finishedAt === null ? null : new Date(finishedAt) }),
    ...(cancelAsked === undefined ? {} : { cancelAsked }),
  };
}

/** The client of that name, made when there is none; two uploads that name the same new one share it. */
async function idOfNamed(tx: Pick<PrismaClient, 'client'>, name: string): Promise<string> {
  await tx.client.createMany({ data: [{ id: newId(), name }], skipDuplicates: true });
  const { id } = await tx.client.findUniqueOrThrow({ where: { name }, select: { id: true } });

  return id;
}

export function makePlacementBook(prisma: PrismaClient): PlacementBook {
  return {
    async add(placement) {
      const { client, file, mappings, profile, ...rest } = placement;

      return prisma.$transaction(async (tx) => {
        const clientId = 'id' in client ? client.id : await idOfNamed(tx, client.name);
        const data = {
          ...rest,
          clientId,
          sha256: file.sha256,
          byteSize: file.byteSize,
          totalRows: file.totalRows,
          format: json({ format: file.format, tables: file.tables }),
          mapping: json(mappings),
          profile: json(profile),
        };
        await tx.placement.create({ data });

        return clientId;
      });
    },
    async find(id) {
      const row = await prisma.placement.findUnique({ where: { id }, include: withClient });

      return row === null ? null : recordOf(row);
    },
    async page({ q, clientId, status, sort, down }, { after, limit }) {
      const field = columnOf[sort];
      const direction = down ? 'desc' : 'asc';
      const rows = await prisma.placement.findMany({
        where: {
          ...(q === undefined || q === '' ? {} : { fileName: { contains: q, mode: 'insensitive' } }),
          ...(clientId === undefined ? {} : { clientId }),
          ...(status === undefined ? {} : { status }),
          ...(field === 'createdAt'
            ? behindMark(field, instantOf, after, down)
            : behindMark(field, Number, after, down)),
        },
        orderBy: [{ [field]: direction }, { id: direction }],
        take: limit + 1,
        include: withClient,
      });
      const page = cutPage(rows, limit, (row) => ({ value: String(Number(row[field])), id: row.id }));

      return { rows: page.rows.map(recordOf), nextCursor: page.nextCursor };
    },
    async sameFile(clientId, sha256, butNot) {
      const row = await prisma.placement.findFirst({
        where: { clientId, sha256, status: 'done', id: { not: butNot } },
        orderBy: { createdAt: 'asc' },
        select: { id: true },
      });

      return row?.id ?? null;
    },
    async move(id, from, to, change = {}) {
      const { count } = await prisma.placement.updateMany({
        where: { id, status: { in: [...from] } },
        data: { status: to, ...changes(change) },
      });

      return count === 1;
    },
    async askCancel(id) {
      await prisma.placement.updateMany({ where: { id }, data: { cancelAsked: true } });
    },
    async abandoned() {
      const rows = await prisma.$queryRawUnsafe<{ id: string }[]>(abandonedPlacements);

      return rows.map(({ id }) => id);
    },
    async rejectedRows(id, afterRowKey, limit) {
      const rows = await prisma.placementRow.findMany({
        where: { placementId: id, rowNumber: { gt: afterRowKey } },
        orderBy: { rowNumber: 'asc' },
        take: limit,
      });

      return rows.map(({ rowNumber, reasons, original }) => ({ rowKey: rowNumber, reasons, original }));
    },
  };
}

export function makeClientBook(prisma: PrismaClient): ClientBook {
  return {
    all: () => prisma.client.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
    exists: async (id) => (await prisma.client.count({ where: { id } })) === 1,
    idOf: async (name) => (await prisma.client.findUnique({ where: { name }, select: { id: true } }))?.id ?? null,
    async remembered(clientId, fingerprint) {
      const row = await prisma.clientMapping.findUnique({ where: { clientId_fingerprint: { clientId, fingerprint } } });
      if (row === null) return null;

      return { mapping: row.mapping as unknown as Mapping, profile: row.profile as unknown as ImportProfile };
    },
    async remember(clientId, fingerprint, { mapping, profile }) {
      const told = { mapping: json(mapping), profile: json(profile) };
      // Not an upsert: of two at the same time one would fail.
      const added = await prisma.clientMapping.createMany({
        data: [{ id: newId(), clientId, fingerprint, ...told }],
        skipDuplicates: true,
      });
      if (added.count === 0) await prisma.clientMapping.updateMany({ where: { clientId, fingerprint }, data: told });
    },
  };
}

export const makeTenantRules = (prisma: PrismaClient): TenantRules => ({
  async acceptsFiction() {
    const tenant = await prisma.tenant.findUnique({ where: { id: 1 }, select: { preset: true } });
    const name = presetNames.find((preset) => preset === tenant?.preset);

    return name !== undefined && presets[name].acceptsFiction;
  },
});
