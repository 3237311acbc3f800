import { createHash } from 'node:crypto';
import { presets } from '../domain/presets.ts';
import type { SystemResult } from '../domain/vocabulary.ts';
import { newId, newToken } from '../platform/ids.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';

export interface PastCase {
  readonly id: string;
  readonly debtorId: string;
  readonly roundNumber: number;
}
export interface PastNumber {
  readonly id: string;
  readonly lineId: string;
}
export interface PastRoute {
  readonly campaignId: string;
  readonly trunkId: string;
  readonly callerIdId: string;
}

const setupMs = 500;
const rangMs = 5_000;

/** A call of the days before, as the dialer leaves it; what follows from it is told by the rooms. */
export async function pastAttempt(
  prisma: PrismaClient,
  of: { readonly case: PastCase; readonly number: PastNumber; readonly route: PastRoute },
  call: {
    readonly placedAt: number;
    readonly endedAt: number;
    readonly reason: string;
    readonly result: SystemResult | null;
    readonly sipCode?: number | null;
    /** Who talked. */
    readonly agentId?: string;
  },
): Promise<{ readonly attemptId: string; readonly answeredAt: number }> {
  const answeredAt = call.placedAt + rangMs;
  const talked =
    call.agentId === undefined
      ? {}
      : {
          agentId: call.agentId,
          answeredAt: new Date(answeredAt),
          connectedAt: new Date(answeredAt + setupMs),
          // He had looked at the other cases of the debtor.
          linkedSeenAt: new Date(answeredAt + setupMs),
        };
  const { id } = await prisma.attempt.create({
    data: {
      id: newId(),
      caseId: of.case.id,
      debtorId: of.case.debtorId,
      numberId: of.number.id,
      lineId: of.number.lineId,
      ...of.route,
      state: 'ended',
      roundNumber: of.case.roundNumber,
      tokenHash: createHash('sha256').update(newToken()).digest('hex'),
      intendedAt: new Date(call.placedAt - setupMs),
      dialByAt: new Date(call.placedAt + 60_000),
      placedAt: new Date(call.placedAt),
      endedAt: new Date(call.endedAt),
      endFault: 'callee',
      endReason: call.reason,
      systemResult: call.result,
      sipCode: call.sipCode ?? null,
      presetName: presets.demo.name,
      presetVersion: presets.demo.version,
      decision: {},
      ...talked,
    },
    select: { id: true },
  });
  return { attemptId: id, answeredAt };
}
