import { localDate } from '../../domain/zoned-time.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import { openToTrace, wrapUpPatienceMs } from '../review-case.ts';
import type { SweepStore } from '../sweep-cases.ts';
import { casesOfOtherTier } from './day-start.ts';

/** A reason that passes by itself: such a case must always have a next look. */
const passing = ['live_call', 'pacing', 'order_wait', 'redial_gap', 'due'];
/** One that passes when something else does. */
const atTimes = ['tenant_off', 'not_owned', 'wrap_up'];

export function makePrismaSweepStore(prisma: PrismaClient): SweepStore {
  return {
    async recallOverdue(today, now) {
      const at = new Date(now);
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        WITH gone AS (
          SELECT "id", "debtorId", "caseClass" FROM "Case"
          WHERE "status" = 'open' AND "recallDate" < ${today}::date FOR NO KEY UPDATE),
        recalled AS (
          UPDATE "Case" c SET "status" = 'recalled', "caseClass" = 'RECALLED', "classAt" = ${at}, "dueAt" = NULL,
            "dueReason" = 'recalled', "version" = c."version" + 1, "updatedAt" = now()
          FROM gone WHERE c."id" = gone."id"),
        stopped AS (
          INSERT INTO "CaseStop" ("id", "debtorId", "caseId", "kind", "createdAt", "originCaseId", "classBefore")
          SELECT gen_random_uuid(), "debtorId", "id", 'recalled', ${at}, "id", "caseClass" FROM gone
          ON CONFLICT DO NOTHING),
        dropped AS (
          UPDATE "CaseTask" t SET "doneAt" = ${at}, "notNeeded" = true
          FROM gone WHERE t."caseId" = gone."id" AND t."doneAt" IS NULL)
        SELECT "id" FROM gone`;
      return rows.map((row) => row.id);
    },
    async stale({ now, today, limit }) {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        (SELECT p."caseId" AS "id" FROM "Promise" p WHERE p."status" = 'open' AND p."dueOn" < ${today}::date
          AND EXISTS (SELECT 1 FROM "Case" c WHERE c."id" = p."caseId" AND c."status" = 'open'
            AND c."caseClass" <> 'PAID_PENDING')
          ORDER BY p."dueOn" LIMIT ${limit})
        UNION
        (SELECT c."id" FROM "Case" c
          JOIN "Campaign" g ON g."id" = c."campaignId"
          CROSS JOIN "Tenant" t
          WHERE c."status" = 'open' AND c."dueAt" IS NULL
            AND COALESCE(c."dueReason", '') = ANY (${[...passing, ...atTimes, '']})
            AND (c."dueReason" IS NULL OR c."dueReason" <> ALL (${atTimes})
              OR (c."dueReason" = 'tenant_off' AND NOT t."dialingOff")
              OR (c."dueReason" = 'not_owned' AND g."status" = 'running')
              OR (c."dueReason" = 'wrap_up' AND c."lastAttemptAt" < ${new Date(now - wrapUpPatienceMs)}))
            AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."debtorId" = c."debtorId" AND a."endedAt" IS NULL)
          ORDER BY c."updatedAt" LIMIT ${limit})
        UNION
        (SELECT c."id" FROM "Case" c
          WHERE c."status" = 'open' AND c."dueAt" IS NULL AND c."caseClass" = ANY (${[...openToTrace]})
            AND c."dueReason" IN ('number_invalid', 'number_blocked', 'number_malformed', 'number_unverified')
            AND EXISTS (SELECT 1 FROM "PhoneNumber" n JOIN "DebtorLine" d USING ("debtorId", "lineId")
              WHERE n."caseId" = c."id" AND d."status" = 'invalid')
            AND NOT EXISTS (SELECT 1 FROM "PhoneNumber" n LEFT JOIN "DebtorLine" d USING ("debtorId", "lineId")
              WHERE n."caseId" = c."id" AND COALESCE(d."status", 'active') IN ('active', 'suspect'))
          ORDER BY c."updatedAt" LIMIT ${limit})
        UNION
        (SELECT c."id" FROM "Case" c
          JOIN LATERAL (SELECT w."savedAt", GREATEST(w."nextFollowUpOn", (w."details"->>'fundDate')::date) AS "agreedOn"
            FROM "WrapUp" w WHERE w."caseId" = c."id" AND w."code" IN ('NEG', 'FUND')
            ORDER BY w."savedAt" DESC LIMIT 1) w ON w."agreedOn" < ${today}::date
          WHERE c."status" = 'open' AND c."caseClass" IN ('NEGOTIATING', 'RAISING_FUNDS')
            AND c."nextFollowUpOn" < ${today}::date
            AND NOT EXISTS (SELECT 1 FROM "CaseStop" s WHERE s."debtorId" = c."debtorId" AND s."liftedAt" IS NULL
              AND (s."caseId" IS NULL OR s."caseId" = c."id"))
            AND NOT EXISTS (SELECT 1 FROM "CaseTask" k WHERE k."caseId" = c."id" AND k."kind" = 'visit_proposal'
              AND (k."doneAt" IS NULL OR k."anchorAt" >= w."savedAt"))
          ORDER BY c."nextFollowUpOn" LIMIT ${limit})`;
      return rows.map((row) => row.id);
    },
    casesOfOtherTier: (today, now) => casesOfOtherTier(prisma, today, now),
    async businessDate(now) {
      const { businessZone } = await prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
      return localDate(now, businessZone);
    },
  };
}
