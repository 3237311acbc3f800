import type { Instant } from '../../domain/vocabulary.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import type { CallerIdForCall, CampaignAhead } from '../stores.ts';
import { businessDayStart } from './business-day.ts';

type Db = Pick<Prisma.TransactionClient, 'callerId' | 'attempt' | 'tenant' | 'campaignCallerId'>;

/** A call that was asked for counts, and one that is about to be; one that was held back before that does not. */
const countsToday = (since: Instant): Prisma.AttemptWhereInput => ({
  intendedAt: { gte: new Date(since) },
  OR: [{ placedAt: { not: null } }, { endedAt: null }],
});

/** Calls of a caller id's day that are kept for campaigns which come first and may use it. */
async function readKept(db: Db, ahead: readonly CampaignAhead[]): Promise<(callerIdId: string) => number> {
  if (ahead.length === 0) return () => 0;
  const names = await db.campaignCallerId.findMany({
    where: { campaignId: { in: ahead.map((other) => other.campaignId) } },
  });
  const mayUse = (campaignId: string, callerIdId: string): boolean => {
    const own = names.filter((name) => name.campaignId === campaignId);
    return own.length === 0 || own.some((name) => name.callerIdId === callerIdId);
  };
  return (callerIdId) =>
    ahead.reduce((sum, { campaignId, calls }) => sum + (mayUse(campaignId, callerIdId) ? calls : 0), 0);
}

/**
 * TRK-7: the caller ids a campaign may use on a trunk; those that it names, else every one of the trunk. Of one that is
 * limited the calls that campaigns `ahead` have use for are kept for them.
 */
export async function callerIdsForCall(
  db: Db,
  asked: {
    readonly trunkId: string;
    readonly campaignId: string;
    readonly now: Instant;
    readonly ahead: readonly CampaignAhead[];
  },
): Promise<readonly CallerIdForCall[]> {
  const { trunkId, campaignId, now, ahead } = asked;
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
  const keptFor = await readKept(db, ahead);
  return rows.map(({ id, dailyLimit }) => {
    const calls = made.find((group) => group.callerIdId === id)?._count._all ?? 0;
    return { callerIdId: id, spent: dailyLimit !== null && calls + keptFor(id) >= dailyLimit };
  });
}

/** Asked under the lock of the trunk, so that two launches never take the last call of a day both. */
export async function callerIdHasRoom(
  db: Db,
  callerIdId: string,
  now: Instant,
  ahead: readonly CampaignAhead[],
): Promise<boolean> {
  const row = await db.callerId.findUnique({
    where: { id: callerIdId },
    select: { enabled: true, verified: true, dailyLimit: true },
  });
  if (row === null || !row.enabled || !row.verified) return false;
  if (row.dailyLimit === null) return true;
  const since = await businessDayStart(db, now);
  const kept = (await readKept(db, ahead))(callerIdId);
  return (await db.attempt.count({ where: { callerIdId, ...countsToday(since) } })) + kept < row.dailyLimit;
}
