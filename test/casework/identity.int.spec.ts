import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NumberClass } from '../../src/domain/vocabulary.ts';
import { House, wrapUp, type Given } from './house.ts';

describe('who is on the line', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house[Symbol.asyncDispose]());

  async function onCall(numberClass: NumberClass, at = house): Promise<{ given: Given; attemptId: string }> {
    const given = await at.givenCase([numberClass, 'home']);
    await at.givenCase(['home'], { debtorId: given.debtorId });
    return { given, attemptId: await at.call(given, 0, { agentId: at.agentId, live: true }) };
  }
  const end = async (attemptId: string): Promise<void> => {
    await house.prisma.attempt.update({
      where: { id: attemptId },
      data: { state: 'ended', endedAt: new Date(house.clock()), endFault: 'callee', endReason: 'test' },
    });
  };
  const confirm = (attemptId: string, id = house.agentId) =>
    house.post(`/api/agent/calls/${attemptId}/identity`, { id });
  const seen = async (given: Given): Promise<number[]> => {
    const paths = ['', '/decision', '/attempts'].map((tail) => `/api/cases/${given.caseId}${tail}`);
    const replies = await Promise.all(paths.map((path) => house.get(path, { id: house.agentId })));
    return replies.map(({ status }) => status);
  };

  it('[IDC-1] nothing of the debt leaves the server while a third party is on the line', async () => {
    const { given, attemptId } = await onCall('relative');
    await house.prisma.campaignAgent.create({ data: { campaignId: house.campaignId, userId: house.agentId } });
    const card = await house.casework.cards.cardFor(attemptId);
    expect(card).toMatchObject({
      identity: 'needed',
      covered: true,
      clientName: null,
      amountMinor: null,
      overdueDays: null,
      cardLast4: null,
      linkedCases: 0,
    });
    expect(await house.casework.wrapUps.form(attemptId, house.agentId)).toMatchObject({
      amountMinor: null,
      currentClass: null,
    });
    expect(await seen(given)).toEqual([404, 404, 404]);
    const list = await (await house.get('/api/cases', { id: house.agentId })).text();
    expect(list).not.toContain(given.caseId);
    // Another agent's view, and a supervisor's, are not on this call.
    expect((await house.get(`/api/cases/${given.caseId}`, { id: house.agentId, role: 'supervisor' })).status).toBe(200);
    await end(attemptId);
    expect(await house.casework.cards.cardFor(attemptId)).toMatchObject({ covered: false, amountMinor: 100_000 });
    expect(await seen(given)).toEqual([200, 200, 200]);
  });

  it('[IDC-2] one confirmation uncovers the call, keeps its first instant, and is audited once', async () => {
    const { given, attemptId } = await onCall('work');
    const other = await house.user('agent');
    expect((await confirm(attemptId, other)).status).toBe(404);
    expect((await house.casework.cards.cardFor(attemptId))?.covered).toBe(true);
    const at = house.clock();
    expect((await confirm(attemptId)).status).toBe(204);
    house.clock.forward(5_000);
    expect((await confirm(attemptId)).status).toBe(204);
    const row = await house.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    expect(row.identityConfirmedAt?.getTime()).toBe(at);
    const told = house.audited.filter(({ action }) => action === 'call.identity-confirmed');
    expect(told).toEqual([{ action: 'call.identity-confirmed', actorId: house.agentId, subjectId: attemptId }]);
    expect(await house.casework.cards.cardFor(attemptId)).toMatchObject({
      identity: 'confirmed',
      covered: false,
      amountMinor: 100_000,
      linkedCases: 1,
    });
    expect(await seen(given)).toEqual([200, 200, 200]);
    await end(attemptId);
  });

  it('[IDC-5] recordings of the debtor are withheld from the agent until identity is confirmed', async () => {
    const { given, attemptId: earlier } = await onCall('self_mobile');
    await end(earlier);
    await house.prisma.case.update({ where: { id: given.caseId }, data: { ownerId: house.agentId } });
    const opened = await house.casework.recordingBook.open({
      attemptId: earlier,
      path: 'earlier.wav',
      channels: 2,
      startedAt: house.clock(),
    });
    const ask = async (role: string, id: string) =>
      (await house.get(`/api/recordings/${opened?.recordingId ?? ''}/peaks`, { id, role })).status;
    // 404: admitted, and nothing is written yet.
    expect(await ask('agent', house.agentId)).toBe(404);
    const third = await house.givenCase(['relative'], { debtorId: given.debtorId });
    const attemptId = await house.call(third, 0, { agentId: house.agentId, live: true });
    expect(await ask('agent', house.agentId)).toBe(403);
    expect(await ask('supervisor', await house.user('supervisor'))).toBe(404);
    expect((await confirm(attemptId)).status).toBe(204);
    expect(await ask('agent', house.agentId)).toBe(404);
    await end(attemptId);
  });

  it('[IDC-3] the debtor’s own number is covered where the preset forbids disclosure, and only there', async () => {
    const { attemptId } = await onCall('self_mobile');
    expect(await house.casework.cards.cardFor(attemptId)).toMatchObject({ identity: 'not_needed', covered: false });
    await end(attemptId);
    await using uk = await House.open('uk');
    const own = await onCall('self_mobile', uk);
    expect(await uk.casework.cards.cardFor(own.attemptId)).toMatchObject({
      identity: 'needed',
      thirdParty: false,
      amountMinor: null,
    });
  });

  it('[IDC-4] [R35] the wrap-up waits for the look at the linked cases', async () => {
    const { given, attemptId } = await onCall('self_mobile');
    await end(attemptId);
    const input = wrapUp(attemptId, { nextFollowUpOn: '2026-11-25' });
    const refused = await house.casework.wrapUps.save(house.agentId, input, house.clock());
    expect(refused).toMatchObject({ kind: 'refused', problems: [{ field: 'linked', rule: 'R35:linked_unseen' }] });
    expect((await house.caseRow(given)).caseClass).toBe('NEW');
    expect(await house.looksAtLinked(attemptId)).toBe(204);
    expect(await house.casework.wrapUps.save(house.agentId, input, house.clock())).toMatchObject({ kind: 'saved' });
    expect(house.audited).toContainEqual({
      action: 'call.linked-seen',
      actorId: house.agentId,
      subjectId: attemptId,
    });
  });
});
