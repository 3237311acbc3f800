import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRules, type Rules } from '../../src/casework/make-rules.ts';
import { rulePreview, rulesOverview, ruleVersions, type RulePreviewView } from '../../src/contract/rules.ts';
import { problemErrors } from '../../src/platform/http-problem.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { House, type Given } from './house.ts';

const quiet = makeLogger({ level: 'silent' });

/** The room's rules on a house's database, with their door. */
async function openRules(house: House, redis: TestRedis, mostCases?: number) {
  const door =
    (...roles: string[]): express.RequestHandler =>
    (req, res, next) => {
      const role = req.get('x-role') ?? 'agent';
      if (!roles.includes(role)) return void res.status(403).end();
      res.locals['user'] = { id: req.get('x-user'), role, displayName: 'Somebody' };
      next();
    };
  const audited: unknown[] = [];
  const rules: Rules = makeRules({
    prisma: house.prisma,
    queues: { redisUrl: redis.url, prefix: redis.prefix },
    clock: house.clock,
    log: quiet,
    audit: { record: (entry) => Promise.resolve(void audited.push(entry)) },
    requireSupervisor: door('supervisor', 'admin'),
    requireAdmin: door('admin'),
    works: false,
    ...(mostCases === undefined ? {} : { mostCases }),
  });
  const app = express();
  app.use(rules.router);
  app.use(problemErrors(quiet));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const adminId = await house.user('admin');
  const ask = async (path: string, body?: object, role = 'admin') => {
    const response = await fetch(`${url}/api/rules${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'x-user': adminId, 'x-role': role, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as unknown };
  };
  return {
    rules,
    ask,
    audited,
    adminId,
    save: (tightening: object, more: object = {}) =>
      ask(`/campaigns/${house.campaignId}/versions`, {
        preset: 'cn',
        presetVersion: 1,
        tightening,
        reason: 'The client asks for it',
        basedOn: 0,
        ...more,
      }),
    async preview(tightening: object, more: object = {}): Promise<RulePreviewView> {
      const begun = await ask(`/campaigns/${house.campaignId}/previews`, {
        preset: 'cn',
        presetVersion: 1,
        tightening,
        ...more,
      });
      expect(begun.status).toBe(202);
      return rulePreview.parse(begun.body);
    },
    found: async (previewId: string) => rulePreview.parse((await ask(`/previews/${previewId}`)).body),
    async [Symbol.asyncDispose]() {
      await rules.stop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('rules of a campaign', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await withRedis();
  });
  afterAll(() => redis.close());

  it('[RULE-1] a campaign tightens its preset: the version is kept with who, when and why, and rules from then on', async () => {
    await using house = await House.open();
    await using desk = await openRules(house, redis);
    const of = await house.givenCase(['self_mobile']);
    const saved = await desk.save({ window: { hours: ['11:00', '20:00'] } });
    expect(saved).toMatchObject({
      status: 201,
      body: { number: 1, byName: 'Somebody', reason: 'The client asks for it' },
    });
    const { versions } = ruleVersions.parse((await desk.ask(`/campaigns/${house.campaignId}/versions`)).body);
    expect(versions.map(({ number, document }) => [number, document.window.hours])).toEqual([
      [1, ['11:00', '20:00']],
      [0, ['08:00', '22:00']],
    ]);
    expect(desk.audited).toMatchObject([
      { actorId: desk.adminId, action: 'rules.saved', subjectId: house.campaignId, detail: { number: 1 } },
    ]);
    // 10:00 in Shanghai: the preset would dial, the campaign does not yet.
    const why = await (await house.get(`/api/cases/${of.caseId}/decision`, { id: desk.adminId, role: 'admin' })).json();
    expect(why).toMatchObject({
      presetName: 'cn',
      presetVersion: 1,
      rulesVersion: 1,
      next: null,
      dueAt: Date.parse('2026-11-24T03:00:00Z'),
      numbers: [{ reason: 'outside_window' }],
    });
  });

  it('[RULE-2] what would loosen the law layer is refused by its field, and nothing is stored', async () => {
    await using house = await House.open();
    await using desk = await openRules(house, redis);
    const loose = { window: { hours: ['07:00', '22:00'] }, caps: { attemptsPerNumberDay: 7, minRedialMs: 60_000 } };
    for (const door of ['versions', 'check', 'previews']) {
      const refused = await desk.ask(`/campaigns/${house.campaignId}/${door}`, {
        preset: 'cn',
        presetVersion: 1,
        tightening: loose,
        reason: 'More calls',
        basedOn: 0,
      });
      expect(refused.status, door).toBe(400);
      expect(
        (refused.body as { errors: { field: string; rule: string }[] }).errors.map(({ field, rule }) => [field, rule]),
      ).toEqual([
        ['tightening.window.hours', 'PRE-5'],
        // Without hours of its own, Sunday is as early.
        ['tightening.window.sunday', 'PRE-5'],
        ['tightening.caps.attemptsPerNumberDay', 'PRE-5'],
        ['tightening.caps.minRedialMs', 'PRE-5'],
      ]);
    }
    const unknown = await desk.save({}, { presetVersion: 99 });
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ field: 'presetVersion', rule: 'shipped' }] } });
    const typo = await desk.save({ caps: { attemptsPerNumbreDay: 1 } });
    expect(typo).toMatchObject({ status: 400, body: { errors: [{ field: 'tightening.caps' }] } });
    const manual = await desk.save({ cadence: { threshold: 1 } });
    expect(manual.status).toBe(400);
    expect(await house.prisma.ruleVersion.count()).toBe(0);
  });

  it('[RULE-3] supervisors look, administrators save, agents do neither; the reason is asked for', async () => {
    await using house = await House.open();
    await using desk = await openRules(house, redis);
    expect((await desk.ask('', undefined, 'agent')).status).toBe(403);
    const overview = rulesOverview.parse((await desk.ask('', undefined, 'supervisor')).body);
    expect(overview.maySave).toBe(false);
    expect(overview.presets.map(({ name }) => name).sort()).toEqual(['cn', 'demo', 'uk', 'us-regf']);
    const body = { preset: 'cn', presetVersion: 1, tightening: { ringMinMs: 20_000 }, reason: 'Longer', basedOn: 0 };
    expect((await desk.ask(`/campaigns/${house.campaignId}/versions`, body, 'supervisor')).status).toBe(403);
    expect((await desk.ask(`/campaigns/${house.campaignId}/check`, body, 'supervisor')).status).toBe(200);
    const mute = await desk.save({ ringMinMs: 20_000 }, { reason: '  ' });
    expect(mute).toMatchObject({ status: 400, body: { errors: [{ field: 'reason' }] } });
  });

  it('[RULE-4] of two who change the same version one is told; a version is never changed; the way back is a new one', async () => {
    await using house = await House.open();
    await using desk = await openRules(house, redis);
    const both = await Promise.all([
      desk.save({ caps: { attemptsPerNumberDay: 5 } }),
      desk.save({ caps: { attemptsPerNumberDay: 4 } }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await desk.save({}, { basedOn: 1, restoredFrom: 0 })).toMatchObject({
      status: 201,
      body: { number: 2, restoredFrom: 0, document: { caps: { attemptsPerNumberDay: 6 } } },
    });
    expect(await desk.save({}, { basedOn: 2 })).toMatchObject({ status: 409, body: { code: 'rules-unchanged' } });
    await expect(
      house.prisma.ruleVersion.updateMany({ where: { number: 1 }, data: { reason: 'Rewritten' } }),
    ).rejects.toThrow();
    expect(await house.prisma.ruleVersion.count()).toBe(3);
  });

  it('[RULE-11] another preset is no way around the law of the house; one that is as strict passes', async () => {
    await using house = await House.open();
    await using desk = await openRules(house, redis);
    const refused = await desk.save({}, { preset: 'us-regf' });
    expect(refused).toMatchObject({ status: 400 });
    const { errors } = refused.body as { errors: { field: string; rule: string; remedy: string }[] };
    expect(errors.map(({ field, rule }) => [field, rule])).toContainEqual([
      'tightening.caps.attemptsPerNumberDay',
      'PRE-8',
    ]);
    expect(errors[0]?.remedy).toContain('cn 1');
    expect(await house.prisma.ruleVersion.count()).toBe(0);
    // What stays looser is asked for by its field, and then it is the other country's law as well as the house's.
    const asked = { caps: { attemptsPerNumberDay: 6, effectiveTalksPerDebtorDay: 3 }, thirdParty: { noRpcDays: 3 } };
    expect(await desk.save(asked, { preset: 'us-regf' })).toMatchObject({ status: 201, body: { preset: 'us-regf' } });
    expect(await desk.save({}, { preset: 'us-regf', basedOn: 1 })).toMatchObject({ status: 400 });
    expect(await desk.save({}, { preset: 'cn', basedOn: 1 })).toMatchObject({ status: 201, body: { number: 2 } });
  });

  it('[RULE-5] cases that waited for a limit are looked at again when it moves', async () => {
    await using house = await House.open();
    await using desk = await openRules(house, redis);
    const waits = await house.givenCase(['self_mobile']);
    const promised = await house.givenCase(['self_mobile']);
    const later = new Date(house.clock() + 3_600_000);
    await house.prisma.case.update({ where: { id: waits.caseId }, data: { dueAt: later, dueReason: 'redial_gap' } });
    await house.prisma.case.update({ where: { id: promised.caseId }, data: { dueAt: later, dueReason: 'ptp_hold' } });
    await desk.save({ caps: { minRedialMs: 45 * 60_000 } });
    expect((await house.caseRow(waits)).dueAt?.getTime()).toBe(house.clock());
    expect((await house.caseRow(promised)).dueAt).toEqual(later);
  });

  it('[RULE-12] by when a case is owed moves with its rules, and a pass that was broken off goes on where it was', async () => {
    await using house = await House.open();
    await using desk = await openRules(house, redis);
    const silent = await house.givenCase(['work']);
    const another = await house.givenCase(['work']);
    const agreed = await house.givenCase(['work']);
    for (const of of [silent, another, agreed]) await house.called(of, 0, { result: 'NO_ANSWER' });
    await house.prisma.case.update({
      where: { id: agreed.caseId },
      data: { nextFollowUpOn: new Date('2026-11-26'), followUpBy: new Date('2026-11-26') },
    });
    // Nobody's cases are few, those of the whole campaign many.
    await house.prisma.dayVolume.create({
      data: {
        ...{ scopeId: house.campaignId, whole: true, day: new Date('2026-11-24'), openCases: 300 },
        takenAt: new Date(house.clock()),
      },
    });
    const owed = async (of: Given) => (await house.caseRow(of)).followUpBy?.toISOString().slice(0, 10);
    expect(await house.casework.replanFollowUps()).toBe(0);
    expect([await owed(silent), await owed(another)]).toEqual(['2026-11-26', '2026-11-26']);
    expect((await desk.save({ cadence: { scope: 'campaign' } })).status).toBe(201);
    await house.prisma.followUpReplan.updateMany({ data: { afterId: silent.caseId } });
    expect(await house.casework.replanFollowUps()).toBe(1);
    expect([await owed(silent), await owed(another)]).toEqual(['2026-11-26', '2026-11-27']);
    expect((await desk.save({}, { basedOn: 1 })).status).toBe(201);
    expect((await desk.save({ cadence: { scope: 'campaign' } }, { basedOn: 2 })).status).toBe(201);
    expect(await house.casework.replanFollowUps()).toBe(1);
    expect(await Promise.all([silent, another, agreed].map(owed))).toEqual(['2026-11-27', '2026-11-27', '2026-11-26']);
    expect(await house.casework.replanFollowUps()).toBe(0);
    expect(await house.prisma.followUpReplan.count({ where: { doneAt: null } })).toBe(0);
    // Two changes before the first pass are one replan.
    expect((await desk.save({}, { basedOn: 3 })).status).toBe(201);
    expect((await desk.save({ cadence: { scope: 'campaign' } }, { basedOn: 4 })).status).toBe(201);
    expect(await house.prisma.followUpReplan.count({ where: { doneAt: null } })).toBe(1);
    expect(await house.casework.replanFollowUps()).toBe(0);
  });

  it('[RULE-6] the look ahead counts cases and numbers hour by hour tomorrow, under both rules, and changes nothing', async () => {
    await using house = await House.open();
    await using desk = await openRules(house, redis);
    for (let n = 0; n < 3; n += 1) await house.givenCase(['self_mobile', 'work']);
    await house.givenCase(['self_mobile'], { campaign: false });
    const before = await house.prisma.case.findMany({ orderBy: { id: 'asc' } });
    const { previewId } = await desk.preview({ window: { hours: ['10:00', '20:00'] } });
    expect(await desk.rules.previewNow(previewId)).toBe('done');
    const { status, result, casesDone, casesTotal } = await desk.found(previewId);
    expect([status, casesDone, casesTotal, result?.date, result?.sample]).toEqual(['done', 3, 3, '2026-11-25', null]);
    const hours = result?.hours ?? [];
    expect(hours.map(({ at }) => new Date(at).toISOString().slice(0, 13))[0]).toBe('2026-11-24T16');
    const open = (from: number, to: number) => Array.from({ length: 24 }, (_, at) => (at >= from && at < to ? 3 : 0));
    expect(hours.map((hour) => hour.before.cases)).toEqual(open(8, 22));
    expect(hours.map((hour) => hour.after.cases)).toEqual(open(10, 20));
    expect(hours.map((hour) => hour.after.numbers)).toEqual(open(10, 20).map((cases) => cases * 2));
    expect(hours[8]).toMatchObject({ casesLost: 3, casesGained: 0, after: { reasons: { outside_window: 6 } } });
    expect(result?.changes).toEqual([{ from: 'dialable', to: 'outside_window', numberHours: 24 }]);
    expect(await house.prisma.case.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
    expect(await house.prisma.attempt.count()).toBe(0);
  });

  it('[RULE-7] more cases than are looked at are sampled, carried over to all, and the margin is stated', async () => {
    await using house = await House.open();
    await using desk = await openRules(house, redis, 10);
    for (let n = 0; n < 40; n += 1) await house.givenCase(['self_mobile']);
    const { previewId } = await desk.preview({ window: { hours: ['10:00', '20:00'] } });
    await desk.rules.previewNow(previewId);
    const { result } = await desk.found(previewId);
    const taken = result?.sample?.taken ?? 0;
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(40);
    expect(result?.sample).toMatchObject({ of: 40, marginShare: 0.98 / Math.sqrt(taken) });
    expect(result?.hours[12]).toMatchObject({ before: { cases: 40 }, after: { cases: 40 } });
  });

  it('[RULE-8] a look ahead is cancelled while it waits or runs; one at a time for a campaign', async () => {
    await using house = await House.open();
    await using desk = await openRules(house, redis);
    await house.givenCase(['self_mobile']);
    const waiting = await desk.preview({ ringMinMs: 20_000 });
    const second = await desk.ask(`/campaigns/${house.campaignId}/previews`, {
      preset: 'cn',
      presetVersion: 1,
      tightening: {},
    });
    expect(second).toMatchObject({ status: 409, body: { code: 'preview-under-way' } });
    expect(await desk.ask(`/previews/${waiting.previewId}/cancel`, {})).toMatchObject({
      body: { status: 'cancelled' },
    });
    expect(await desk.rules.previewNow(waiting.previewId)).toBe('unknown');
    const running = await desk.preview({ ringMinMs: 20_000 });
    await house.prisma.rulePreview.update({
      where: { id: running.previewId },
      data: { status: 'running', cancelAsked: true },
    });
    expect(await desk.rules.previewNow(running.previewId)).toBe('cancelled');
    expect(await desk.found(running.previewId)).toMatchObject({ status: 'cancelled', result: null });
  });
});
