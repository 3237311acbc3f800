import type { Db } from '../../platform/prisma/client.ts';
import type { SessionStore } from '../ports.ts';

export const makePrismaSessions = (db: Db): SessionStore => ({
  async open(session) {
    await db.session.create({
      data: {
        id: session.id,
        tokenHash: session.tokenHash,
        userId: session.userId,
        createdAt: new Date(session.at),
        lastSeenAt: new Date(session.at),
        expiresAt: new Date(session.expiresAt),
        userAgent: session.userAgent,
      },
    });
  },
  async live(tokenHash, now) {
    const found = await db.session.findUnique({
      where: { tokenHash, revokedAt: null, expiresAt: { gt: new Date(now) }, user: { disabledAt: null } },
      select: {
        id: true,
        lastSeenAt: true,
        expiresAt: true,
        user: { select: { id: true, username: true, displayName: true, role: true, locale: true } },
      },
    });
    return found === null
      ? null
      : {
          id: found.id,
          user: found.user,
          lastSeenAt: found.lastSeenAt.getTime(),
          expiresAt: found.expiresAt.getTime(),
        };
  },
  async slide(sessionId, seenAt, expiresAt) {
    await db.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { lastSeenAt: new Date(seenAt), expiresAt: new Date(expiresAt) },
    });
  },
  async revoke(sessionId, at) {
    await db.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: new Date(at) } });
  },
  async revokeAllOf(userId, at) {
    const revoked = await db.session.updateMany({
      where: { userId, revokedAt: null },
      data: { revokedAt: new Date(at) },
    });
    return revoked.count;
  },
});
