import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { startCarrier } from '../../sim/carrier/server.ts';
import { argon2Hasher } from '../../src/access/adapters/argon2-hasher.ts';
import { saveAccount } from '../../src/access/adapters/prisma-accounts.ts';
import { readConfig } from '../../src/config.ts';
import { newId, newKey } from '../../src/platform/ids.ts';
import { makeLogger } from '../../src/platform/log.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';
import { startApp, type RunningApp } from '../../src/start-app.ts';
import { wire } from '../../src/wire.ts';
import { freePort } from '../support/free-port.ts';
import { assertCleanLog, keptLog } from '../support/server-log.ts';
import { withDatabase } from '../support/with-database.ts';

export const password = 'correct horse 7';
/** Reserved for fiction. */
const numberOf = (nth: number): string => `+120255501${String(nth).padStart(2, '0')}`;
export const callerNumber = numberOf(99);
export const calleeHz = 330;
export const debtorName = 'Avery Sampleton';

type Carrier = Awaited<ReturnType<typeof startCarrier>>;

/** The whole product with its simulated carrier: one agent, one supervisor, due cases, callees who answer and talk. */
export interface CallingHouse extends RunningHouse, Seeded {}

export interface RunningHouse {
  readonly app: RunningApp;
  readonly carrier: Carrier;
  readonly url: string;
  /** Lines of errors with such words are meant to be in the log. */
  provokes(words: RegExp): void;
  /** Fails when the server logged an error that nobody provoked. */
  close(): Promise<void>;
}

interface Seeded {
  readonly caseIds: readonly string[];
  readonly userId: string;
  readonly campaignId: string;
}

const accountSid = 'AC0123456789abcdef0123456789abcdef';
const authToken = 'e2e-carrier-token';

async function seedCase(
  prisma: PrismaClient,
  nth: number,
  ids: { clientId: string; campaignId: string; ownerId: string },
) {
  const [debtorId, lineId, caseId] = [newId(), newId(), newId()];
  await prisma.debtor.create({ data: { id: debtorId, linkKey: `id:E2E${nth}`, name: debtorName } });
  await prisma.line.create({ data: { id: lineId, e164: numberOf(nth), country: 'US', zones: ['America/New_York'] } });
  await prisma.debtorLine.create({ data: { debtorId, lineId } });
  await prisma.case.create({
    data: {
      id: caseId,
      ...ids,
      externalRef: `E2E-${nth}`,
      refKey: `e2e-${nth}`,
      debtorId,
      amountMinor: 123_456n,
      currency: 'USD',
      placementDate: new Date('2026-01-05'),
      addressZones: ['America/New_York'],
      dueAt: new Date(0),
      dueReason: 'due',
      numbers: { create: { id: newId(), debtorId, lineId, class: 'self_mobile', position: 1 } },
    },
  });
  return caseId;
}

async function seed(app: RunningApp, cases: number): Promise<Seeded> {
  const { prisma } = app.platform;
  const passwordHash = await argon2Hasher.hash(password);
  await saveAccount(prisma, {
    username: 'avery',
    displayName: 'Avery Agent',
    role: 'agent',
    passwordHash,
    locale: 'en',
  });
  await saveAccount(prisma, { username: 'sam', displayName: 'Sam Supervisor', role: 'supervisor', passwordHash });
  const { id: userId } = await prisma.user.findUniqueOrThrow({ where: { username: 'avery' } });
  const [trunkId, campaignId, clientId] = [newId(), newId(), newId()];
  await prisma.trunk.create({
    data: {
      id: trunkId,
      name: 'Simulated',
      kind: 'sim',
      cps: 10,
      channels: 10,
      callerIds: { create: { id: newId(), e164: callerNumber, verified: true } },
    },
  });
  await prisma.campaign.create({
    data: {
      id: campaignId,
      name: 'Spring',
      status: 'running',
      preset: 'demo',
      trunkId,
      agents: { create: { userId } },
    },
  });
  await prisma.client.create({ data: { id: clientId, name: 'Example Bank' } });
  const caseIds: string[] = [];
  for (let nth = 0; nth < cases; nth += 1) {
    caseIds.push(await seedCase(prisma, nth, { clientId, campaignId, ownerId: userId }));
  }
  return { caseIds, userId, campaignId };
}

/** The same with the demo's people, cases and history instead: every screen has something to show. */
export async function openFurnishedHouse(): Promise<RunningHouse> {
  const house = await openHouse(1_000);
  await house.app.house.seedDemo(password);
  return house;
}

/** Nothing but its first administrator, and one agent who can be put to work. */
export async function openEmptyHouse(): Promise<RunningHouse> {
  const house = await openHouse(20_000, {}, password);
  const { prisma } = house.app.platform;
  const passwordHash = await argon2Hasher.hash(password);
  await saveAccount(prisma, {
    username: 'avery',
    displayName: 'Avery Agent',
    role: 'agent',
    passwordHash,
    locale: 'en',
  });
  return house;
}

export async function openCallingHouse(want: {
  cases: number;
  talkMs: number;
  /** Settings beside, or instead of, those of every house. */
  env?: Readonly<Record<string, string>>;
}): Promise<CallingHouse> {
  const house = await openHouse(want.talkMs, want.env);
  return { ...house, ...(await seed(house.app, want.cases)) };
}

async function openHouse(
  talkMs: number,
  env: Readonly<Record<string, string>> = {},
  /** Of the first administrator, who is then the only one. */
  firstPassword: string | null = null,
): Promise<RunningHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'casedial-e2e-'));
  const database = await withDatabase();
  if (firstPassword === null) {
    const agency = { name: 'Test agency', preset: 'demo', businessZone: 'America/New_York' };
    await database.prisma.tenant.create({ data: { id: 1, ...agency } });
  }
  const carrier = await startCarrier({
    port: 0,
    accountSid,
    authToken,
    cps: 10,
    population: {
      profiles: {
        talker: {
          outcomes: { answer: 1 },
          who: { debtor: 1 },
          ringMs: 400,
          talkMs,
          voiceHz: calleeHz,
        },
      },
      default: 'talker',
      numbers: [{ phoneNumber: callerNumber }],
    },
  });
  const port = await freePort();
  const reading = readConfig({
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    DATA_DIR: dataDir,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_API_BASE: carrier.url,
    DEMO: 'off',
    CREDENTIALS_KEY: newKey(),
    ...env,
  });
  if (!reading.ok) throw new Error(reading.faults.join('; '));
  const kept = keptLog();
  const provoked: RegExp[] = [];
  const app = await startApp(
    { ...reading.config, databaseUrl: database.url, redisUrl: inject('redisUrl') },
    {
      wire,
      ...(firstPassword === null ? {} : { firstPassword }),
      redisPrefix: `e2e-${newId()}`,
      log: makeLogger(
        process.env['E2E_LOG'] === 'on' ? { level: 'info' } : { level: 'error', destination: kept.destination },
      ),
    },
  );
  return {
    app,
    carrier,
    url: `http://localhost:${port}`,
    provokes: (words) => void provoked.push(words),
    async close() {
      await app.stop();
      await carrier.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
      assertCleanLog(kept.text(), provoked);
    },
  };
}
