import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attemptDecision, casePage } from '../../src/contract/case.ts';
import { House, tuesdayMorning, wrapUp, type Given } from './house.ts';

describe('rules that are switched on', () => {
  let house: House;
  let boss: { id: string; role: string };
  beforeAll(async () => {
    house = await House.open();
    boss = { id: await house.user('supervisor'), role: 'supervisor' };
  });
  beforeEach(() => void house.clock.set(tuesdayMorning));
  afterAll(() => house[Symbol.asyncDispose]());

  const rulesOf = async (response: Response): Promise<string[]> => {
    const { errors } = (await response.json()) as { errors: { field: string; rule: string }[] };
    return errors.map(({ field, rule }) => `${field} ${rule}`);
  };
  const talked = async (given: Given): Promise<string> => {
    const attemptId = await house.call(given, 0, { agentId: house.agentId });
    await house.casework.followUp.attemptEnded(attemptId);
    return attemptId;
  };
  const pageOf = async (caseId: string) => casePage.parse(await (await house.get(`/api/cases/${caseId}`, boss)).json());

  it('[CASE-23] a supervisor reads what was decided about a call, by which rules; an agent does not', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await house.called(given, 0, { result: 'NO_ANSWER' });
    const gate = { gate: 'caps', passed: false, reason: 'redial_gap', until: null };
    await house.prisma.attempt.update({
      where: { id: attemptId },
      data: { decision: { at: 1, kind: 'DEFER', firstFailing: gate, trace: [gate], inputs: { mode: 'manual' } } },
    });
    const path = `/api/cases/${given.caseId}/attempts/${attemptId}/decision`;
    expect((await house.get(path, { id: house.agentId, role: 'agent' })).status).toBe(403);
    const read = attemptDecision.parse(await (await house.get(path, boss)).json());
    expect(read).toMatchObject({ attemptId, kind: 'DEFER', firstFailing: gate, inputs: { mode: 'manual' } });
    const other = await house.givenCase(['self_mobile']);
    expect((await house.get(`/api/cases/${other.caseId}/attempts/${attemptId}/decision`, boss)).status).toBe(404);
  });

  it('[HALT-9] that an employer forbids calls is kept for the work number, and shown', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const act = (position: number, word: string) =>
      house.post(`/api/cases/${given.caseId}/numbers/${given.numbers[position]?.id ?? ''}/${word}`, boss, {
        reason: 'The works council wrote',
      });
    expect(await rulesOf(await act(0, 'employer_forbids'))).toEqual(['numberId 5:not_work']);
    expect((await act(1, 'employer_forbids')).status).toBe(200);
    expect(await rulesOf(await act(1, 'employer_forbids'))).toEqual(['numberId 5:forbidden_already']);
    expect((await pageOf(given.caseId)).ladder.map((number) => number.prohibitedByEmployer)).toEqual([false, true]);
    expect((await act(1, 'employer_allows')).status).toBe(200);
    expect((await pageOf(given.caseId)).ladder.map((number) => number.prohibitedByEmployer)).toEqual([false, false]);
  });

  it('[HALT-2] a breathing space is offered and taken by the rules of the case’s campaign, and nowhere else', async () => {
    const given = await house.givenCase(['self_mobile']);
    const ask = () => house.post(`/api/cases/${given.caseId}/stops`, boss, { kind: 'breathing_space', reason: 'x y' });
    const offered = async () => (await pageOf(given.caseId)).stopKinds.includes('breathing_space');
    const goBy = (preset: string) =>
      house.prisma.campaign.update({ where: { id: house.campaignId }, data: { preset, presetVersion: 1 } });
    expect(await rulesOf(await ask())).toEqual(['kind 5.4:breathing_space_unknown']);
    expect(await offered()).toBe(false);
    await goBy('uk');
    try {
      expect(await offered()).toBe(true);
      expect((await ask()).status).toBe(200);
    } finally {
      await goBy('cn');
    }
    // What stood before stands on.
    expect((await pageOf(given.caseId)).stops).toMatchObject([{ kind: 'breathing_space', scope: 'person' }]);
  });

  it('[DATE-3] a date that no open day could meet is stored as excused, and is never overdue', async () => {
    // The week of National Day is closed from D+1 to D+7.
    house.clock.set('2026-09-30T02:00:00.000Z');
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await talked(given);
    const input = wrapUp(attemptId, { code: 'NEG', party: 'RPC', nextFollowUpOn: '2026-10-08' });
    expect((await house.casework.wrapUps.save(house.agentId, input, house.clock())).kind).toBe('saved');
    expect(await house.prisma.wrapUp.findUniqueOrThrow({ where: { attemptId } })).toMatchObject({ excused: true });
    expect((await pageOf(given.caseId)).standing).toBe('planned');
    house.clock.set('2026-10-12T02:00:00.000Z');
    expect(await pageOf(given.caseId)).toMatchObject({ standing: 'excused', followUpBy: '2026-10-08' });
  });

  it('[R30] a wrap-up that takes too long raises one alert, gone when it is saved', async () => {
    const given = await house.givenCase(['self_mobile', 'work']);
    const attemptId = await talked(given);
    const alerts = () => house.prisma.alert.count({ where: { subjectId: attemptId, resolvedAt: null } });
    house.clock.forward(4 * 60_000);
    await house.casework.alertWrapUps();
    expect(await alerts()).toBe(0);
    house.clock.forward(2 * 60_000);
    await house.casework.alertWrapUps();
    await house.casework.alertWrapUps();
    expect(await alerts()).toBe(1);
    const input = wrapUp(attemptId, { code: 'HANGUP', party: 'unknown' });
    expect((await house.casework.wrapUps.save(house.agentId, input, house.clock())).kind).toBe('saved');
    await house.casework.alertWrapUps();
    expect(await alerts()).toBe(0);
  });
});
