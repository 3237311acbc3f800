import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableFile } from '../../../src/casework/adapters/table-file.ts';
import { makePrismaTrunkCosts } from '../../../src/dialer/adapters/prisma-trunk-costs.ts';
import { costTable, makeReadCosts } from '../../../src/dialer/trunks/read-costs.ts';
import { endedCall } from '../../support/ended-call.ts';
import { withDatabase, type TestDatabase } from '../../support/with-database.ts';
import { seedCampaign, type Placement } from '../bed.ts';

let db: TestDatabase;
let place: Placement;
const noon = Date.parse('2026-11-24T12:00:00Z');

beforeAll(async () => {
  db = await withDatabase();
  place = await seedCampaign(db.prisma);
});
afterAll(() => db.drop());

const answered = (at: number, talkMs: number, over: object = {}) =>
  endedCall(db.prisma, place, at, {
    answeredAt: new Date(at + 5_000),
    endedAt: new Date(at + 5_000 + talkMs),
    costMicros: 8_500,
    costCurrency: 'CNY',
    ...over,
  });

describe('what calls cost', () => {
  it('[TRK-17] by day, trunk and campaign, at the price of the launch, begun minutes whole', async () => {
    await answered(noon, 60_000);
    await answered(noon, 60_001);
    await answered(noon, 1, { costMicros: 10_000 });
    await answered(noon, 30_000, { costMicros: null, costCurrency: null });
    await answered(noon + 86_400_000, 1);
    await endedCall(db.prisma, place, noon, { costMicros: 8_500, costCurrency: 'CNY' });
    const costs = await makeReadCosts(makePrismaTrunkCosts(db.prisma))('2026-11-24', '2026-11-25');
    expect(costs.rows).toMatchObject([
      { day: '2026-11-25', calls: 1, minutes: 1, micros: 8_500, campaign: place.campaignId },
      { day: '2026-11-24', calls: 4, answered: 3, minutes: 4, micros: 35_500, currency: 'CNY', unpriced: 0 },
      { day: '2026-11-24', calls: 1, answered: 1, minutes: 1, micros: 0, currency: null, unpriced: 1 },
    ]);
    expect(costs.totals).toMatchObject([
      { currency: 'CNY', calls: 5, micros: 44_000 },
      { currency: null, unpriced: 1 },
    ]);
    const { bytes } = tableFile('csv', 'Costs', costTable(costs, 'en'));
    const text = (await buffer(bytes)).toString('utf8');
    expect(text.split('\r\n')[2]).toBe(`2026-11-24,${place.trunkId},${place.campaignId},4,3,4,0.0355,CNY,0`);
    const workbook = await buffer(tableFile('xlsx', 'Costs', costTable(costs, 'en')).bytes);
    expect(workbook.subarray(0, 2).toString()).toBe('PK');
  });
});
