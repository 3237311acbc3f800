import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zoneOverrideList } from '../../src/contract/zone.ts';
import { newId } from '../../src/platform/ids.ts';
import { House, tuesdayMorning, type Given } from './house.ts';

describe('zones of prefixes', () => {
  let house: House;
  let admin: { id: string; role: 'admin' };
  let boss: { id: string; role: 'supervisor' };
  beforeAll(async () => {
    house = await House.open();
    admin = { id: await house.user('admin'), role: 'admin' };
    boss = { id: await house.user('supervisor'), role: 'supervisor' };
  });
  afterAll(() => house[Symbol.asyncDispose]());

  const set = (prefix: string, zone: string | null, as: { id: string; role: string } = admin) =>
    house.send('POST', '/api/zone-overrides', as, { prefix, zone, reason: 'Lives by its own clock' });
  const decided = async (given: Given) => {
    const reply = await house.get(`/api/cases/${given.caseId}/decision`, boss);
    const { numbers } = (await reply.json()) as { numbers: { kind: string; reason: string; nextEligibleAt: number }[] };
    return numbers[0];
  };
  const shownAt = async (given: Given): Promise<string | null> => {
    const page = (await (await house.get(`/api/cases/${given.caseId}`, boss)).json()) as {
      ladder: { localTime: string | null }[];
    };
    return page.ladder[0]?.localTime ?? null;
  };
  const inXinjiang = async (): Promise<Given> => {
    const given = await house.givenCase(['self_mobile']);
    const lineId = given.numbers[0]?.lineId ?? '';
    const count = await house.prisma.line.count();
    await house.prisma.line.update({ where: { id: lineId }, data: { e164: `+8699155501${String(count)}` } });
    return given;
  };

  it('[ZONE-7] numbers of a prefix keep the hours of the zone set for it, known and new ones alike', async () => {
    house.clock.set('2026-11-24T01:00:00.000Z');
    const known = await inXinjiang();
    expect(await decided(known)).toMatchObject({ kind: 'ALLOW' });
    expect(await set('+8699', 'Asia/Urumqi')).toMatchObject({ status: 200 });
    const added = await inXinjiang();
    for (const given of [known, added]) {
      expect(await decided(given)).toMatchObject({
        kind: 'DEFER',
        reason: 'outside_window',
        nextEligibleAt: Date.parse('2026-11-24T02:00:00.000Z'),
      });
      expect(await shownAt(given)).toBe('07:00');
    }
    house.clock.set('2026-11-24T15:59:59.000Z');
    expect(await decided(known)).toMatchObject({ kind: 'DEFER' });
    house.clock.set('2026-11-24T15:30:00.000Z');
    expect(await decided(known)).toMatchObject({ kind: 'ALLOW' });
  });

  it('[ZONE-7] the longest prefix counts, and what is taken back gives numbers their own clock again', async () => {
    house.clock.set('2026-11-24T01:00:00.000Z');
    const given = await inXinjiang();
    await set('+8699', 'Asia/Urumqi');
    await set('+86991', 'Asia/Tokyo');
    expect(await decided(given)).toMatchObject({ kind: 'ALLOW' });
    await set('+86991', null);
    expect(await decided(given)).toMatchObject({ kind: 'DEFER' });
    await set('+8699', null);
    expect(await decided(given)).toMatchObject({ kind: 'ALLOW' });
    expect(await set('+8699', null)).toMatchObject({ status: 400, rules: ['5.3:not_set'] });
  });

  it('[ZONE-8] what waits at such a number is looked at again', async () => {
    house.clock.set('2026-11-24T01:00:00.000Z');
    await set('+8699', 'Asia/Urumqi');
    const given = await inXinjiang();
    const elsewhere = await house.givenCase(['self_mobile']);
    for (const { caseId } of [given, elsewhere]) {
      await house.casework.caseFacts.deferCase(caseId, Date.parse('2026-11-24T02:00:00.000Z'), 'outside_window');
    }
    const due = () => house.casework.caseFacts.dueCases(house.campaignId, house.clock(), 100);
    expect(await due()).not.toContain(given.caseId);
    await set('+8699', null);
    expect(await due()).toContain(given.caseId);
    expect(await due()).not.toContain(elsewhere.caseId);
  });

  it('[ZONE-8] all of them, however many', async () => {
    house.clock.set('2026-11-24T01:00:00.000Z');
    const given = await inXinjiang();
    const model = await house.prisma.case.findUniqueOrThrow({
      where: { id: given.caseId },
      select: {
        clientId: true,
        debtorId: true,
        campaignId: true,
        amountMinor: true,
        currency: true,
        placementDate: true,
        addressZones: true,
        warnings: true,
      },
    });
    const number = await house.prisma.phoneNumber.findFirstOrThrow({ where: { caseId: given.caseId } });
    const ids = Array.from({ length: 2_050 }, () => newId());
    const waiting = { dueAt: new Date('2026-11-24T02:00:00.000Z'), dueReason: 'outside_window' };
    await house.prisma.case.createMany({
      data: ids.map((id) => ({ ...model, id, refKey: id, externalRef: id, ...waiting })),
    });
    await house.prisma.phoneNumber.createMany({ data: ids.map((caseId) => ({ ...number, id: newId(), caseId })) });
    await set('+8699', 'Asia/Tokyo');
    const { count } = await house.prisma.case.updateMany({
      where: { id: { in: ids }, dueAt: new Date(house.clock()) },
      data: { status: 'closed', dueAt: null },
    });
    expect(count).toBe(ids.length);
  });

  it('[ZONE-9] administrators alone set zones, by prefix and place; the audit trail and the list say who', async () => {
    house.clock.set(tuesdayMorning);
    expect(await set('+8699', 'Asia/Urumqi', boss)).toMatchObject({ status: 403 });
    for (const [prefix, zone] of [
      ['8699', 'Asia/Urumqi'],
      ['+', 'Asia/Urumqi'],
      ['+8699', 'Asia/Nowhere'],
      ['+8699', '+06:00'],
      ['+8699', 'Etc/GMT-6'],
    ] as const) {
      expect((await set(prefix, zone)).status).toBe(400);
    }
    expect((await set('+8699', 'Asia/Urumqi')).status).toBe(200);
    const listed = zoneOverrideList.parse(await (await house.get('/api/zone-overrides', boss)).json());
    expect(listed.overrides).toMatchObject([
      {
        ...{ prefix: '+8699', zone: 'Asia/Urumqi', setAt: house.clock(), setByName: 'Somebody' },
        reason: 'Lives by its own clock',
      },
    ]);
    expect(house.audited.at(-1)).toEqual({ action: 'zone.set', actorId: admin.id, subjectId: '+8699' });
  });

  it('[ZONE-9] setting and taking back are asked for a reason, and nothing is done without', async () => {
    const ask = (body: object) => house.send('POST', '/api/zone-overrides', admin, { prefix: '+8698', ...body });
    expect(await ask({ zone: 'Asia/Urumqi' })).toMatchObject({ status: 400 });
    expect(await ask({ zone: 'Asia/Urumqi', reason: ' no ' })).toMatchObject({ status: 400 });
    expect(await house.prisma.zoneOverride.count({ where: { prefix: '+8698' } })).toBe(0);
    expect(await ask({ zone: 'Asia/Urumqi', reason: 'As asked' })).toMatchObject({ status: 200 });
    expect(await ask({ zone: null })).toMatchObject({ status: 400 });
    expect(await ask({ zone: null, reason: 'Moved away' })).toMatchObject({ status: 200 });
  });

  it('[ZONE-9] a zone is changed only as it was seen', async () => {
    const ask = (zone: string | null, seen: string | null) =>
      house.send('POST', '/api/zone-overrides', admin, { prefix: '+8695', zone, seen, reason: 'As asked' });
    expect((await ask('Asia/Urumqi', 'Asia/Tokyo')).status).toBe(409);
    expect((await ask('Asia/Urumqi', null)).status).toBe(200);
    expect((await ask('Asia/Tokyo', null)).status).toBe(409);
    expect((await ask(null, 'Asia/Tokyo')).status).toBe(409);
    expect((await ask('Asia/Tokyo', 'Asia/Urumqi')).status).toBe(200);
    expect((await ask(null, 'Asia/Tokyo')).status).toBe(200);
  });

  it('[ZONE-10] how many numbers a prefix decides about is told before and after, those of a longer one apart', async () => {
    const line = (e164: string) => house.prisma.line.create({ data: { id: newId(), e164, zones: ['Asia/Shanghai'] } });
    const begun = ['+8699700001', '+8699711111', '+8699712345678', '+869979999999999'];
    for (const e164 of [...begun, '+8699800001', '+8699611111']) await line(e164);
    const effect = async (prefix: string, as: { id: string; role: string } = boss) =>
      JSON.parse((await house.send('POST', '/api/zone-overrides/effect', as, { prefix })).text) as unknown;
    expect(await effect('+86997')).toEqual({ numbers: 4, byLonger: 0 });
    await set('+869971', 'Asia/Urumqi');
    await set('+86997', 'Asia/Urumqi');
    expect(await effect('+86997')).toEqual({ numbers: 2, byLonger: 2 });
    expect(await effect('+869971')).toEqual({ numbers: 2, byLonger: 0 });
    const { overrides } = zoneOverrideList.parse(await (await house.get('/api/zone-overrides', boss)).json());
    expect(overrides.find(({ prefix }) => prefix === '+86997')).toMatchObject({ numbers: 2, byLonger: 2 });
    const agent = { id: house.agentId, role: 'agent' };
    expect((await house.send('POST', '/api/zone-overrides/effect', agent, { prefix: '+86997' })).status).toBe(403);
    await set('+869971', null);
    await set('+86997', null);
  });
});
