import { newId } from '../../platform/ids.ts';
import type { Db } from '../../platform/prisma/client.ts';
import type { Account, AccountStore, NewAccount } from '../ports.ts';

export const makePrismaAccounts = (db: Db): AccountStore => ({
  async byUsername(username): Promise<Account | null> {
    const user = await db.user.findUnique({ where: { username } });
    if (user === null) return null;
    return {
      id: user.id,
      username: user.username,
      displayName: user.displayName,
      role: user.role,
      locale: user.locale,
      passwordHash: user.passwordHash,
      failedSignIns: user.failedSignIns,
      lockedUntil: user.lockedUntil?.getTime() ?? null,
      disabled: user.disabledAt !== null,
    };
  },
  async countFailure(userId) {
    const user = await db.user.update({
      where: { id: userId },
      data: { failedSignIns: { increment: 1 } },
      select: { failedSignIns: true },
    });
    return user.failedSignIns;
  },
  async lock(userId, until) {
    await db.user.update({ where: { id: userId }, data: { lockedUntil: new Date(until) } });
  },
  async clearFailures(userId) {
    await db.user.update({ where: { id: userId }, data: { failedSignIns: 0, lockedUntil: null } });
  },
  async setPasswordHash(userId, passwordHash) {
    await db.user.update({ where: { id: userId }, data: { passwordHash, failedSignIns: 0, lockedUntil: null } });
  },
});

/** Makes the account, or brings an existing one of that name to the given state; returns its id. */
export async function saveAccount(db: Db, account: Omit<NewAccount, 'id'>): Promise<string> {
  const { username, ...rest } = { ...account, username: account.username.toLowerCase() };
  const saved = await db.user.upsert({
    where: { username },
    create: { id: newId(), username, ...rest },
    update: rest,
    select: { id: true },
  });
  return saved.id;
}
