import { afterEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { casePage } from '../../src/contract/case.ts';
import { tightening } from '../../src/contract/rules.ts';
import { House, wrapUp, type Given } from './house.ts';

describe('what a campaign chooses of the manual', () => {
  const open: House[] = [];
  afterEach(async () => {
    for (const house of open.splice(0)) await house[Symbol.asyncDispose]();
  });

  async function houseWith(choice: z.input<typeof tightening>) {
    const house = await House.open();
    open.push(house);
    await house.prisma.campaign.update({
      where: { id: house.campaignId },
      data: { tightening: tightening.parse(choice), rulesVersion: 1 },
    });
    const boss = { id: await house.user('supervisor'), role: 'supervisor' };
    const pageOf = async ({ caseId }: Given) =>
      casePage.parse(await (await house.get(`/api/cases/${caseId}`, boss)).json());
    const decided = async ({ caseId }: Given) => {
      const read = await house.get(`/api/cases/${caseId}/decision`, boss);
      const { next, numbers } = (await read.json()) as { next: string | null; numbers: { trace: object[] }[] };
      return { next, last: numbers[0]?.trace.at(-1) };
    };
    /** Another case of the debtor, placed at this moment. */
    const placedBeside = async ({ debtorId }: Given, as: 'home' | 'work') => {
      const beside = await house.givenCase([as], { debtorId });
      const createdAt = new Date(house.clock());
      await house.prisma.case.update({ where: { id: beside.caseId }, data: { createdAt } });
      house.clock.forward(1_000);
      return beside;
    };
    return { house, boss, pageOf, decided, placedBeside };
  }

  it('[IDC-6] [R35] hard: nobody is dialed for a case before one look at its linked ones, and anew for the next', async () => {
    const { house, boss, pageOf, decided, placedBeside } = await houseWith({ links: { gate: 'hard' } });
    const given = await house.givenCase(['self_mobile']);
    expect(await decided(given)).toMatchObject({ next: given.numbers[0]?.id });
    expect((await pageOf(given)).linkedHoldsDialing).toBe(false);

    const beside = await placedBeside(given, 'home');
    expect(await decided(given)).toMatchObject({ next: null, last: { gate: 'order', detail: 'linked_unseen' } });
    expect(await pageOf(given)).toMatchObject({ linkedHoldsDialing: true, linked: [{ caseId: beside.caseId }] });

    const look = (who: { id: string; role: string }) => house.post(`/api/cases/${given.caseId}/linked-seen`, who);
    expect((await look(boss)).status).toBe(204);
    expect(house.audited).toContainEqual({ action: 'case.linked-seen', actorId: boss.id, subjectId: given.caseId });
    expect(await decided(given)).toMatchObject({ next: given.numbers[0]?.id });
    expect((await pageOf(given)).linkedHoldsDialing).toBe(false);
    expect((await house.caseRow(given)).dueAt?.getTime()).toBe(house.clock());
    // The other case of the debtor is looked at on its own.
    expect((await pageOf(beside)).linkedHoldsDialing).toBe(true);

    house.clock.forward(1_000);
    await placedBeside(given, 'work');
    expect(await decided(given)).toMatchObject({ next: null });
    expect((await pageOf(given)).linkedHoldsDialing).toBe(true);
    await house.post(`/api/cases/${given.caseId}/stops`, boss, { kind: 'recalled', reason: 'The client asks for it' });
    expect((await pageOf(given)).linkedHoldsDialing).toBe(false);
  });

  it('[IDC-6] the look on a call is the look at its case, and softly it holds the wrap-up alone', async () => {
    const { house, placedBeside } = await houseWith({ links: { gate: 'hard' } });
    const given = await house.givenCase(['self_mobile']);
    await placedBeside(given, 'home');
    const attemptId = await house.call(given, 0, { agentId: house.agentId });
    const card = () => house.casework.cards.cardFor(attemptId);
    expect(await card()).toMatchObject({ linkedCases: 1, linkedOwed: true, linkedHoldsDialing: true });
    expect(await house.looksAtLinked(attemptId)).toBe(204);
    expect(await card()).toMatchObject({ linkedCases: 1, linkedOwed: false, linkedHoldsDialing: false });
    const input = wrapUp(attemptId, { code: 'HANGUP', party: 'unknown' });
    expect(await house.casework.wrapUps.save(house.agentId, input, house.clock())).toMatchObject({ kind: 'saved' });
    expect((await house.caseRow(given)).dueReason).not.toBe('order_wait');
    const soft = await houseWith({});
    const plain = await soft.house.givenCase(['self_mobile']);
    await soft.placedBeside(plain, 'home');
    const other = await soft.house.call(plain, 0, { agentId: soft.house.agentId });
    const softCard = await soft.house.casework.cards.cardFor(other);
    expect(softCard).toMatchObject({ linkedOwed: true, linkedHoldsDialing: false });
    expect((await soft.pageOf(plain)).linkedHoldsDialing).toBe(false);
  });

  it('[R4] [PRE-11] by the whole campaign’s cases the tier is another than by the owner’s own', async () => {
    for (const [scope, due] of [
      ['agent', '2026-11-26'],
      ['campaign', '2026-11-27'],
    ] as const) {
      const { house } = await houseWith({ cadence: { scope } });
      const given = await house.givenCase(['work'], { ownerId: await house.user('agent') });
      await house.prisma.$executeRaw`
        INSERT INTO "Case" ("id", "clientId", "externalRef", "refKey", "debtorId", "campaignId", "ownerId", "amountMinor",
          "currency", "placementDate", "updatedAt")
        SELECT gen_random_uuid(), ${house.clientId}::uuid, 'V' || n, 'v' || n, ${given.debtorId}::uuid,
          ${house.campaignId}::uuid, ${house.agentId}::uuid, 1, 'CNY', '2026-11-20', now() FROM generate_series(1, 200) n`;
      await house.called(given, 0, { result: 'NO_ANSWER' });
      expect((await house.caseRow(given)).followUpBy, scope).toEqual(new Date(due));
    }
  });

  it('[R31] [PRE-11] 114 is looked up for every case from its first attempt on where a campaign asks for it', async () => {
    const { house } = await houseWith({ clocks: { lookup114For: 'all' } });
    const given = await house.givenCase(['self_mobile', 'work']);
    const tasks = () => house.prisma.caseTask.findMany({ where: { caseId: given.caseId } });
    expect(await tasks()).toEqual([]);
    await house.called(given, 0, { result: 'NO_ANSWER' });
    await house.called(given, 1, { result: 'BUSY' });
    expect(await tasks()).toMatchObject([
      { kind: 'lookup_114', because: 'first_attempt', dueAt: new Date('2026-11-27T15:59:59.999Z') },
    ]);
    const plain = await houseWith({});
    const other = await plain.house.givenCase(['self_mobile', 'work']);
    await plain.house.called(other, 0, { result: 'NO_ANSWER' });
    expect(await plain.house.prisma.caseTask.count()).toBe(0);
  });
});
