import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  suppressionImport,
  suppressionPage,
  suppressionReply,
  type SuppressionImport,
} from '../../src/contract/suppression.ts';
import { House, tuesdayMorning, type Given } from './house.ts';

let nth = 0;
const someNumber = (): string => `+861381234${String((nth += 1)).padStart(4, '0')}`;

describe('numbers that are never called', () => {
  let house: House;
  let boss: { id: string; role: 'supervisor' };
  let admin: { id: string; role: 'admin' };
  beforeAll(async () => {
    house = await House.open();
    boss = { id: await house.user('supervisor'), role: 'supervisor' };
    admin = { id: await house.user('admin'), role: 'admin' };
  });
  beforeEach(() => {
    house.clock.set(tuesdayMorning);
    house.hungUp.length = 0;
    house.audited.length = 0;
  });
  afterAll(() => house[Symbol.asyncDispose]());

  const given = async (): Promise<Given & { e164: string }> => {
    const one = await house.givenCase(['self_mobile']);
    const e164 = someNumber();
    await house.prisma.line.update({ where: { id: one.numbers[0]?.lineId ?? '' }, data: { e164 } });
    return { ...one, e164 };
  };
  const add = (number: string, more: object = {}) =>
    house.post('/api/suppressions', boss, { number, source: 'Register', reason: 'Asked for it', ...more });
  const added = async (number: string, more: object = {}) =>
    suppressionReply.parse(await (await add(number, more)).json());
  const find = async (more: object = {}) =>
    suppressionPage.parse(await (await house.post('/api/suppressions/search', boss, more)).json());
  const decision = async ({ caseId }: Given): Promise<{ kind: string; reason: string | null }> => {
    const reply = await house.get(`/api/cases/${caseId}/decision`, boss);
    const { numbers } = (await reply.json()) as { numbers: { kind: string; reason: string | null }[] };
    return numbers[0] ?? { kind: 'none', reason: null };
  };

  it('[DNC-1] a number is put on the list with source and reason, as it is written in the house, once', async () => {
    const e164 = someNumber();
    expect(await added(e164.replace('+86', ''))).toMatchObject({ kind: 'added', hungUp: 0 });
    expect(await added(e164, { reason: 'Again' })).toMatchObject({ kind: 'changed' });
    const { rows } = await find({ number: e164 });
    expect(rows).toMatchObject([{ reason: 'Again', source: 'Register', state: 'active', addedByName: 'Somebody' }]);
    expect(JSON.stringify(rows)).not.toContain(e164);
    expect(house.audited.map(({ action }) => action)).toEqual(['suppression.added', 'suppression.changed']);
    const refused = await add('12', { expiresOn: '2026-11-23' });
    expect(refused.status).toBe(400);
    const { errors } = (await refused.json()) as { errors: { rule: string }[] };
    expect(errors.map(({ rule }) => rule)).toEqual(['DNC-1:invalid', 'DNC-1:past']);
    expect((await add(e164, { reason: ' ' })).status).toBe(400);
    const noDay = await add(e164, { expiresOn: '2027-02-30' });
    expect(noDay.status).toBe(400);
    expect(await noDay.text()).toContain('"field":"expiresOn"');
  });

  it('[DNC-2] the decision says no from then on, and yes when it is taken off for a reason', async () => {
    const one = await given();
    expect(await decision(one)).toMatchObject({ kind: 'ALLOW' });
    const { id } = await added(one.e164);
    expect(await decision(one)).toMatchObject({ kind: 'BLOCK', reason: 'number_blocked' });
    const due = () => house.casework.caseFacts.dueCases(house.campaignId, house.clock(), 100);
    await house.casework.caseFacts.deferCase(one.caseId, house.clock() + 3_600_000, 'number_blocked');
    expect(await due()).not.toContain(one.caseId);
    expect((await house.post(`/api/suppressions/${id}/remove`, boss, { reason: 'x' })).status).toBe(403);
    expect((await house.post(`/api/suppressions/${id}/remove`, admin, { reason: ' ' })).status).toBe(400);
    expect((await house.post(`/api/suppressions/${id}/remove`, admin, { reason: 'Wrong person' })).status).toBe(204);
    expect((await house.post(`/api/suppressions/${id}/remove`, admin, { reason: 'Twice' })).status).toBe(404);
    expect(await due()).toContain(one.caseId);
    expect(await decision(one)).toMatchObject({ kind: 'ALLOW' });
    expect((await find({ state: 'removed', number: one.e164 })).rows).toMatchObject([{ removeReason: 'Wrong person' }]);
  });

  it('[DNC-2] until its last day is over in the zone of the business; after that it may be put on anew', async () => {
    const one = await given();
    await added(one.e164, { expiresOn: '2026-11-24' });
    expect(await decision(one)).toMatchObject({ kind: 'DEFER', reason: 'number_blocked' });
    house.clock.set('2026-11-25T02:00:00.000Z');
    expect(await decision(one)).toMatchObject({ kind: 'ALLOW' });
    expect((await find({ number: one.e164, state: 'expired' })).rows).toHaveLength(1);
    expect(await added(one.e164)).toMatchObject({ kind: 'added' });
    expect(await decision(one)).toMatchObject({ kind: 'BLOCK' });
    expect((await find({ number: one.e164, state: 'all' })).rows).toHaveLength(2);
  });

  it('[DNC-3] what rings there is hung up; a talk goes on', async () => {
    const [ringing, talking] = [await given(), await given()];
    const attemptId = await house.call(ringing, 0, { live: true });
    await house.call(talking, 0, { live: true, answered: true });
    expect(await added(ringing.e164)).toMatchObject({ hungUp: 1 });
    expect(await added(talking.e164)).toMatchObject({ hungUp: 0 });
    expect(house.hungUp).toEqual([attemptId]);
  });

  const upload = async (text: string, as: { id: string; role: string } = boss): Promise<Response> => {
    const form = new FormData();
    form.set('source', 'Register');
    form.set('reason', 'On the public list');
    form.set('expiresOn', '');
    form.set('file', new Blob([text]), 'list.csv');
    return house.post('/api/suppressions/imports', as, form);
  };
  const preview = async (text: string): Promise<SuppressionImport> => {
    const reply = await upload(text);
    expect(reply.status).toBe(201);
    return suppressionImport.parse(await reply.json());
  };
  const confirm = (id: string) => house.post(`/api/suppressions/imports/${id}/confirm`, boss);

  it('[DNC-4] a list is looked at first, taken over when confirmed, once; faulty rows are named and left out', async () => {
    const one = await given();
    const attemptId = await house.call(one, 0, { live: true });
    const known = someNumber();
    await added(known);
    const fresh = someNumber();
    const text = `Number,Reason,Expires\r\n${one.e164},,\r\n${known},,\r\n${fresh},Own words,2026-12-31\r\n${fresh},,\r\n12,,\r\n,,\r\n`;
    const looked = await preview(text);
    expect(looked).toMatchObject({ rows: 5, fresh: 2, known: 2, rejected: 1, cases: 1, status: 'previewed' });
    expect(looked.faults).toMatchObject([{ row: 6, field: 'number', rule: 'too_short' }]);
    expect(looked.faults[0]?.remedy).not.toBe('');
    expect(JSON.stringify(looked)).not.toContain(fresh);
    expect(await decision(one)).toMatchObject({ kind: 'DEFER' });
    const done = suppressionImport.parse(await (await confirm(looked.id)).json());
    expect(done).toMatchObject({ status: 'done', fresh: 2, known: 2, rejected: 1, hungUp: 1 });
    expect(house.hungUp).toEqual([attemptId]);
    expect((await confirm(looked.id)).status).toBe(409);
    expect((await find({ number: fresh })).rows).toMatchObject([{ reason: 'Own words', source: 'Register' }]);
    expect(await decision(one)).toMatchObject({ kind: 'BLOCK', reason: 'number_blocked' });
    const again = await preview(text);
    expect(again).toMatchObject({ fresh: 0, known: 4 });
    expect(await (await confirm(again.id)).json()).toMatchObject({ fresh: 0 });
  });

  it('[DNC-4] a file without a column of numbers, or that cannot be read, is refused with what would pass', async () => {
    for (const text of ['a,b\r\n1,2', '']) expect([400, 422]).toContain((await upload(text)).status);
    expect(
      (await house.post('/api/suppressions/imports/01890000-0000-7000-8000-00000000dead/confirm', boss)).status,
    ).toBe(404);
  });

  it('[DNC-5] the list is read page by page, in both orders, nothing twice and nothing left out', async () => {
    const source = 'Paged list';
    for (let n = 0; n < 5; n += 1) {
      house.clock.forward(1_000);
      await added(someNumber(), { source });
    }
    for (const down of [true, false]) {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await find({ source, down, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
        seen.push(...page.rows.map(({ addedAt }) => addedAt));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toHaveLength(5);
      expect(seen).toEqual([...seen].sort((a, b) => (down ? b - a : a - b)));
    }
    expect((await house.post('/api/suppressions/search', boss, { cursor: 'bm9uZQ' })).status).toBe(400);
  });

  it('[DNC-5] whoever may take numbers off exports them all, in a form that can be read in again', async () => {
    const e164 = someNumber();
    await added(e164, { reason: '=cmd()', expiresOn: '2026-12-31' });
    expect((await house.get('/api/suppressions/export.csv', boss)).status).toBe(403);
    const text = await (await house.get('/api/suppressions/export.csv', admin)).text();
    expect(text).toContain(`${e164},'=cmd(),Register,2026-12-31,`);
    expect(house.audited.map(({ action }) => action)).toContain('suppression.exported');
    expect(await preview(text)).toMatchObject({ fresh: 0, rejected: 0 });
    const ofSource = async (source: string) =>
      (await (await house.get(`/api/suppressions/export.csv?source=${source}`, admin)).text()).includes(e164);
    expect([await ofSource('regi'), await ofSource('Client')]).toEqual([true, false]);
  });
});
