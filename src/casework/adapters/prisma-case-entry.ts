import { reinstateCode } from '../../domain/counters.ts';
import { numberStatuses, parties } from '../../domain/vocabulary.ts';
import { Fault } from '../../platform/fault.ts';
import { newId } from '../../platform/ids.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import { wordOf } from '../dial-facts-of.ts';
import type { CaseChange, CaseEntry, DebtorLineChange, EndedAttempt } from '../ledger.ts';
import { makeCallbackEntry } from './prisma-callback-entry.ts';
import { callbackGivenIn, makeCorrectionEntry } from './prisma-correction-entry.ts';
import { makeFraudEntry } from './prisma-fraud-entry.ts';
import { makeHandoverEntry } from './prisma-handover-entry.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import type { OwnerVolumes } from './owner-volumes.ts';
import { makeLeaveEntry } from './prisma-leaves.ts';
import { makePaymentEntry } from './prisma-payment-entry.ts';
import { makeStopRows } from './prisma-stop-rows.ts';
import { makeNumberEntry } from './prisma-number-entry.ts';
import { makeTaskEntry } from './prisma-task-entry.ts';
import { makeVisitEntry } from './prisma-visit-entry.ts';
import { readCaseRecord } from './read-case-record.ts';

const eventSources = ['carrier', 'agent', 'import', 'correction'] as const;
const instant = (at: Date | null): number | null => at?.getTime() ?? null;
const asDate = (date: string | null): Date | null => (date === null ? null : new Date(`${date}T00:00:00Z`));
const asInstant = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** Only what the change names is written; `null` is a value. */
function caseData(change: CaseChange): Prisma.CaseUpdateInput {
  const { caseClass, classAt, effective, nextFollowUpOn, callbackAt, roundNumber, roundStartedAt } = change;
  const {
    lastRoundOn,
    dueAt,
    dueReason,
    followUpBy,
    waitingUntil,
    excusedOn,
    linkedSeenAt,
    attemptedAt,
    status,
    recallDate,
  } = change;
  return {
    version: { increment: 1 },
    ...(status === undefined ? {} : { status }),
    ...(recallDate === undefined ? {} : { recallDate }),
    ...(caseClass === undefined ? {} : { caseClass }),
    ...(classAt === undefined ? {} : { classAt: new Date(classAt) }),
    ...(effective === undefined ? {} : { effective }),
    ...(nextFollowUpOn === undefined ? {} : { nextFollowUpOn: asDate(nextFollowUpOn) }),
    ...(callbackAt === undefined ? {} : { callbackAt: asInstant(callbackAt) }),
    ...(roundNumber === undefined ? {} : { roundNumber }),
    ...(roundStartedAt === undefined ? {} : { roundStartedAt: asInstant(roundStartedAt) }),
    ...(lastRoundOn === undefined ? {} : { lastRoundOn: asDate(lastRoundOn) }),
    ...(dueAt === undefined ? {} : { dueAt: asInstant(dueAt) }),
    ...(dueReason === undefined ? {} : { dueReason }),
    ...(followUpBy === undefined ? {} : { followUpBy: asDate(followUpBy) }),
    ...(waitingUntil === undefined ? {} : { waitingUntil: asInstant(waitingUntil) }),
    ...(excusedOn === undefined ? {} : { excusedOn: asDate(excusedOn) }),
    ...(linkedSeenAt === undefined ? {} : { linkedSeenAt: new Date(linkedSeenAt) }),
    ...(attemptedAt === undefined ? {} : { lastAttemptAt: new Date(attemptedAt) }),
  };
}

function debtorLineData(change: DebtorLineChange) {
  const { counters, status, statusReason, statusAt, lastAttempt, hold } = change;
  return {
    noSuchPersonCount: counters.no_such_person,
    resignedCount: counters.resigned,
    movedCount: counters.moved,
    status,
    statusReason,
    ...(statusAt === null ? {} : { statusAt: new Date(statusAt) }),
    ...(lastAttempt === undefined ? {} : { lastAttemptAt: new Date(lastAttempt.at), lastResult: lastAttempt.result }),
    ...(hold === undefined
      ? {}
      : { holdUntil: asInstant(hold?.until ?? null), holdReason: hold === null ? null : hold.reason }),
  };
}

export function makeCaseEntry(given: {
  db: Prisma.TransactionClient;
  caseId: string;
  volumes: OwnerVolumes;
  shelf: CalendarShelf;
  historySince: Date;
}): CaseEntry {
  const { db, caseId, volumes } = given;
  return {
    tasks: makeTaskEntry({ db, caseId }),
    callbacks: makeCallbackEntry(db, caseId),
    visits: makeVisitEntry({ db, caseId }),
    handovers: makeHandoverEntry(db, caseId),
    ...makeNumberEntry({ db, caseId }),
    corrections: makeCorrectionEntry(db, caseId),
    leaves: makeLeaveEntry(db),
    fraud: makeFraudEntry(db, caseId),
    ...makePaymentEntry(db, caseId),
    async record() {
      const record = await readCaseRecord(db, given.shelf, caseId, given.historySince, null);
      if (record === null) throw new Fault('INTERNAL', { detail: { caseId } });
      return record;
    },
    ownerOpenCases: (record) => volumes.openCases(db, record),
    async attempt(attemptId): Promise<EndedAttempt | null> {
      const row = await db.attempt.findUnique({
        where: { id: attemptId },
        include: {
          wrapUp: true,
          trunk: { select: { vacantGuardSince: true } },
          inboundCall: { select: { shared: true, outcome: true } },
        },
      });
      if (row === null) return null;
      const { wrapUp, trunk } = row;
      return {
        id: row.id,
        caseId: row.caseId,
        debtorId: row.debtorId,
        numberId: row.numberId,
        lineId: row.lineId,
        agentId: row.agentId,
        roundNumber: row.roundNumber,
        intendedAt: row.intendedAt.getTime(),
        placedAt: instant(row.placedAt),
        answeredAt: instant(row.answeredAt),
        connectedAt: instant(row.connectedAt),
        endedAt: instant(row.endedAt),
        systemResult: row.systemResult,
        identityConfirmed: row.identityConfirmedAt !== null,
        linkedSeen: row.linkedSeenAt !== null,
        inbound: row.direction === 'inbound',
        shared: row.inboundCall?.shared ?? false,
        queueOutcome: row.inboundCall?.outcome ?? null,
        wrapUp:
          wrapUp === null
            ? null
            : {
                code: wrapUp.code,
                classAfter: wrapUp.classAfter,
                nextFollowUpOn: wrapUp.nextFollowUpOn?.toISOString().slice(0, 10) ?? null,
                callbackAt: callbackGivenIn(wrapUp),
                acwMs: wrapUp.acwMs,
              },
        vacantGuardOn: trunk.vacantGuardSince !== null,
      };
    },
    async line(lineId) {
      await db.$queryRaw`SELECT "id" FROM "Line" WHERE "id" = ${lineId}::uuid FOR NO KEY UPDATE`;
      const [line, events] = await Promise.all([
        db.line.findUniqueOrThrow({ where: { id: lineId }, include: { debtorLines: true } }),
        db.counterEvent.findMany({ where: { lineId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
      ]);
      return {
        lineId,
        vacantCount: line.vacantCount,
        debtorLines: line.debtorLines.map((row) => ({
          debtorId: row.debtorId,
          status: wordOf(numberStatuses, row.status),
          statusReason: row.statusReason,
          lastAttemptAt: instant(row.lastAttemptAt),
        })),
        events: events.map((event) => ({
          attemptId: event.attemptId,
          source: wordOf(eventSources, event.source),
          code: event.code,
          party: wordOf(parties, event.party),
          at: event.at.getTime(),
          voided: event.voidedAt !== null,
          debtorId: event.debtorId,
        })),
      };
    },
    async putCounterEvent(event) {
      const { attemptId, lineId, debtorId, source, code, party } = event;
      const at = new Date(event.at);
      const voidedAt = event.voided ? at : null;
      await db.counterEvent.upsert({
        where: { attemptId },
        create: { id: newId(), attemptId, lineId, debtorId, at, source, code, party, voidedAt },
        update: { at, source, code, party, voidedAt },
      });
    },
    async addReinstatement(lineId, debtorId, at) {
      await db.counterEvent.create({
        data: { id: newId(), lineId, debtorId, at: new Date(at), source: 'correction', code: reinstateCode },
      });
    },
    async saveVacantCount(lineId, vacantCount) {
      await db.line.update({ where: { id: lineId }, data: { vacantCount }, select: { id: true } });
    },
    async saveDebtorLine(lineId, debtorId, change) {
      const data = debtorLineData(change);
      await db.debtorLine.upsert({
        where: { debtorId_lineId: { debtorId, lineId } },
        create: { debtorId, lineId, ...data },
        update: data,
      });
    },
    async saveProhibition(lineId, debtorId, prohibitedByEmployer) {
      await db.debtorLine.upsert({
        where: { debtorId_lineId: { debtorId, lineId } },
        create: { debtorId, lineId, prohibitedByEmployer },
        update: { prohibitedByEmployer },
      });
    },
    async casesWithLine(lineId, debtorIds) {
      const rows = await db.phoneNumber.findMany({
        where: { lineId, debtorId: { in: [...debtorIds] }, caseId: { not: caseId }, case: { status: 'open' } },
        select: { caseId: true },
        distinct: ['caseId'],
      });
      return rows.map((row) => row.caseId);
    },
    linkedCases: (debtorId) => db.case.count({ where: { debtorId, id: { not: caseId } } }),
    async openLinkedCases(debtorId) {
      const rows = await db.case.findMany({
        where: { debtorId, id: { not: caseId }, status: 'open', campaignId: { not: null } },
        select: { id: true },
      });
      return rows.map((row) => row.id);
    },
    async reachedOnValidNumber(id) {
      const rows = await db.$queryRaw<{ reached: boolean }[]>`
        SELECT EXISTS (
          SELECT 1
          FROM "PhoneNumber" n
          JOIN "Attempt" a ON a."debtorId" = n."debtorId" AND a."lineId" = n."lineId"
          JOIN "WrapUp" w ON w."attemptId" = a."id" AND w."party" IN ('RPC', 'TPC')
          LEFT JOIN "DebtorLine" d ON d."debtorId" = n."debtorId" AND d."lineId" = n."lineId"
          WHERE n."caseId" = ${id}::uuid
            AND COALESCE(d."status", 'active') NOT IN ('invalid', 'blocked', 'malformed')) AS "reached"`;
      return rows[0]?.reached ?? false;
    },
    async giveTo(ownerId, { by, reason }) {
      // The log of owners is kept by a trigger, which learns from the transaction whose word it is.
      await db.$executeRaw`SELECT set_config('casedial.changed_by', ${by}, true), set_config('casedial.reason', ${reason}, true)`;
      await db.case.update({
        where: { id: caseId },
        data: { ownerId, version: { increment: 1 } },
        select: { id: true },
      });
    },
    async saveCase(change) {
      const { attemptedAt, roundStartedAt, ...rest } = change;
      const data = caseData({ ...rest, ...(roundStartedAt === null ? { roundStartedAt } : {}) });
      await db.case.update({ where: { id: caseId }, data, select: { id: true } });
      // The first attempt of a round opens it, and neither an old nor a repeated report moves these instants back.
      if (attemptedAt !== undefined) {
        const at = new Date(attemptedAt);
        const opens = roundStartedAt === null || roundStartedAt === undefined ? null : at;
        await db.$executeRaw`
          UPDATE "Case" SET
            "firstAttemptAt" = LEAST(COALESCE("firstAttemptAt", ${at}), ${at}),
            "lastAttemptAt" = GREATEST(COALESCE("lastAttemptAt", ${at}), ${at}),
            "roundStartedAt" = COALESCE("roundStartedAt", ${opens})
          WHERE "id" = ${caseId}::uuid`;
      }
    },
    async addNote(id, authorId, text, at) {
      await db.note.create({ data: { id: newId(), caseId: id, authorId, text, at: new Date(at) } });
    },
    async noMedia(attempt) {
      await db.recording.createMany({
        data: [
          {
            id: newId(),
            attemptId: attempt.id,
            caseId,
            numberId: attempt.numberId,
            source: 'none',
            status: 'no_media',
            startedAt: new Date(attempt.intendedAt),
            endedAt: asInstant(attempt.endedAt),
            boundAt: asInstant(attempt.endedAt),
          },
        ],
        skipDuplicates: true,
      });
    },
    async insertWrapUp(wrapUp) {
      const { startedAt, savedAt, nextFollowUpOn, callbackAt, ...plain } = wrapUp;
      const { id } = await db.wrapUp.create({
        data: {
          id: newId(),
          caseId,
          ...plain,
          details: { ...plain.details },
          nextFollowUpOn: asDate(nextFollowUpOn),
          callbackAt: asInstant(callbackAt),
          startedAt: new Date(startedAt),
          savedAt: new Date(savedAt),
        },
        select: { id: true },
      });
      return id;
    },
    async replacePromise(at) {
      await db.promise.updateMany({
        where: { caseId, status: 'open' },
        data: { status: 'replaced', closedAt: new Date(at) },
      });
    },
    async openPromise({ wrapUpId, amountMinor, currency, dueOn, at }) {
      await db.promise.create({
        data: {
          id: newId(),
          caseId,
          wrapUpId,
          amountMinor: BigInt(amountMinor),
          currency,
          dueOn: new Date(`${dueOn}T00:00:00Z`),
          createdAt: new Date(at),
        },
      });
    },
    ...makeStopRows(db, caseId),
  };
}
