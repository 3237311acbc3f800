import type { Instant } from '../../domain/vocabulary.ts';
import { startOfLocalDay } from '../../domain/zoned-time.ts';
import type { Prisma } from '../../platform/prisma/client.ts';

/** When the agency's day began; a house without a tenant goes by UTC. */
export async function businessDayStart(db: Pick<Prisma.TransactionClient, 'tenant'>, now: Instant): Promise<Instant> {
  const tenant = await db.tenant.findUnique({ where: { id: 1 }, select: { businessZone: true } });
  return startOfLocalDay(now, tenant?.businessZone ?? 'UTC');
}
