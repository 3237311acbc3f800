import { z } from 'zod';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { CarrierEventLog } from '../stores.ts';

const kindSchema = z.enum(['status', 'amd', 'recording']);
const payloadSchema = z.record(z.string(), z.string());

export function makePrismaCarrierEvents(prisma: PrismaClient): CarrierEventLog {
  return {
    async append(event) {
      // By hand: the carrier waits for the reply, and the client's own createMany takes five times as long.
      const count = await prisma.$executeRaw`
        INSERT INTO "CarrierEvent" ("id", "attemptId", "kind", "dedupeKey", "sequence", "receivedAt", "payload")
        VALUES (${event.eventId}::uuid, ${event.attemptId}::uuid, ${event.kind}, ${event.dedupeKey}, ${event.sequence},
          ${new Date(event.receivedAt)}, ${JSON.stringify(event.payload)}::jsonb)
        ON CONFLICT ("dedupeKey") DO NOTHING`;
      return count === 1 ? 'new' : 'known';
    },
    async unapplied(receivedBefore, limit) {
      const rows = await prisma.carrierEvent.findMany({
        where: { appliedAt: null, kind: { in: [...kindSchema.options] }, receivedAt: { lt: new Date(receivedBefore) } },
        orderBy: { receivedAt: 'asc' },
        take: limit,
        select: { id: true, attemptId: true, kind: true, receivedAt: true, payload: true },
      });
      return rows.map((row) => ({
        eventId: row.id,
        attemptId: row.attemptId,
        kind: kindSchema.parse(row.kind),
        receivedAt: row.receivedAt.getTime(),
        payload: payloadSchema.parse(row.payload),
      }));
    },
    async applied(eventIds, at) {
      await prisma.carrierEvent.updateMany({ where: { id: { in: [...eventIds] } }, data: { appliedAt: new Date(at) } });
    },
  };
}
