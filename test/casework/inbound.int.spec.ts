import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { House, wrapUp, type Given } from './house.ts';

describe('calls that reached us', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house[Symbol.asyncDispose]());

  /** The debtor rang from his first number and talked to the agent; `shared`: others have the number too. */
  async function rang(given: Given, shared = false): Promise<string> {
    const attemptId = await house.called(given, 0, { agentId: house.agentId });
    await house.prisma.attempt.update({ where: { id: attemptId }, data: { direction: 'inbound', placedAt: null } });
    const { callerIdId, intendedAt } = await house.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    await house.prisma.inboundCall.create({
      data: { id: newId(), carrierCallSid: newId(), callerIdId, attemptId, shared, arrivedAt: intendedAt },
    });
    await house.looksAtLinked(attemptId);
    return attemptId;
  }
  const save = (input: ReturnType<typeof wrapUp>) => house.casework.wrapUps.save(house.agentId, input, house.clock());
  const spoke = (attemptId: string) => wrapUp(attemptId, { nextFollowUpOn: '2026-11-25' });
  const invalidate = async (given: Given): Promise<void> => {
    await house.prisma.debtorLine.updateMany({
      where: { debtorId: given.debtorId, lineId: given.numbers[0]?.lineId ?? '' },
      data: { status: 'invalid', statusReason: 'no_such_person' },
    });
  };

  it('[INB-13] the debtor ringing from an invalid number makes it valid, somebody else does not', async () => {
    const given = await house.givenCase(['work', 'home']);
    const others = await rang(given);
    await invalidate(given);
    expect(await save(wrapUp(others, { code: 'NSP', party: 'WPC' }))).toMatchObject({ kind: 'saved' });
    expect((await house.statusOf(given, 0)).status).toBe('invalid');
    house.clock.forward(3_600_000);
    const own = await rang(given);
    expect(await save(spoke(own))).toMatchObject({ kind: 'saved' });
    expect((await house.statusOf(given, 0)).status).toBe('active');
    expect(await house.notesOf(given)).toContain('债务人本人从该号码来电，号码自动恢复。');
  });

  it('[INB-13] a talk for which we rang does not', async () => {
    const given = await house.givenCase(['work', 'home']);
    const attemptId = await house.called(given, 0, { agentId: house.agentId });
    await house.looksAtLinked(attemptId);
    await invalidate(given);
    expect(await save(spoke(attemptId))).toMatchObject({ kind: 'saved' });
    expect((await house.statusOf(given, 0)).status).toBe('invalid');
  });

  it('[INB-10] a missed call is a task for the owner, once, until somebody talks to the debtor', async () => {
    const given = await house.givenCase(['self_mobile', 'home']);
    await house.prisma.case.update({ where: { id: given.caseId }, data: { ownerId: house.agentId } });
    for (const after of [0, 60_000]) {
      house.clock.forward(after);
      const attemptId = await house.call(given, 0, { result: 'CANCELED' });
      await house.prisma.attempt.update({ where: { id: attemptId }, data: { direction: 'inbound', placedAt: null } });
      await house.casework.followUp.attemptEnded(attemptId);
      await house.casework.followUp.attemptEnded(attemptId);
    }
    const tasks = () => house.prisma.caseTask.findMany({ where: { caseId: given.caseId, kind: 'return_call' } });
    expect(await tasks()).toMatchObject([{ because: 'missed_call', ownerId: house.agentId, doneAt: null }]);
    house.clock.forward(3_600_000);
    expect(await save(spoke(await rang(given)))).toMatchObject({ kind: 'saved' });
    expect((await tasks()).map(({ doneAt }) => doneAt !== null)).toEqual([true]);
  });

  it('[INB-4] what a debtor said is not written down while it is open which debtor it was', async () => {
    const given = await house.givenCase(['home', 'work']);
    const attemptId = await rang(given, true);
    const reply = await save(spoke(attemptId));
    expect(reply).toMatchObject({ kind: 'refused', problems: [{ field: 'party', rule: 'INB-4:unidentified' }] });
    const path = `/api/agent/calls/${attemptId}`;
    expect((await house.post(`${path}/identity`, { id: house.agentId })).status).toBe(404);
    expect((await house.post(`${path}/caller`, { id: house.agentId }, { said: 'nobody' })).status).toBe(422);
    const { externalRef } = await house.caseRow(given);
    expect((await house.post(`${path}/caller`, { id: house.agentId }, { said: externalRef })).status).toBe(204);
    expect(await save(spoke(attemptId))).toMatchObject({ kind: 'saved' });
  });
});
