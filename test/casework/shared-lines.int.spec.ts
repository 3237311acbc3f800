import { afterAll, beforeAll, expect, it } from 'vitest';
import { chineseHeader, chineseRow, csvText } from '../fixtures/placements/rows.ts';
import { importBed } from './import-bed.ts';

type Bed = Awaited<ReturnType<typeof importBed>>;
let bed: Bed;
beforeAll(async () => {
  bed = await importBed('cn');
  // Notes which line is asked about, each time; what it answers is the database's own answer.
  await bed.prisma.$executeRawUnsafe('ALTER FUNCTION "standing_of_line"(uuid) RENAME TO "standing_as_it_is"');
  await bed.prisma.$executeRawUnsafe('CREATE TABLE "Asked" ("lineId" uuid)');
  await bed.prisma.$executeRawUnsafe(`
    CREATE FUNCTION "standing_of_line"(line uuid) RETURNS TABLE ("status" text, "statusReason" text)
    LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO "Asked" VALUES (line);
      RETURN QUERY SELECT * FROM "standing_as_it_is"(line);
    END $$`);
});
afterAll(() => bed.drop());

/** Cases of as many debtors, each with the office's number and one of its own. */
const file = (prefix: string, office: string, count: number): string =>
  csvText([
    chineseHeader,
    ...Array.from({ length: count }, (_, at) =>
      chineseRow(`${prefix}${at}`, { 本人手机: `13${prefix}${String(at).padStart(8, '0')}`, 单位电话: office }),
    ),
  ]);
const timesAsked = async (e164: string): Promise<number> => {
  const [row] = await bed.prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Asked" a JOIN "Line" l ON l."id" = a."lineId" WHERE l."e164" = ${e164}`;
  return row?.count ?? 0;
};
const sharers = async (e164: string): Promise<{ lines: number; cases: number; debtors: number }> => {
  const lines = await bed.prisma.line.findMany({ where: { e164 }, include: { numbers: true, debtorLines: true } });
  return {
    lines: lines.length,
    cases: lines.flatMap(({ numbers }) => numbers).length,
    debtors: lines.flatMap(({ debtorLines }) => debtorLines).length,
  };
};

it('[IMP-39] a number that many rows name is one line, and what holds of it is looked up once for all of them', async () => {
  const office = '+8675555551234';
  await bed.imported(file('8', '0755-55551234', 40));
  expect(await sharers(office)).toEqual({ lines: 1, cases: 40, debtors: 40 });
  expect(await timesAsked(office)).toBe(1);
  await bed.imported(file('7', '(0755)55551234', 30));
  expect(await sharers(office)).toEqual({ lines: 1, cases: 70, debtors: 70 });
  expect(await timesAsked(office)).toBe(2);
});

it('[IMP-39] two files that come in at once and name the same numbers make one line of each', async () => {
  const office = '+8675555554321';
  const [one, other] = [
    await bed.queued(file('6', '075555554321', 40)),
    await bed.queued(file('5', '075555554321', 40)),
  ];
  expect(await Promise.all([bed.run(one), bed.run(other)])).toEqual(['done', 'done']);
  expect(await sharers(office)).toEqual({ lines: 1, cases: 80, debtors: 80 });
  expect(await timesAsked(office)).toBe(2);
});
