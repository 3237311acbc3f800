import { testCallPurposes, testCallWords, type TestCallPurpose, type TestCallWord } from '../../contract/test-call.ts';
import { Prisma } from '../../platform/prisma/generated/client.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import { watchOf } from './prisma-trunk-health.ts';
import type { TestCallBook } from '../test-calls/test-call-ports.ts';

const purposeOf = (word: string): TestCallPurpose => testCallPurposes.find((one) => one === word) ?? 'test';
const wordOf = (word: string): TestCallWord => testCallWords.find((one) => one === word) ?? 'unknown';
const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

/** Numbers on file, one for each beginning, the most frequent beginnings first. */
const sampleSize = 500;
export async function sampleNumbers(prisma: PrismaClient): Promise<readonly string[]> {
  const rows = await prisma.$queryRaw<{ e164: string }[]>`
    SELECT min("e164") AS "e164" FROM "Line" GROUP BY substr("e164", 1, 5) ORDER BY count(*) DESC LIMIT ${sampleSize}`;
  return rows.map(({ e164 }) => e164);
}

/** With which number a trunk is probed; null: none, or it was removed meanwhile. */
export async function probeNumberOf(
  prisma: PrismaClient,
  trunkId: string,
): Promise<{ testNumberId: string; ownerId: string } | null> {
  const trunk = await prisma.trunk.findUnique({ where: { id: trunkId }, select: { watch: true } });
  const { probeNumberId } = watchOf(trunk?.watch);
  if (probeNumberId === null) return null;
  const number = await prisma.testNumber.findUnique({ where: { id: probeNumberId }, select: { userId: true } });
  return number === null ? null : { testNumberId: probeNumberId, ownerId: number.userId };
}

export function makePrismaTestCalls(prisma: PrismaClient): TestCallBook {
  const onFile = async (e164: string): Promise<boolean> => (await prisma.line.count({ where: { e164 } })) > 0;

  return {
    async numbersOf(userId) {
      const rows = await prisma.testNumber.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
      return rows.map(({ id, e164, label }) => ({ testNumberId: id, e164, label }));
    },
    async addNumber({ testNumberId, userId, e164, label, at }) {
      if (await onFile(e164)) return 'on_file';
      const data = { id: testNumberId, userId, e164, label, createdAt: new Date(at) };
      try {
        await prisma.testNumber.create({ data, select: { id: true } });
        return 'added';
      } catch (error) {
        if (isTaken(error)) return 'taken';
        throw error;
      }
    },
    async removeNumber(userId, testNumberId) {
      return (await prisma.testNumber.deleteMany({ where: { id: testNumberId, userId } })).count === 1;
    },
    async phone(testNumberId, since) {
      const row = await prisma.testNumber.findUnique({
        where: { id: testNumberId },
        select: {
          e164: true,
          userId: true,
          calls: { where: { startedAt: { gte: new Date(since) } }, select: { startedAt: true, endedAt: true } },
        },
      });
      if (row === null) return null;
      return {
        e164: row.e164,
        ownerId: row.userId,
        onFile: await onFile(row.e164),
        calls: row.calls.map(({ startedAt, endedAt }) => ({ startedAt: startedAt.getTime(), over: endedAt !== null })),
      };
    },
    async callerIdOf(trunkId) {
      const trunk = await prisma.trunk.findUnique({
        where: { id: trunkId },
        select: { callerIds: { where: { enabled: true, verified: true }, orderBy: { id: 'asc' }, take: 1 } },
      });
      return trunk === null ? undefined : (trunk.callerIds[0]?.e164 ?? null);
    },
    async add({ testCallId, sid, over: _over, at, ...rest }) {
      const data = { ...rest, id: testCallId, carrierCallSid: sid, startedAt: new Date(at) };
      await prisma.testCall.create({ data, select: { id: true } });
    },
    async find(testCallId) {
      const row = await prisma.testCall.findUnique({ where: { id: testCallId } });
      if (row === null) return null;
      return {
        testCallId,
        trunkId: row.trunkId,
        purpose: purposeOf(row.purpose),
        language: row.language === 'en' ? 'en' : 'zh-CN',
        tokenHash: row.tokenHash,
        sid: row.carrierCallSid,
        over: row.endedAt !== null,
      };
    },
    async accepted(testCallId, sid) {
      await prisma.testCall.updateMany({ where: { id: testCallId }, data: { carrierCallSid: sid } });
    },
    async note(testCallId, { eventId, at, what, detail, key, over }) {
      const data = { id: eventId, testCallId, at: new Date(at), what, detail, dedupeKey: key };
      const { count } = await prisma.testCallEvent.createMany({ data, skipDuplicates: true });
      if (over)
        await prisma.testCall.updateMany({ where: { id: testCallId, endedAt: null }, data: { endedAt: new Date(at) } });
      return count === 1;
    },
    async events(testCallId) {
      const rows = await prisma.testCallEvent.findMany({
        where: { testCallId },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      });
      return rows.map(({ id, at, what, detail }) => ({ eventId: id, at: at.getTime(), what: wordOf(what), detail }));
    },
  };
}
