import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePage } from '../../src/contract/case.ts';
import { decideCase } from '../../src/domain/dial-decision.ts';
import { newId } from '../../src/platform/ids.ts';
import { House, wrapUp, type Given } from './house.ts';

const dayMs = 86_400_000;

describe('the facts that the decision asks for', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house[Symbol.asyncDispose]());

  const factsOf = async (given: Given) => {
    const found = await house.casework.caseFacts.factsFor(given.caseId, house.clock());
    if (found === null) throw new Error('no facts');
    return found.facts;
  };
  const decisionOf = async (given: Given) => decideCase(await factsOf(given), house.clock()).numbers[0]?.decision;
  const post = (path: string, body: object, as = house.agentId) =>
    fetch(house.url + path, {
      method: 'POST',
      headers: { 'x-user': as, 'x-role': 'supervisor', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const american = () => house.prisma.campaign.update({ where: { id: house.campaignId }, data: { preset: 'us-regf' } });
  const chinese = () => house.prisma.campaign.update({ where: { id: house.campaignId }, data: { preset: 'cn' } });

  it('[CASE-50] consent on a line lifts the quiet period of that line alone, until it is withdrawn', async () => {
    await american();
    const given = await house.givenCase(['self_mobile', 'work']);
    const [mobile, work] = given.numbers;
    const talk = await house.called(given, 0, { agentId: house.agentId });
    await house.casework.wrapUps.save(
      house.agentId,
      wrapUp(talk, { code: 'NEG', nextFollowUpOn: '2026-11-25' }),
      house.clock(),
    );
    house.clock.forward(dayMs);
    expect(await decisionOf(given)).toMatchObject({ reason: 'quiet_after_talk' });
    const path = `/api/cases/${given.caseId}/consents`;
    const reply = await post(path, { numberId: mobile?.id, channel: 'call' });
    expect(reply.status).toBe(201);
    const { consentId } = (await reply.json()) as { consentId: string };
    const again = await post(path, { numberId: mobile?.id, channel: 'call' });
    expect(await again.json()).toEqual({ consentId });
    expect(house.audited.filter(({ action }) => action === 'consent.recorded')).toHaveLength(1);
    expect(await decisionOf(given)).toMatchObject({ kind: 'ALLOW' });
    const facts = await factsOf(given);
    expect(facts.numbers.map((number) => number.consentOn)).toEqual(['2026-11-25', null]);
    const workDecision = decideCase(facts, house.clock()).numbers.find(({ numberId }) => numberId === work?.id);
    expect(workDecision?.decision).toMatchObject({ reason: 'quiet_after_talk' });

    // A call made under it stays consented after the withdrawal; the one before it was not.
    await house.called(given, 0, { result: 'NO_ANSWER' });
    expect((await post(`${path}/${consentId}/withdrawal`, {})).status).toBe(204);
    expect((await post(`${path}/${consentId}/withdrawal`, {})).status).toBe(404);
    expect((await factsOf(given)).history.map(({ consented }) => consented)).toEqual([false, true]);
    expect((await factsOf(given)).case.consentOn).toBeNull();
    const page = await house.get(`/api/cases/${given.caseId}`, { id: house.agentId, role: 'supervisor' });
    expect(casePage.parse(await page.json()).consents).toMatchObject([
      { givenOn: '2026-11-25', lastOn: '2026-12-01', channel: 'call', withdrawnAt: house.clock() },
    ]);
    await chinese();
  });

  it('[CASE-50] a consent to come, of another case’s number, or taken by a stranger is refused', async () => {
    const given = await house.givenCase(['self_mobile']);
    const other = await house.givenCase(['self_mobile']);
    const path = `/api/cases/${given.caseId}/consents`;
    const numberId = given.numbers[0]?.id;
    const late = await post(path, { numberId, channel: 'call', givenOn: '2027-01-01' });
    expect(late.status).toBe(422);
    expect(await late.json()).toMatchObject({ errors: [{ field: 'givenOn', rule: 'DEC-9:too_late' }] });
    const foreign = await post(path, { numberId: other.numbers[0]?.id, channel: 'call' });
    expect(await foreign.json()).toMatchObject({ errors: [{ field: 'numberId' }] });
    expect((await post(path, { numberId, channel: 'rumour' })).status).toBe(400);
    const stranger = await fetch(house.url + path, {
      method: 'POST',
      headers: { 'x-user': await house.user('agent'), 'content-type': 'application/json' },
      body: JSON.stringify({ numberId, channel: 'call' }),
    });
    expect(stranger.status).toBe(404);
    expect(await house.prisma.consent.count({ where: { caseId: given.caseId } })).toBe(0);
  });

  it('[CASE-51] a talk begun by the debtor starts the quiet period and is no call of ours', async () => {
    await american();
    const given = await house.givenCase(['self_mobile']);
    const talk = await house.called(given, 0, { agentId: house.agentId });
    await house.prisma.attempt.update({ where: { id: talk }, data: { direction: 'inbound', placedAt: null } });
    await house.casework.wrapUps.save(
      house.agentId,
      wrapUp(talk, { code: 'NEG', nextFollowUpOn: '2026-11-27' }),
      house.clock(),
    );
    const { history } = await factsOf(given);
    expect(history).toMatchObject([{ inbound: true, talk: true }]);
    house.clock.forward(3 * dayMs);
    expect(await decisionOf(given)).toMatchObject({ reason: 'quiet_after_talk' });
    await expect(house.prisma.attempt.update({ where: { id: talk }, data: { direction: 'sideways' } })).rejects.toThrow(
      /Attempt_direction/,
    );
    await chinese();
  });

  it('[CASE-52] the law of the debtor’s place holds for the case', async () => {
    await american();
    const given = await house.givenCase(['self_mobile', 'work']);
    const place = (state: string | null, city: string | null) =>
      house.prisma.case.update({ where: { id: given.caseId }, data: { state, city } });
    const nationally = (await factsOf(given)).preset.caps.callWindows;
    await place('WA', 'Seattle');
    const washington = (await factsOf(given)).preset;
    expect(washington.window.hours).toEqual(['08:00', '21:00']);
    expect(washington.caps.callWindows.slice(nationally.length)).toMatchObject([
      { calls: 3, days: 7, per: 'person', classes: null },
      { calls: 1, days: 7, per: 'person', classes: ['work'] },
    ]);
    await place('NY', 'Brooklyn');
    expect((await factsOf(given)).preset.caps.callWindows).toHaveLength(nationally.length + 1);
    await place('NY', 'Albany');
    expect((await factsOf(given)).preset.caps.callWindows).toEqual(nationally);
    await chinese();
  });

  it('[CASE-53] six calls a day to one line, whoever they were for', async () => {
    const one = await house.givenCase(['home']);
    const other = await house.givenCase(['home'], { lines: [one.numbers[0]?.lineId ?? ''] });
    for (let call = 0; call < 5; call += 1) {
      await house.called(one, 0, { result: 'NO_ANSWER' });
      house.clock.forward(60_000);
    }
    expect((await factsOf(other)).numbers[0]?.otherCallsAt).toHaveLength(5);
    expect(await decisionOf(other)).toMatchObject({ reason: 'redial_gap' });
    house.clock.forward(30 * 60_000);
    expect(await decisionOf(other)).toMatchObject({ kind: 'ALLOW' });
    await house.called(one, 0, { result: 'FAILED' });
    expect(await decisionOf(other)).toMatchObject({ kind: 'ALLOW' });
    await house.called(one, 0, { result: 'BUSY' });
    expect(await decisionOf(other)).toMatchObject({ reason: 'cap_number_day' });
  });

  it('[CASE-54] a promise whose payment is claimed is not broken by the end of its day', async () => {
    const given = await house.givenCase(['self_mobile']);
    await house.prisma.case.update({ where: { id: given.caseId }, data: { caseClass: 'PAID_PENDING' } });
    const promiseId = newId();
    await house.prisma.promise.create({
      data: {
        id: promiseId,
        caseId: given.caseId,
        amountMinor: 5_000n,
        currency: 'CNY',
        dueOn: new Date('2026-11-20'),
        createdAt: new Date('2026-11-18'),
      },
    });
    const status = async () => (await house.prisma.promise.findUniqueOrThrow({ where: { id: promiseId } })).status;
    await house.casework.sweep();
    await house.called(given, 0, { result: 'NO_ANSWER' });
    expect(await status()).toBe('open');
    await house.prisma.case.update({ where: { id: given.caseId }, data: { caseClass: 'PTP' } });
    await house.casework.sweep();
    expect(await status()).toBe('broken');
  });

  it('[CASE-55] a person cut off in the talk is first in the ready list, with an agent reserved', async () => {
    const fresh = await house.givenCase(['self_mobile']);
    const cutOff = await house.givenCase(['self_mobile']);
    await house.called(cutOff, 0, { result: 'AGENT_LOST', agentId: house.agentId });
    const row = await house.caseRow(cutOff);
    house.clock.forward(Math.max(0, (row.dueAt?.getTime() ?? house.clock()) - house.clock()) + 1_000);
    await house.prisma.case.update({ where: { id: fresh.caseId }, data: { dueAt: new Date('2026-01-01') } });
    const [first] = await house.casework.caseFacts.dueCases(house.campaignId, house.clock(), 5);
    expect(first).toBe(cutOff.caseId);
    expect(await decisionOf(cutOff)).toMatchObject({ kind: 'ALLOW', agentReserved: true });
  });
});
