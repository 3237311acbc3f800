import type { DayLog, LoggedAgentTime, LoggedCall } from '../../domain/pacing-replay/day-log.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';

const agentStates: ReadonlySet<string> = new Set([
  'ready',
  'reserved',
  'talking',
  'wrapping_up',
  'on_break',
  'signed_out',
]);
const machines: ReadonlySet<string | null> = new Set(['MACHINE', 'FAX']);
/** They never rang: the simulated floor meets no call like them. */
const neverSent = ['SUPPRESSED', 'CANCELED', 'MALFORMED'];

/** What a campaign's day was: its calls, and the times of its agents. */
export async function readDayLog(
  prisma: PrismaClient,
  campaignId: string,
  day: { readonly from: Instant; readonly to: Instant },
): Promise<DayLog> {
  const from = new Date(day.from);
  const to = new Date(day.to);
  const sent = {
    campaignId,
    direction: 'outbound',
    intendedAt: { gte: from, lt: to },
    endedAt: { not: null },
    OR: [{ systemResult: null }, { systemResult: { notIn: neverSent } }],
  };
  const [attempts, keeping, times] = await Promise.all([
    prisma.attempt.findMany({
      where: sent,
      select: {
        id: true,
        intendedAt: true,
        placedAt: true,
        ringingAt: true,
        answeredAt: true,
        connectedAt: true,
        endedAt: true,
        systemResult: true,
        wrapUp: { select: { acwMs: true } },
      },
      orderBy: [{ intendedAt: 'asc' }, { id: 'asc' }],
    }),
    // The decision is large: only which of them need an agent is asked of it.
    prisma.attempt.findMany({
      where: { ...sent, decision: { path: ['agentReserved'], equals: true } },
      select: { id: true },
    }),
    prisma.agentStateLog.findMany({
      where: {
        from: { lt: to },
        OR: [{ to: null }, { to: { gt: from } }],
        user: { campaigns: { some: { campaignId } } },
      },
      select: { userId: true, state: true, from: true, to: true },
      orderBy: [{ from: 'asc' }, { id: 'asc' }],
    }),
  ]);
  const keeps = new Set(keeping.map(({ id }) => id));
  const calls = attempts.flatMap((row): LoggedCall[] => {
    if (row.endedAt === null) return [];
    return [
      {
        launchedAt: (row.placedAt ?? row.intendedAt).getTime(),
        ringingAt: row.ringingAt?.getTime() ?? null,
        answeredAt: row.answeredAt?.getTime() ?? null,
        connectedAt: row.connectedAt?.getTime() ?? null,
        endedAt: row.endedAt.getTime(),
        pickedUpBy: row.answeredAt === null ? 'nobody' : machines.has(row.systemResult) ? 'machine' : 'person',
        busy: row.systemResult === 'BUSY',
        ...(keeps.has(row.id) ? { keepsAgent: true } : {}),
        wrapUpMs: row.wrapUp?.acwMs ?? null,
      },
    ];
  });
  const agentTimes = times.flatMap((row): LoggedAgentTime[] =>
    agentStates.has(row.state)
      ? [
          {
            agentId: row.userId,
            state: row.state as LoggedAgentTime['state'],
            from: row.from.getTime(),
            to: row.to?.getTime() ?? day.to,
          },
        ]
      : [],
  );
  return { ...day, calls, agentTimes };
}
