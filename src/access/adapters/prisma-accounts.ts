import { newId } from '../../platform/ids.ts';
import type { Db } from '../../platform/prisma/client.ts';
import type { Account, AccountStore, NewAccount } from '../ports.ts';

type UserRow = NonNullable<Awaited<ReturnType<Db['user']['findUnique']>>>;

const accountOf = (user: UserRow): Account => ({
  id: user.id,
  username: user.username,
  displayName: user.displayName,
  role: user.role,
  locale: user.locale,
  email: user.email,
  passwordHash: user.passwordHash,
  passwordSetAt: user.passwordSetAt?.getTime() ?? null,
  temporaryUntil: user.temporaryUntil?.getTime() ?? null,
  secondFactor: user.totpSealed === null ? null : { sealed: user.totpSealed, since: user.totpSince?.getTime() ?? null },
  failedSignIns: user.failedSignIns,
  lockedUntil: user.lockedUntil?.getTime() ?? null,
  disabled: user.disabledAt !== null,
});

export const makePrismaAccounts = (db: Db): AccountStore => ({
  async byUsername(username) {
    const user = await db.user.findUnique({ where: { username } });
    return user === null ? null : accountOf(user);
  },
  async byId(id) {
    const user = await db.user.findUnique({ where: { id } });
    return user === null ? null : accountOf(user);
  },
  async byEmail(email) {
    const user = await db.user.findUnique({ where: { email } });
    return user === null ? null : accountOf(user);
  },
  async bySubject(oidcSubject) {
    const user = await db.user.findUnique({ where: { oidcSubject } });
    return user === null ? null : accountOf(user);
  },
  async linkSubject(id, oidcSubject) {
    const linked = await db.user.updateMany({ where: { id, oidcSubject: null }, data: { oidcSubject } });
    return linked.count === 1;
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
  async setPassword(userId, { hash, at, temporaryUntil }) {
    await db.user.update({
      where: { id: userId },
      data: {
        passwordHash: hash,
        passwordSetAt: new Date(at),
        temporaryUntil: temporaryUntil === null ? null : new Date(temporaryUntil),
        failedSignIns: 0,
        lockedUntil: null,
      },
    });
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
