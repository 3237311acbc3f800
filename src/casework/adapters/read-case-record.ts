import type { Prisma, PrismaClient } from '../../platform/prisma/client.ts';
import type { CaseRecord } from '../case-record.ts';
import { presetOf } from '../dial-facts-of.ts';
import { rulesWithCalendars, type StoredWindowRule } from './window-rules-read.ts';
import type { CalendarShelf } from './calendar-shelf.ts';

export type Db = PrismaClient | Prisma.TransactionClient;

export async function readCaseRecord(
  db: Db,
  shelf: CalendarShelf,
  caseId: string,
  historySince: Date,
  exceptAttemptId: string | null,
): Promise<CaseRecord | null> {
  const [record] = await readCaseRecords(db, shelf, [caseId], historySince, exceptAttemptId);
  return record ?? null;
}

type StoredRecord = Omit<CaseRecord, 'calendar' | 'windowRules'> & {
  readonly calendarEdition: number;
  readonly windowRules: readonly StoredWindowRule[];
};

/**
 * Intents that never reached the carrier are no attempts and are left out. `exceptAttemptId` is left out as well:
 * the decision taken again on its behalf must not meet itself.
 */
export async function readCaseRecords(
  db: Db,
  shelf: CalendarShelf,
  caseIds: readonly string[],
  historySince: Date,
  exceptAttemptId: string | null = null,
): Promise<readonly CaseRecord[]> {
  const rows = await db.$queryRaw<{ doc: StoredRecord }[]>`
    SELECT json_build_object(
      'id', c."id", 'debtorId', c."debtorId", 'clientId', c."clientId", 'status', c."status",
      'caseClass', c."caseClass", 'effective', c."effective", 'ownerId', c."ownerId", 'campaignId', c."campaignId",
      'currency', c."currency", 'amountMinor', c."amountMinor", 'paidMinor', c."paidMinor", 'placementDate', c."placementDate",
      'calendarEdition', (SELECT COALESCE(max(e."id"), 0) FROM "CalendarEdition" e),
      'nextFollowUpOn', c."nextFollowUpOn", 'callbackAt', (extract(epoch FROM c."callbackAt") * 1000)::bigint,
      'recallDate', c."recallDate", 'addressZones', zones_of_address(p."profile"->>'defaultCountry', c."postalCode", c."addressZones"),
      'state', c."state", 'city', c."city",
      'roundNumber', c."roundNumber", 'roundStartedAt', (extract(epoch FROM c."roundStartedAt") * 1000)::bigint,
      'lastRoundOn', c."lastRoundOn", 'dueAt', (extract(epoch FROM c."dueAt") * 1000)::bigint,
      'dueReason', c."dueReason",
      'tenant', json_build_object(
        'preset', t."preset", 'presetVersion', t."presetVersion", 'businessZone', t."businessZone", 'dialingOff', t."dialingOff"),
      'campaign', CASE WHEN g."id" IS NULL THEN NULL ELSE json_build_object(
        'status', g."status", 'preset', g."preset", 'presetVersion', g."presetVersion",
        'tightening', g."tightening", 'rulesVersion', g."rulesVersion", 'mode', g."mode", 'ringTimeoutMs', g."ringTimeoutMs",
        'scripts', g."settings" -> 'scripts') END,
      'numbers', COALESCE((
        SELECT json_agg(json_build_object(
          'id', n."id", 'lineId', n."lineId", 'e164', l."e164", 'lineType', l."lineType", 'class', n."class", 'position', n."position",
          'zones', zones_of_line(l."e164", l."zones"), 'status', d."status",
          'holdUntil', (extract(epoch FROM d."holdUntil") * 1000)::bigint,
          'lastAttemptAt', (extract(epoch FROM d."lastAttemptAt") * 1000)::bigint, 'lastResult', d."lastResult",
          'prohibitedByEmployer', COALESCE(d."prohibitedByEmployer", false),
          'suppression', (
            SELECT json_build_object('expiresAt', (extract(epoch FROM sp."expiresAt") * 1000)::bigint)
            FROM "Suppression" sp WHERE sp."e164" = l."e164" AND sp."removedAt" IS NULL),
          'liveAttemptId', (
            SELECT la."id" FROM "Attempt" la
            WHERE la."lineId" = n."lineId" AND la."endedAt" IS NULL
              AND la."id" IS DISTINCT FROM ${exceptAttemptId}::uuid LIMIT 1),
          'otherCalls', COALESCE((
            SELECT json_agg(json_build_object(
              'at', (extract(epoch FROM COALESCE(oa."placedAt", oa."intendedAt")) * 1000)::bigint,
              'systemResult', oa."systemResult", 'code', ow."code"))
            FROM "Attempt" oa
            LEFT JOIN "WrapUp" ow ON ow."attemptId" = oa."id"
            WHERE oa."lineId" = n."lineId" AND oa."debtorId" <> n."debtorId"
              AND oa."intendedAt" >= ${historySince} AND oa."direction" = 'outbound'
              AND NOT (oa."endedAt" IS NOT NULL AND oa."placedAt" IS NULL)
              AND oa."systemResult" IS DISTINCT FROM 'SUPPRESSED'), '[]'::json)
        ) ORDER BY n."position", n."id")
        FROM "PhoneNumber" n
        JOIN "Line" l ON l."id" = n."lineId"
        LEFT JOIN "DebtorLine" d ON d."debtorId" = n."debtorId" AND d."lineId" = n."lineId"
        WHERE n."caseId" = c."id"), '[]'::json),
      'history', COALESCE((
        SELECT json_agg(json_build_object(
          'id', a."id", 'caseId', a."caseId", 'numberId', a."numberId", 'lineId', a."lineId",
          'roundNumber', a."roundNumber", 'direction', a."direction",
          'at', (extract(epoch FROM COALESCE(a."placedAt", a."intendedAt")) * 1000)::bigint,
          'endedAt', (extract(epoch FROM a."endedAt") * 1000)::bigint, 'systemResult', a."systemResult",
          'answered', a."answeredAt" IS NOT NULL, 'connected', a."connectedAt" IS NOT NULL,
          'code', w."code", 'party', w."party"
        ) ORDER BY a."intendedAt", a."id")
        FROM "Attempt" a
        LEFT JOIN "WrapUp" w ON w."attemptId" = a."id"
        WHERE a."debtorId" = c."debtorId"
          AND (a."intendedAt" >= ${historySince} OR (a."caseId" = c."id" AND a."roundNumber" = c."roundNumber"))
          AND NOT (a."direction" = 'outbound' AND a."endedAt" IS NOT NULL AND a."placedAt" IS NULL)
          AND a."systemResult" IS DISTINCT FROM 'SUPPRESSED'
          AND a."id" IS DISTINCT FROM ${exceptAttemptId}::uuid), '[]'::json),
      'windowRules', COALESCE((
        SELECT json_agg(json_build_object(
          'id', r."id", 'name', r."name", 'preset', r."preset", 'campaignId', r."campaignId", 'clientId', r."clientId",
          'zones', r."zones", 'classes', r."classes", 'weekdays', r."weekdays", 'on', r."days",
          'calendar', r."calendar", 'hours', r."hours") ORDER BY r."name")
        FROM "WindowRule" r), '[]'::json),
      'linkedUnseen', EXISTS (
        SELECT 1 FROM "Case" k WHERE k."debtorId" = c."debtorId" AND k."id" <> c."id"
          AND (c."linkedSeenAt" IS NULL OR k."createdAt" > c."linkedSeenAt")),
      'stops', COALESCE((
        SELECT json_agg(json_build_object('kind', s."kind") ORDER BY s."createdAt", s."id")
        FROM "CaseStop" s
        WHERE s."debtorId" = c."debtorId" AND s."liftedAt" IS NULL
          AND (s."caseId" IS NULL OR s."caseId" = c."id")), '[]'::json),
      'promise', (
        SELECT json_build_object('dueOn', p."dueOn", 'promisedAt', (extract(epoch FROM p."createdAt") * 1000)::bigint,
          'lineId', (SELECT pa."lineId" FROM "WrapUp" pw JOIN "Attempt" pa ON pa."id" = pw."attemptId"
            WHERE pw."id" = p."wrapUpId"))
        FROM "Promise" p WHERE p."caseId" = c."id" AND p."status" = 'open' LIMIT 1),
      'consents', COALESCE((
        SELECT json_agg(json_build_object(
          'caseId', k."caseId", 'lineId', k."lineId", 'givenOn', k."givenOn",
          'recordedAt', (extract(epoch FROM k."recordedAt") * 1000)::bigint,
          'withdrawnAt', (extract(epoch FROM k."withdrawnAt") * 1000)::bigint) ORDER BY k."recordedAt", k."id")
        FROM "Consent" k WHERE k."debtorId" = c."debtorId"), '[]'::json),
      'lastPromise', (
        SELECT json_build_object('id', lp."id", 'amountMinor', lp."amountMinor", 'dueOn', lp."dueOn",
          'promisedAt', (extract(epoch FROM lp."createdAt") * 1000)::bigint, 'status', lp."status")
        FROM "Promise" lp WHERE lp."caseId" = c."id" AND lp."status" <> 'replaced'
        ORDER BY lp."createdAt" DESC, lp."id" DESC LIMIT 1),
      'payments', COALESCE((
        SELECT json_agg(json_build_object('amountMinor', pay."amountMinor", 'paidOn', pay."paidOn"))
        FROM "Payment" pay WHERE pay."caseId" = c."id" AND pay."reversedAt" IS NULL), '[]'::json),
      'liveAttemptId', (
        SELECT pa."id" FROM "Attempt" pa
        WHERE pa."debtorId" = c."debtorId" AND pa."endedAt" IS NULL
          AND pa."id" IS DISTINCT FROM ${exceptAttemptId}::uuid LIMIT 1),
      'appointmentCallOwed', EXISTS (
        SELECT 1 FROM "FraudApplication" f WHERE f."caseId" = c."id" AND f."step" = 'claimed')
    ) AS "doc"
    FROM "Case" c
    CROSS JOIN "Tenant" t
    LEFT JOIN "Campaign" g ON g."id" = c."campaignId"
    LEFT JOIN "Placement" p ON p."id" = c."placementId"
    WHERE c."id" = ANY (${[...caseIds]}::uuid[])`;
  const records: CaseRecord[] = [];
  for (const { doc } of rows) {
    const { calendarEdition, windowRules, ...record } = doc;
    records.push({
      ...record,
      windowRules: await rulesWithCalendars(db, shelf, windowRules, calendarEdition),
      calendar: await shelf.calendarOf(db, presetOf(record).calendar, calendarEdition),
    });
  }
  return records;
}
