import type { PacingEvent } from '../../domain/pacing/events.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { PacingHistory } from '../stores.ts';

interface CallRow {
  readonly id: string;
  readonly intendedAt: Date;
  readonly ringingAt: Date | null;
  readonly answeredAt: Date | null;
  readonly connectedAt: Date | null;
  readonly abandonedAt: number | null;
  readonly endedAt: Date | null;
  readonly endFault: string | null;
  readonly systemResult: string | null;
  readonly agentId: string | null;
  readonly chance: number | null;
}

interface StateRow {
  readonly id: string;
  readonly userId: string;
  readonly state: string;
  readonly from: Date;
  readonly to: Date;
  readonly next: string | null;
}

type Step = { readonly key: string; readonly event: PacingEvent };

/** An answer counts when it comes, what became of it when that is known. */
function stepsOfCall(row: CallRow): Step[] {
  const stages = {
    launchedAt: row.intendedAt.getTime(),
    ringingAt: row.ringingAt?.getTime() ?? null,
    chance: row.chance,
  };
  const ended = row.endedAt?.getTime() ?? null;
  if (row.answeredAt === null) {
    // What never rang, or what we ended ourselves, says nothing about who answers.
    const tells = row.endFault === 'callee' || row.endFault === 'carrier';
    if (ended === null || !tells) return [];
    return [{ key: `${row.id}:end`, event: { kind: 'failed', at: ended, pickedUpAt: null, ...stages } }];
  }
  const answered = row.answeredAt.getTime();
  const steps: Step[] = [
    { key: `${row.id}:live`, event: { kind: 'live', at: answered, pickedUpAt: answered, ...stages } },
  ];
  const { agentId } = row;
  if (row.connectedAt !== null && agentId !== null) {
    const connected = row.connectedAt.getTime();
    steps.push({ key: `${row.id}:with`, event: { kind: 'connected', at: connected, agentId } });
    if (ended !== null) {
      const talkMs = Math.max(0, ended - connected);
      steps.push({ key: `${row.id}:talk`, event: { kind: 'talk_ended', at: ended, agentId, talkMs } });
    }
  } else if (row.abandonedAt !== null || (ended !== null && row.systemResult === 'ABANDONED')) {
    // Whoever left before an agent came was abandoned as well (5.5).
    steps.push({ key: `${row.id}:lost`, event: { kind: 'abandoned', at: row.abandonedAt ?? ended ?? answered } });
  }
  return steps;
}

const away = new Set(['on_break', 'signed_out']);

function stepsOfState(row: StateRow): Step[] {
  const at = row.to.getTime();
  const left: Step[] = away.has(row.next ?? '')
    ? [
        {
          key: `${row.id}:left`,
          event: { kind: 'agent_left', at, from: row.state === 'ready' ? 'ready' : 'busy' },
        },
      ]
    : [];
  if (row.state !== 'wrapping_up') return left;
  const wrapUpMs = Math.max(0, at - row.from.getTime());
  return [{ key: `${row.id}:wrap`, event: { kind: 'wrap_up_ended', at, agentId: row.userId, wrapUpMs } }, ...left];
}

/** An answer has its agent, or is given up, within this time. */
const settledWithinMs = 10_000;

/** Read off the calls and the agents' log, where every node writes. */
export function makePrismaPacingHistory(prisma: PrismaClient): PacingHistory {
  return {
    async since(campaignId, from) {
      const at = new Date(from);
      const [calls, states] = await Promise.all([
        prisma.$queryRaw<CallRow[]>`
          SELECT "id", "intendedAt", "ringingAt", "answeredAt", "connectedAt", ("record" ->> 'abandonedAt')::float8 AS "abandonedAt",
            "endedAt", "endFault", "systemResult", "agentId", "chance"
          FROM "Attempt" WHERE "campaignId" = ${campaignId}::uuid AND "direction" = 'outbound'
            AND ("answeredAt" >= ${new Date(from - settledWithinMs)}::timestamptz OR "endedAt" >= ${at}::timestamptz)`,
        prisma.$queryRaw<StateRow[]>`
          SELECT l."id", l."userId", l."state", l."from", l."to", n."state" AS "next"
          FROM "AgentStateLog" l
          JOIN "CampaignAgent" c ON c."userId" = l."userId" AND c."campaignId" = ${campaignId}::uuid
          LEFT JOIN LATERAL (SELECT s."state" FROM "AgentStateLog" s
            WHERE s."userId" = l."userId" AND s."from" >= l."to" AND s."id" <> l."id" ORDER BY s."from" LIMIT 1) n ON true
          WHERE l."to" >= ${at}::timestamptz AND l."state" IN ('ready', 'wrapping_up')`,
      ]);
      const steps = [...calls.flatMap(stepsOfCall), ...states.flatMap(stepsOfState)];
      return steps.filter(({ event }) => event.at >= from).toSorted((a, b) => a.event.at - b.event.at);
    },
  };
}
