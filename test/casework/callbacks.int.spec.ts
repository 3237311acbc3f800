import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { House, wrapUp, type Given } from './house.ts';

const hour = 3_600_000;

describe('a call that is agreed on', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house[Symbol.asyncDispose]());

  const talked = async (given: Given): Promise<string> => {
    const attemptId = await house.called(given, 0, { agentId: house.agentId });
    await house.looksAtLinked(attemptId);
    return attemptId;
  };
  const save = (input: ReturnType<typeof wrapUp>) => house.casework.wrapUps.save(house.agentId, input, house.clock());
  const agrees = (attemptId: string, at: number, more: object = {}) =>
    save(wrapUp(attemptId, { code: 'CALLBACK', party: 'RPC', callbackAt: at, ...more }));
  const callbacks = ({ caseId }: Given) =>
    house.prisma.callback.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } });
  const tomorrow = () => house.clock() + 24 * hour;

  it('[CBK-1] is promised by the wrap-up, for the owner or his team, and shown to whoever has to keep it', async () => {
    const given = await house.givenCase(['self_mobile', 'home']);
    await house.prisma.case.update({ where: { id: given.caseId }, data: { ownerId: house.agentId } });
    const attemptId = await talked(given);
    const dueAt = tomorrow();
    expect(await agrees(attemptId, dueAt)).toMatchObject({ kind: 'saved' });
    expect(await callbacks(given)).toMatchObject([
      {
        kind: 'agreed',
        state: 'pending',
        forWhom: 'owner',
        withDebtor: true,
        fromAttemptId: attemptId,
        lineId: given.numbers[0]?.lineId,
        dueAt: new Date(dueAt),
      },
    ]);
    const seen = await (await house.get('/api/callbacks?mine=true', { id: house.agentId, role: 'agent' })).json();
    expect(seen).toMatchObject({ callbacks: [{ caseId: given.caseId, dueAt, audience: 'owner', state: 'pending' }] });
    const team = await house.givenCase(['self_mobile']);
    await house.prisma.case.update({ where: { id: team.caseId }, data: { ownerId: house.agentId } });
    await agrees(await talked(team), dueAt, { callbackFor: 'team' });
    expect(await callbacks(team)).toMatchObject([{ forWhom: 'team' }]);
  });

  it('[CBK-2] is refused when agreed if nobody may be rung then, with the next time that is lawful', async () => {
    const given = await house.givenCase(['self_mobile']);
    const attemptId = await talked(given);
    const night = house.clock() + 17 * hour;
    const reply = await agrees(attemptId, night);
    expect(reply).toMatchObject({
      kind: 'refused',
      problems: [{ field: 'callbackAt', rule: 'CBK-2:outside_window' }],
    });
    expect(JSON.stringify(reply)).toMatch(/2026-11-\d\d 0\d:\d\d at the called number/);
    expect(await callbacks(given)).toEqual([]);
  });

  it('[CBK-5] is answered by the next talk with the debtor once that is written up, whoever rang', async () => {
    const given = await house.givenCase(['self_mobile']);
    await agrees(await talked(given), tomorrow());
    house.clock.forward(hour);
    const next = await talked(given);
    expect(await callbacks(given)).toMatchObject([{ state: 'pending' }]);
    await save(wrapUp(next, { nextFollowUpOn: '2026-11-26' }));
    expect(await callbacks(given)).toMatchObject([{ state: 'done', result: 'talked' }]);
  });

  it('[CBK-6] the pacer leaves a case to whoever keeps its promise', async () => {
    const given = await house.givenCase(['self_mobile']);
    await house.prisma.case.update({ where: { id: given.caseId }, data: { campaignId: house.campaignId } });
    const dueAt = tomorrow();
    await agrees(await talked(given), dueAt);
    house.clock.set(dueAt + 1_000);
    const due = () => house.casework.caseFacts.dueCases(house.campaignId, house.clock(), 50);
    await house.prisma.case.update({ where: { id: given.caseId }, data: { dueAt: new Date(dueAt) } });
    expect(await due()).not.toContain(given.caseId);
    await house.prisma.callback.updateMany({ data: { state: 'done', result: 'unanswered', doneAt: new Date(dueAt) } });
    expect(await due()).toContain(given.caseId);
  });
});
