import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitList } from '../../src/contract/visit.ts';
import { House, type Given } from './house.ts';

let house: House;
let boss: { id: string; role: string };

beforeAll(async () => {
  house = await House.open('cn');
  boss = { id: await house.user('supervisor'), role: 'supervisor' };
});
afterAll(() => house[Symbol.asyncDispose]());

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const order = (of: Given, address: string, more: object = {}) =>
  house.send('POST', `/api/cases/${of.caseId}/visits`, boss, { address, reason: 'No payment', ...more });
const visitIdOf = (text: string): string => (JSON.parse(text) as { visitId: string }).visitId;
const picture = (bytes: Buffer): FormData => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), 'photo.png');
  return form;
};

async function returned(of: Given, address: string, result: string): Promise<string> {
  const id = visitIdOf((await order(of, address)).text);
  await house.send('POST', `/api/visits/${id}/decision`, boss, { approve: true });
  await house.send('POST', `/api/visits/${id}/dispatch`, boss, { visitor: '王' });
  house.clock.forward(7_200_000);
  expect((await house.send('POST', `/api/visits/${id}/return`, boss, { result, note: 'Seen' })).status).toBe(200);
  return id;
}

describe('visit orders', () => {
  it('[VISIT-3] an agent finds the visits of his own cases with where they stand, and no others', async () => {
    const agent = await house.user('agent');
    const own = await house.givenCase(['work'], { ownerId: agent });
    const talkedOn = await house.givenCase(['work']);
    await house.call(talkedOn, 0, { agentId: agent });
    const foreign = await house.givenCase(['work']);
    for (const of of [own, talkedOn, foreign]) expect((await order(of, `${of.caseId}号`)).status).toBe(201);
    const visits = async (query: string) =>
      visitList.parse(await (await house.get(`/api/visits${query}`, { id: agent })).json());
    expect((await visits('?mine=true')).visits).toMatchObject([{ caseId: own.caseId, status: 'ordered' }]);
    const seen = (await visits('')).visits.map(({ caseId }) => caseId);
    expect(seen.sort()).toEqual([own.caseId, talkedOn.caseId].sort());
  });

  it('[S23][R40] a lost-type visit is refused while a number is left, and names it masked', async () => {
    const of = await house.givenCase(['work', 'home', 'contact', 'relative', 'emergency']);
    for (const at of [0, 1, 2, 3]) {
      await house.called(of, at, { result: 'VACANT' });
      await house.called(of, at, { result: 'VACANT' });
    }
    const refused = await order(of, '示例路1号', { expects: 'lost' });
    expect(refused).toMatchObject({ status: 409, rules: ['R40:numbers_left'] });
    const line = await house.prisma.line.findUniqueOrThrow({ where: { id: of.numbers[4]?.lineId ?? '' } });
    expect(refused.text).toContain(line.e164.slice(-4));
    expect(refused.text).not.toContain(line.e164.slice(1));
    expect(await house.prisma.visitOrder.count({ where: { caseId: of.caseId } })).toBe(0);
  });

  it('[R40] a work number that the employer forbids is not left to be rung, where the rules obey him', async () => {
    const of = await house.givenCase(['self_mobile', 'work']);
    for (const _time of [1, 2]) await house.called(of, 0, { result: 'VACANT' });
    const forbid = (act: string) =>
      house.post(`/api/cases/${of.caseId}/numbers/${of.numbers[1]?.id}/${act}`, boss, { reason: 'Said the personnel' });
    expect((await forbid('employer_forbids')).status).toBe(200);
    expect((await house.caseRow(of)).caseClass).not.toBe('TRACE');
    expect(await order(of, '示例路7号', { expects: 'lost' })).toMatchObject({ rules: ['R40:numbers_left'] });

    const under = (preset: string) =>
      house.prisma.campaign.update({ where: { id: house.campaignId }, data: { preset } });
    await under('us-regf');
    expect((await forbid('employer_allows')).status).toBe(200);
    expect((await forbid('employer_forbids')).status).toBe(200);
    expect((await house.caseRow(of)).caseClass).toBe('TRACE');
    expect((await order(of, '示例路7号', { expects: 'contactable' })).rules).toEqual(['R38:case_is_lost']);
    expect((await order(of, '示例路7号', { expects: 'lost' })).status).toBe(201);
    expect((await forbid('employer_allows')).status).toBe(200);
    expect((await house.caseRow(of)).caseClass).not.toBe('TRACE');
    await under('cn');
  });

  it('[R38] the kind follows from the numbers', async () => {
    const of = await house.givenCase(['work']);
    const ordered = await order(of, '示例路1号');
    const { kind } = await house.prisma.visitOrder.findUniqueOrThrow({ where: { id: visitIdOf(ordered.text) } });
    expect(kind).toBe('contactable');
  });

  it('[R41] an invalid address is not visited again over linked cases and spellings, until it is verified anew', async () => {
    const of = await house.givenCase(['work']);
    const linked = await house.givenCase(['home'], { debtorId: of.debtorId });
    await returned(of, '示例路８號', 'address_invalid');
    expect((await order(linked, '示例路 8号')).rules).toEqual(['R41:address_invalid']);
    const reopen = { address: '示例路8号', reason: 'The new tenant confirms it' };
    const path = `/api/cases/${linked.caseId}/addresses/reverified`;
    expect((await house.send('POST', path, { id: house.agentId }, reopen)).status).toBe(403);
    expect((await house.send('POST', path, boss, reopen)).status).toBe(204);
    expect((await order(linked, '示例路 8号')).status).toBe(201);
    expect((await order(of, '示例路8号')).rules).toEqual(['R41:under_way']);
  });

  it('[VISIT-1] goes from the order over the approval to its return; no step is skipped or taken by an agent', async () => {
    const of = await house.givenCase(['work'], { ownerId: house.agentId });
    const agent = { id: house.agentId };
    const asked = await house.send('POST', `/api/cases/${of.caseId}/visits`, agent, {
      address: '甲路2号',
      reason: 'x',
    });
    const id = visitIdOf(asked.text);
    const dispatch = () => house.send('POST', `/api/visits/${id}/dispatch`, boss, { visitor: '王' });
    expect((await dispatch()).rules).toEqual(['R38:wrong_step']);
    const approve = (as: typeof boss | typeof agent) =>
      house.send('POST', `/api/visits/${id}/decision`, as, { approve: true });
    expect((await approve(agent)).status).toBe(403);
    expect((await approve(boss)).status).toBe(200);
    expect((await dispatch()).status).toBe(200);
    expect((await dispatch()).status).toBe(200);
    const steps = house.audited.filter(({ subjectId }) => subjectId === id).map(({ action }) => action);
    expect(steps).toEqual(['visit.ordered', 'visit.approved', 'visit.dispatched']);
    const list = visitList.parse(await (await house.get('/api/visits?status=dispatched', boss)).json());
    expect(list.visits.map(({ visitId }) => visitId)).toEqual([id]);
    const stranger = visitList.parse(await (await house.get('/api/visits', { id: await house.user('agent') })).json());
    expect(stranger).toEqual({ visits: [], nextCursor: null, total: 0 });
  });

  it('[VISIT-2] a stopped case is not visited', async () => {
    const of = await house.givenCase(['work']);
    await house.prisma.caseStop.create({ data: { id: of.caseId, debtorId: of.debtorId, kind: 'complaint' } });
    expect((await order(of, '乙路3号')).rules).toEqual(['5.4:case_stop']);
  });

  it('[R34] photos of a visit: pictures alone, stored with their hash, and 24 hours from the return', async () => {
    const of = await house.givenCase(['work']);
    const id = await returned(of, '丙路4号', 'met_debtor');
    const task = await house.prisma.caseTask.findFirstOrThrow({ where: { caseId: of.caseId, kind: 'visit_entry' } });
    expect(task.dueAt.getTime()).toBe(house.clock() + 86_400_000);
    const upload = (bytes: Buffer) => house.send('POST', `/api/visits/${id}/photos`, boss, picture(bytes));
    expect((await upload(Buffer.from('<svg onload=alert(1)>'))).rules).toEqual(['R34:no_image']);
    expect((await upload(Buffer.concat([png, Buffer.alloc(11 * 1024 * 1024)]))).rules).toEqual(['R34:too_large']);
    const first = await upload(png);
    expect(first.status).toBe(201);
    expect((await upload(png)).text).toBe(first.text);
    const row = await house.prisma.visitPhoto.findFirstOrThrow({ where: { visitId: id } });
    expect(row).toMatchObject({ mime: 'image/png', sha256: createHash('sha256').update(png).digest('hex') });
    const shown = await house.get(`/api/visits/photos/${row.id}`, boss);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(png);
    const stranger = await house.get(`/api/visits/photos/${row.id}`, { id: await house.user('agent') });
    expect(stranger.status).toBe(404);
  });
});
