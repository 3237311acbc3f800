import { z } from 'zod';
import { personAnswered, tellsOfAnswering, type AnswerFacts } from '../../domain/answer-model/answer-facts.ts';
import type { AttemptResult } from '../../domain/dial-facts.ts';
import type { PacingEvent } from '../../domain/pacing/events.ts';
import { systemResults } from '../../domain/vocabulary.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { HistoryStep, PacingHistory } from '../pacing-stores.ts';

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
  readonly answerFacts: unknown;
}

interface StateRow {
  readonly id: string;
  readonly userId: string;
  readonly state: string;
  readonly from: Date;
  readonly to: Date;
  readonly next: string | null;
}

/** Of the facts as the launch wrote them only that they are there: nobody else writes them. */
const facts = z
  .looseObject({ numberClass: z.string(), hour: z.number(), own: z.array(z.unknown()) })
  .nullable()
  .catch(null);

const step = (key: string, event: PacingEvent): HistoryStep => ({ key, at: event.at, told: { to: 'pacer', event } });

/** Told once it is over: only then it is known whether it was a machine. */
function answerOfCall(row: CallRow): HistoryStep[] {
  const read = facts.parse(row.answerFacts ?? null);
  if (read === null || row.endedAt === null) return [];
  const call = { answered: row.answeredAt !== null, result: resultOf(row) };
  if (!tellsOfAnswering(call)) return [];
  const told = { to: 'answers', facts: read as unknown as AnswerFacts, answered: personAnswered(call) } as const;
  return [{ key: `${row.id}:said`, at: row.endedAt.getTime(), told }];
}

const resultOf = ({ systemResult }: CallRow): AttemptResult | null =>
  systemResults.find((word) => word === systemResult) ?? null;

/** An answer counts when it comes, what became of it when that is known. */
function stepsOfCall(row: CallRow): HistoryStep[] {
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
    return [step(`${row.id}:end`, { kind: 'failed', at: ended, pickedUpAt: null, ...stages })];
  }
  const answered = row.answeredAt.getTime();
  const steps = [step(`${row.id}:live`, { kind: 'live', at: answered, pickedUpAt: answered, ...stages })];
  const { agentId } = row;
  if (row.connectedAt !== null && agentId !== null) {
    const connected = row.connectedAt.getTime();
    steps.push(step(`${row.id}:with`, { kind: 'connected', at: connected, agentId }));
    if (ended !== null) {
      const talkMs = Math.max(0, ended - connected);
      steps.push(step(`${row.id}:talk`, { kind: 'talk_ended', at: ended, agentId, talkMs }));
    }
  } else if (row.abandonedAt !== null || (ended !== null && row.systemResult === 'ABANDONED')) {
    // Whoever left before an agent came was abandoned as well (5.5).
    steps.push(step(`${row.id}:lost`, { kind: 'abandoned', at: row.abandonedAt ?? ended ?? answered }));
  }
  return steps;
}

const away = new Set(['on_break', 'signed_out']);

function stepsOfState(row: StateRow): HistoryStep[] {
  const at = row.to.getTime();
  const left = away.has(row.next ?? '')
    ? [step(`${row.id}:left`, { kind: 'agent_left', at, from: row.state === 'ready' ? 'ready' : 'busy' })]
    : [];
  if (row.state !== 'wrapping_up') return left;
  const wrapUpMs = Math.max(0, at - row.from.getTime());
  return [step(`${row.id}:wrap`, { kind: 'wrap_up_ended', at, agentId: row.userId, wrapUpMs }), ...left];
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
            "endedAt", "endFault", "systemResult", "agentId", "chance", "answerFacts"
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
      const steps = [...calls.flatMap(stepsOfCall), ...calls.flatMap(answerOfCall), ...states.flatMap(stepsOfState)];
      return steps.filter((one) => one.at >= from).toSorted((a, b) => a.at - b.at);
    },
  };
}
