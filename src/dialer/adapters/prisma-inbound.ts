import { inboundSettings } from '../../contract/inbound.ts';
import { isOwnClass } from '../../domain/number-order.ts';
import { numberClasses } from '../../domain/vocabulary.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import { newId } from '../../platform/ids.ts';
import type { ArrivedCall, InboundBook, InboundNumber } from '../inbound/inbound-ports.ts';
import { columnsOf } from './attempt-row.ts';
import { inboundOf } from './prisma-trunk-book.ts';

const callColumns = {
  carrierCallSid: true,
  attemptId: true,
  arrivedAt: true,
  shared: true,
  outcome: true,
  attempt: { select: { number: { select: { class: true } } } },
} as const satisfies Prisma.InboundCallSelect;

type CallRow = Prisma.InboundCallGetPayload<{ select: typeof callColumns }>;

const callOf = (row: CallRow): ArrivedCall => ({
  callSid: row.carrierCallSid,
  attemptId: row.attemptId,
  arrivedAt: row.arrivedAt.getTime(),
  shared: row.shared,
  own: numberClasses.some((known) => known === row.attempt?.number.class && isOwnClass(known)),
  outcome: row.outcome,
});

interface NumberRow {
  readonly id: string;
  readonly trunkId: string;
  readonly e164: string;
  readonly inbound: Prisma.JsonValue;
}

function numberOf(row: NumberRow): InboundNumber | null {
  const settings = inboundOf(row.inbound);
  return settings === null ? null : { callerIdId: row.id, trunkId: row.trunkId, e164: row.e164, settings };
}

const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

export function makePrismaInbound(prisma: PrismaClient): InboundBook {
  return {
    async number(callerIdId) {
      const row = await prisma.callerId.findUnique({ where: { id: callerIdId } });
      return row === null ? null : numberOf(row);
    },
    async numbers() {
      const rows = await prisma.callerId.findMany({
        where: { inbound: { not: Prisma.AnyNull }, trunk: { enabled: true } },
      });
      return rows.map(numberOf).filter((number) => number !== null);
    },
    async bySid(callSid) {
      const row = await prisma.inboundCall.findUnique({ where: { carrierCallSid: callSid }, select: callColumns });
      return row === null ? null : callOf(row);
    },
    async byAttempt(attemptId) {
      const row = await prisma.inboundCall.findUnique({
        where: { attemptId },
        select: { ...callColumns, callerId: true },
      });
      if (row === null) return null;
      const settings = numberOf(row.callerId)?.settings ?? inboundSettings.parse({});
      return { ...callOf(row), settings };
    },
    async arrive({ attemptId, callSid, number, caller, tokenHash, record }) {
      const { shared, own: _own, ...about } = caller;
      const at = new Date(record.intendedAt);
      try {
        await prisma.$transaction([
          prisma.attempt.create({
            data: {
              ...columnsOf(record),
              ...about,
              id: attemptId,
              trunkId: number.trunkId,
              callerIdId: number.callerIdId,
              direction: 'inbound',
              origin: 'inbound',
              mode: 'manual',
              tokenHash,
              intendedAt: at,
              dialByAt: at,
              decision: { direction: 'inbound' },
            } as Prisma.AttemptUncheckedCreateInput,
            select: { id: true },
          }),
          // Who was unknown a moment ago has a row already.
          prisma.inboundCall.upsert({
            where: { carrierCallSid: callSid },
            create: {
              id: newId(),
              carrierCallSid: callSid,
              callerIdId: number.callerIdId,
              attemptId,
              shared,
              arrivedAt: at,
            },
            update: { attemptId, shared, outcome: null },
            select: { id: true },
          }),
        ]);
        return 'arrived';
      } catch (error) {
        // INV-1 holds for those who ring us too.
        if (isTaken(error)) return 'live_call';
        throw error;
      }
    },
    async arriveUnknown({ callSid, callerIdId, at }) {
      await prisma.inboundCall.createMany({
        data: [{ id: newId(), carrierCallSid: callSid, callerIdId, arrivedAt: new Date(at), outcome: 'unknown' }],
        skipDuplicates: true,
      });
    },
    async outcome(callSid, outcome) {
      await prisma.inboundCall.updateMany({ where: { carrierCallSid: callSid, outcome: null }, data: { outcome } });
    },
    async messageLeft(callSid) {
      await prisma.inboundCall.updateMany({ where: { carrierCallSid: callSid }, data: { outcome: 'voicemail' } });
    },
    async ended(callSid, at) {
      await prisma.inboundCall.updateMany({
        where: { carrierCallSid: callSid, endedAt: null },
        data: { endedAt: new Date(at) },
      });
    },
    async renewToken(attemptId, tokenHash) {
      await prisma.attempt.update({ where: { id: attemptId }, data: { tokenHash }, select: { id: true } });
    },
    async inTheWay({ debtorId, lineId }) {
      const rows = await prisma.attempt.findMany({
        where: { endedAt: null, OR: [{ debtorId }, { lineId }] },
        select: { id: true },
      });
      return rows.map((row) => row.id);
    },
  };
}
