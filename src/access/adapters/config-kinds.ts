import type { z } from 'zod';
import { accessPolicy } from '../../contract/people.ts';
import { configKind, type ConfigKind } from '../../platform/config-kind.ts';
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

/** What this room has to configure. */
export const accessConfigKinds: readonly ConfigKind[] = [policyKind];
