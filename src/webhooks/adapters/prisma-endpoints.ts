import type { WebhookEventType } from '../../contract/webhook.ts';
import type { Db } from '../../platform/prisma/client.ts';
import type { SealedShelf } from '../../platform/old-seals.ts';
import { placeOf } from '../deliver.ts';
import type { EndpointBook } from '../ports.ts';

export const makePrismaEndpoints = (db: Db): EndpointBook => ({
  async all() {
    const [rows, counts] = await Promise.all([
      db.webhookEndpoint.findMany({ orderBy: { createdAt: 'asc' } }),
      db.webhookDelivery.groupBy({ by: ['endpointId', 'state'], _count: true }),
    ]);
    const countOf = (endpointId: string, state: string): number =>
      counts.find((one) => one.endpointId === endpointId && one.state === state)?._count ?? 0;
    return rows.map((row) => ({
      endpointId: row.id,
      url: row.url,
      description: row.description,
      events: row.events as WebhookEventType[],
      enabled: row.enabled,
      createdAt: row.createdAt.getTime(),
      formerUntil: row.formerUntil?.getTime() ?? null,
      waiting: countOf(row.id, 'waiting'),
      dead: countOf(row.id, 'dead'),
      version: row.version,
    }));
  },
  async add({ by, at, ...endpoint }) {
    await db.webhookEndpoint.create({ data: { ...endpoint, createdById: by, createdAt: new Date(at) } });
  },
  async change(id, { version, ...settings }) {
    const saved = await db.webhookEndpoint.updateMany({
      where: { id, version },
      data: { ...settings, version: { increment: 1 } },
    });
    if (saved.count === 1) return 'saved';
    return (await db.webhookEndpoint.count({ where: { id } })) === 0 ? 'unknown' : 'stale';
  },
  async remove(id) {
    return (await db.webhookEndpoint.deleteMany({ where: { id } })).count === 1;
  },
  async rotate(id, sealed, formerUntil) {
    const before = await db.webhookEndpoint.findUnique({ where: { id }, select: { sealed: true } });
    if (before === null) return false;
    const rotated = await db.webhookEndpoint.updateMany({
      where: { id, sealed: before.sealed },
      data: { sealed, formerSealed: before.sealed, formerUntil: new Date(formerUntil), version: { increment: 1 } },
    });
    return rotated.count === 1;
  },
});

/** Present and former secrets, for the key that comes after. */
export const makeWebhookShelf = (db: Db): SealedShelf => ({
  async all() {
    const rows = await db.webhookEndpoint.findMany({ select: { id: true, sealed: true, formerSealed: true } });
    return rows.flatMap(({ id, sealed, formerSealed }) =>
      [sealed, formerSealed].flatMap((each) => (each === null ? [] : [{ id, sealed: each, about: placeOf(id) }])),
    );
  },
  async replace({ id, sealed }, anew) {
    const present = await db.webhookEndpoint.updateMany({ where: { id, sealed }, data: { sealed: anew } });
    if (present.count === 1) return true;
    // It was the former one, or became it meanwhile.
    const former = await db.webhookEndpoint.updateMany({
      where: { id, formerSealed: sealed },
      data: { formerSealed: anew },
    });
    return former.count === 1;
  },
});
