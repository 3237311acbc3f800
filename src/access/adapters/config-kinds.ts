import type { z } from 'zod';
import { accessPolicy, teamSettings } from '../../contract/people.ts';
import { configKind, type ConfigKind } from '../../platform/config-kind.ts';
import { newId } from '../../platform/ids.ts';
import { makePrismaPolicy } from './prisma-policy.ts';

const policyDocument = accessPolicy.omit({ version: true }).strict();

/** What is asked of everybody who signs in. Passwords and second factors are no part of it. */
const policyKind = configKind<z.output<typeof policyDocument>>({
  kind: 'access_policy',
  section: 'signIn',
  needs: 'people.manage',
  schema: policyDocument,
  keyOf: () => 'sign-in',
  subjects: ['access_policy'],
  keysOf: () => Promise.resolve(['sign-in']),
  async read(db) {
    const { version: _, ...policy } = await makePrismaPolicy(db).read();
    return [policyDocument.parse(policy)];
  },
  absent: 'kept',
  async write(db, document) {
    await db.accessPolicy.upsert({
      where: { id: 1 },
      create: { id: 1, ...document },
      update: { ...document, version: { increment: 1 } },
    });
    return { faults: [] };
  },
  words: {
    passwordMinLength: ['Shortest password', '密码最短长度'],
    secondFactorRoles: ['Roles that need a second factor', '须二次验证的角色'],
  },
});

const teamDocument = teamSettings.strict();

/** A team is its name: who is in it stands with the people, who are in no document (ADR 0009). */
const teamKind = configKind<z.output<typeof teamDocument>>({
  kind: 'team',
  section: 'teams',
  schema: teamDocument,
  keyOf: ({ name }) => name,
  subjects: ['team'],
  async keysOf(db, id) {
    const row = id === null ? null : await db.team.findUnique({ where: { id }, select: { name: true } });
    return row === null ? [] : [row.name];
  },
  read: (db) => db.team.findMany({ select: { name: true }, orderBy: { name: 'asc' } }),
  // People and campaigns may be in it.
  absent: 'kept',
  async write(db, { name }) {
    await db.team.upsert({ where: { name }, create: { id: newId(), name }, update: {} });
    return { faults: [] };
  },
  words: { name: ['Name', '名称'] },
});

/** What this room has to configure. */
export const accessConfigKinds: readonly ConfigKind[] = [policyKind, teamKind];
