import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeCasework } from '../../src/casework/make-casework.ts';
import { makePayments } from '../../src/casework/make-payments.ts';
import { makePlacementImport } from '../../src/casework/make-placement-import.ts';
import { makeDemoCases } from '../../src/demo/demo-cases.ts';
import { makeKeepTalk } from '../../src/demo/keep-talk.ts';
import { seedDemo, type DemoDeps } from '../../src/demo/seed-demo.ts';
import { caseClasses } from '../../src/domain/vocabulary.ts';
import { localDate } from '../../src/domain/zoned-time.ts';
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
  let sweep: () => Promise<unknown>;
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
      requireAdmin: nobody,
      requireListener: nobody,
      requireLifter: nobody,
      requireHandover: nobody,
      queues: { redisUrl: inject('redisUrl') },
      requireExporter: nobody,
      audit,
      auditWithin: () => audit,
      carrierRecordings: {
        recordings: () => Promise.resolve([]),
        downloadRecording: () => Promise.reject(new Error('there is none')),
      },
      recordingNews: { ready: nobody },
      ringing: { hangUpRinging: () => Promise.resolve() },
      caseNews: { changed: nobody },
      leaveNews: { waitingChanged: nobody, decided: nobody },
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
      requireExporter: nobody,
      placementsDir: folder,
      works: false,
    });
    const payments = makePayments({
      prisma: db.prisma,
      clock: systemClock,
      audit,
      requireSupervisor: nobody,
      requireExporter: nobody,
      uploadsDir: folder,
      ringing: { hangUpRinging: () => Promise.resolve() },
      caseNews: { changed: nobody },
    });
    stop = () => placements.stop();
    sweep = () => casework.sweep();
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
      pastWrapUps: (clock) => casework.wrapUpsAt(clock),
      keepTalk: makeKeepTalk(folder, casework.recordingBook),
      endTask:
        (by) =>
        async ({ caseId, taskId, result }) => {
          const reply = await casework.tasks.finish(
            caseId,
            taskId,
            { id: by, role: 'admin' },
            { result, sourceBasis: null, obtainedAt: null },
          );
          if (reply.kind !== 'saved') throw new Error(reply.kind);
        },
      async postPayment(payment) {
        const { kind } = await payments.post({ ...payment, currency: null, source: 'api', fileId: null });
        if (kind === 'refused') throw new Error(kind);
      },
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
    // Only what was stopped, or has no number left, has no next look.
    const still = await db.prisma.case.findMany({ where: { dueAt: null }, select: { dueReason: true } });
    expect(new Set(still.map(({ dueReason }) => dueReason))).toEqual(new Set(['case_stop', 'number_invalid']));
    expect(await db.prisma.placementRow.count()).toBe(0);
    await seedDemo(deps, 'second password');
    expect(await counts()).toEqual(once);
    expect(imports).toBe(2);
    const agent = await db.prisma.user.findUniqueOrThrow({ where: { username: 'agent1' } });
    expect(agent).toMatchObject({ passwordHash: 'hash of second password', simulated: false });
  });

  it('[DEMO-6] histories are told by the same rules as the present', async () => {
    const vacant = await db.prisma.attempt.findFirstOrThrow({
      where: { systemResult: 'VACANT', line: { vacantCount: 1 } },
    });
    const line = await db.prisma.debtorLine.findUniqueOrThrow({
      where: { debtorId_lineId: { debtorId: vacant.debtorId, lineId: vacant.lineId } },
      include: { line: true },
    });
    expect(line).toMatchObject({ status: 'suspect', lastResult: 'VACANT', line: { vacantCount: 1 } });
    // Whoever talked has a recording that can be played, and has written it up.
    const talks = await db.prisma.attempt.findMany({
      where: { answeredAt: { not: null } },
      include: { recordings: true, wrapUp: true },
    });
    expect(talks.length).toBeGreaterThan(10);
    for (const talk of talks) {
      expect(talk.recordings).toMatchObject([{ status: 'complete', channels: 2 }]);
      expect(talk.wrapUp).not.toBeNull();
    }
  });

  it('[DEMO-8] shows what the rules look after: promises due today, a stop, a fraud, waiting and overdue, a number at its edge', async () => {
    const today = new Date(`${localDate(systemClock(), 'Asia/Shanghai')}T00:00:00Z`);
    const { prisma } = db;
    expect(await prisma.promise.count({ where: { status: 'open', dueOn: today } })).toBeGreaterThan(1);
    expect(await prisma.fraudApplication.count({ where: { step: 'claimed' } })).toBeGreaterThan(0);
    const stops = await prisma.caseStop.findMany({ where: { liftedAt: null } });
    expect(stops.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['complaint', 'fraud_hold']));
    const edge = await prisma.debtorLine.findFirst({ where: { noSuchPersonCount: 2, status: 'suspect' } });
    expect(edge).not.toBeNull();
    expect(await prisma.case.count({ where: { waitingUntil: { gt: new Date(systemClock()) } } })).toBeGreaterThan(0);
    expect(await prisma.line.count({ where: { vacantCount: 1 } })).toBeGreaterThan(0);
    expect(
      await prisma.case.count({ where: { caseClass: 'RAISING_FUNDS', dueReason: 'before_next_date' } }),
    ).toBeGreaterThan(0);
    expect(await prisma.case.count({ where: { caseClass: 'NEGOTIATING', followUpBy: { lt: today } } })).toBeGreaterThan(
      0,
    );
    // Of the verification list one item is left; the registry's entry names its lawful source.
    const findings = await prisma.checklistEntry.findMany({ where: { case: { tasks: { some: {} } } } });
    expect(new Set(findings.map(({ item }) => item))).toEqual(
      new Set(['in_house_data', 'registry', 'phones_mobile', 'free']),
    );
    expect(findings.filter(({ item, sourceBasis }) => item === 'registry' && sourceBasis === null)).toEqual([]);
    const given = await prisma.caseChange.findMany({ where: { field: 'owner' } });
    expect(given.length).toBeGreaterThan(10);
    expect(given.filter(({ byId, reason }) => byId === null || reason === null)).toEqual([]);
  });

  it('[DEMO-9] promises stand in every way, and one debt is paid in each language', async () => {
    const count = async (where: object) => db.prisma.promise.count({ where });
    expect(await count({ status: 'open' })).toBeGreaterThanOrEqual(8);
    expect(await count({ status: 'kept' })).toBe(2);
    expect(await db.prisma.case.count({ where: { status: 'closed', caseClass: 'PAID' } })).toBe(2);
    expect(await db.prisma.payment.count()).toBe(6);
  });

  it('[DEMO-10] has cases in every class', async () => {
    await sweep();
    const found = await db.prisma.case.groupBy({ by: ['caseClass'] });
    expect(found.map(({ caseClass }) => caseClass).sort()).toEqual([...caseClasses].sort());
    const lost = await db.prisma.caseTask.findMany({ where: { case: { caseClass: 'LOST' }, doneAt: null } });
    expect(new Set(lost.map(({ kind }) => kind))).toEqual(new Set(['registry_check', 'visit_proposal']));
  });

  it('[DEMO-7] leaves a tenant alone that is not the demo', async () => {
    await using real = await withDatabase();
    await real.prisma.tenant.create({ data: { id: 1, name: 'Real', preset: 'cn', businessZone: 'Asia/Shanghai' } });
    expect(await seedDemo({ ...deps, prisma: real.prisma }, 'password')).toBeNull();
    expect(await real.prisma.user.count()).toBe(0);
    expect(await real.prisma.case.count()).toBe(0);
  });
});
