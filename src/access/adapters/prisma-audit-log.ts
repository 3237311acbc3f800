import type { Prisma } from '../../platform/prisma/client.ts';
import { type PrismaClient } from '../../platform/prisma/client.ts';
import type { AuditEntryView, AuditFilters, AuditVerdict } from '../../contract/audit.ts';
import type { AuditLog } from '../audit/audit-log.ts';

type Row = Prisma.AuditEntryGetPayload<object>;

const pieceSize = 1_000;
const shownFaults = 20;

const whereOf = (filters: AuditFilters): Prisma.AuditEntryWhereInput => ({
  ...(filters.actorId === undefined ? {} : { actorId: filters.actorId }),
  ...(filters.action === undefined || filters.action === '' ? {} : { action: { startsWith: filters.action } }),
  ...(filters.subjectType === undefined || filters.subjectType === '' ? {} : { subjectType: filters.subjectType }),
  ...(filters.subjectId === undefined || filters.subjectId === '' ? {} : { subjectId: filters.subjectId }),
  ...(filters.from === undefined && filters.to === undefined
    ? {}
    : {
        at: {
          ...(filters.from === undefined ? {} : { gte: new Date(filters.from) }),
          ...(filters.to === undefined ? {} : { lt: new Date(filters.to) }),
        },
      }),
});

export function makePrismaAuditLog(prisma: PrismaClient): AuditLog {
  async function named(rows: readonly Row[]): Promise<AuditEntryView[]> {
    const ids = [...new Set(rows.flatMap((row) => (row.actorId === null ? [] : [row.actorId])))];
    const users = await prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, displayName: true } });
    const names = new Map(users.map((user) => [user.id, user.displayName]));
    return rows.map((row) => ({
      seq: Number(row.seq),
      at: row.at.getTime(),
      actor: row.actorId === null ? null : { id: row.actorId, name: names.get(row.actorId) ?? row.actorId },
      action: row.action,
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      detail: row.detail as Record<string, unknown> | null,
      hash: row.hash,
    }));
  }

  return {
    async list({ cursor, limit, ...filters }) {
      const rows = await prisma.auditEntry.findMany({
        where: { ...whereOf(filters), ...(cursor === undefined ? {} : { seq: { lt: cursor } }) },
        orderBy: { seq: 'desc' },
        take: limit + 1,
      });
      const entries = await named(rows.slice(0, limit));
      return { entries, nextCursor: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null };
    },
    async words() {
      const [actions, types] = await Promise.all([
        prisma.auditEntry.findMany({ distinct: ['action'], select: { action: true }, orderBy: { action: 'asc' } }),
        prisma.auditEntry.findMany({
          distinct: ['subjectType'],
          select: { subjectType: true },
          orderBy: { subjectType: 'asc' },
        }),
      ]);
      return {
        actions: actions.map((row) => row.action),
        subjectTypes: types.map((row) => row.subjectType),
      };
    },
    async *all(filters) {
      const last = await prisma.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true } });
      let after = 0n;
      while (last !== null) {
        const rows = await prisma.auditEntry.findMany({
          where: { ...whereOf(filters), seq: { gt: after, lte: last.seq } },
          orderBy: { seq: 'asc' },
          take: pieceSize,
        });
        yield* await named(rows);
        if (rows.length < pieceSize) return;
        after = rows.at(-1)?.seq ?? last.seq;
      }
    },
    async verify(noted) {
      const [entries, head, faults, asNoted] = await Promise.all([
        prisma.auditEntry.count(),
        prisma.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } }),
        prisma.$queryRaw<{ seq: bigint; missing: boolean }[]>`
          select entry."seq", (earlier."seq" is null and entry."seq" <> 1) as missing
          from "AuditEntry" entry left join "AuditEntry" earlier on earlier."seq" = entry."seq" - 1
          where (earlier."seq" is null and entry."seq" <> 1)
            or entry."hash" <> audit_hash(coalesce(earlier."hash", ''), entry)
          order by entry."seq" limit ${shownFaults}`,
        noted === null ? null : prisma.auditEntry.count({ where: { seq: noted.seq, hash: noted.hash } }),
      ]);
      const found: AuditVerdict['faults'] = faults.map(({ seq, missing }) => ({
        seq: Number(seq),
        fault: missing ? 'missing_before' : 'altered',
      }));
      if (noted !== null && asNoted === 0) found.unshift({ seq: noted.seq, fault: 'not_as_noted' });
      return {
        intact: found.length === 0,
        entries,
        head: head === null ? null : { seq: Number(head.seq), hash: head.hash },
        faults: found,
      };
    },
  };
}
