import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { makePrismaCampaignCases } from '../../../src/casework/adapters/prisma-campaign-cases.ts';
import { noFilters } from '../../../src/domain/case-filters.ts';
import { numberStatuses } from '../../../src/domain/vocabulary.ts';
import { newId } from '../../../src/platform/ids.ts';
import { House } from '../house.ts';

interface Placed {
  readonly inCampaign: boolean;
  readonly isOpen: boolean;
  /** Of its numbers; null: nothing is known of the line yet. */
  readonly statuses: readonly ((typeof numberStatuses)[number] | null)[];
}

const placed: fc.Arbitrary<Placed> = fc.record({
  inCampaign: fc.boolean(),
  isOpen: fc.boolean(),
  statuses: fc.array(fc.constantFrom(...numberStatuses, null), { maxLength: 3 }),
});

const isDialable = ({ statuses }: Placed): boolean =>
  statuses.some((status) => status === null || status === 'active' || status === 'suspect');

describe('cases that a campaign would call', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house[Symbol.asyncDispose]());

  async function place(clientId: string, { inCampaign, isOpen, statuses }: Placed): Promise<void> {
    const classes = statuses.map(() => 'work' as const);
    const { caseId, debtorId, numbers } = await house.givenCase(classes, { campaign: inCampaign });
    const standing = isOpen ? {} : ({ status: 'closed', dueAt: null } as const);
    await house.prisma.case.update({ where: { id: caseId }, data: { clientId, ...standing } });
    for (const [at, { lineId }] of numbers.entries()) {
      const status = statuses[at] ?? null;
      const where = { debtorId_lineId: { debtorId, lineId } };
      if (status === null) await house.prisma.debtorLine.delete({ where });
      else await house.prisma.debtorLine.update({ where, data: { status } });
    }
  }

  it('[CAMP-4] are counted as dialable by the standing of each of their numbers, whatever it is', async () => {
    const counts = makePrismaCampaignCases({ prisma: house.prisma, clock: house.clock });
    await fc.assert(
      fc.asyncProperty(fc.array(placed, { maxLength: 6 }), async (cases) => {
        const before = await counts.within(house.campaignId);
        const clientId = newId();
        await house.prisma.client.create({ data: { id: clientId, name: clientId } });
        for (const each of cases) await place(clientId, each);
        const open = cases.filter(({ isOpen }) => isOpen);
        const free = open.filter(({ inCampaign }) => !inCampaign);
        expect(await counts.fitting({ ...noFilters, clientIds: [clientId] })).toEqual({
          open: open.length,
          free: free.length,
          dialable: free.filter(isDialable).length,
        });
        const within = open.filter(({ inCampaign }) => inCampaign);
        expect(await counts.within(house.campaignId)).toEqual({
          open: before.open + within.length,
          dialable: before.dialable + within.filter(isDialable).length,
        });
      }),
      { numRuns: 25 },
    );
  });
});
