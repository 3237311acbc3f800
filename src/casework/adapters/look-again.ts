import type { Instant } from '../../domain/vocabulary.ts';
import type { Db } from './read-case-record.ts';

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

/** A look too many costs a decision; one that comes too late, a call. Each returns how many cases are looked at. */
export const lookAgainForRules = (db: Db, campaignId: string, at: Instant): Promise<number> => db.$executeRaw`
  UPDATE "Case" SET "dueAt" = ${new Date(at)}
  WHERE "campaignId" = ${campaignId}::uuid AND "status" = 'open' AND "dueReason" = ANY (${reasonsOfRules})
    AND ("dueAt" IS NULL OR "dueAt" > ${new Date(at)})`;

/** The days that are worked, off or made up for have changed. */
export const lookAgainForDays = (db: Db, at: Instant): Promise<number> => db.$executeRaw`
  UPDATE "Case" SET "dueAt" = ${new Date(at)}
  WHERE "campaignId" IS NOT NULL AND "status" = 'open' AND "dueReason" = ANY (${reasonsOfClocks})
    AND ("dueAt" IS NULL OR "dueAt" > ${new Date(at)})`;

/** The clock of these lines has changed. */
export const lookAgainForLines = (db: Db, prefix: string, at: Instant): Promise<number> => db.$executeRaw`
  UPDATE "Case" SET "dueAt" = ${new Date(at)}
  WHERE "campaignId" IS NOT NULL AND "status" = 'open' AND "dueReason" = ANY (${reasonsOfClocks})
    AND ("dueAt" IS NULL OR "dueAt" > ${new Date(at)})
    AND "id" IN (
      SELECT n."caseId" FROM "PhoneNumber" n JOIN "Line" l ON l."id" = n."lineId"
      WHERE starts_with(l."e164", ${prefix}))`;
