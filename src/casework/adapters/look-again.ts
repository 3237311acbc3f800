import type { Instant } from '../../domain/vocabulary.ts';
import { Prisma, type PrismaClient } from '../../platform/prisma/client.ts';
import { askForReplan } from './ask-for-replan.ts';

/** Why a case waits that a change of rules may end. */
const reasonsOfRules = [
  'outside_window',
  'zone_unknown',
  'holiday',
  'cap_number_day',
  'cap_person_day',
  'cap_debt_window',
  'cap_talks_day',
  'quiet_after_talk',
  'redial_gap',
  'third_party_gate',
  'order_wait',
  'cadence',
];

/** The next look is planned through all gates: what waits for a date ends at an opening of its hours, too. */
const reasonsOfClocks = [...reasonsOfRules, 'before_next_date', 'ptp_hold', 'number_hold'];

/** Locks are held for as many cases at a time: whoever calls meanwhile waits for one part, not for all. */
const atOnce = 2_000;
const firstId = '00000000-0000-0000-0000-000000000000';

/**
 * A look too many costs a decision; one that comes too late, a call. In parts, in the order of the ids; one that is broken
 * off leaves the rest to their own time, and asked again it ends what is left. Returns how many cases are looked at.
 */
async function lookAgain(
  prisma: PrismaClient,
  which: Prisma.Sql,
  reasons: readonly string[],
  at: Instant,
): Promise<number> {
  const waits = Prisma.sql`c."status" = 'open' AND c."dueReason" = ANY (${[...reasons]})
    AND (c."dueAt" IS NULL OR c."dueAt" > ${new Date(at)})`;
  let looked = 0;
  let after = firstId;
  for (;;) {
    const part = await prisma.$queryRaw<{ id: string }[]>`
      SELECT c."id" FROM "Case" c WHERE c."id" > ${after}::uuid AND ${waits} AND ${which} ORDER BY c."id" LIMIT ${atOnce}`;
    const ids = part.map(({ id }) => id);
    looked += await prisma.$executeRaw`
      UPDATE "Case" c SET "dueAt" = ${new Date(at)} WHERE c."id" = ANY (${ids}::uuid[]) AND ${waits}`;
    const last = ids.at(-1);
    if (last === undefined || ids.length < atOnce) return looked;
    after = last;
  }
}

export async function lookAgainForRules(prisma: PrismaClient, campaignId: string, at: Instant): Promise<number> {
  await askForReplan(prisma, campaignId, new Date(at));
  return lookAgain(prisma, Prisma.sql`c."campaignId" = ${campaignId}::uuid`, reasonsOfRules, at);
}

/** The days that are worked, off or made up for have changed. */
export async function lookAgainForDays(prisma: PrismaClient, at: Instant): Promise<number> {
  await askForReplan(prisma, null, new Date(at));
  return lookAgain(prisma, Prisma.sql`c."campaignId" IS NOT NULL`, reasonsOfClocks, at);
}

/** The clock of these addresses has changed: `CN-83` is the beginning of postal codes of a country. */
export const lookAgainForAddresses = (prisma: PrismaClient, postal: string, at: Instant): Promise<number> =>
  lookAgain(
    prisma,
    Prisma.sql`c."campaignId" IS NOT NULL AND c."postalCode" IS NOT NULL AND EXISTS (
      SELECT 1 FROM "Placement" p WHERE p."id" = c."placementId" AND starts_with(
        (p."profile"->>'defaultCountry') || '-' || upper(regexp_replace(c."postalCode", '[^0-9A-Za-z]', '', 'g')), ${postal}))`,
    reasonsOfClocks,
    at,
  );

/** The clock of these lines has changed. */
export const lookAgainForLines = (prisma: PrismaClient, prefix: string, at: Instant): Promise<number> =>
  lookAgain(
    prisma,
    Prisma.sql`c."campaignId" IS NOT NULL AND EXISTS (
      SELECT 1 FROM "PhoneNumber" n JOIN "Line" l ON l."id" = n."lineId"
      WHERE n."caseId" = c."id" AND starts_with(l."e164", ${prefix}))`,
    reasonsOfClocks,
    at,
  );
