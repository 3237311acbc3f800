import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePrismaCampaignCases } from '../../../src/casework/adapters/prisma-campaign-cases.ts';
import { campaignSetupView } from '../../../src/contract/campaign-setup.ts';
import { makeCampaigns, type Campaigns } from '../../../src/dialer/make-campaigns.ts';
import { presets } from '../../../src/domain/presets.ts';
import { usualRouting } from '../../../src/domain/routing/routing-rules.ts';
import { newId } from '../../../src/platform/ids.ts';
import { problemErrors } from '../../../src/platform/http-problem.ts';
import { makeLogger } from '../../../src/platform/log.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { withDatabase, type TestDatabase } from '../../support/with-database.ts';
import { seedCampaign, seedCase, type Placement } from '../bed.ts';

let db: TestDatabase;
let campaigns: Campaigns;
let server: Server;
let url = '';
let place: Placement;
const agentId = newId();
const audited: string[] = [];
const started: string[] = [];

const requireSupervisor: RequestHandler = (req, res, next) => {
  const role = req.get('x-role') ?? 'supervisor';
  if (role === 'agent') return void res.status(403).end();
  res.locals['user'] = { id: agentId, role };
  next();
};

beforeAll(async () => {
  db = await withDatabase();
  const log = makeLogger({ level: 'silent' });
  campaigns = makeCampaigns({
    prisma: db.prisma,
    clock: fakeClock(),
    log,
    audit: { record: ({ action }) => Promise.resolve(void audited.push(action)) },
    carrier: { kind: 'sim' },
    rulesOf: ({ preset }) => (preset === 'demo' ? presets.demo : null),
    cases: makePrismaCampaignCases({ prisma: db.prisma, clock: fakeClock() }),
    requireSupervisor,
    works: false,
  });
  const app = express();
  app.use(campaigns.router);
  app.post('/api/campaigns/:id/start', (req, res) => {
    started.push(String(req.params['id']));
    res.status(204).end();
  });
  app.use(problemErrors(log));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await db.prisma.user.create({
    data: { id: agentId, username: 'a', displayName: 'A', passwordHash: '', role: 'agent' },
  });
  place = await seedCampaign(db.prisma);
});
afterAll(async () => {
  server.close();
  await db.drop();
});

interface Said {
  readonly campaignId?: string;
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly rule: string }[];
}

async function ask(method: string, path: string, body?: object): Promise<{ status: number; body: Said }> {
  const answer = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Said };
}

const filters = {
  clientIds: [] as string[],
  placementIds: [],
  classes: [] as string[],
  owedFrom: null as number | null,
  owedTo: null as number | null,
  overdueFrom: null,
  overdueTo: null,
};
const draft = () => ({
  name: newId(),
  priority: 1,
  filters,
  trunkId: place.trunkId,
  furtherTrunkIds: [] as string[],
  callerIdIds: [] as string[],
  agentIds: [agentId],
  teamIds: [] as string[],
  schedule: [] as object[],
  abandonTreatment: 'hangup',
  abandonMessage: null as string | null,
  amd: true,
  machine: 'hang_up',
  machineWhenConnected: 'tell',
  recordingNotice: null,
  preset: 'demo',
  mode: 'progressive',
  target: 0.03,
});
async function added(over: object = {}): Promise<string> {
  const { status, body } = await ask('POST', '/api/campaigns', { ...draft(), ...over });
  if (status !== 201 || body.campaignId === undefined) throw new Error(JSON.stringify(body));
  return body.campaignId;
}
const setupOf = async (campaignId: string) =>
  campaignSetupView.parse(await (await fetch(`${url}/api/campaigns/${campaignId}/setup`)).json());

/** An open case that is in no campaign. */
async function freeCase(over: { amountMinor?: bigint; caseClass?: string } = {}): Promise<string> {
  const { caseId } = await seedCase(db.prisma, place);
  await db.prisma.case.update({ where: { id: caseId }, data: { campaignId: null, ...over } });
  return caseId;
}
const campaignOf = async (caseId: string): Promise<string | null> =>
  (await db.prisma.case.findUniqueOrThrow({ where: { id: caseId } })).campaignId;

describe('setting a campaign up', () => {
  it('[CAMP-7] scripts are kept by result and cloned; a result named twice is refused by its place', async () => {
    const scripts = [{ code: 'PTP', text: 'Repeat amount and day.' }];
    const campaignId = await added({ scripts });
    expect((await setupOf(campaignId)).scripts).toEqual(scripts);
    const { body } = await ask('POST', `/api/campaigns/${campaignId}/clone`, { name: newId() });
    expect((await setupOf(body.campaignId ?? '')).scripts).toEqual(scripts);
    const twice = await ask('POST', '/api/campaigns', { ...draft(), scripts: [...scripts, ...scripts] });
    expect(twice).toMatchObject({ status: 400, body: { errors: [{ field: 'scripts.1.code', rule: 'CAMP-7' }] } });
  });

  it('[CAMP-8] how calls are given to agents is kept and cloned, and as usual where nothing is said', async () => {
    expect((await setupOf(await added())).routing).toEqual({ ...usualRouting, levels: [] });
    const routing = {
      ...{ requiredSkills: ['hardship'], languageRule: 'required', affinityMs: 300, balanceOccupancy: true },
      ...{ stickyDays: 30, levels: [{ agentId, level: 1 }] },
    };
    const campaignId = await added({ routing });
    expect((await setupOf(campaignId)).routing).toEqual(routing);
    const { body } = await ask('POST', `/api/campaigns/${campaignId}/clone`, { name: newId() });
    expect((await setupOf(body.campaignId ?? '')).routing).toEqual(routing);
    const row = await db.prisma.campaignAgent.findFirstOrThrow({ where: { campaignId, userId: agentId } });
    expect(row.level).toBe(1);
  });

  it('[CAMP-8] members of a team have levels too; nobody can start it who cannot do what its calls ask for', async () => {
    const team = await db.prisma.team.create({ data: { id: newId(), name: newId() } });
    const member = newId();
    const user = { id: member, username: member, displayName: 'B', passwordHash: '', teamId: team.id };
    await db.prisma.user.create({ data: { ...user, role: 'agent' } });
    const levels = [{ agentId: member, level: 9 }];
    const over = { agentIds: [], teamIds: [team.id], routing: { requiredSkills: ['legal'], levels } };
    const campaignId = await added(over);
    expect((await setupOf(campaignId)).routing.levels).toEqual(levels);
    const agentsCheck = async () => {
      const { body } = await ask('GET', `/api/campaigns/${campaignId}/checklist`);
      const { checks } = body as unknown as { checks: { check: string; holds: boolean }[] };
      return checks.find(({ check }) => check === 'agents')?.holds;
    };
    expect(await agentsCheck()).toBe(false);
    await db.prisma.user.update({ where: { id: member }, data: { skills: ['legal'] } });
    expect(await agentsCheck()).toBe(true);
    expect(((await ask('GET', '/api/campaigns/choices')).body as unknown as { skills: string[] }).skills).toContain(
      'legal',
    );
  });

  it.each<[string, () => object, string]>([
    ['a skill that is none', () => ({ requiredSkills: ['-'] }), 'routing.requiredSkills.0'],
    ['a wait beyond the limit', () => ({ affinityMs: 1_501 }), 'routing.affinityMs'],
    ['days without end', () => ({ stickyDays: 91 }), 'routing.stickyDays'],
    ['a level of nobody here', () => ({ levels: [{ agentId: newId(), level: 1 }] }), 'routing.levels.0.agentId'],
    ['a tenth level', () => ({ levels: [{ agentId, level: 10 }] }), 'routing.levels.0.level'],
    ['two levels of one', () => ({ levels: [1, 2].map((level) => ({ agentId, level })) }), 'routing.levels.1.agentId'],
  ])('[CAMP-8] %s is refused by its path', async (_, routing, field) => {
    const { status, body } = await ask('POST', '/api/campaigns', { ...draft(), routing: routing() });
    expect(status).toBe(400);
    expect(body.errors?.map((error) => error.field)).toEqual([field]);
  });

  it('[CAMP-1] it is a draft, is changed on the version that was read, and both are audited', async () => {
    const campaignId = await added();
    const { version, campaignId: _id, preset: _preset, ...setup } = await setupOf(campaignId);
    const path = `/api/campaigns/${campaignId}/setup`;
    expect((await ask('PUT', path, { ...setup, priority: 5, version, reason: 'as agreed' })).status).toBe(200);
    const late = await ask('PUT', path, { ...setup, priority: 9, version, reason: 'as agreed' });
    expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect((await setupOf(campaignId)).priority).toBe(5);
    expect(audited.slice(-2)).toEqual(['campaign.added', 'campaign.changed']);
    const row = await db.prisma.campaign.findUniqueOrThrow({ where: { id: campaignId } });
    expect(row).toMatchObject({ status: 'draft', mode: 'progressive', maxAbandonRate: 0.03 });
  });

  it('[CAMP-1] a clone has the set-up and no case', async () => {
    const campaignId = await added({ priority: 7, schedule: [{ days: [1], from: '09:00', to: '10:00' }] });
    const name = newId();
    const { body } = await ask('POST', `/api/campaigns/${campaignId}/clone`, { name });
    const [first, second] = [await setupOf(campaignId), await setupOf(body.campaignId ?? '')];
    expect({ ...second, campaignId, name: first.name }).toEqual(first);
    expect((await ask('POST', `/api/campaigns/${campaignId}/clone`, { name })).body.errors?.[0]?.field).toBe('name');
  });

  it.each([
    ['[CAMP-2] a trunk that nobody knows', { trunkId: newId() }, 'trunkId'],
    ['[CAMP-2] a caller id of another trunk', { callerIdIds: [newId()] }, 'callerIdIds'],
    ['[CAMP-2] a range that holds nothing', { filters: { ...filters, owedFrom: 2, owedTo: 1 } }, 'filters.owedTo'],
    ['[CAMP-2] a message without words', { abandonTreatment: 'message', abandonMessage: '' }, 'abandonMessage'],
    ['[CAMP-5] hours that never come', { schedule: [{ days: [1], from: '10:00', to: '10:00' }] }, 'schedule.0'],
  ])('%s is refused by its field, and nothing is stored', async (_, over, field) => {
    const name = newId();
    const { status, body } = await ask('POST', '/api/campaigns', { ...draft(), ...over, name });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.field).toBe(field);
    expect(await db.prisma.campaign.count({ where: { name } })).toBe(0);
  });

  it('[CAMP-5] hours of which a change of the clock would leave nothing are refused by their place', async () => {
    await db.prisma.tenant.create({ data: { id: 1, name: 'House', preset: 'demo', businessZone: 'America/New_York' } });
    const refused = async (from: string, to: string) =>
      (await ask('POST', '/api/campaigns', { ...draft(), name: newId(), schedule: [{ days: [7], from, to }] })).body
        .errors?.[0]?.field;
    expect(await refused('02:00', '03:00')).toBe('schedule.0');
    expect(await refused('02:00', '03:01')).toBeUndefined();
    await db.prisma.tenant.delete({ where: { id: 1 } });
  });

  it('[CAMP-6] members of a team are its agents until they leave', async () => {
    const team = await db.prisma.team.create({ data: { id: newId(), name: newId() } });
    const member = newId();
    await db.prisma.user.create({
      data: { id: member, username: member, displayName: 'B', passwordHash: '', role: 'agent', teamId: team.id },
    });
    const campaignId = await added({ teamIds: [team.id] });
    const agents = async () =>
      (await db.prisma.campaignAgent.findMany({ where: { campaignId } })).map(({ userId }) => userId).sort();
    expect(await agents()).toEqual([agentId, member].sort());
    expect((await setupOf(campaignId)).agentIds).toEqual([agentId]);
    await db.prisma.user.update({ where: { id: member }, data: { teamId: null } });
    await campaigns.desk.keepUp();
    expect(await agents()).toEqual([agentId]);
  });
});

describe('starting it', () => {
  it('[CAMP-4] what is missing is named, and the order is not carried out', async () => {
    const campaignId = await added({ agentIds: [] });
    const { status, body } = await ask('POST', `/api/campaigns/${campaignId}/start`);
    expect(status).toBe(409);
    expect(body.code).toBe('campaign-not-ready');
    expect(body.errors?.map(({ field }) => field)).toEqual(['agents', 'dialable_number']);
    expect(started).not.toContain(campaignId);
  });

  it('[CAMP-3] at the start it takes in what fits and is free, and nothing else', async () => {
    const rich = await freeCase({ amountMinor: 900_00n });
    const poor = await freeCase({ amountMinor: 10_00n });
    const { caseId: taken } = await seedCase(db.prisma, place);
    await db.prisma.case.update({ where: { id: taken }, data: { amountMinor: 900_00n } });
    const campaignId = await added({ filters: { ...filters, owedFrom: 500_00 } });
    expect((await ask('POST', '/api/campaigns/fit', { ...filters, owedFrom: 500_00 })).body).toEqual({
      open: 2,
      free: 1,
    });
    expect((await ask('POST', `/api/campaigns/${campaignId}/start`)).status).toBe(204);
    expect(started).toContain(campaignId);
    expect([await campaignOf(rich), await campaignOf(poor), await campaignOf(taken)]).toEqual([
      campaignId,
      null,
      place.campaignId,
    ]);
  });

  it('[CAMP-3] of two running campaigns the smaller priority takes a new case', async () => {
    const ofTrace = { ...filters, classes: ['TRACE'] };
    const second = await added({ priority: 2, filters: ofTrace });
    const first = await added({ priority: 1, filters: ofTrace });
    await db.prisma.campaign.updateMany({ where: { id: { in: [first, second] } }, data: { status: 'running' } });
    const caseId = await freeCase({ caseClass: 'TRACE' });
    await campaigns.desk.keepUp();
    expect(await campaignOf(caseId)).toBe(first);
  });
});
