import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byDigitsSql, makePrismaCallers } from '../../src/casework/adapters/prisma-callers.ts';
import { newId } from '../../src/platform/ids.ts';
import { House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house[Symbol.asyncDispose]());

describe('a caller who names a case by its digits', () => {
  it('[INB-17] is found among open cases, whatever stands between the digits', async () => {
    const callers = makePrismaCallers({ prisma: house.prisma, clock: house.clock });
    const { caseId } = await house.givenCase(['self_mobile']);
    const digits = '90817263';
    const refKey = `lc-9081.7263/${'x'}`;
    await house.prisma.case.update({ where: { id: caseId }, data: { refKey } });
    const from = '+8613800009081';
    expect(await callers.byReference(digits, from)).toMatchObject({ caseId, shared: true });
    expect(await callers.byReference(`${digits}0`, from)).toBeNull();
    await house.prisma.case.update({ where: { id: caseId }, data: { status: 'closed', dueAt: null } });
    expect(await callers.byReference(digits, from)).toBeNull();
  });

  it('[INB-17] is found by the index, not by reading every open case', async () => {
    const { clientId, placementDate } = await house.prisma.case.findFirstOrThrow();
    const debtorId = newId();
    await house.prisma.debtor.create({ data: { id: debtorId, linkKey: `case:${debtorId}` } });
    const ids = Array.from({ length: 2_000 }, () => newId());
    await house.prisma.case.createMany({
      data: ids.map((id) => ({
        ...{ id, clientId, debtorId, externalRef: id, refKey: id, amountMinor: 1n, currency: 'CNY', placementDate },
      })),
    });
    await house.prisma.$executeRaw`ANALYZE "Case"`;
    const statement = byDigitsSql('90817263');
    const plan = await house.prisma.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
      `EXPLAIN ${statement.text}`,
      ...statement.values,
    );
    const lines = plan.map((row) => row['QUERY PLAN']);
    expect(lines.some((line) => line.includes('Case_open_by_digits'))).toBe(true);
    expect(lines.filter((line) => line.includes('Seq Scan') || line.includes('Filter:'))).toEqual([]);
  });
});
