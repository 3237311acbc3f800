import type { WebhookEventType } from '../../contract/webhook.ts';
import { newId } from '../../platform/ids.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { DeliveryBook } from '../ports.ts';
import { makeBodies } from './prisma-bodies.ts';

const atOnce = 200;
/** A delivery whose job was lost with the queue is taken up again after so long. */
const lostAfterMs = 4 * 3_600_000;

export function makePrismaDeliveries(prisma: PrismaClient): DeliveryBook {
  const bodyOf = makeBodies(prisma);
  return {
    async spread(at) {
      await prisma.$transaction(async (db) => {
        const events = await db.$queryRaw<{ id: string; kind: string }[]>`
          select "id", "kind" from "WebhookEvent" where "spreadAt" is null
          order by "at" limit ${atOnce} for update skip locked`;
        if (events.length === 0) return;
        const endpoints = await db.webhookEndpoint.findMany({ where: { enabled: true } });
        await db.webhookDelivery.createMany({
          data: events.flatMap(({ id, kind }) =>
            endpoints
              .filter((endpoint) => endpoint.events.includes(kind))
              .map((endpoint) => ({ id: newId(), eventId: id, endpointId: endpoint.id, dueAt: new Date(at) })),
          ),
          skipDuplicates: true,
        });
        await db.webhookEvent.updateMany({
          where: { id: { in: events.map(({ id }) => id) } },
          data: { spreadAt: new Date(at) },
        });
      });
      const waiting = await prisma.webhookDelivery.findMany({
        where: {
          state: 'waiting',
          OR: [{ tries: 0 }, { lastAt: { lt: new Date(at - lostAfterMs) } }],
        },
        orderBy: { dueAt: 'asc' },
        take: atOnce,
        select: { id: true, round: true },
      });
      return waiting.map(({ id, round }) => ({ deliveryId: id, round }));
    },
    async due(deliveryId) {
      const row = await prisma.webhookDelivery.findUnique({
        where: { id: deliveryId, state: 'waiting' },
        include: { endpoint: true, event: true },
      });
      if (row === null) return null;
      const { endpoint, event } = row;
      const type = event.kind as WebhookEventType;
      const data = await bodyOf(type, event.subjectId);
      return {
        deliveryId,
        eventId: event.id,
        url: endpoint.url,
        enabled: endpoint.enabled,
        endpointId: endpoint.id,
        sealed: endpoint.sealed,
        formerSealed: endpoint.formerSealed,
        formerUntil: endpoint.formerUntil?.getTime() ?? null,
        body: data === null ? null : { type, timestamp: event.at.toISOString(), data },
      };
    },
    async tried(id, { at, state, status, fault }) {
      await prisma.webhookDelivery.updateMany({
        where: { id },
        data: { state, tries: { increment: 1 }, lastAt: new Date(at), lastStatus: status, lastFault: fault },
      });
    },
    async list(endpointId, { state, cursor, limit }) {
      const rows = await prisma.webhookDelivery.findMany({
        where: { endpointId, ...(state === undefined ? {} : { state }) },
        include: { event: true },
        orderBy: { id: 'desc' },
        take: limit + 1,
        ...(cursor === undefined ? {} : { cursor: { id: cursor }, skip: 1 }),
      });
      const deliveries = rows.slice(0, limit).map((row) => ({
        deliveryId: row.id,
        event: row.event.kind as WebhookEventType,
        subjectId: row.event.subjectId,
        happenedAt: row.event.at.getTime(),
        state: row.state as 'waiting' | 'delivered' | 'dead',
        tries: row.tries,
        lastAt: row.lastAt?.getTime() ?? null,
        lastStatus: row.lastStatus,
        lastFault: row.lastFault,
      }));
      return { deliveries, nextCursor: rows.length > limit ? (deliveries.at(-1)?.deliveryId ?? null) : null };
    },
    async again(id) {
      const waits = await prisma.webhookDelivery.updateMany({
        where: { id, state: { not: 'waiting' } },
        data: { state: 'waiting', tries: 0, lastAt: null, lastStatus: null, lastFault: null, round: { increment: 1 } },
      });
      return waits.count === 1;
    },
  };
}
