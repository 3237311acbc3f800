import { wrapUpGiven, type WrapUpGiven } from '../../contract/correction.ts';
import { dispositions } from '../../domain/dispositions.ts';
import { caseClasses, dispositionCodes, parties } from '../../domain/vocabulary.ts';
import { newId } from '../../platform/ids.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import type { CorrectionEntry, StoredPromise, StoredWrapUp } from '../correction-entry.ts';
import { wordOf } from '../dial-facts-of.ts';
import { detailsOf } from '../wrap-up-parts.ts';
import { dateOrNull, dateText, instant } from './case-view-parts.ts';

const asDate = (date: string | null): Date | null => (date === null ? null : new Date(`${date}T00:00:00Z`));

const promiseOf = (row: Prisma.PromiseGetPayload<object> | null): StoredPromise | null =>
  row === null
    ? null
    : {
        id: row.id,
        amountMinor: Number(row.amountMinor),
        dueOn: dateText(row.dueOn),
        status: row.status,
        promisedAt: row.createdAt.getTime(),
      };

type Details = Readonly<Record<string, string | null | undefined>>;
const isDetails = (value: Prisma.JsonValue): value is Record<string, string | null> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const detailsIn = (value: Prisma.JsonValue): Details => (isDetails(value) ? value : {});

type WrapUpRow = Prisma.WrapUpGetPayload<object>;
const followUpOf = ({ code }: WrapUpRow) => dispositions[wordOf(dispositionCodes, code)].followUp.kind;

/** Wrap-ups from before their form was kept say by their columns what was given. */
export function callbackGivenIn(row: WrapUpRow): number | null {
  if (followUpOf(row) !== 'callback') return null;
  const called = detailsIn(row.details)['callbackGiven'];
  return called == null ? instant(row.callbackAt) : Number(called);
}

function datesGiven(row: WrapUpRow, details: Details) {
  const kind = followUpOf(row);
  const next = details['nextGiven'] ?? (kind === 'window' || kind === 'fund' ? dateOrNull(row.nextFollowUpOn) : null);
  return { nextFollowUpOn: next, callbackAt: callbackGivenIn(row) };
}

function givenOf(row: WrapUpRow, promise: StoredPromise | null): WrapUpGiven {
  const details = detailsIn(row.details);
  const promises = dispositions[wordOf(dispositionCodes, row.code)].requires.includes('promise');
  return wrapUpGiven.parse({
    code: row.code,
    party: row.party,
    ...datesGiven(row, details),
    promise: promise !== null && promises ? { amountMinor: promise.amountMinor, dueOn: promise.dueOn } : null,
    fundDate: details['fundDate'] ?? null,
    suspect: details['suspect'] ?? null,
    clues: details['clues'] ?? null,
    note: row.note ?? '',
  });
}

/** Corrections of the wrap-ups of a locked case. */
export function makeCorrectionEntry(db: Prisma.TransactionClient, caseId: string): CorrectionEntry {
  return {
    async wrapUp(attemptId): Promise<StoredWrapUp | null> {
      const row = await db.wrapUp.findFirst({
        where: { attemptId, caseId },
        include: { promise: true, agent: { select: { displayName: true } } },
      });
      if (row === null) return null;
      // What the talk replaced was closed in the same instant.
      const before = await db.promise.findFirst({
        where: {
          caseId,
          wrapUpId: { not: row.id },
          OR: [
            { status: 'replaced', closedAt: row.savedAt },
            { status: 'open', createdAt: { lt: row.savedAt } },
          ],
        },
        orderBy: { createdAt: 'desc' },
      });
      const promise = promiseOf(row.promise);
      const { classBefore } = detailsIn(row.details);
      return {
        id: row.id,
        agentId: row.agentId,
        agentName: row.agent.displayName,
        savedAt: row.savedAt.getTime(),
        given: givenOf(row, promise),
        classAfter: wordOf(caseClasses, row.classAfter),
        classBefore: wordOf(caseClasses, classBefore ?? 'NEW'),
        nextFollowUpOn: dateOrNull(row.nextFollowUpOn),
        acwMs: row.acwMs,
        promise,
        promiseBefore: promiseOf(before),
      };
    },
    async revise(wrapUp, to, { by, at, reason, overridden }) {
      const { given } = wrapUp;
      const old = await db.wrapUp.findUniqueOrThrow({ where: { id: wrapUp.id } });
      await db.wrapUpRevision.create({
        data: {
          id: newId(),
          wrapUpId: wrapUp.id,
          replacedAt: new Date(at),
          replacedById: by,
          reason,
          overridden,
          code: old.code,
          party: old.party,
          classAfter: old.classAfter,
          nextFollowUpOn: old.nextFollowUpOn,
          callbackAt: old.callbackAt,
          note: old.note,
          excused: old.excused,
          details: { ...detailsIn(old.details) },
          ...(given.promise === null ? {} : { promise: given.promise }),
        },
      });
      const { code, party, note } = to.given;
      await db.wrapUp.update({
        where: { id: wrapUp.id },
        data: {
          code,
          party,
          classAfter: to.classAfter,
          nextFollowUpOn: asDate(to.nextFollowUpOn),
          callbackAt: to.callbackAt === null ? null : new Date(to.callbackAt),
          excused: to.excused,
          note: note.trim() === '' ? null : note.trim(),
          details: { classBefore: wrapUp.classBefore, ...detailsOf(to.given) },
        },
        select: { id: true },
      });
    },
    async revisions(wrapUpId) {
      const rows = await db.wrapUpRevision.findMany({
        where: { wrapUpId },
        orderBy: [{ replacedAt: 'desc' }, { id: 'desc' }],
        include: { replacedBy: { select: { displayName: true } } },
      });
      return rows.map((row) => ({
        at: row.replacedAt.getTime(),
        byName: row.replacedBy.displayName,
        reason: row.reason,
        overridden: row.overridden,
        code: wordOf(dispositionCodes, row.code),
        party: wordOf(parties, row.party),
        note: row.note,
      }));
    },
    async laterCodes(savedAt) {
      const rows = await db.wrapUp.findMany({
        where: { caseId, savedAt: { gt: new Date(savedAt) } },
        select: { code: true, nextFollowUpOn: true, callbackAt: true },
      });
      return rows.map((row) => ({
        code: wordOf(dispositionCodes, row.code),
        setsDate: row.nextFollowUpOn !== null || row.callbackAt !== null,
      }));
    },
    async datesBefore(savedAt) {
      const row = await db.wrapUp.findFirst({
        where: {
          caseId,
          savedAt: { lt: new Date(savedAt) },
          OR: [{ nextFollowUpOn: { not: null } }, { callbackAt: { not: null } }],
        },
        orderBy: { savedAt: 'desc' },
        select: { nextFollowUpOn: true, callbackAt: true, excused: true },
      });
      const nextFollowUpOn = dateOrNull(row?.nextFollowUpOn ?? null);
      return {
        nextFollowUpOn,
        callbackAt: instant(row?.callbackAt ?? null),
        excusedOn: row?.excused === true ? nextFollowUpOn : null,
      };
    },
    async classOfLatestTalk() {
      const row = await db.wrapUp.findFirst({
        where: { caseId },
        orderBy: { savedAt: 'desc' },
        select: { classAfter: true },
      });
      return row === null ? null : wordOf(caseClasses, row.classAfter);
    },
    async putPromise(wrapUp, { amountMinor, dueOn, currency }) {
      const data = { amountMinor: BigInt(amountMinor), dueOn: new Date(`${dueOn}T00:00:00Z`), status: 'open' };
      await db.promise.upsert({
        where: { wrapUpId: wrapUp.id },
        create: { id: newId(), caseId, wrapUpId: wrapUp.id, currency, createdAt: new Date(wrapUp.savedAt), ...data },
        update: { ...data, closedAt: null },
      });
    },
    async dropPromise(promiseId, at) {
      await db.promise.update({ where: { id: promiseId }, data: { status: 'replaced', closedAt: new Date(at) } });
    },
    async reopenPromise(promiseId) {
      await db.promise.update({ where: { id: promiseId }, data: { status: 'open', closedAt: null } });
    },
  };
}
