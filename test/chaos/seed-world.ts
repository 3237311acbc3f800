import { argon2Hasher } from '../../src/access/adapters/argon2-hasher.ts';
import { demoCallerIds, usNumber } from '../../src/demo/fictional-numbers.ts';
import { newId } from '../../src/platform/ids.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';

export const password = 'correct horse 7';
export const callerNumbers = demoCallerIds.slice(0, 3);

export interface WorldSeed {
  /** User names of those who take calls. */
  readonly agents: readonly string[];
  readonly cases: number;
  readonly numbersPerCase?: number;
  /** Linked cases: one person, several debts. */
  readonly casesPerDebtor?: number;
  readonly ringTimeoutMs?: number;
  readonly channels?: number;
  readonly cps?: number;
  readonly amd?: boolean;
}

export interface SeededWorld {
  readonly campaignId: string;
  readonly agentIds: ReadonlyMap<string, string>;
  /** In the order in which they are due. */
  readonly caseIds: readonly string[];
  readonly names: readonly string[];
  readonly numbers: readonly string[];
}

/** The n-th number of the world; those of a case follow each other. */
export const numberAt = (index: number): string => usNumber(index).e164;

const classes = ['self_mobile', 'work', 'home'] as const;
const first = ['Avery', 'Briar', 'Corin', 'Dallin', 'Emlyn', 'Farrow', 'Greer', 'Hollis'];
const last = ['Sampleton', 'Exampleby', 'Fictioner', 'Pretendable', 'Mockridge', 'Dummywell', 'Testament', 'Placehold'];
const nameOf = (index: number): string =>
  `${first[index % first.length]} ${last[Math.floor(index / first.length) % last.length]} ${index}`;

/** A tenant under the demo's rules: one trunk, one running campaign, and cases that are all due. */
export async function seedWorld(prisma: PrismaClient, seed: WorldSeed): Promise<SeededWorld> {
  const zone = 'America/New_York';
  await prisma.tenant.create({ data: { id: 1, name: 'Chaos agency', preset: 'demo', businessZone: zone } });
  const passwordHash = await argon2Hasher.hash(password);
  const agentIds = new Map(seed.agents.map((username) => [username, newId()]));
  await prisma.user.createMany({
    data: [...agentIds].map(([username, id]) => ({ id, username, displayName: username, role: 'agent', passwordHash })),
  });
  const [trunkId, campaignId, clientId] = [newId(), newId(), newId()];
  await prisma.trunk.create({
    data: { id: trunkId, name: 'Simulated', kind: 'sim', cps: seed.cps ?? 10, channels: seed.channels ?? 20 },
  });
  await prisma.callerId.createMany({
    data: callerNumbers.map((e164) => ({ id: newId(), trunkId, e164, verified: true })),
  });
  await prisma.campaign.create({
    data: {
      id: campaignId,
      name: 'Chaos',
      status: 'running',
      preset: 'demo',
      trunkId,
      ringTimeoutMs: seed.ringTimeoutMs ?? 15_000,
      abandonTreatment: 'message',
      abandonMessage: 'All agents are busy. We will call again.',
      amd: seed.amd ?? false,
      agents: { create: [...agentIds.values()].map((userId) => ({ userId })) },
    },
  });
  await prisma.client.create({ data: { id: clientId, name: 'Example Bank' } });

  const perCase = seed.numbersPerCase ?? 1;
  const numbers = Array.from({ length: seed.cases * perCase }, (_, index) => numberAt(index));
  const perDebtor = seed.casesPerDebtor ?? 1;
  const debtors = Array.from({ length: Math.ceil(seed.cases / perDebtor) }, (_, index) => ({
    id: newId(),
    linkKey: `id:CHAOS${index}`,
    name: nameOf(index),
  }));
  const cases = Array.from({ length: seed.cases }, (_, index) => ({
    caseId: newId(),
    debtorId: debtors[Math.floor(index / perDebtor)]?.id ?? '',
    lines: numbers.slice(index * perCase, (index + 1) * perCase).map((e164) => ({ id: newId(), e164 })),
  }));
  await prisma.debtor.createMany({ data: debtors });
  await prisma.line.createMany({
    data: cases.flatMap(({ lines }) => lines.map(({ id, e164 }) => ({ id, e164, country: 'US', zones: [zone] }))),
  });
  await prisma.debtorLine.createMany({
    data: cases.flatMap(({ debtorId, lines }) => lines.map((line) => ({ debtorId, lineId: line.id }))),
  });
  await prisma.case.createMany({
    data: cases.map(({ caseId, debtorId }, index) => ({
      id: caseId,
      clientId,
      externalRef: `CH-${index}`,
      refKey: `ch-${index}`,
      debtorId,
      campaignId,
      amountMinor: 100_000n + BigInt(index),
      currency: 'USD',
      placementDate: new Date('2026-01-05'),
      addressZones: [zone],
      dueAt: new Date(index),
      dueReason: 'due',
    })),
  });
  await prisma.phoneNumber.createMany({
    data: cases.flatMap(({ caseId, debtorId, lines }) =>
      lines.map((line, index) => ({
        id: newId(),
        caseId,
        debtorId,
        lineId: line.id,
        class: classes[index % classes.length] ?? 'self_mobile',
        position: index + 1,
      })),
    ),
  });
  return {
    campaignId,
    agentIds,
    caseIds: cases.map((one) => one.caseId),
    names: debtors.map((one) => one.name),
    numbers,
  };
}
