import type { Prisma } from '../../platform/prisma/client.ts';
import type { Listener } from '../may-listen.ts';

/** An agent sees the cases he owns, those of his campaigns and those he talked on. */
export const visibleTo = (viewer: Listener): Prisma.CaseWhereInput =>
  viewer.role === 'agent'
    ? {
        OR: [
          { ownerId: viewer.id },
          { campaign: { agents: { some: { userId: viewer.id } } } },
          { attempts: { some: { agentId: viewer.id } } },
        ],
      }
    : {};
