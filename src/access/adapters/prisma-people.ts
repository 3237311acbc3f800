import { permissionsOf } from '../../domain/access/permissions.ts';
import { newId } from '../../platform/ids.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import type { PeopleQuery, PersonView } from '../../contract/people.ts';
import type { PeopleBook, PersonColumns, WriteRefusal } from '../people/people-book.ts';

const shown = (now: number) =>
  ({
    team: true,
    sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
    _count: {
      select: {
        ownedCases: { where: { status: 'open' } },
        sessions: { where: { revokedAt: null, expiresAt: { gt: new Date(now) } } },
      },
    },
  }) as const satisfies Prisma.UserInclude;

type Row = Prisma.UserGetPayload<{ include: ReturnType<typeof shown> }>;

const viewOf = (row: Row, now: number): PersonView => ({
  personId: row.id,
  username: row.username,
  displayName: row.displayName,
  email: row.email,
  role: row.role,
  locale: row.locale === 'en' ? 'en' : 'zh-CN',
  team: row.team === null ? null : { teamId: row.team.id, name: row.team.name },
  skills: row.skills,
  languages: row.languages,
  permissions: permissionsOf(row),
  granted: row.granted,
  withheld: row.withheld,
  dailyGoal: row.dailyGoal,
  simulated: row.simulated,
  createdAt: row.createdAt.getTime(),
  disabledAt: row.disabledAt?.getTime() ?? null,
  lockedUntil: row.lockedUntil !== null && row.lockedUntil.getTime() > now ? row.lockedUntil.getTime() : null,
  temporaryUntil: row.temporaryUntil?.getTime() ?? null,
  secondFactorSince: row.totpSince?.getTime() ?? null,
  signsInByProvider: row.oidcSubject !== null,
  lastSeenAt: row.sessions[0]?.lastSeenAt.getTime() ?? null,
  liveSessions: row._count.sessions,
  openCases: row._count.ownedCases,
  version: row.version,
});

const whereOf = (query: PeopleQuery): Prisma.UserWhereInput => ({
  ...(query.state === 'all' ? {} : { disabledAt: query.state === 'active' ? null : { not: null } }),
  ...(query.role === undefined ? {} : { role: query.role }),
  ...(query.teamId === undefined ? {} : { teamId: query.teamId }),
  ...(query.skill === undefined || query.skill === '' ? {} : { skills: { has: query.skill.toLowerCase() } }),
  ...(query.language === undefined || query.language === '' ? {} : { languages: { has: query.language } }),
  ...(query.q === undefined || query.q === ''
    ? {}
    : {
        OR: (['username', 'displayName', 'email'] as const).map((field) => ({
          [field]: { contains: query.q, mode: 'insensitive' },
        })),
      }),
});

const orderOf = ({ sort, dir }: PeopleQuery): Prisma.UserOrderByWithRelationInput[] => [
  sort === 'team' ? { team: { name: dir } } : { [sort]: dir },
  { id: 'asc' },
];

const dataOf = ({ granted, withheld, skills, languages, ...columns }: PersonColumns) => ({
  ...columns,
  granted: [...granted],
  withheld: [...withheld],
  skills: [...skills],
  languages: [...languages],
});

/** What the database refused, by the column it names. */
function refusalOf(error: unknown): WriteRefusal {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    const told = JSON.stringify(error.meta ?? {}) + error.message;
    if (error.code === 'P2003') return 'no_such_team';
    if (error.code === 'P2002') return told.includes('email') ? 'email_taken' : 'username_taken';
  }
  throw error;
}

export function makePrismaPeople(prisma: PrismaClient): PeopleBook {
  /** Administrators at work, kept as they are until the change is stored: of two who leave at once one stays. */
  async function othersAtWork(db: Prisma.TransactionClient, personId: string): Promise<number> {
    const admins = await db.$queryRaw<{ id: string }[]>`
      select id from "User" where role = 'admin' and "disabledAt" is null order by id for update`;
    return admins.filter(({ id }) => id !== personId).length;
  }

  return {
    async list(query, now) {
      const where = whereOf(query);
      const [rows, total] = await Promise.all([
        prisma.user.findMany({
          where,
          include: shown(now),
          orderBy: orderOf(query),
          take: query.limit + 1,
          ...(query.cursor === undefined ? {} : { cursor: { id: query.cursor }, skip: 1 }),
        }),
        prisma.user.count({ where }),
      ]);
      const people = rows.slice(0, query.limit).map((row) => viewOf(row, now));
      return { people, total, nextCursor: rows.length > query.limit ? (people.at(-1)?.personId ?? null) : null };
    },
    async find(personId, now) {
      const row = await prisma.user.findUnique({ where: { id: personId }, include: shown(now) });
      return row === null ? null : viewOf(row, now);
    },
    async add({ username, ...columns }, { hash, temporaryUntil }) {
      const personId = newId();
      try {
        await prisma.user.create({
          data: {
            id: personId,
            username,
            ...dataOf(columns),
            passwordHash: hash,
            temporaryUntil: new Date(temporaryUntil),
          },
        });
        return { personId };
      } catch (error) {
        return refusalOf(error);
      }
    },
    async change(personId, version, columns) {
      try {
        return await prisma.$transaction(async (db) => {
          const before = await db.user.findUnique({ where: { id: personId } });
          if (before === null) return 'unknown';
          const leaves = before.role === 'admin' && before.disabledAt === null && columns.role !== 'admin';
          if (leaves && (await othersAtWork(db, personId)) === 0) return 'last_admin';
          const saved = await db.user.updateMany({
            where: { id: personId, version },
            data: { ...dataOf(columns), version: { increment: 1 } },
          });
          return saved.count === 1 ? 'saved' : 'stale';
        });
      } catch (error) {
        return refusalOf(error);
      }
    },
    setDisabled: (personId, at) =>
      prisma.$transaction(async (db) => {
        const before = await db.user.findUnique({ where: { id: personId } });
        if (before === null) return 'unknown';
        if ((before.disabledAt === null) === (at === null)) return 'as_it_was';
        if (at !== null && before.role === 'admin' && (await othersAtWork(db, personId)) === 0) return 'last_admin';
        await db.user.update({
          where: { id: personId },
          data: { disabledAt: at === null ? null : new Date(at), version: { increment: 1 } },
        });
        return 'saved';
      }),
  };
}
