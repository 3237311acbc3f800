import { newId } from '../../src/platform/ids.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';
import { seedCase, type Placement } from '../dialer/bed.ts';

/** A call of the trunk that is over, as it lies in the database. */
export async function endedCall(
  prisma: PrismaClient,
  place: Placement,
  at: number,
  over: Record<string, unknown> = {},
): Promise<string> {
  const subject = await seedCase(prisma, place);
  const number = await prisma.phoneNumber.findFirstOrThrow({ where: { caseId: subject.caseId } });
  const callerId = await prisma.callerId.findFirstOrThrow({ where: { trunkId: place.trunkId } });
  const id = newId();
  await prisma.attempt.create({
    data: {
      id,
      caseId: subject.caseId,
      debtorId: subject.debtorId,
      numberId: number.id,
      lineId: subject.lineId,
      campaignId: place.campaignId,
      trunkId: place.trunkId,
      callerIdId: callerId.id,
      tokenHash: id,
      state: 'ended',
      intendedAt: new Date(at),
      dialByAt: new Date(at),
      placedAt: new Date(at),
      endedAt: new Date(at),
      settledAt: new Date(at),
      endFault: 'callee',
      endReason: 'busy',
      systemResult: 'BUSY',
      presetName: 'demo',
      presetVersion: 1,
      decision: {},
      ...over,
    },
  });
  return id;
}
