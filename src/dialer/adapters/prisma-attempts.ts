import type { AnswerFacts } from '../../domain/answer-model/answer-facts.ts';
import { newId } from '../../platform/ids.ts';
import { Prisma } from '../../platform/prisma/generated/client.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { RulesInForce } from '../ports.ts';
import type { AttemptBook, IntendReply, NewAttempt } from '../stores.ts';
import { callerIdHasRoom } from './caller-id-room.ts';
import { attemptColumns, columnsOf, storedAttempt } from './attempt-row.ts';
import { campaignColumns, campaignOf, limitColumns, limitsOf, trunkColumns, trunkOf } from './campaign-row.ts';

/** Launches of one trunk wait for each other; a burst must not fail for that. */
const patience = { maxWait: 10_000, timeout: 10_000 };

const defaultRingTimeoutMs = 60_000;

const jsonOf = (facts: AnswerFacts): Prisma.InputJsonObject => ({
  ...facts,
  own: facts.own.map((tally) => ({ ...tally })),
  shared: { ...facts.shared },
});

class Refused extends Error {
  readonly because: Exclude<IntendReply, 'intended' | 'live_call'>;
  constructor(because: Refused['because']) {
    super(because);
    this.because = because;
  }
}

const uniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

interface MinutePrice {
  readonly costMicros: number | null;
  readonly costCurrency: string | null;
}

/** Locks hold until the commit: pausing and a newer lease wait for this launch, the next launch on the trunk counts it. */
async function checkRoom(
  tx: Prisma.TransactionClient,
  attempt: Pick<NewAttempt, 'trunkId' | 'callerIdId' | 'intendedAt' | 'fence' | 'ahead'> & {
    readonly campaignId: string | null;
  },
): Promise<MinutePrice> {
  const [campaign] = await tx.$queryRaw<{ status: string; pacingFence: number }[]>`
    SELECT "status"::text, "pacingFence" FROM "Campaign" WHERE "id" = ${attempt.campaignId}::uuid FOR SHARE`;
  if (campaign?.status !== 'running') throw new Refused('campaign_not_running');
  if (attempt.fence !== null && campaign.pacingFence !== attempt.fence) throw new Refused('lease_lost');
  const [trunk] = await tx.$queryRaw<
    ({ channels: number; enabled: boolean; quiet: boolean; out: boolean } & MinutePrice)[]
  >`
    SELECT "channels", "enabled", "quiet", "outSince" IS NOT NULL AS "out", "costMicros", "costCurrency" FROM "Trunk" WHERE "id" = ${attempt.trunkId}::uuid FOR UPDATE`;
  const live = await tx.attempt.count({ where: { trunkId: attempt.trunkId, endedAt: null } });
  if (trunk === undefined || !trunk.enabled || trunk.quiet || trunk.out || live >= trunk.channels)
    throw new Refused('no_channel');
  if (!(await callerIdHasRoom(tx, attempt.callerIdId, attempt.intendedAt, attempt.ahead)))
    throw new Refused('no_caller_id');
  return { costMicros: trunk.costMicros, costCurrency: trunk.costCurrency };
}

export function makePrismaAttempts(prisma: PrismaClient, rulesOf: RulesInForce): AttemptBook {
  return {
    async intend(attempt) {
      const { attemptId, fence: _fence, ahead: _ahead, intendedAt, dialByAt, decision, said, ...rest } = attempt;
      try {
        await prisma.$transaction(async (tx) => {
          const price = await checkRoom(tx, attempt);
          await tx.attempt.create({
            data: {
              ...rest,
              ...price,
              id: attemptId,
              origin: 'auto',
              intendedAt: new Date(intendedAt),
              dialByAt: new Date(dialByAt),
              decision: decision,
              ...(said === null ? {} : { chance: said.chance, answerFacts: jsonOf(said.facts) }),
            },
            select: { id: true },
          });
        }, patience);
        return 'intended';
      } catch (error) {
        if (error instanceof Refused) return error.because;
        // INV-1: one of the two partial unique indexes refused; the token's hash cannot collide.
        if (uniqueViolation(error)) return 'live_call';
        throw error;
      }
    },

    async find(attemptId) {
      const row = await prisma.attempt.findUnique({ where: { id: attemptId }, select: attemptColumns });
      return row === null ? null : storedAttempt(row);
    },

    async sheet(attemptId) {
      const row = await prisma.attempt.findUnique({
        where: { id: attemptId },
        select: {
          ...attemptColumns,
          line: { select: { e164: true } },
          callerId: { select: { e164: true } },
          trunk: { select: trunkColumns },
          campaign: { select: campaignColumns },
        },
      });
      if (row === null) return null;
      return {
        attempt: storedAttempt(row),
        to: row.line.e164,
        from: row.callerId.e164,
        campaign: row.campaign === null ? null : campaignOf(row.campaign, rulesOf),
        trunk: trunkOf(row.trunk),
      };
    },

    async save(attemptId, version, record, also = {}) {
      const columns = columnsOf(record);
      const { count } = await prisma.attempt.updateMany({
        where: { id: attemptId, version },
        data: {
          ...columns,
          version: { increment: 1 },
          ...(also.decided === undefined ? {} : also.decided),
          ...(also.tokenHash === undefined ? {} : { tokenHash: also.tokenHash }),
          ...(also.unsettle === true ? { settledAt: null } : {}),
        },
      });
      return count === 1 ? 'saved' : 'stale';
    },

    async handOn(attempt, record, to, refusal, at) {
      const { attemptId, campaignId, version, trunkId } = attempt;
      try {
        return await prisma.$transaction(async (tx) => {
          const price = await checkRoom(tx, { ...to, campaignId, intendedAt: at, fence: null, ahead: [] });
          const { count } = await tx.attempt.updateMany({
            where: { id: attemptId, version },
            data: { ...columnsOf(record), ...to, ...price, version: { increment: 1 } },
          });
          if (count === 0) return 'stale';
          if (refusal !== null) {
            await tx.trunkRefusal.create({ data: { id: newId(), trunkId, attemptId, at: new Date(at), ...refusal } });
          }
          return 'handed_on';
        }, patience);
      } catch (error) {
        if (error instanceof Refused) return error.because;
        throw error;
      }
    },

    async refusedBy(attemptId) {
      const rows = await prisma.trunkRefusal.findMany({ where: { attemptId }, select: { trunkId: true } });
      return rows.map(({ trunkId }) => trunkId);
    },

    async settled(attemptId, version, at) {
      const { count } = await prisma.attempt.updateMany({
        where: { id: attemptId, version },
        data: { settledAt: new Date(at) },
      });
      return count === 1 ? 'saved' : 'stale';
    },

    async live() {
      const rows = await prisma.attempt.findMany({
        where: { endedAt: null },
        select: { ...attemptColumns, campaign: { select: limitColumns } },
      });
      return rows.map((row) => ({
        ...storedAttempt(row),
        ringTimeoutMs: row.campaign === null ? defaultRingTimeoutMs : limitsOf(row.campaign, rulesOf).ringTimeoutMs,
      }));
    },

    async unsettled(endedBefore, limit) {
      const rows = await prisma.attempt.findMany({
        where: { settledAt: null, endedAt: { not: null, lt: new Date(endedBefore) } },
        orderBy: { endedAt: 'asc' },
        take: limit,
        select: { id: true },
      });
      return rows.map((row) => row.id);
    },

    async boundSids(sids) {
      const rows = await prisma.attempt.findMany({
        where: { carrierCallSid: { in: [...sids] } },
        select: { carrierCallSid: true },
      });
      return new Set(rows.map((row) => row.carrierCallSid).filter((sid) => sid !== null));
    },

    async endpoints(attemptId) {
      const row = await prisma.attempt.findUnique({
        where: { id: attemptId },
        select: { line: { select: { e164: true } }, callerId: { select: { e164: true } } },
      });
      return row === null ? null : { to: row.line.e164, from: row.callerId.e164 };
    },
  };
}
