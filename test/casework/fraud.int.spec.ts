import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fraudBoard, fraudDetail, fraudsOfCase, type FraudDetail } from '../../src/contract/fraud.ts';
import { newId } from '../../src/platform/ids.ts';
import { House, tuesdayMorning, wrapUp, type Given } from './house.ts';

const day = 86_400_000;
const pdf = '%PDF-1.7 statement';

describe('fraud applications', () => {
  let house: House;
  let supervisor: { id: string; role: string };
  beforeAll(async () => {
    house = await House.open();
    supervisor = { id: await house.user('supervisor'), role: 'supervisor' };
  });
  beforeEach(() => void house.clock.set(tuesdayMorning));
  afterAll(() => house[Symbol.asyncDispose]());

  async function claim(given: Given): Promise<FraudDetail> {
    const attemptId = await house.called(given, 0, { agentId: house.agentId });
    await house.looksAtLinked(attemptId);
    const input = wrapUp(attemptId, { code: 'FRAUD_CLAIM', suspect: 'A cousin', clues: 'Lost the card in May' });
    expect(await house.casework.wrapUps.save(house.agentId, input, house.clock())).toMatchObject({ kind: 'saved' });
    return ofCase(given);
  }
  async function ofCase(given: Given): Promise<FraudDetail> {
    const reply = await house.get(`/api/cases/${given.caseId}/fraud`, supervisor);
    const [first] = fraudsOfCase.parse(await reply.json()).applications;
    if (first === undefined) throw new Error('no application');
    return first;
  }
  async function step(id: string, body: object): Promise<FraudDetail> {
    const reply = await house.post(`/api/fraud/${id}/steps`, supervisor, body);
    expect(reply.status).toBe(200);
    return fraudDetail.parse(await reply.json());
  }
  const refusal = async (id: string, body: object): Promise<unknown> => {
    const reply = await house.post(`/api/fraud/${id}/steps`, supervisor, body);
    expect(reply.status).toBe(422);
    const { errors } = (await reply.json()) as { errors: { field: string; rule: string }[] };
    return errors.map(({ field, rule }) => `${field} ${rule}`);
  };
  async function upload(id: string, content: string | Buffer, as = supervisor): Promise<Response> {
    const form = new FormData();
    form.set('file', new File([content], 'statement of 张示范.pdf'));
    return fetch(`${house.url}/api/fraud/${id}/documents`, {
      method: 'POST',
      headers: { 'x-user': as.id, 'x-role': as.role },
      body: form,
    });
  }
  const throughToBank = async (id: string, on: string): Promise<void> => {
    await step(id, { kind: 'appoint', on, signOn: on, place: 'agency' });
    await step(id, { kind: 'sign', on });
    await step(id, { kind: 'deliver', on });
  };

  it('[FRD-1] [R23] a claim holds this debt alone, and a second one adds to the same application', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const genuine = await house.givenCase(['self_mobile'], { debtorId: given.debtorId });
    const fraud = await claim(given);
    expect(fraud).toMatchObject({ step: 'claimed', suspect: 'A cousin', classBefore: 'NEW', moves: ['appoint'] });
    expect(await house.caseRow(given)).toMatchObject({ caseClass: 'FRAUD_PENDING', dueAt: null });
    expect((await house.caseRow(genuine)).dueReason).not.toBe('case_stop');
    house.clock.forward(day);
    const again = await claim(given);
    expect(again.applicationId).toBe(fraud.applicationId);
    expect(again.log.map(({ kind }) => kind)).toEqual(['claim', 'claim']);
    expect(await house.prisma.caseStop.count({ where: { caseId: given.caseId, liftedAt: null } })).toBe(1);
  });

  it('[FRD-2] [R24] [R25] steps in their order, not before the last one nor in the future, and by supervisors', async () => {
    const given = await house.givenCase(['self_mobile']);
    const { applicationId: id } = await claim(given);
    expect(await refusal(id, { kind: 'sign', on: '2026-11-24' })).toEqual(['kind R25:wrong_step']);
    const appoint = { kind: 'appoint', on: '2026-11-24', signOn: '2026-11-23', place: 'bank' };
    expect(await refusal(id, appoint)).toEqual(['signOn R24:before_last_step']);
    expect(await refusal(id, { ...appoint, on: '2026-11-25' })).toEqual(['on R25:in_the_future']);
    const body = { ...appoint, signOn: '2026-11-26' };
    expect((await house.post(`/api/fraud/${id}/steps`, { id: house.agentId }, body)).status).toBe(403);
    expect(await step(id, body)).toMatchObject({ step: 'appointed', signOn: '2026-11-26', signPlace: 'bank' });
    house.clock.forward(2 * day);
    const signed = await step(id, { kind: 'sign', on: '2026-11-26', note: 'passport seen' });
    expect(signed).toMatchObject({ step: 'awaiting_bank', moves: ['confirm', 'deny'] });
    expect(signed.log.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'claim 2026-11-24',
      'appoint 2026-11-24',
      'sign 2026-11-26',
    ]);
    expect(house.audited.filter(({ subjectId }) => subjectId === id).map(({ action }) => action)).toEqual([
      'fraud.appoint',
      'fraud.sign',
    ]);
    const asAgent = await house.get(`/api/fraud/${id}`, { id: house.agentId });
    expect(fraudDetail.parse(await asAgent.json()).moves).toEqual([]);
  });

  it('[FRD-3] [S24] [R27] denied: the hold is lifted, the class comes back, dialing resumes', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    await house.prisma.case.update({ where: { id: given.caseId }, data: { caseClass: 'NEGOTIATING' } });
    const { applicationId: id } = await claim(given);
    await throughToBank(id, '2026-11-24');
    expect(await step(id, { kind: 'deny', on: '2026-11-24' })).toMatchObject({ step: 'denied', moves: [] });
    const row = await house.caseRow(given);
    expect(row).toMatchObject({ caseClass: 'NEGOTIATING', status: 'open' });
    expect(row.dueAt).not.toBeNull();
    const [stop] = await house.prisma.caseStop.findMany({ where: { caseId: given.caseId } });
    expect(stop).toMatchObject({ kind: 'fraud_hold', liftedBy: supervisor.id });
    // Claimed anew it is another application.
    house.clock.forward(3 * day);
    expect((await claim(given)).applicationId).not.toBe(id);
  });

  it('[FRD-3] [S24] [R26] confirmed: the recall clock runs in working days; recalled it is never dialed', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    house.clock.set('2026-05-08T02:00:00.000Z');
    const { applicationId: id } = await claim(given);
    await throughToBank(id, '2026-05-08');
    const confirmed = await step(id, { kind: 'confirm', on: '2026-05-08' });
    expect(confirmed.deadline).toEqual({ rule: 'R26', warnOn: '2026-05-11', lastDayOn: '2026-05-12', state: 'open' });
    const stateOn = async (at: string) => {
      house.clock.set(at);
      return (await ofCase(given)).deadline?.state;
    };
    expect(await stateOn('2026-05-11T02:00:00.000Z')).toBe('warned');
    expect(await stateOn('2026-05-12T15:59:00.000Z')).toBe('warned');
    expect(await stateOn('2026-05-12T16:00:00.000Z')).toBe('breached');
    const live = await house.call(given, 1, { live: true });
    await step(id, { kind: 'recall', on: '2026-05-13' });
    expect(house.hungUp).toContain(live);
    expect(await house.caseRow(given)).toMatchObject({ status: 'recalled', caseClass: 'RECALLED', dueAt: null });
  });

  it('[FRD-7] a hold is not lifted by hand while its application is open; the refusal names the board', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const { applicationId: id } = await claim(given);
    const [stop] = await house.prisma.caseStop.findMany({ where: { caseId: given.caseId } });
    const lift = () => house.send('POST', `/api/stops/${stop?.id ?? ''}/lift`, supervisor, { reason: 'Not fraud' });
    const refused = await lift();
    expect(refused).toMatchObject({ status: 422, rules: ['5.4:application_open'] });
    expect(refused.text).toContain('fraud board');
    expect((await house.caseRow(given)).dueReason).toBe('case_stop');
    await throughToBank(id, '2026-11-24');
    await step(id, { kind: 'confirm', on: '2026-11-24' });
    await house.prisma.caseTask.create({
      data: {
        id: newId(),
        caseId: given.caseId,
        kind: 'registry_check',
        because: 'asked',
        anchorAt: new Date(house.clock()),
        dueAt: new Date(house.clock()),
      },
    });
    await step(id, { kind: 'recall', on: '2026-11-24' });
    const stops = await house.prisma.caseStop.findMany({ where: { caseId: given.caseId }, orderBy: { kind: 'asc' } });
    expect(stops.map(({ kind, liftedAt }) => [kind, liftedAt])).toEqual([
      ['fraud_hold', null],
      ['recalled', null],
    ]);
    expect(await house.prisma.caseTask.findMany({ where: { caseId: given.caseId } })).toMatchObject([
      { notNeeded: true, doneById: null, result: null },
    ]);
    expect((await lift()).status).toBe(200);
    expect(await house.caseRow(given)).toMatchObject({ status: 'recalled', caseClass: 'RECALLED', dueAt: null });
  });

  it('[FRD-4] documents are known by their content, measured, and opened by whoever may see the case', async () => {
    const given = await house.givenCase(['self_mobile']);
    const { applicationId: id } = await claim(given);
    expect((await upload(id, '<html>')).status).toBe(422);
    expect((await upload(id, '')).status).toBe(422);
    expect((await upload(id, Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-'))).status).toBe(413);
    expect((await upload(id, pdf, { id: house.agentId, role: 'agent' })).status).toBe(403);
    const stored = await upload(id, pdf);
    expect(stored.status).toBe(201);
    const [file] = fraudDetail.parse(await stored.json()).files;
    expect(file).toMatchObject({ fileName: 'statement of 张示范.pdf', mediaType: 'application/pdf', byteSize: 18 });
    const folder = join(house.recordingsDir, 'fraud');
    expect(readdirSync(folder)).toEqual([file?.documentId]);

    const path = `/api/fraud/documents/${file?.documentId}`;
    const opened = await house.get(path, { id: house.agentId });
    expect(opened.headers.get('content-type')).toBe('application/pdf');
    expect(await opened.text()).toBe(pdf);
    const stranger = await house.user('agent');
    expect((await house.get(path, { id: stranger })).status).toBe(404);
    const told = house.audited.filter(({ subjectId }) => subjectId === file?.documentId);
    expect(told.map(({ action }) => action)).toEqual([
      'fraud-document.added',
      'fraud-document.opened',
      'fraud-document.refused',
    ]);
    writeFileSync(join(folder, file?.documentId ?? ''), 'forged');
    expect((await house.get(path, supervisor)).status).toBe(409);
  });

  it('[FRD-5] the log of steps can be neither changed nor shortened', async () => {
    const { applicationId } = await claim(await house.givenCase(['self_mobile']));
    await expect(
      house.prisma.fraudStep.updateMany({ where: { applicationId }, data: { note: 'otherwise' } }),
    ).rejects.toThrow('append only');
    await expect(house.prisma.fraudStep.deleteMany({ where: { applicationId } })).rejects.toThrow('append only');
  });

  it('[FRD-6] unsigned after seven days: one alert, on the board as overdue, resolved by the signing', async () => {
    const given = await house.givenCase(['self_mobile']);
    const { applicationId: id } = await claim(given);
    const open = () =>
      house.prisma.alert.count({ where: { kind: 'fraud_sign_overdue', subjectId: id, resolvedAt: null } });
    const due = async () => {
      const board = fraudBoard.parse(await (await house.get('/api/fraud?due=true', supervisor)).json());
      return board.applications.find(({ applicationId }) => applicationId === id)?.deadline?.state;
    };
    house.clock.forward(6 * day);
    await house.casework.alertFrauds();
    expect([await open(), await due()]).toEqual([0, undefined]);
    house.clock.forward(2 * day);
    await house.casework.alertFrauds();
    await house.casework.alertFrauds();
    expect([await open(), await due()]).toEqual([1, 'breached']);
    await step(id, { kind: 'appoint', on: '2026-12-01', signOn: '2026-12-01', place: 'agency' });
    await step(id, { kind: 'sign', on: '2026-12-01' });
    await house.casework.alertFrauds();
    expect([await open(), await due()]).toEqual([0, undefined]);
  });
});
