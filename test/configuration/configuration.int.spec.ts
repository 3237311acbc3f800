import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeConfiguration, type Configuration } from '../../src/configuration/make-configuration.ts';
import { usualWatch } from '../../src/contract/trunk.ts';
import { configPlan, configVersions, type ConfigVersionView } from '../../src/contract/configuration.ts';
import { problemErrors } from '../../src/platform/http-problem.ts';
import { newId } from '../../src/platform/ids.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { configKindsOf } from '../../src/wire.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';

const quiet = makeLogger({ level: 'silent' });
const secret = 'v1:sealed-and-never-shown';

describe('configuration as data', () => {
  let db: TestDatabase;
  let server: Server;
  let configuration: Configuration;
  let url = '';
  let adminId = '';
  let trunkId = '';
  const clock = fakeClock('2026-11-24T02:00:00.000Z');
  const audited: { action: string }[] = [];
  let managesPeople = true;

  beforeAll(async () => {
    db = await withDatabase();
    const { prisma } = db;
    await prisma.tenant.create({ data: { id: 1, name: 'House', preset: 'demo', businessZone: 'Asia/Shanghai' } });
    adminId = newId();
    const person = { displayName: 'Ada Admin', passwordHash: '-' };
    await prisma.user.create({ data: { id: adminId, username: 'ada', ...person, role: 'admin' } });
    await prisma.user.create({ data: { id: newId(), username: 'avery', ...person, role: 'agent' } });
    const as =
      (...roles: string[]): RequestHandler =>
      (req, res, next) => {
        const role = req.get('x-role') ?? 'admin';
        if (!roles.includes(role)) return void res.status(403).end();
        res.locals['user'] = { id: adminId, role, displayName: 'Ada Admin' };
        next();
      };
    configuration = makeConfiguration({
      ...{ prisma, clock, log: quiet, kinds: configKindsOf(prisma, clock, 'sim') },
      audit: { record: (entry) => Promise.resolve(void audited.push(entry)) },
      requireSupervisor: as('supervisor', 'admin'),
      requireAdmin: as('admin'),
      holds: () => managesPeople,
    });
    const app = express();
    app.use(configuration.router);
    app.use(problemErrors(quiet));
    server = await new Promise<Server>((resolve) => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await db.drop();
  });
  beforeEach(async () => {
    const { prisma } = db;
    await prisma.configVersion.deleteMany();
    await prisma.campaign.deleteMany();
    await prisma.windowRule.deleteMany();
    await prisma.zoneOverride.deleteMany();
    await prisma.trunk.deleteMany();
    trunkId = newId();
    await prisma.trunk.create({
      data: {
        ...{ id: trunkId, name: 'Main', kind: 'sim', channels: 30, credentials: secret, accountTail: 'abcd' },
        callerIds: { create: { id: newId(), e164: '+12025550100', verified: true } },
      },
    });
    await prisma.campaign.create({
      data: { id: newId(), name: 'Spring', preset: 'demo', trunkId, abandonTreatment: 'hangup' },
    });
    await configuration.desk.find();
  });

  const ask = async (path: string, body?: object, role = 'admin') => {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'x-role': role, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  };
  const versions = async (filter: object = {}): Promise<ConfigVersionView[]> =>
    configVersions.parse(JSON.parse((await ask('/api/configuration/versions', filter)).text)).versions;
  const changeTrunk = async (data: { channels?: number; name?: string }, reason = 'More calls') => {
    clock.forward(60_000);
    await db.prisma.trunk.update({ where: { id: trunkId }, data });
    const entry = { actorId: adminId, action: 'trunk.changed', subjectType: 'trunk', subjectId: trunkId };
    await configuration.audit.record({ ...entry, detail: { reason } });
  };
  const exported = async () => JSON.parse((await ask('/api/configuration/export?as=json')).text) as Document;
  type Document = Record<string, Record<string, unknown>[]>;
  const send = (document: object, dryRun: boolean, reason = 'From git') =>
    ask('/api/configuration/import', { text: JSON.stringify(document), dryRun, reason });
  const fieldsOf = (text: string) =>
    (JSON.parse(text) as { errors: { field: string }[] }).errors.map(({ field }) => field);
  const channels = async () => (await db.prisma.trunk.findUniqueOrThrow({ where: { id: trunkId } })).channels;

  it('[CFG-1] an audited change becomes a version with who, when, why and what; what was there before is found', async () => {
    const [found] = await versions({ kind: 'trunk' });
    expect(found).toMatchObject({ key: 'Main', number: 1, origin: 'found', byName: null, newest: true });
    await changeTrunk({ channels: 40 });
    const [changed, first] = await versions({ kind: 'trunk' });
    expect(changed).toMatchObject({
      ...{ number: 2, at: clock(), byName: 'Ada Admin', reason: 'More calls', origin: 'change', newest: true },
      changes: [{ path: 'channels', before: 30, after: 40 }],
    });
    expect(first).toMatchObject({ number: 1, newest: false });
    await configuration.audit.record({
      ...{ actorId: adminId, action: 'trunk.changed', subjectType: 'trunk', subjectId: trunkId },
    });
    expect(await versions({ kind: 'trunk' })).toHaveLength(2);
    expect(await versions({ by: adminId })).toHaveLength(1);
    expect(await versions({ by: adminId, to: clock() })).toEqual([]);
    expect(await versions({ kind: 'rules', key: 'Spring' })).toHaveLength(1);
    await changeTrunk({ name: 'Renamed' });
    expect(await versions({ kind: 'trunk', by: adminId })).toMatchObject([
      { key: 'Renamed', number: 1 },
      { key: 'Main', number: 3, removed: true },
      { key: 'Main', number: 2 },
    ]);
  });

  it('[CFG-1] a version is never changed', async () => {
    await expect(db.prisma.configVersion.updateMany({ data: { reason: 'Another' } })).rejects.toThrow(/never changed/);
  });

  it('[CFG-3] restoring writes a new version like the old one, held to the rules of today', async () => {
    await changeTrunk({ channels: 40 });
    const [, first] = await versions({ kind: 'trunk' });
    const restore = (body: object, role = 'admin') =>
      ask(`/api/configuration/versions/${first?.versionId}/restore`, body, role);
    const body = { reason: 'Too many', newestSeen: 2 };
    expect((await restore(body, 'supervisor')).status).toBe(403);
    expect((await restore({ ...body, reason: '' })).status).toBe(400);
    const dry = configPlan.parse(JSON.parse((await restore({ ...body, dryRun: true })).text));
    expect(dry.objects).toMatchObject([{ what: 'changed', changes: [{ path: 'channels', before: 40, after: 30 }] }]);
    expect(await channels()).toBe(40);
    expect((await restore(body)).status).toBe(200);
    expect(await channels()).toBe(30);
    expect((await versions({ kind: 'trunk' }))[0]).toMatchObject({
      ...{ number: 3, origin: 'rollback', restoredFrom: 1, reason: 'Too many', byName: 'Ada Admin' },
    });
    const row = await db.prisma.trunk.findUniqueOrThrow({ where: { id: trunkId } });
    expect(row.credentials).toBe(secret);
  });

  it('[CFG-7] who was faster, when and with what is told to whoever comes too late', async () => {
    await changeTrunk({ channels: 40 });
    const [, first] = await versions({ kind: 'trunk' });
    const late = await ask(`/api/configuration/versions/${first?.versionId}/restore`, {
      reason: 'Back',
      newestSeen: 1,
    });
    expect(late.status).toBe(409);
    expect(JSON.parse(late.text)).toMatchObject({
      code: 'changed-meanwhile',
      lately: { byName: 'Ada Admin', at: clock(), changes: [{ path: 'channels', before: 30, after: 40 }] },
    });
    const latest = await ask('/api/configuration/latest', { subjectType: 'trunk', subjectId: trunkId }, 'supervisor');
    expect(JSON.parse(latest.text)).toMatchObject({ version: { number: 2, byName: 'Ada Admin' } });
  });

  it('[CFG-4] what was exported changes nothing when it is imported; secrets and ids are in no document', async () => {
    const { text } = await ask('/api/configuration/export?as=yaml');
    expect(text).not.toContain(secret);
    expect(text).not.toContain(trunkId);
    expect((await ask('/api/configuration/export?as=yaml', undefined, 'supervisor')).status).toBe(403);
    const reply = await ask('/api/configuration/import', { text, dryRun: true });
    const plan = configPlan.parse(JSON.parse(reply.text));
    expect(plan).toMatchObject({ objects: [], notes: [] });
    expect(plan.unchanged).toBeGreaterThan(4);
  });

  it('[CFG-12] teams are a part of the document: found, compared, taken over by name, and nobody in them', async () => {
    const { prisma } = db;
    await prisma.team.deleteMany();
    const teamId = newId();
    await prisma.team.create({ data: { id: teamId, name: 'Night shift', users: { connect: { id: adminId } } } });
    await configuration.desk.find();
    const document = await exported();
    expect(document['teams']).toEqual([{ name: 'Night shift' }]);
    expect(JSON.stringify(document['teams'])).not.toMatch(/ada|Ada/);
    // Renamed at its door, with the reason that was given there.
    await prisma.team.update({ where: { id: teamId }, data: { name: 'Late shift' } });
    await configuration.audit.record({
      ...{ actorId: adminId, action: 'team.renamed', subjectType: 'team', subjectId: teamId },
      detail: { reason: 'Hours moved' },
    });
    expect(await versions({ kind: 'team' })).toMatchObject([
      { key: 'Night shift', removed: true, reason: 'Hours moved', byName: 'Ada Admin' },
      { key: 'Late shift', number: 1, reason: 'Hours moved' },
      { key: 'Night shift', number: 1, origin: 'found' },
    ]);
    // A campaign may name a team that comes with the document; what it leaves out stays, with its people.
    const [campaign = {}] = document['campaigns'] ?? [];
    const next = { ...document, teams: [{ name: 'Field' }], campaigns: [{ ...campaign, teams: ['Field'] }] };
    expect((await send({ ...next, teams: [{ name: 'Field' }, { name: 'Field' }] }, true)).status).toBe(400);
    const planned = configPlan.parse(JSON.parse((await send(next, true)).text));
    expect(planned.objects.filter(({ kind }) => kind === 'team')).toMatchObject([
      { key: 'Field', what: 'added' },
      { key: 'Late shift', what: 'kept' },
    ]);
    expect(await prisma.team.count()).toBe(1);
    expect((await send(next, false)).status).toBe(200);
    expect((await prisma.team.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name)).toEqual([
      'Field',
      'Late shift',
    ]);
    expect((await prisma.user.findUniqueOrThrow({ where: { id: adminId } })).teamId).toBe(teamId);
    await prisma.user.update({ where: { id: adminId }, data: { teamId: null } });
    await prisma.campaignTeam.deleteMany();
    await prisma.team.deleteMany();
  });

  describe('the number that a probe of a trunk rings', () => {
    const e164 = '+12025550111';
    const testNumberId = newId();
    const probed = async (): Promise<unknown> => {
      const { watch } = await db.prisma.trunk.findUniqueOrThrow({ where: { id: trunkId } });
      return (watch as { probeNumberId?: unknown }).probeNumberId;
    };
    const watched = (document: Document, watch: object): Document => {
      const [trunk = {}] = document['trunks'] ?? [];
      const { probeNumber: _, ...rest } = trunk['watch'] as Record<string, unknown>;
      return { ...document, trunks: [{ ...trunk, watch: { ...rest, ...watch } }] };
    };
    beforeEach(async () => {
      await db.prisma.testNumber.deleteMany();
      await db.prisma.testNumber.create({
        data: { id: testNumberId, userId: adminId, e164, createdAt: new Date(clock()) },
      });
      const watch = { ...usualWatch, probeNumberId: testNumberId };
      await db.prisma.trunk.update({ where: { id: trunkId }, data: { watch } });
      await configuration.desk.find();
    });

    it('[CFG-11] is named by its digits, and found by them where the document is taken over', async () => {
      const document = await exported();
      expect(document['trunks']?.[0]?.['watch']).toMatchObject({ probeNumber: e164 });
      expect(JSON.stringify(document)).not.toContain(testNumberId);
      // The same house elsewhere: whoever added the number there gave it another id.
      const elsewhere = newId();
      await db.prisma.testNumber.update({ where: { id: testNumberId }, data: { id: elsewhere } });
      await db.prisma.trunk.update({ where: { id: trunkId }, data: { watch: usualWatch } });
      expect((await send(document, false)).status).toBe(200);
      expect(await probed()).toBe(elsewhere);
      await db.prisma.testNumber.deleteMany();
      await db.prisma.trunk.update({ where: { id: trunkId }, data: { watch: usualWatch } });
      const refused = await send(document, false);
      expect([refused.status, fieldsOf(refused.text)]).toEqual([400, ['trunks.0.watch.probeNumber']]);
      expect(await probed()).toBeNull();
    });

    it('[CFG-11] documents that name its id are read where that is known, refused by path and remedy elsewhere', async () => {
      const document = await exported();
      const old = watched(document, { probeNumberId: testNumberId });
      await db.prisma.trunk.update({ where: { id: trunkId }, data: { watch: usualWatch } });
      expect((await send(old, false)).status).toBe(200);
      expect(await probed()).toBe(testNumberId);
      const foreign = await send(watched(document, { probeNumberId: newId() }), true);
      expect([foreign.status, fieldsOf(foreign.text)]).toEqual([400, ['trunks.0.watch.probeNumberId']]);
      expect(foreign.text).toContain('probeNumber by its digits');
      // Nobody's, in the words of before and of today.
      for (const watch of [{ probeNumberId: null }, {}, { probeNumber: null }]) {
        await db.prisma.trunk.update({
          where: { id: trunkId },
          data: { watch: { ...usualWatch, probeNumberId: testNumberId } },
        });
        expect((await send(watched(document, watch), false)).status).toBe(200);
        expect(await probed()).toBeNull();
      }
      const typo = await send(watched(document, { probeNumbers: e164 }), true);
      expect([typo.status, fieldsOf(typo.text)]).toEqual([400, ['trunks.0.watch']]);
    });

    it('[CFG-11] what an earlier program wrote down in its own words is no change, and can be restored', async () => {
      const { prisma } = db;
      await prisma.testNumber.deleteMany();
      await prisma.trunk.update({ where: { id: trunkId }, data: { watch: usualWatch } });
      await configuration.desk.find();
      const newest = await prisma.configVersion.findFirstOrThrow({
        where: { kind: 'trunk' },
        orderBy: { number: 'desc' },
      });
      const { probeNumber: _, ...watch } = (newest.document as { watch: Record<string, unknown> }).watch;
      const { versionId } = await prisma.configVersion
        .create({
          data: {
            ...{ id: newId(), kind: 'trunk', key: 'Main', number: newest.number + 1, origin: 'found', reason: '' },
            at: new Date(clock()),
            document: { ...(newest.document as object), watch: { ...watch, probeNumberId: null } },
          },
        })
        .then(({ id }) => ({ versionId: id }));
      const before = (await versions({ kind: 'trunk' })).length;
      await configuration.desk.find();
      expect(await versions({ kind: 'trunk' })).toHaveLength(before);
      await changeTrunk({ channels: 55 });
      const restored = await ask(`/api/configuration/versions/${versionId}/restore`, {
        ...{ reason: 'As before', newestSeen: newest.number + 2, dryRun: false },
      });
      expect(restored.status).toBe(200);
      expect(await channels()).toBe(30);
    });
  });

  it('[CFG-4] a dry run shows what an import would do and does nothing; the import does that, in one step', async () => {
    const document = await exported();
    const [trunk] = document['trunks'] ?? [];
    document['trunks'] = [
      { ...trunk, channels: 12, failover: 'Spare' },
      { ...trunk, name: 'Spare', ownAccount: true },
    ];
    document['zones'] = [{ prefix: '+8699', zone: 'Asia/Urumqi', reason: 'Own clock' }];
    document['windows'] = [
      {
        ...{ name: 'Lunch', preset: null, campaign: 'Spring', client: null, zones: [], classes: [], weekdays: [] },
        ...{ on: 'every', calendar: null, hours: [{ from: '09:00', to: '12:00' }] },
      },
    ];
    document['campaigns'] = (document['campaigns'] ?? []).map((each) => ({ ...each, agents: ['avery'] }));
    const dry = configPlan.parse(JSON.parse((await send(document, true)).text));
    expect(dry.objects.map(({ kind, key, what }) => `${what} ${kind} ${key}`).sort()).toEqual([
      ...[
        'added trunk Spare',
        'added window Lunch',
        'added zone +8699',
        'changed campaign Spring',
        'changed trunk Main',
      ],
    ]);
    expect(dry.notes).toEqual([{ kind: 'trunk', key: 'Spare', says: 'secret_missing' }]);
    expect(await channels()).toBe(30);
    expect(await db.prisma.trunk.count()).toBe(1);
    expect((await send(document, false, '')).status).toBe(400);
    expect((await send(document, false)).status).toBe(200);
    expect(await channels()).toBe(12);
    const spare = await db.prisma.trunk.findUniqueOrThrow({ where: { name: 'Spare' } });
    expect(spare).toMatchObject({ enabled: false, credentials: null });
    const main = await db.prisma.trunk.findUniqueOrThrow({ where: { id: trunkId } });
    expect(main).toMatchObject({ credentials: secret, failoverId: spare.id });
    expect(await db.prisma.campaignAgent.count()).toBe(1);
    expect(await db.prisma.windowRule.count({ where: { campaign: { name: 'Spring' } } })).toBe(1);
    expect(await versions({ kind: 'zone' })).toMatchObject([
      { origin: 'import', reason: 'From git', byName: 'Ada Admin' },
    ]);
    expect(audited.at(-1)).toMatchObject({ action: 'configuration.imported' });
    const without = await exported();
    without['zones'] = [];
    delete without['windows'];
    without['trunks'] = [];
    const plan = configPlan.parse(JSON.parse((await send(without, false)).text));
    expect(plan.objects.map(({ kind, key, what }) => `${what} ${kind} ${key}`).sort()).toEqual([
      ...['kept trunk Main', 'kept trunk Spare', 'removed zone +8699'],
    ]);
    expect(await db.prisma.windowRule.count()).toBe(1);
  });

  it('[CFG-4] one thing that cannot be, and nothing is done: each is told by its path', async () => {
    const refused = async (change: (document: Document) => void) => {
      const document = await exported();
      document['trunks'] = (document['trunks'] ?? []).map((each) => ({ ...each, channels: 99 }));
      change(document);
      const reply = await send(document, false);
      expect(reply.status).toBe(400);
      expect(await channels()).toBe(30);
      return fieldsOf(reply.text);
    };
    const [trunk] = (await exported())['trunks'] ?? [];
    expect(await refused((d) => (d['trunks'] = [{ ...trunk, failover: 'Nobody' }]))).toEqual(['trunks.0.failover']);
    expect(
      await refused((d) => {
        d['trunks'] = [
          { ...trunk, failover: 'B' },
          { ...trunk, name: 'B', failover: 'Main' },
        ];
      }),
    ).toEqual(['trunks.0.failover', 'trunks.1.failover']);
    expect(await refused((d) => (d['trunks'] = [{ ...trunk, channels: 0 }]))).toEqual(['trunks.0.channels']);
    const campaign = (over: object) => (d: Document) =>
      void (d['campaigns'] = (d['campaigns'] ?? []).map((each) => ({ ...each, ...over })));
    expect(await refused(campaign({ agents: ['ghost'] }))).toEqual(['campaigns.0.agents.0']);
    const day = { days: [1], from: '09:00', to: '12:00' };
    expect(await refused(campaign({ schedule: [day, day] }))).toEqual(['campaigns.0.schedule.1']);
    expect(
      await refused((d) => {
        d['rules'] = [
          { campaign: 'Spring', preset: 'demo', presetVersion: 1, tightening: { recording: { all: false } } },
        ];
      }),
    ).toEqual(['rules.0.tightening']);
    expect(
      await refused((d) => {
        d['windows'] = [
          {
            ...{ name: 'W', preset: 'uk', campaign: null, client: null, zones: [], classes: [], weekdays: [] },
            ...{ on: 'every', calendar: null, hours: [{ from: '02:00', to: '23:00' }] },
          },
        ];
      }),
    ).toEqual(['windows.0.hours.0']);
    expect(await refused((d) => (d['version'] = 7 as never))).toEqual(['version']);
    const callerIds = (over: object) => (d: Document) =>
      void (d['callerIds'] = (d['callerIds'] ?? []).map((each) => ({ ...each, ...over })));
    expect(await refused(callerIds({ trunk: 'Nobody' }))).toEqual(['callerIds.0.trunk']);
    expect(await refused(callerIds({ inbound: { team: null } }))).toEqual(['callerIds.0.inbound']);
  });

  it('[CAMP-8] how a campaign gives its calls to agents is in the document, agents by their names, and its scripts too', async () => {
    const document = await exported();
    const scripts = [{ code: 'PTP', text: 'Repeat amount and day.' }];
    const routing = {
      ...{ requiredSkills: ['legal'], languageRule: 'required', affinityMs: 0, balanceOccupancy: true, stickyDays: 7 },
      levels: [{ agent: 'avery', level: 2 }],
    };
    document['campaigns'] = (document['campaigns'] ?? []).map((each) => {
      return { ...each, agents: ['avery'], scripts, routing };
    });
    expect((await send(document, false)).status).toBe(200);
    expect((await exported())['campaigns']).toMatchObject([{ scripts, routing }]);
    const campaign = await db.prisma.campaign.findFirstOrThrow({ include: { agents: true } });
    expect(campaign).toMatchObject({ stickyDays: 7, requiredSkills: ['legal'], agents: [{ level: 2 }] });
    const [newest] = await versions({ kind: 'campaign' });
    expect(newest?.changes.map(({ path }) => path)).toContain('routing.stickyDays');
    const faulty = async (over: object) => {
      document['campaigns'] = (document['campaigns'] ?? []).map((each) => ({
        ...each,
        routing: { ...routing, ...over },
      }));
      return fieldsOf((await send(document, false)).text);
    };
    expect(await faulty({ levels: [{ agent: 'ghost', level: 2 }] })).toEqual(['campaigns.0.routing.levels.0.agent']);
    expect(await faulty({ levels: [1, 2].map((level) => ({ agent: 'avery', level })) })).toEqual([
      'campaigns.0.routing.levels.1.agent',
    ]);
    expect(await faulty({ stickyDays: -1 })).toEqual(['campaigns.0.routing.stickyDays']);
  });

  it('[CFG-5] the schema is published at an address of its own, without a sign-in', async () => {
    const { status, text } = await ask('/schemas/configuration-1.json', undefined, 'nobody');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ type: 'object', required: ['format', 'version'] });
  });

  it('[CFG-4] sign-in rules are a part of the document, for whoever manages people alone', async () => {
    const signIn = { passwordMinLength: 15, secondFactorRoles: [] };
    const document = await exported();
    expect(document['signIn']).toEqual([signIn]);
    expect(JSON.stringify(document)).not.toMatch(/passwordHash|totp|sealed/i);
    const stricter = { ...document, signIn: [{ passwordMinLength: 20, secondFactorRoles: ['admin'] }] };
    managesPeople = false;
    expect((await exported())['signIn']).toBeUndefined();
    const refused = await send(stricter, false);
    expect([refused.status, fieldsOf(refused.text)]).toEqual([400, ['signIn']]);
    managesPeople = true;
    const dry = configPlan.parse(JSON.parse((await send(stricter, true)).text));
    expect(dry.objects.map(({ kind, what }) => [kind, what])).toEqual([['access_policy', 'changed']]);
    expect(await db.prisma.accessPolicy.count()).toBe(0);
    expect((await send(stricter, false)).status).toBe(200);
    expect(await db.prisma.accessPolicy.findUnique({ where: { id: 1 } })).toMatchObject({
      ...{ passwordMinLength: 20, secondFactorRoles: ['admin'] },
    });
    const [imported, found] = await versions({ kind: 'access_policy' });
    expect(imported).toMatchObject({ number: 2, origin: 'import', reason: 'From git' });
    const back = (may: boolean) => {
      managesPeople = may;
      const body = { reason: 'Not yet', newestSeen: 2, dryRun: false };
      return ask(`/api/configuration/versions/${found?.versionId ?? ''}/restore`, body);
    };
    expect((await back(false)).status).toBe(400);
    expect((await back(true)).status).toBe(200);
    expect(await db.prisma.accessPolicy.findUnique({ where: { id: 1 } })).toMatchObject({ passwordMinLength: 15 });
    const short = { ...document, signIn: [{ passwordMinLength: 4, secondFactorRoles: [] }] };
    expect(fieldsOf((await send(short, false)).text)).toEqual(['signIn.0.passwordMinLength']);
  });
});
