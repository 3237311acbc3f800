import { Client } from 'pg';
import { callerIdId, clientId, fillDueWorld, fillWith, sqlId, trunkId, type Say } from './due-world.ts';

/** How much there is for desks to look at. Attempts are spread over the last `days`, today included. */
export interface DeskWorld {
  readonly cases: number;
  readonly attempts: number;
  readonly agents: number;
  readonly campaigns: number;
  readonly days: number;
}

const numbersPerCase = 5;
const teams = 8;

/** Some fifth of a kind, no two neighbours alike. */
const mixed = (index: string, among: readonly string[]): string =>
  `(ARRAY[${among.map((word) => `'${word}'`).join(',')}])[1 + (${index}) % ${among.length}]`;

/**
 * The world of due cases with all that a house gathers around it: owners, talks and what was agreed in them, promises, payments,
 * tasks, stops, recordings, the carrier's reports, the floor's log. Filled by SQL alone into an empty, migrated database.
 */
export async function fillDeskWorld(databaseUrl: string, world: DeskWorld, say: Say): Promise<void> {
  const { cases, attempts, agents, campaigns, days } = world;
  await fillDueWorld(databaseUrl, { cases, numbersPerCase, campaigns, attempts: 0 }, say);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const fill = fillWith(client, say);
  await client.query('SET session_replication_role = replica');
  await client.query(`SET maintenance_work_mem = '512MB'`);
  const agent = (index: string): string => sqlId('user', `(${index}) % ${agents}`);
  const owner = (caseIndex: string): string => `CASE WHEN (${caseIndex}) % 10 < 7 THEN ${agent(caseIndex)} END`;

  await fill(
    'teams',
    `INSERT INTO "Team" ("id", "name") SELECT ${sqlId('team', 'i')}, 'Team ' || i FROM generate_series(0, ${teams - 1}) AS i`,
  );
  await fill(
    'agents',
    `INSERT INTO "User" ("id", "username", "displayName", "passwordHash", "role", "teamId")
     SELECT ${sqlId('user', 'i')}, 'agent' || i, 'Agent ' || i, '-', 'agent', ${sqlId('team', `i % ${teams}`)}
     FROM generate_series(0, ${agents - 1}) AS i`,
  );
  await fill(
    'agents of campaigns',
    `INSERT INTO "CampaignAgent" ("campaignId", "userId")
     SELECT ${sqlId('campaign', `i % ${campaigns}`)}, ${sqlId('user', 'i')} FROM generate_series(0, ${agents - 1}) AS i`,
  );
  await fill(
    'agents at work',
    `INSERT INTO "AgentPresence" ("userId", "state", "readySince", "aliveAt", "nodeId")
     SELECT ${sqlId('user', 'i')}, ${mixed('i', ['ready', 'wrapping_up', 'on_break'])}, now(), now(), 'bench'
     FROM generate_series(0, ${agents - 1}) AS i`,
  );
  // A twentieth is closed, a fiftieth was given back; one in fifty belongs to nobody and no campaign.
  await fill(
    'cases with their owners and dates',
    `UPDATE "Case" c SET "ownerId" = ${owner('x.i')},
       "campaignId" = CASE WHEN x.i % 50 <> 48 THEN c."campaignId" END,
       "status" = (CASE WHEN x.i % 20 = 19 THEN 'closed' WHEN x.i % 50 = 49 THEN 'recalled' ELSE 'open' END)::"CaseStatus",
       "dueAt" = CASE WHEN x.i % 20 <> 19 AND x.i % 50 NOT IN (48, 49) AND x.i % 13 > 0 THEN c."dueAt" END,
       "dueReason" = CASE WHEN x.i % 13 = 0 THEN ${mixed('x.i', ['case_stop', 'number_invalid', 'not_owned', 'third_party_gate'])}
         ELSE ${mixed('x.i', ['due', 'cadence', 'before_next_date', 'outside_window', 'ptp_hold', 'cap_person_day'])} END,
       "caseClass" = ${mixed('x.i', ['NEW', 'NEGOTIATING', 'PTP', 'NO_ANSWER', 'RAISING_FUNDS', 'LEFT_MSG_A', 'TRACE'])},
       "followUpBy" = CASE WHEN x.i % 5 > 0 THEN CURRENT_DATE + CASE WHEN x.i % 17 = 0 THEN -(x.i % 7) ELSE x.i % 30 END END,
       "nextFollowUpOn" = CASE WHEN x.i % 3 = 0 THEN CURRENT_DATE + x.i % 30 - 2 END,
       "waitingUntil" = CASE WHEN x.i % 33 = 0 THEN now() + interval '3 days' END,
       "recallDate" = CURRENT_DATE + 20 + x.i % 60, "lastAttemptAt" = now() - (x.i % ${days}) * interval '1 day',
       "overdueDays" = x.i % 200, "homeAddress" = 'Street ' || x.i
     FROM (SELECT ${sqlId('case', 'i')} AS "id", i FROM generate_series(0, ${cases - 1}) AS i) x WHERE x."id" = c."id"`,
  );
  await client.query('VACUUM (FULL, ANALYZE) "Case"');

  // One call in ten is talked on; which one differs from case to case. Rows lie in the order in which they came.
  const past = `(SELECT i, i % ${cases} AS c, (i + i / ${cases}) % 10 = 0 AS talk,
    now() - ((i / ${cases}) * 4 + i) % ${days} * interval '1 day' - (i % 28800) * interval '1 second' - interval '2 minutes' AS at
    FROM generate_series(0, ${attempts - 1}) AS i ORDER BY at)`;
  await fill(
    'ended attempts',
    `INSERT INTO "Attempt" ("id", "caseId", "debtorId", "numberId", "lineId", "campaignId", "trunkId", "callerIdId", "direction",
       "state", "tokenHash", "carrierCallSid", "intendedAt", "dialByAt", "placedAt", "ringingAt", "answeredAt", "connectedAt",
       "endedAt", "settledAt", "endFault", "endReason", "systemResult", "agentId", "presetName", "presetVersion", "decision", "record")
     SELECT ${sqlId('attempt', 'i')}, ${sqlId('case', 'c')}, ${sqlId('debtor', 'c')},
       ${sqlId('number', `c * ${numbersPerCase} + (i / ${cases}) % ${numbersPerCase}`)},
       ${sqlId('line', `c * ${numbersPerCase} + (i / ${cases}) % ${numbersPerCase}`)}, ${sqlId('campaign', `c % ${campaigns}`)},
       '${trunkId}', '${callerIdId}', CASE WHEN i % 100 = 50 THEN 'inbound' ELSE 'outbound' END, 'ended', 'bench' || i, 'CA' || i,
       at, at + interval '30 s', at, at + interval '2 s', CASE WHEN talk OR i % 30 = 1 THEN at + interval '12 s' END,
       CASE WHEN talk THEN at + interval '13 s' END, at + CASE WHEN talk THEN interval '90 s' ELSE interval '30 s' END, at + interval '91 s',
       'callee', CASE WHEN talk THEN 'hangup' ELSE 'no-answer' END,
       CASE WHEN talk THEN NULL WHEN i % 300 = 1 THEN 'ABANDONED' ELSE ${mixed('i / 3', ['NO_ANSWER', 'BUSY', 'POWERED_OFF', 'MACHINE', 'VACANT', 'NO_ANSWER', 'CONGESTION'])} END,
       CASE WHEN talk THEN COALESCE(${owner('c')}, ${agent('i')}) END, 'cn', 1,
       '{"kind":"ALLOW","trace":[]}', '{"sid":"CA","facts":[]}' FROM ${past} past`,
  );
  await fill(
    'live attempts',
    `INSERT INTO "Attempt" ("id", "caseId", "debtorId", "numberId", "lineId", "campaignId", "trunkId", "callerIdId", "state",
       "tokenHash", "intendedAt", "dialByAt", "placedAt", "presetName", "presetVersion", "decision")
     SELECT ${sqlId('attempt', `${attempts} + i`)}, ${sqlId('case', 'i * 7')}, ${sqlId('debtor', 'i * 7')},
       ${sqlId('number', `i * 7 * ${numbersPerCase}`)}, ${sqlId('line', `i * 7 * ${numbersPerCase}`)},
       ${sqlId('campaign', `i * 7 % ${campaigns}`)}, '${trunkId}', '${callerIdId}', 'ringing', 'live' || i,
       now(), now() + interval '30 s', now(), 'cn', 1, '{}' FROM generate_series(0, 59) AS i`,
  );
  const talks = `(SELECT * FROM ${past} past WHERE talk)`;
  const code = mixed('i / 7', [
    'PTP',
    'NEG',
    'LM_A',
    'CALLBACK',
    'FUND',
    'HANGUP',
    'REFUSE',
    'TP_NOINFO',
    'PTP_CONFIRM',
    'NEG',
  ]);
  await fill(
    'wrap-ups',
    `INSERT INTO "WrapUp" ("id", "attemptId", "caseId", "agentId", "code", "party", "classAfter", "nextFollowUpOn", "note", "details",
       "startedAt", "savedAt", "acwMs")
     SELECT ${sqlId('wrapUp', 'i')}, ${sqlId('attempt', 'i')}, ${sqlId('case', 'c')}, COALESCE(${owner('c')}, ${agent('i')}), ${code},
       CASE WHEN i / 7 % 10 IN (2, 7) THEN 'TPC' ELSE 'RPC' END, 'NEGOTIATING', (at + (i % 9) * interval '1 day')::date,
       'Said so and so', '{}', at + interval '90 s', at + interval '120 s', 30000 FROM ${talks} talks`,
  );
  await fill(
    'promises',
    `INSERT INTO "Promise" ("id", "caseId", "wrapUpId", "amountMinor", "currency", "dueOn", "status", "createdAt", "closedAt")
     SELECT ${sqlId('promise', 'i')}, ${sqlId('case', 'c')}, ${sqlId('wrapUp', 'i')}, 50000, 'CNY', due,
       CASE WHEN due >= CURRENT_DATE - 1 THEN 'open' ELSE ${mixed('i / 3', ['kept', 'broken', 'broken', 'replaced'])} END, at,
       CASE WHEN due < CURRENT_DATE - 1 THEN due + interval '36 hours' END
     FROM (SELECT *, (at + (1 + i % 7) * interval '1 day')::date AS due FROM ${talks} talks WHERE ${code} IN ('PTP', 'PTP_CONFIRM', 'NEG')) made`,
  );
  await fill(
    'payments',
    `INSERT INTO "Payment" ("id", "caseId", "clientId", "externalRef", "amountMinor", "currency", "paidOn", "source", "postedAt", "reversedAt", "reversalReason")
     SELECT ${sqlId('payment', 'i')}, ${sqlId('case', 'i')}, '${clientId}', 'pay' || i, 20000, 'CNY', CURRENT_DATE - i % 60, 'api',
       now() - (i % 60) * interval '1 day', CASE WHEN i % 200 = 0 THEN now() END,
       CASE WHEN i % 200 = 0 THEN 'bounced' END FROM generate_series(0, ${cases - 1}, 4) AS i`,
  );
  await fill(
    'recordings',
    `INSERT INTO "Recording" ("id", "attemptId", "caseId", "numberId", "agentId", "source", "status", "path", "durationMs", "sha256",
       "startedAt", "endedAt", "boundAt")
     SELECT ${sqlId('recording', 'i')}, "id", "caseId", "numberId", "agentId", CASE WHEN "connectedAt" IS NULL THEN 'none' ELSE 'own' END,
       CASE WHEN "connectedAt" IS NULL THEN 'no_media' ELSE 'complete' END, 'x', 78000, 'x', "intendedAt", "endedAt", "endedAt"
     FROM (SELECT *, (row_number() OVER ())::int AS i FROM "Attempt" WHERE "endedAt" IS NOT NULL) ended`,
  );
  await fill(
    'reports of the carrier',
    `INSERT INTO "CarrierEvent" ("id", "attemptId", "kind", "dedupeKey", "sequence", "receivedAt", "appliedAt", "payload")
     SELECT ${sqlId('event', 'i')}, ${sqlId('attempt', `i % ${attempts}`)}, 'status', 'event' || i, i / ${attempts}, now(), now(), '{"CallStatus":"ringing"}'
     FROM generate_series(0, ${attempts * 2 - 1}) AS i`,
  );
  await fill(
    'counted results',
    `INSERT INTO "CounterEvent" ("id", "attemptId", "lineId", "debtorId", "at", "source", "code")
     SELECT ${sqlId('counted', 'i')}, ${sqlId('attempt', 'i')}, ${sqlId('line', `i % ${cases} * ${numbersPerCase}`)},
       ${sqlId('debtor', `i % ${cases}`)}, at, 'carrier', 'VACANT' FROM ${past} past WHERE i % 9 = 2`,
  );
  await fill(
    'changes of cases',
    `INSERT INTO "CaseChange" ("caseId", "at", "field", "before", "after")
     SELECT ${sqlId('case', 'c')}, at, 'class', 'NEW', 'NEGOTIATING' FROM ${past} past WHERE i % 3 = 1`,
  );
  await fill(
    'notes',
    `INSERT INTO "Note" ("id", "caseId", "authorId", "at", "text")
     SELECT ${sqlId('note', 'i')}, ${sqlId('case', `i % ${cases}`)}, ${agent('i')}, now() - (i % 600) * interval '1 hour', 'A note'
     FROM generate_series(0, ${cases - 1}) AS i`,
  );
  await fill(
    'tasks',
    `INSERT INTO "CaseTask" ("id", "caseId", "kind", "because", "ownerId", "createdAt", "anchorAt", "dueAt", "doneAt", "doneById", "result", "sourceBasis")
     SELECT ${sqlId('task', 'i')}, ${sqlId('case', 'i')}, kind, 'asked', CASE WHEN i % 6 > 0 THEN ${agent('i')} END, at, at,
       at + interval '2 days', CASE WHEN i % 5 > 0 THEN at + interval '1 day' END, CASE WHEN i % 5 > 0 THEN ${agent('i')} END,
       CASE WHEN i % 5 > 0 THEN 'found' END, 'public register'
     FROM (SELECT i, ${mixed('i / 2', ['trace_phone', 'lookup_114', 'registry_check', 'data_entry', 'visit_proposal'])} AS kind,
       now() + interval '1 day' - (i % 40) * interval '2 hours' - CASE WHEN i % 5 > 0 THEN interval '9 days' ELSE interval '0' END AS at
       FROM generate_series(0, ${cases - 1}, 2) AS i) asked`,
  );
  await fill(
    'stops',
    `INSERT INTO "CaseStop" ("id", "debtorId", "caseId", "kind", "createdAt", "liftedAt", "originCaseId", "classBefore")
     SELECT ${sqlId('stop', 'i')}, ${sqlId('debtor', 'i')}, CASE WHEN i % 4 > 0 THEN ${sqlId('case', 'i')} END,
       ${mixed('i / 20', ['complaint', 'dispute', 'attorney', 'fraud_hold'])}, now() - interval '5 days',
       CASE WHEN i % 3 = 0 THEN now() END, ${sqlId('case', 'i')}, 'NEW' FROM generate_series(0, ${cases - 1}, 20) AS i`,
  );
  await fill(
    'visits',
    `INSERT INTO "VisitOrder" ("id", "caseId", "debtorId", "kind", "address", "addressKey", "status", "reason", "orderedById", "orderedAt",
       "decidedById", "decidedAt", "visitor", "dispatchedAt", "result", "returnedAt")
     SELECT ${sqlId('visit', 'i')}, ${sqlId('case', 'i')}, ${sqlId('debtor', 'i')}, 'lost', 'Street ' || i, 'street' || i, status,
       'Nobody answers', ${agent('i')}, now() - (i % 30) * interval '1 day', ${agent('i')}, now(), 'A visitor', now(),
       CASE WHEN status = 'returned' THEN 'nobody_there' END, CASE WHEN status = 'returned' THEN now() END
     FROM (SELECT i, ${mixed('i / 20', ['ordered', 'approved', 'dispatched', 'returned', 'returned', 'rejected'])} AS status
       FROM generate_series(0, ${cases - 1}, 20) AS i) ordered`,
  );
  await fill(
    'fraud applications',
    `INSERT INTO "FraudApplication" ("id", "caseId", "step", "classBefore", "suspect", "clues", "claimedOn", "recalledOn", "createdAt")
     SELECT ${sqlId('fraud', 'i')}, ${sqlId('case', 'i')}, CASE WHEN i % 1000 = 0 THEN 'claimed' ELSE 'recalled' END, 'NEW', 'A cousin', 'None',
       CURRENT_DATE - 5, CASE WHEN i % 1000 > 0 THEN CURRENT_DATE - 3 END, now() FROM generate_series(0, ${cases - 1}, 250) AS i`,
  );
  await fill(
    'alerts',
    `INSERT INTO "Alert" ("id", "kind", "subjectId", "raisedAt", "resolvedAt")
     SELECT ${sqlId('alert', 'i')}, ${mixed('i', ['recording_missing', 'wrap_up_overdue', 'recording_short'])}, ${sqlId('attempt', 'i * 11')}::text,
       now() - interval '1 day', CASE WHEN i % 50 > 0 THEN now() END FROM generate_series(0, ${Math.floor(attempts / 50)}) AS i`,
  );
  await fill(
    'states of agents',
    `INSERT INTO "AgentStateLog" ("id", "userId", "state", "from", "to")
     SELECT ${sqlId('state', 'i')}, ${agent('i')}, ${mixed(`i / ${agents}`, ['ready', 'reserved', 'talking', 'wrapping_up'])},
       now() - (i / ${agents}) * interval '2 minutes', now() - (i / ${agents} - 1) * interval '2 minutes'
     FROM generate_series(${agents}, ${agents * 1000}) AS i`,
  );
  await fill(
    'pacing decisions',
    `INSERT INTO "PacingDecision" ("id", "campaignId", "at", "launch", "because", "figures")
     SELECT ${sqlId('decision', 'i')}, ${sqlId('campaign', `i % ${campaigns}`)}, now() - (i / ${campaigns}) * interval '20 s', 1, 'agents_free',
       '{"answerRate":0.1,"answerError":0.01}' FROM generate_series(0, ${campaigns * 20_000}) AS i`,
  );
  await fill(
    'minutes of campaigns',
    `INSERT INTO "PacingMinute" ("campaignId", "at", "readySec", "reservedSec", "talkingSec", "wrappingUpSec", "onBreakSec", "pendingSec",
       "launches", "answers", "abandoned")
     SELECT ${sqlId('campaign', `i % ${campaigns}`)}, date_trunc('minute', now()) - (1 + i / ${campaigns}) * interval '1 minute', 60, 10, 300, 200, 0, 90, 12, 2, 0
     FROM generate_series(0, ${campaigns * 4_800 - 1}) AS i`,
  );
  await fill(
    'entries of the audit',
    `INSERT INTO "AuditEntry" ("id", "at", "actorId", "action", "subjectType", "subjectId", "seq")
     SELECT ${sqlId('audit', 'i')}, now() - i * interval '1 minute', ${agent('i')}, 'recording.played', 'case', ${sqlId('case', `i % ${cases}`)}::text, i + 1
     FROM generate_series(0, ${cases}) AS i`,
  );
  await client.query('VACUUM ANALYZE');
  await client.end();
}
