import { describe, expect, it } from 'vitest';
import { populationSchema } from '../../sim/carrier/population/schema.ts';
import { makeDemoCases } from '../../src/demo/demo-cases.ts';
import { demoCallerIds } from '../../src/demo/fictional-numbers.ts';
import { placementCsv } from '../../src/demo/placement-csv.ts';
import { demoPopulation } from '../../src/demo/population.ts';
import { isFictional } from '../../src/domain/placement/data/fictional-ranges.ts';

describe('the demo', () => {
  const cases = makeDemoCases();
  const numbers = cases.flatMap((each) => each.numbers);

  it('[DEMO-1] holds no number outside the ranges reserved for fiction', () => {
    expect(numbers.length).toBeGreaterThan(15_000);
    expect(numbers.filter(({ e164 }) => !isFictional(e164))).toEqual([]);
    expect(demoCallerIds.filter((e164) => !isFictional(e164))).toEqual([]);
    expect(numbers.filter(({ e164 }) => demoCallerIds.includes(e164))).toEqual([]);
  });

  it('[DEMO-2] is the same each time it is made, so that file and population agree', () => {
    expect(makeDemoCases()).toEqual(cases);
    const population = populationSchema.parse(demoPopulation(cases));
    for (const { e164 } of numbers) expect(population.callees).toHaveProperty([e164]);
    expect(population.numbers.map(({ phoneNumber }) => phoneNumber)).toEqual(demoCallerIds);
  });

  it('[DEMO-3] has people with two cards and switchboards with several people', () => {
    expect(cases.length - new Set(cases.map((each) => each.debtorId)).size).toBeGreaterThan(50);
    const debtorsOf = new Map<string, Set<string>>();
    for (const each of cases) {
      for (const { e164 } of each.numbers) {
        debtorsOf.set(e164, (debtorsOf.get(e164) ?? new Set()).add(each.debtorId));
      }
    }
    expect([...debtorsOf.values()].filter((debtors) => debtors.size > 1).length).toBeGreaterThan(20);
  });

  it('[DEMO-4] writes its files as a bank would, one row a case', () => {
    for (const language of ['zh', 'en'] as const) {
      const rows = placementCsv(cases, language, { placedOn: '2026-11-17', recallOn: '2027-11-24' })
        .trim()
        .split('\r\n');
      expect(rows).toHaveLength(1 + cases.length / 2);
      const columns = rows[0]?.split(',').length;
      expect(rows.every((row) => row.split(',').length === columns)).toBe(true);
    }
  });
});
