import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { calendarList } from '../../src/contract/calendar.ts';
import { probeAnswer, probeWeek } from '../../src/contract/probe.ts';
import { windowRuleList, windowRuleSaved } from '../../src/contract/window-rule.ts';
import { newId } from '../../src/platform/ids.ts';
import { House, tuesdayMorning } from './house.ts';

const typed = {
  ...{ number: '+8613812345678', class: 'self_mobile', campaignId: null as string | null },
  ...{ clientId: null as string | null, addressZone: null, state: null, city: null },
};
const lunch = {
  ...{ name: 'Lunch', preset: null, campaignId: null as string | null, clientId: null as string | null },
  ...{ zones: [], classes: [], weekdays: [], on: 'every', calendar: null as string | null },
  hours: [
    { from: '08:00', to: '09:30' },
    { from: '11:00', to: '22:00' },
  ],
};
const why = 'As the client asks';

describe('calling hours', () => {
  let house: House;
  let admin: { id: string; role: 'admin' };
  let boss: { id: string; role: 'supervisor' };
  beforeAll(async () => {
    house = await House.open();
    admin = { id: await house.user('admin'), role: 'admin' };
    boss = { id: await house.user('supervisor'), role: 'supervisor' };
  });
  afterAll(() => house[Symbol.asyncDispose]());
  beforeEach(async () => {
    house.clock.set(tuesdayMorning);
    await house.prisma.windowRule.deleteMany();
  });

  const probe = async (body: object) => {
    const { status, text } = await house.send('POST', '/api/probe', boss, {
      typed: null,
      case: null,
      at: null,
      ...body,
    });
    return { status, answer: status === 200 ? probeAnswer.parse(JSON.parse(text)) : null, text };
  };
  const week = async (body: object) => {
    const asked = { typed: null, case: null, zone: null, from: null, ...body };
    return probeWeek.parse(JSON.parse((await house.send('POST', '/api/probe/week', boss, asked)).text));
  };
  const addWindow = async (over: object = {}, as: { id: string; role: string } = admin) =>
    house.send('POST', '/api/windows', as, { ...lunch, ...over, reason: why });
  const decided = async (caseId: string) => {
    const reply = await house.get(`/api/cases/${caseId}/decision`, boss);
    return ((await reply.json()) as { numbers: { kind: string; nextEligibleAt: number }[] }).numbers[0];
  };

  it('[WIN-2] a typed number is judged as a case that has nothing but it, by its campaign, client and place', async () => {
    const { answer } = await probe({ typed: { ...typed, campaignId: house.campaignId, clientId: house.clientId } });
    expect(answer).toMatchObject({
      ...{ allowed: true, masked: '+86 138****5678', campaignName: 'Campaign', presetName: 'cn', gate: null },
      zones: [{ zone: 'Asia/Shanghai', of: ['number'], time: '10:00' }],
    });
    const night = await probe({ typed, at: Date.parse('2026-11-24T15:00:00.000Z') });
    expect(night.answer).toMatchObject({
      ...{ allowed: false, kind: 'DEFER', gate: 'window', reason: 'outside_window' },
      nextAt: Date.parse('2026-11-25T00:00:00.000Z'),
    });
    const unknown = await probe({ typed: { ...typed, number: '+79161234567' } });
    expect(unknown.answer).toMatchObject({ allowed: false, kind: 'BLOCK', reason: 'zone_unknown', zones: [] });
  });

  it('[WIN-2] a number of a case is judged with all that happened to it, and the others of the case are listed', async () => {
    const given = await house.givenCase(['self_mobile', 'home']);
    await house.called(given, 0, { result: 'NO_ANSWER' });
    const [first, second] = given.numbers;
    const of = async (numberId: string | null) => probe({ case: { ref: `Ref-${given.caseId}`, numberId } });
    const mobile = await of(first?.id ?? '');
    expect(mobile.answer).toMatchObject({ allowed: false, numberId: first?.id });
    expect(mobile.answer?.numbers.map(({ numberId }) => numberId)).toEqual([first?.id, second?.id]);
    const reply = await house.get(`/api/cases/${given.caseId}/decision`, boss);
    const { numbers } = (await reply.json()) as { numbers: { numberId: string; trace: unknown }[] };
    expect(mobile.answer?.trace).toEqual(numbers.find(({ numberId }) => numberId === first?.id)?.trace);
  });

  it('[WIN-2] what cannot be asked is refused by its field, and no number comes back', async () => {
    const fields = async (body: object) => {
      const { status, text } = await probe(body);
      expect(status).toBe(400);
      expect(text).not.toContain('999999');
      return (JSON.parse(text) as { errors: { field: string }[] }).errors.map(({ field }) => field);
    };
    expect(await fields({})).toEqual(['typed']);
    expect(await fields({ typed: { ...typed, number: '+86999999' } })).toEqual(['typed.number']);
    expect(await fields({ typed: { ...typed, campaignId: newId() } })).toEqual(['typed.campaignId']);
    expect(await fields({ typed: { ...typed, clientId: newId() } })).toEqual(['typed.clientId']);
    expect(await fields({ case: { ref: 'nobody', numberId: null } })).toEqual(['case.ref']);
    const agent = { id: house.agentId, role: 'agent' };
    expect((await house.send('POST', '/api/probe', agent, { typed, case: null, at: null })).status).toBe(403);
  });

  it('[WIN-5] a saved window holds for the next decision: of everybody, of its campaign, of its client', async () => {
    const given = await house.givenCase(['self_mobile']);
    expect(await decided(given.caseId)).toMatchObject({ kind: 'ALLOW' });
    const closed = { kind: 'DEFER', nextEligibleAt: Date.parse('2026-11-24T03:00:00.000Z') };
    for (const whose of [{}, { campaignId: house.campaignId }, { clientId: house.clientId }, { preset: 'cn' }]) {
      expect(await addWindow(whose)).toMatchObject({ status: 201 });
      expect(await decided(given.caseId)).toMatchObject(closed);
      await house.prisma.windowRule.deleteMany();
    }
    const other = newId();
    await house.prisma.client.create({ data: { id: other, name: 'Another bank' } });
    await addWindow({ clientId: other });
    await addWindow({ name: 'Work only', classes: ['work'] });
    expect(await decided(given.caseId)).toMatchObject({ kind: 'ALLOW' });
  });

  it('[WIN-6] administrators alone change windows, with a reason and on the version they read', async () => {
    expect((await addWindow({}, boss)).status).toBe(403);
    expect((await house.send('POST', '/api/windows', admin, lunch)).status).toBe(400);
    const { windowId } = windowRuleSaved.parse(JSON.parse((await addWindow()).text));
    expect((await addWindow()).rules).toEqual(['WIN-6']);
    expect((await addWindow({ name: 'B', campaignId: newId() })).rules).toEqual(['WIN-6']);
    expect((await addWindow({ name: 'B', calendar: 'FR' })).rules).toEqual(['WIN-6']);
    expect((await addWindow({ name: 'B', hours: [{ from: '10:00', to: '10:00' }] })).rules).toEqual(['WIN-4:empty']);
    expect((await addWindow({ name: 'B', hours: [{ from: '06:00', to: '10:00' }] })).rules).toEqual([
      'WIN-5:beyond_law',
    ]);
    const change = (version: number) =>
      house.send('PUT', `/api/windows/${windowId}`, admin, { ...lunch, name: 'Noon', reason: why, version });
    expect((await change(1)).status).toBe(200);
    expect((await change(1)).status).toBe(409);
    const { windows } = windowRuleList.parse(await (await house.get('/api/windows', boss)).json());
    expect(windows).toMatchObject([{ name: 'Noon', version: 2 }]);
    expect(house.audited.at(-1)).toMatchObject({ action: 'window.changed', subjectId: windowId });
    const remove = (version: number) =>
      house.send('POST', `/api/windows/${windowId}/remove`, admin, { version, reason: why });
    expect((await remove(1)).status).toBe(409);
    expect((await remove(2)).status).toBe(200);
    expect((await remove(2)).status).toBe(404);
  });

  it('[WIN-6] cases that wait for an hour are looked at again when windows change', async () => {
    const given = await house.givenCase(['self_mobile']);
    await house.casework.caseFacts.deferCase(given.caseId, Date.parse('2026-11-24T09:00:00.000Z'), 'outside_window');
    const due = () => house.casework.caseFacts.dueCases(house.campaignId, house.clock(), 100);
    expect(await due()).not.toContain(given.caseId);
    await addWindow();
    expect(await due()).toContain(given.caseId);
  });

  it('[WIN-7] a window is tried on a week before it is saved, alone or in the place of the one it changes', async () => {
    const noon = Date.parse('2026-11-24T02:00:00.000Z');
    const opensAt = async (trial: object | null) =>
      (await week({ typed, trial, from: '2026-11-24' })).days[0]?.cells.find(({ from }) => from === noon)?.allowed;
    expect(await opensAt(null)).toBe(true);
    expect(await opensAt({ ...lunch, windowId: null })).toBe(false);
    const { windowId } = windowRuleSaved.parse(JSON.parse((await addWindow()).text));
    expect(await opensAt(null)).toBe(false);
    expect(await opensAt({ ...lunch, hours: [{ from: '08:00', to: '22:00' }], windowId })).toBe(true);
  });

  it('[CALX-7] a country comes from the library by the year, is kept like a notice, and a window goes by its days', async () => {
    const take = (name: string, year: number, as: { id: string; role: string } = admin) =>
      house.send('POST', `/api/calendars/${name}/library`, as, { year });
    expect((await take('DE-BY', 2026, boss)).status).toBe(403);
    expect((await take('CN', 2026)).rules).toEqual(['notice_needed']);
    expect((await take('XX', 2026)).rules).toEqual(['unknown_calendar']);
    expect((await take('DE-BY', 2026)).status).toBe(201);
    const { calendars } = calendarList.parse(await (await house.get('/api/calendars', boss)).json());
    const bavaria = calendars.find(({ name }) => name === 'DE-BY')?.years[0];
    expect(bavaria).toMatchObject({ year: 2026, version: 1, source: 'date-holidays', makeupWorkdays: [] });
    expect(bavaria?.offDays).toContain('2026-12-25');
    expect(bavaria?.offDays).not.toContain('2026-12-24');
    const given = await house.givenCase(['self_mobile']);
    await addWindow({ name: 'Bavarian holidays', on: 'holidays', calendar: 'DE-BY', hours: [] });
    expect(await decided(given.caseId)).toMatchObject({ kind: 'ALLOW' });
    house.clock.set('2026-12-25T02:00:00.000Z');
    expect(await decided(given.caseId)).toMatchObject({ kind: 'DEFER' });
  });

  it('[ZONE-11] addresses by the beginning of their postal code have the zone set for it, in that country alone', async () => {
    const given = await house.givenCase(['self_mobile']);
    const placementId = newId();
    await house.prisma.placement.create({
      data: {
        ...{ id: placementId, clientId: house.clientId, fileName: 'a.csv', storedPath: 'a', sha256: 'a', byteSize: 1n },
        ...{ status: 'done', format: {}, profile: { defaultCountry: 'CN' }, mapping: {} },
      },
    });
    await house.prisma.line.update({ where: { id: given.numbers[0]?.lineId ?? '' }, data: { zones: [] } });
    const live = { addressZones: ['Asia/Shanghai'], postalCode: '830 000', placementId };
    await house.prisma.case.update({ where: { id: given.caseId }, data: live });
    house.clock.set('2026-11-24T00:30:00.000Z');
    const set = (prefix: string, zone: string | null) =>
      house.send('POST', '/api/zone-overrides', admin, { prefix, zone, reason: why });
    expect(await decided(given.caseId)).toMatchObject({ kind: 'ALLOW' });
    expect((await set('US-83', 'Asia/Urumqi')).status).toBe(200);
    expect(await decided(given.caseId)).toMatchObject({ kind: 'ALLOW' });
    await house.casework.caseFacts.deferCase(given.caseId, Date.parse('2026-11-25T00:30:00.000Z'), 'outside_window');
    expect((await set('CN-83', 'Asia/Urumqi')).status).toBe(200);
    expect(await house.casework.caseFacts.dueCases(house.campaignId, house.clock(), 100)).toContain(given.caseId);
    expect(await decided(given.caseId)).toMatchObject({
      kind: 'DEFER',
      nextEligibleAt: Date.parse('2026-11-24T02:00:00.000Z'),
    });
    await set('CN-8300', 'Asia/Shanghai');
    expect(await decided(given.caseId)).toMatchObject({ kind: 'ALLOW' });
    const effect = await house.send('POST', '/api/zone-overrides/effect', boss, { prefix: 'CN-83' });
    expect(JSON.parse(effect.text)).toEqual({ numbers: 0, byLonger: 1 });
    for (const prefix of ['CN-83', 'CN-8300', 'US-83']) await set(prefix, null);
  });
});
