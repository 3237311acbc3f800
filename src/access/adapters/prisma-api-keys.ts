import type { Db } from '../../platform/prisma/client.ts';
import type { ApiKeyStore } from '../keys/api-keys.ts';

export const makePrismaApiKeys = (db: Db): ApiKeyStore => ({
  async add({ at, expiresAt, scopes, ...key }) {
    await db.apiKey.create({
      data: {
        ...key,
        scopes: [...scopes],
        createdAt: new Date(at),
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      },
    });
  },
  async live(hash, now) {
    const found = await db.apiKey.findUnique({
      where: {
        hash,
        revokedAt: null,
        OR: [{ expiresAt: null }, { expiresAt: { gt: new Date(now) } }],
        user: { disabledAt: null },
      },
      select: {
        ...{ id: true, scopes: true, lastUsedAt: true },
        user: {
          select: {
            ...{ id: true, username: true, displayName: true, role: true, locale: true },
            ...{ granted: true, withheld: true },
          },
        },
      },
    });
    if (found === null) return null;
    const { granted, withheld, ...user } = found.user;
    return {
      keyId: found.id,
      scopes: found.scopes,
      lastUsedAt: found.lastUsedAt?.getTime() ?? null,
      ...{ user, granted, withheld },
    };
  },
  async used(id, at) {
    await db.apiKey.update({ where: { id }, data: { lastUsedAt: new Date(at) } });
  },
  async all() {
    const keys = await db.apiKey.findMany({ include: { user: true }, orderBy: { createdAt: 'desc' } });
    return keys.map((key) => ({
      keyId: key.id,
      name: key.name,
      tail: key.tail,
      owner: { id: key.userId, name: key.user.displayName },
      scopes: key.scopes,
      createdAt: key.createdAt.getTime(),
      expiresAt: key.expiresAt?.getTime() ?? null,
      lastUsedAt: key.lastUsedAt?.getTime() ?? null,
      revokedAt: key.revokedAt?.getTime() ?? null,
    }));
  },
  async revoke(id, at) {
    const revoked = await db.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date(at) } });
    return revoked.count === 1;
  },
});
