import { newId } from '../../platform/ids.ts';
import type { Db } from './read-case-record.ts';

/** Before the first of all ids. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * By when cases are owed is to be judged anew: those of a campaign, or all. Asked for with the change itself, so that it
 * comes whatever happens afterwards. One that has not come further than its first part begins again instead of twice.
 */
export async function askForReplan(db: Db, campaignId: string | null, at: Date): Promise<void> {
  await db.$executeRaw`
    WITH begins AS (
      UPDATE "FollowUpReplan" SET "askedAt" = ${at}, "asked" = "asked" + 1
      WHERE "doneAt" IS NULL AND "campaignId" IS NOT DISTINCT FROM ${campaignId}::uuid
        AND "afterId" = ${beforeAll}::uuid RETURNING "id")
    INSERT INTO "FollowUpReplan" ("id", "campaignId", "askedAt", "afterId")
    SELECT ${newId()}::uuid, ${campaignId}::uuid, ${at}, ${beforeAll}::uuid WHERE NOT EXISTS (SELECT 1 FROM begins)`;
}
