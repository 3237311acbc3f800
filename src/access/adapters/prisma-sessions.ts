import type { Db } from '../../platform/prisma/client.ts';
import type { SessionMethod, SessionStore } from '../ports.ts';

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
        method: session.method,
      },
    });
  },
  async live(tokenHash, now) {
    const found = await db.session.findUnique({
      where: { tokenHash, revokedAt: null, expiresAt: { gt: new Date(now) }, user: { disabledAt: null } },
      select: {
        id: true,
        method: true,
        lastSeenAt: true,
        expiresAt: true,
        user: {
          select: {
            ...{ id: true, username: true, displayName: true, role: true, locale: true },
            ...{ granted: true, withheld: true, temporaryUntil: true, totpSince: true },
          },
        },
      },
    });
    if (found === null) return null;
    const { granted, withheld, temporaryUntil, totpSince, ...user } = found.user;
    return {
      id: found.id,
      method: found.method as SessionMethod,
      user,
      granted,
      withheld,
      temporary: temporaryUntil !== null,
      hasSecondFactor: totpSince !== null,
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
  async revokeOf(userId, { at, only, except }) {
    const id = only ?? (except === undefined ? undefined : { not: except });
    const revoked = await db.session.updateManyAndReturn({
      where: { userId, revokedAt: null, expiresAt: { gt: new Date(at) }, ...(id === undefined ? {} : { id }) },
      data: { revokedAt: new Date(at) },
      select: { id: true },
    });
    return revoked.map((one) => one.id);
  },
  async liveOf(userId, now) {
    const rows = await db.session.findMany({
      where: { userId, revokedAt: null, expiresAt: { gt: new Date(now) } },
      orderBy: { lastSeenAt: 'desc' },
    });
    return rows.map((row) => ({
      sessionId: row.id,
      method: row.method as SessionMethod,
      userAgent: row.userAgent,
      createdAt: row.createdAt.getTime(),
      lastSeenAt: row.lastSeenAt.getTime(),
      expiresAt: row.expiresAt.getTime(),
    }));
  },
});
