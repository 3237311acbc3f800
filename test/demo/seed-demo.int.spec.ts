import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeCasework } from '../../src/casework/make-casework.ts';
import { makePlacementImport } from '../../src/casework/make-placement-import.ts';
import { makeDemoCases } from '../../src/demo/demo-cases.ts';
import { seedDemo, type DemoDeps } from '../../src/demo/seed-demo.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { makeMetrics } from '../../src/platform/metrics.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';

const casesPerLanguage = 60;
const log = makeLogger({ level: 'silent' });
const nobody = (): void => undefined;

describe('seeding the demo', () => {
  let db: TestDatabase;
  let deps: DemoDeps;
  let folder: string;
  let stop: () => Promise<void>;
  let imports = 0;

  beforeAll(async () => {
    db = await withDatabase();
    folder = mkdtempSync(join(tmpdir(), 'demo-seed-'));
    const audit = { record: () => Promise.resolve() };
    const casework = makeCasework({
      prisma: db.prisma,
      clock: systemClock,
      log,
      metrics: makeMetrics(),
      recordingsDir: folder,
      visitsDir: folder,
      fraudDir: folder,
      requireUser: nobody,
      requireSupervisor: nobody,
      audit,
      carrierRecordings: {
        recordings: () => Promise.resolve([]),
        downloadRecording: () => Promise.reject(new Error('there is none')),
      },
      recordingNews: { ready: nobody },
      ringing: { hangUpRinging: () => Promise.resolve() },
      caseNews: { changed: nobody },
      sweeps: false,
    });
    const placements = makePlacementImport({
      prisma: db.prisma,
      databaseUrl: db.url,
      queues: { redisUrl: inject('redisUrl'), prefix: 'demo-seed' },
      clock: systemClock,
      log,
      audit,
      requireSupervisor: nobody,
      placementsDir: folder,
      works: false,
    });
    stop = () => placements.stop();
    deps = {
      prisma: db.prisma,
      clock: systemClock,
      log,
      hashPassword: (password) => Promise.resolve(`hash of ${password}`),
      async importFile({ clientName, ...file }) {
        imports += 1;
        const inspected = await placements.inspect({ client: { name: clientName }, ...file, reading: {} });
        if (inspected.kind !== 'inspected') throw new Error(inspected.kind);
        await placements.begin(inspected.id, {});
        await placements.importNow(inspected.id);
        const placement = await placements.book.find(inspected.id);
        return {
          placementId: inspected.id,
          accepted: placement?.tally.accepted ?? 0,
          rejected: placement?.tally.rejected ?? -1,
        };
      },
      assignPlacement: async (placementId, campaignId) => {
        const assigned = await casework.intake.assignPlacement(placementId, campaignId);
        return assigned === 'unknown-campaign' ? 0 : assigned;
      },
      pastDesk: (clock) => casework.followUpAt(clock),
      casesPerLanguage,
    };
  });
  afterAll(async () => {
    await stop();
    await db.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const counts = async () => ({
    cases: await db.prisma.case.count(),
    numbers: await db.prisma.phoneNumber.count(),
    users: await db.prisma.user.count(),
    attempts: await db.prisma.attempt.count(),
    callerIds: await db.prisma.callerId.count(),
    agents: await db.prisma.campaignAgent.count(),
  });

  it('[DEMO-5] brings every case in through the import, due in a running campaign, and twice is once', async () => {
    const seeded = await seedDemo(deps, 'first password');
    expect(seeded?.signIns.map(({ username }) => username)).toEqual([
      'agent1',
      'agent2',
      'agent3',
      'supervisor',
      'admin',
    ]);
    const once = await counts();
    const made = makeDemoCases(casesPerLanguage);
    expect(once).toMatchObject({
      cases: made.length,
      numbers: made.flatMap((each) => each.numbers).length,
      users: 17,
      agents: 15,
    });
    expect(once.attempts).toBeGreaterThan(5);
    expect(await db.prisma.case.count({ where: { dueAt: null } })).toBe(0);
    expect(await db.prisma.placementRow.count()).toBe(0);
    await seedDemo(deps, 'second password');
    expect(await counts()).toEqual(once);
    expect(imports).toBe(2);
    const agent = await db.prisma.user.findUniqueOrThrow({ where: { username: 'agent1' } });
    expect(agent).toMatchObject({ passwordHash: 'hash of second password', simulated: false });
  });

  it('[DEMO-6] histories are told by the same rules as the present', async () => {
    const vacant = await db.prisma.attempt.findFirstOrThrow({ where: { systemResult: 'VACANT' } });
    const line = await db.prisma.debtorLine.findUniqueOrThrow({
      where: { debtorId_lineId: { debtorId: vacant.debtorId, lineId: vacant.lineId } },
      include: { line: true },
    });
    expect(line).toMatchObject({ status: 'suspect', lastResult: 'VACANT', line: { vacantCount: 1 } });
    expect(await db.prisma.attempt.count({ where: { answeredAt: { not: null } } })).toBe(0);
  });

  it('[DEMO-7] leaves a tenant alone that is not the demo', async () => {
    await using real = await withDatabase();
    await real.prisma.tenant.create({ data: { id: 1, name: 'Real', preset: 'cn', businessZone: 'Asia/Shanghai' } });
    expect(await seedDemo({ ...deps, prisma: real.prisma }, 'password')).toBeNull();
    expect(await real.prisma.user.count()).toBe(0);
    expect(await real.prisma.case.count()).toBe(0);
  });
});
