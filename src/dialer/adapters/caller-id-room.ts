import type { Instant } from '../../domain/vocabulary.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import type { CallerIdForCall } from '../stores.ts';
import { businessDayStart } from './business-day.ts';

type Db = Pick<Prisma.TransactionClient, 'callerId' | 'attempt' | 'tenant'>;

/** A call that was asked for counts, and one that is about to be; one that was held back before that does not. */
const countsToday = (since: Instant): Prisma.AttemptWhereInput => ({
  intendedAt: { gte: new Date(since) },
  OR: [{ placedAt: { not: null } }, { endedAt: null }],
});

/** TRK-7: the caller ids a campaign may use on a trunk; those that it names, else every one of the trunk. */
export async function callerIdsForCall(
  db: Db & Pick<Prisma.TransactionClient, 'campaignCallerId'>,
  { trunkId, campaignId, now }: { trunkId: string; campaignId: string; now: Instant },
): Promise<readonly CallerIdForCall[]> {
  const named = await db.campaignCallerId.count({ where: { campaignId } });
  const rows = await db.callerId.findMany({
    where: { trunkId, verified: true, enabled: true, ...(named === 0 ? {} : { campaigns: { some: { campaignId } } }) },
    orderBy: { id: 'asc' },
    select: { id: true, dailyLimit: true },
  });
  const limited = rows.filter(({ dailyLimit }) => dailyLimit !== null);
  if (limited.length === 0) return rows.map(({ id }) => ({ callerIdId: id, spent: false }));
  const made = await db.attempt.groupBy({
    by: ['callerIdId'],
    where: { callerIdId: { in: limited.map(({ id }) => id) }, ...countsToday(await businessDayStart(db, now)) },
    _count: { _all: true },
  });
  return rows.map(({ id, dailyLimit }) => {
    const calls = made.find((group) => group.callerIdId === id)?._count._all ?? 0;
    return { callerIdId: id, spent: dailyLimit !== null && calls >= dailyLimit };
  });
}

/** Asked under the lock of the trunk, so that two launches never take the last call of a day both. */
export async function callerIdHasRoom(db: Db, callerIdId: string, now: Instant): Promise<boolean> {
  const row = await db.callerId.findUnique({
    where: { id: callerIdId },
    select: { enabled: true, verified: true, dailyLimit: true },
  });
  if (row === null || !row.enabled || !row.verified) return false;
  if (row.dailyLimit === null) return true;
  const since = await businessDayStart(db, now);
  return (await db.attempt.count({ where: { callerIdId, ...countsToday(since) } })) < row.dailyLimit;
}
