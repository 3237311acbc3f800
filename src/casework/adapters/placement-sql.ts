/**
 * A batch lands here first; the tables are the connection's own and empty again after each commit.
 * A batch is small and the tables it meets are large, though their statistics say empty while the first file comes in:
 * the planner is told to look each row up by its index, and subqueries leave it no other way. Commits need not wait for the disk, because the checkpoint is
 * part of them: what a crash of the server takes back is imported again.
 */
export const stagingTables = `
CREATE TEMP TABLE in_case (
  ref_key text PRIMARY KEY, id uuid, external_ref text, link_key text, debtor_name text, card_last4 text,
  amount_minor bigint, currency text, overdue_days int, placement_date date, recall_date date,
  remark text, work_name text, work_address text, home_address text, hukou_address text,
  city text, state text, postal_code text, language text, address_zones text[], warnings text[], rejected_numbers jsonb,
  content_hash text
) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE in_number (
  ref_key text, id uuid, e164 text, country text, line_type text, zones text[], class text, position int,
  extension text, person text, relation text, note text, note_codes text[]
) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE in_put (ref_key text PRIMARY KEY, case_id uuid, debtor_id uuid, version int) ON COMMIT DELETE ROWS;
SET synchronous_commit = off;
SET enable_hashjoin = off;
SET enable_mergejoin = off;
SET enable_seqscan = off;
`;

export const caseColumns =
  'in_case (ref_key, id, external_ref, link_key, debtor_name, card_last4, amount_minor, currency, overdue_days, placement_date, recall_date, remark, work_name, work_address, home_address, hukou_address, city, state, postal_code, language, address_zones, warnings, rejected_numbers, content_hash)';
export const numberColumns =
  'in_number (ref_key, id, e164, country, line_type, zones, class, position, extension, person, relation, note, note_codes)';
export const rejectedColumns = '"PlacementRow" (id, "placementId", "rowNumber", reasons, original)';

/** $1 client. Cases that are here already, word for word, leave the batch. */
export const dropUnchanged = `
DELETE FROM in_case i WHERE i.content_hash = (
  SELECT c."contentHash" FROM "Case" c WHERE c."clientId" = $1 AND c."refKey" = i.ref_key
)`;
export const dropTheirNumbers = `
DELETE FROM in_number n WHERE NOT EXISTS (SELECT 1 FROM in_case i WHERE i.ref_key = n.ref_key)`;

// Everything below goes in the order of a unique key, so that two imports at once cannot wait for each other in a circle.
export const addDebtors = `
INSERT INTO "Debtor" (id, "linkKey", name)
SELECT DISTINCT ON (link_key) id, link_key, debtor_name FROM in_case ORDER BY link_key, debtor_name NULLS LAST
ON CONFLICT ("linkKey") DO UPDATE SET name = EXCLUDED.name
WHERE "Debtor".name IS NULL AND EXCLUDED.name IS NOT NULL`;

export const addLines = `
INSERT INTO "Line" (id, e164, country, "lineType", zones)
SELECT DISTINCT ON (e164) id, e164, country, line_type, zones FROM in_number ORDER BY e164
ON CONFLICT (e164) DO NOTHING`;

/**
 * $1 client. Whose debt a case is: it stays with its debtor. A row without an id number keeps him; the first one that names
 * an id number tells who he is.
 */
export const keepDebtors = `
UPDATE in_case i SET link_key = d."linkKey"
FROM "Case" c JOIN "Debtor" d ON d.id = c."debtorId"
WHERE c."clientId" = $1 AND c."refKey" = i.ref_key AND i.link_key NOT LIKE 'id:%' AND d."linkKey" <> i.link_key`;
export const nameDebtors = `
UPDATE "Debtor" d SET "linkKey" = k.link_key
FROM (
  SELECT DISTINCT ON (i.link_key) i.link_key, c."debtorId" FROM in_case i
  JOIN "Case" c ON c."clientId" = $1 AND c."refKey" = i.ref_key
  JOIN "Debtor" o ON o.id = c."debtorId" AND o."linkKey" LIKE 'case:%'
  WHERE i.link_key LIKE 'id:%' ORDER BY i.link_key, i.ref_key
) k
WHERE d.id = k."debtorId" AND NOT EXISTS (SELECT 1 FROM "Debtor" e WHERE e."linkKey" = k.link_key)`;

/**
 * $1 client. Rows that give a case to somebody else leave the batch: what was said, agreed and forbidden under it is its
 * debtor's. One that no call was made for, and whose debtor nobody could know, joins the others of the id number.
 */
export const takeOutMoved = `
DELETE FROM in_case i USING "Case" c, "Debtor" d
WHERE c."clientId" = $1 AND c."refKey" = i.ref_key AND d.id = c."debtorId" AND d."linkKey" <> i.link_key
  AND (d."linkKey" LIKE 'id:%'
    OR EXISTS (SELECT 1 FROM "Attempt" a WHERE a."debtorId" = d.id)
    OR EXISTS (SELECT 1 FROM "CaseStop" s WHERE s."debtorId" = d.id)
    OR EXISTS (SELECT 1 FROM "Consent" k WHERE k."debtorId" = d.id)
    OR EXISTS (SELECT 1 FROM "VisitOrder" v WHERE v."debtorId" = d.id))
RETURNING i.ref_key AS "refKey"`;

/** Numbers of a case whose debtor became known go with it, and with them what is known of their lines. */
export const moveNumbers = `
WITH moved AS (
  UPDATE "PhoneNumber" n SET "debtorId" = p.debtor_id
  FROM in_put p WHERE p.version > 1 AND n."caseId" = p.case_id AND n."debtorId" <> p.debtor_id
  RETURNING n."debtorId", n."lineId"
)
INSERT INTO "DebtorLine" ("debtorId", "lineId", status, "statusReason", "statusAt")
SELECT DISTINCT m."debtorId", m."lineId", COALESCE(s.status, 'active'), s."statusReason", now()
FROM moved m LEFT JOIN LATERAL standing_of_line(m."lineId") s ON true
ON CONFLICT ("debtorId", "lineId") DO NOTHING`;

/**
 * $1 client, $2 placement. A case that was closed or recalled keeps its status; people decide to reopen. What somebody found
 * out to be the debtor's language stays where the file names none.
 */
export const putCases = `
WITH put AS (
INSERT INTO "Case" (
  id, "clientId", "externalRef", "refKey", "debtorId", "placementId", "cardLast4", "amountMinor", currency,
  "overdueDays", "placementDate", "recallDate", remark, "workName", "workAddress", "homeAddress", "hukouAddress",
  city, state, "postalCode", language, "addressZones", warnings, "rejectedNumbers", "contentHash", "updatedAt"
)
SELECT i.id, $1, i.external_ref, i.ref_key, (SELECT d.id FROM "Debtor" d WHERE d."linkKey" = i.link_key), $2, i.card_last4, i.amount_minor, i.currency,
  i.overdue_days, i.placement_date, i.recall_date, i.remark, i.work_name, i.work_address, i.home_address,
  i.hukou_address, i.city, i.state, i.postal_code, i.language, i.address_zones, i.warnings, i.rejected_numbers, i.content_hash, now()
FROM in_case i
ORDER BY i.ref_key
ON CONFLICT ("clientId", "refKey") DO UPDATE SET
  "externalRef" = EXCLUDED."externalRef", "debtorId" = EXCLUDED."debtorId", "placementId" = EXCLUDED."placementId",
  "cardLast4" = EXCLUDED."cardLast4", "amountMinor" = EXCLUDED."amountMinor", currency = EXCLUDED.currency,
  "overdueDays" = EXCLUDED."overdueDays", "placementDate" = EXCLUDED."placementDate",
  "recallDate" = EXCLUDED."recallDate", remark = EXCLUDED.remark, "workName" = EXCLUDED."workName",
  "workAddress" = EXCLUDED."workAddress", "homeAddress" = EXCLUDED."homeAddress",
  "hukouAddress" = EXCLUDED."hukouAddress", city = EXCLUDED.city, state = EXCLUDED.state,
  "postalCode" = EXCLUDED."postalCode", language = COALESCE(EXCLUDED.language, "Case".language), "addressZones" = EXCLUDED."addressZones", warnings = EXCLUDED.warnings,
  "rejectedNumbers" = EXCLUDED."rejectedNumbers", "contentHash" = EXCLUDED."contentHash", "updatedAt" = now(),
  version = "Case".version + 1
RETURNING "refKey", id, "debtorId", version
)
INSERT INTO in_put SELECT "refKey", id, "debtorId", version FROM put`;

/** Numbers the newer file no longer names stay, with their history, behind those it names. */
export const moveOldNumbersBack = `
UPDATE "PhoneNumber" n SET position = n.position + 1000
FROM in_put p WHERE p.version > 1 AND n."caseId" = p.case_id AND n.position <= 1000`;

/**
 * The numbers of the cases, and what is known of each line for the debtor. A note that asks not to be called is obeyed
 * at once; the other notes inform and change no status. What holds of a line is looked up once: thousands may share one.
 */
export const putNumbers = `
WITH placed AS MATERIALIZED (
  SELECT n.*, p.case_id, p.debtor_id, (SELECT l.id FROM "Line" l WHERE l.e164 = n.e164) AS line_id
  FROM in_number n JOIN in_put p ON p.ref_key = n.ref_key
), numbers AS (
  INSERT INTO "PhoneNumber" (
    id, "caseId", "debtorId", "lineId", class, position, extension, person, relation, note, "noteCodes"
  )
  SELECT id, case_id, debtor_id, line_id, class, position, extension, person, relation, note, note_codes FROM placed
  ON CONFLICT ("caseId", "lineId", extension) DO UPDATE SET
    "debtorId" = EXCLUDED."debtorId", class = EXCLUDED.class, position = EXCLUDED.position, person = EXCLUDED.person,
    relation = EXCLUDED.relation, note = EXCLUDED.note, "noteCodes" = EXCLUDED."noteCodes"
), standings AS MATERIALIZED (
  SELECT l.line_id, s.* FROM (SELECT DISTINCT line_id FROM placed) l
  LEFT JOIN LATERAL standing_of_line(l.line_id) s ON true
)
INSERT INTO "DebtorLine" ("debtorId", "lineId", status, "statusReason", "statusAt")
SELECT n.debtor_id, n.line_id,
  CASE WHEN n.unwanted THEN 'blocked' ELSE COALESCE(s.status, CASE WHEN l."vacantCount" > 0 THEN 'suspect' ELSE 'active' END) END,
  CASE WHEN n.unwanted THEN 'do_not_call' ELSE s."statusReason" END, now()
FROM (
  SELECT debtor_id, line_id, bool_or('do_not_call' = ANY (note_codes)) AS unwanted FROM placed GROUP BY debtor_id, line_id
) n
JOIN "Line" l ON l.id = n.line_id
JOIN standings s ON s.line_id = n.line_id
ORDER BY n.debtor_id, n.line_id
ON CONFLICT ("debtorId", "lineId") DO UPDATE SET
  status = CASE WHEN EXCLUDED.status = 'blocked' THEN 'blocked' ELSE 'active' END,
  "statusReason" = CASE WHEN EXCLUDED.status = 'blocked' THEN EXCLUDED."statusReason" ELSE 'named_again' END,
  "statusAt" = EXCLUDED."statusAt"
WHERE (EXCLUDED.status = 'blocked' AND "DebtorLine".status <> 'blocked')
  OR ("DebtorLine".status = 'unverified' AND "DebtorLine"."statusReason" = 'given_to_other')`;

/** A third party's wish holds for everybody who has the line (5.4). */
export const blockForAll = `
UPDATE "DebtorLine" d SET status = 'blocked', "statusReason" = 'do_not_call', "statusAt" = now()
WHERE d.status <> 'blocked' AND d."lineId" IN (
  SELECT l.id FROM in_number n JOIN "Line" l ON l.e164 = n.e164 WHERE 'do_not_call' = ANY (n.note_codes))`;

/**
 * A number that the newer file takes from one debtor and names for another: nobody was reached there about the first,
 * and nobody vouched for it, so that it waits to be verified (R32). Numbers that people found are not the file's to take.
 */
export const unverifyGiven = `
UPDATE "DebtorLine" d SET status = 'unverified', "statusReason" = 'given_to_other', "statusAt" = now()
FROM (
  SELECT n."debtorId", n."lineId" FROM in_number i JOIN "Line" l ON l.e164 = i.e164
  JOIN "PhoneNumber" n ON n."lineId" = l.id AND n.position > 1000 AND n.source = 'placement'
  UNION
  SELECT n."debtorId", n."lineId" FROM in_put p
  JOIN "PhoneNumber" n ON n."caseId" = p.case_id AND n.position > 1000 AND n.source = 'placement'
) g
WHERE d."debtorId" = g."debtorId" AND d."lineId" = g."lineId" AND d.status IN ('active', 'suspect')
  AND NOT EXISTS (SELECT 1 FROM "PhoneNumber" k WHERE k."lineId" = d."lineId" AND k."debtorId" = d."debtorId"
    AND (k.position <= 1000 OR k.source <> 'placement'))
  AND EXISTS (SELECT 1 FROM "PhoneNumber" o WHERE o."lineId" = d."lineId" AND o."debtorId" <> d."debtorId"
    AND o.position <= 1000)
  AND NOT EXISTS (SELECT 1 FROM "Attempt" a JOIN "WrapUp" w ON w."attemptId" = a.id AND w.party IN ('RPC', 'TPC')
    WHERE a."lineId" = d."lineId" AND a."debtorId" = d."debtorId")
  AND NOT EXISTS (SELECT 1 FROM "NumberChange" c WHERE c."lineId" = d."lineId" AND c."debtorId" = d."debtorId"
    AND c.before = 'unverified' AND c.after = 'active' AND c.reason IS DISTINCT FROM 'named_again')`;

/** The note that the system writes of an invalid number (R6), for those to whom the line comes as one. */
export const noteVacant = `
INSERT INTO "Note" (id, "caseId", text, at)
SELECT gen_random_uuid(), p.case_id,
  CASE d."statusReason" WHEN 'vacant' THEN format('无效:空号%s次', l."vacantCount") ELSE '无效:停机' END, now()
FROM in_put p
JOIN "PhoneNumber" n ON n."caseId" = p.case_id AND n.position <= 1000
JOIN "DebtorLine" d ON d."debtorId" = n."debtorId" AND d."lineId" = n."lineId"
JOIN "Line" l ON l.id = n."lineId"
WHERE d.status = 'invalid' AND d."statusAt" = now()::timestamptz(3)`;

/** $1 placement. The checkpoint moves in the transaction of the rows it stands for. */
export const moveCheckpoint = `
UPDATE "Placement" SET
  "checkpointRow" = $2, "rowsRead" = $3, accepted = $4, unchanged = $5, rejected = $6, skipped = $7,
  sums = $8::jsonb, "heartbeatAt" = now()
WHERE id = $1
RETURNING "cancelAsked"`;
