import { taskKinds } from '../../domain/case-tasks.ts';
import { checklistItems } from '../../domain/verification-checklist.ts';
import { newId } from '../../platform/ids.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import { wordOf } from '../dial-facts-of.ts';
import type { TaskEntry } from '../task-entry.ts';

const dayOf = (date: Date | null | undefined): string | null => date?.toISOString().slice(0, 10) ?? null;
/** Talks that decide about payment; of the others the one before stands. */
const deciding = ['REFUSE', 'NEG', 'FUND', 'PTP', 'PAID_CLAIM'];

export function makeTaskEntry({ db, caseId }: { db: Prisma.TransactionClient; caseId: string }): TaskEntry {
  return {
    async open(tasks) {
      if (tasks.length === 0) return 0;
      const { ownerId } = await db.case.findUniqueOrThrow({ where: { id: caseId }, select: { ownerId: true } });
      const { count } = await db.caseTask.createMany({
        data: tasks.map(({ kind, because, anchorAt, dueAt, sourceBasis }) => ({
          id: newId(),
          caseId,
          ownerId,
          kind,
          because,
          anchorAt: new Date(anchorAt),
          dueAt: new Date(dueAt),
          sourceBasis: sourceBasis ?? null,
        })),
        skipDuplicates: true,
      });
      return count;
    },
    async openKinds() {
      const rows = await db.caseTask.findMany({ where: { caseId, doneAt: null }, select: { kind: true } });
      return rows.map(({ kind }) => wordOf(taskKinds, kind));
    },
    async find(taskId) {
      const row = await db.caseTask.findFirst({ where: { id: taskId, caseId } });
      if (row === null) return null;
      return {
        id: row.id,
        caseId,
        kind: wordOf(taskKinds, row.kind),
        ownerId: row.ownerId,
        dueAt: row.dueAt.getTime(),
        doneAt: row.doneAt?.getTime() ?? null,
        result: row.result,
      };
    },
    async finish(taskId, { by, at, result, sourceBasis, obtainedAt }) {
      await db.caseTask.update({
        where: { id: taskId },
        data: {
          doneAt: new Date(at),
          doneById: by,
          result,
          ...(sourceBasis === null ? {} : { sourceBasis }),
          obtainedAt: obtainedAt === null ? null : new Date(obtainedAt),
        },
      });
    },
    async finishOpen(kind, { by, at, result }) {
      const data = { doneAt: new Date(at), doneById: by, result };
      await db.caseTask.updateMany({ where: { caseId, kind, doneAt: null }, data });
    },
    async dropOpen(at, only) {
      const which = only === undefined ? {} : { kind: { in: [...only.kinds] }, because: only.because };
      const data = { doneAt: new Date(at), notNeeded: true };
      await db.caseTask.updateMany({ where: { caseId, doneAt: null, ...which }, data });
    },
    async firstAttemptAt() {
      const row = await db.case.findUniqueOrThrow({ where: { id: caseId }, select: { firstAttemptAt: true } });
      return row.firstAttemptAt?.getTime() ?? null;
    },
    async lastAgreement() {
      const last = await db.wrapUp.findFirst({
        where: { caseId, code: { in: deciding } },
        orderBy: { savedAt: 'desc' },
        include: { promise: { select: { dueOn: true, status: true } } },
      });
      if (last === null) return null;
      const { code, details, promise } = last;
      if (code === 'REFUSE') return { refusedAt: last.savedAt.getTime(), agreedOn: null };
      if (code === 'NEG') return { refusedAt: null, agreedOn: dayOf(last.nextFollowUpOn) };
      if (code === 'FUND') {
        const fund = details !== null && typeof details === 'object' && !Array.isArray(details) ? details : {};
        const { fundDate } = fund;
        return { refusedAt: null, agreedOn: typeof fundDate === 'string' ? fundDate : null };
      }
      return { refusedAt: null, agreedOn: promise?.status === 'broken' ? dayOf(promise.dueOn) : null };
    },
    async unanswered() {
      const rows = await db.$queryRaw<{ at: Date; round: number; zone: string | null }[]>`
        SELECT a."placedAt" AS "at", a."roundNumber" AS "round", (zones_of_line(l."e164", l."zones"))[1] AS "zone"
        FROM "Attempt" a JOIN "Line" l ON l."id" = a."lineId"
        WHERE a."caseId" = ${caseId}::uuid AND a."placedAt" IS NOT NULL
          AND a."placedAt" > COALESCE((SELECT max(b."placedAt") FROM "Attempt" b
            WHERE b."caseId" = ${caseId}::uuid AND b."answeredAt" IS NOT NULL), '-infinity'::timestamptz)
        ORDER BY a."placedAt"`;
      const [first] = rows;
      if (first === undefined) return null;
      return {
        rounds: new Set(rows.map(({ round }) => round)).size,
        firstCallAt: first.at.getTime(),
        calls: rows.map(({ at, zone }) => ({ at: at.getTime(), zone })),
      };
    },
    async checklist() {
      const rows = await db.checklistEntry.findMany({ where: { caseId }, orderBy: { enteredAt: 'asc' } });
      return rows.map(({ item, finding, sourceBasis }) => ({
        item: wordOf(checklistItems, item),
        finding,
        sourceBasis,
      }));
    },
    async addChecklistEntry(entry, by, at) {
      await db.checklistEntry.create({
        data: { id: newId(), caseId, ...entry, enteredById: by, enteredAt: new Date(at) },
      });
    },
  };
}
