import { Client } from 'pg';

/** How many cases a debtor's numbers ring for, and of what shape the tenant is. */
export interface DueWorld {
  readonly cases: number;
  readonly numbersPerCase: number;
  readonly campaigns: number;
  /** Ended attempts already on record. */
  readonly attempts: number;
}

export type Say = (line: string) => void;

const idsBegin = {
  debtor: '01',
  line: '02',
  case: '03',
  number: '04',
  attempt: '05',
  campaign: '06',
  team: '10',
  user: '11',
  wrapUp: '12',
  promise: '13',
  payment: '14',
  recording: '15',
  event: '16',
  counted: '17',
  note: '18',
  task: '19',
  stop: '20',
  visit: '21',
  fraud: '22',
  alert: '23',
  state: '24',
  decision: '25',
  audit: '26',
} as const;
type Kind = keyof typeof idsBegin;

/** The n-th id of a kind; ids of a kind ascend like those the program draws. */
export const idAt = (kind: Kind, index: number): string =>
  `${idsBegin[kind]}900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;

export const sqlId = (kind: Kind, index: string): string =>
  `('${idsBegin[kind]}900000-0000-7000-8000-' || lpad(to_hex(${index}), 12, '0'))::uuid`;

export const trunkId = '07900000-0000-7000-8000-000000000001';
export const callerIdId = '08900000-0000-7000-8000-000000000001';
export const clientId = '09900000-0000-7000-8000-000000000001';

/** Runs one statement that fills a table, and says how much that was and how long it took. */
export const fillWith =
  (client: Client, say: Say) =>
  async (what: string, sql: string): Promise<void> => {
    const began = performance.now();
    const { rowCount } = await client.query(sql);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`  ${(rowCount ?? 0).toLocaleString('en')} ${what} in ${seconds} s`);
  };

/**
 * Fills an empty, migrated database by SQL alone. Half of the cases are due, a tenth is in hand, each campaign has its
 * share of all kinds. Foreign keys are not checked row by row while it is filled (own server: its user may say so).
 */
export async function fillDueWorld(databaseUrl: string, world: DueWorld, say: Say): Promise<void> {
  const { cases, numbersPerCase, campaigns, attempts } = world;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const fill = fillWith(client, say);
  const numbers = cases * numbersPerCase;
  const caseOf = `(i / ${numbersPerCase})`;
  await client.query('SET session_replication_role = replica');
  await client.query(`SET maintenance_work_mem = '512MB'`);
  await client.query(
    `INSERT INTO "Tenant" ("id", "name", "preset", "businessZone", "updatedAt") VALUES (1, 'Bench', 'cn', 'Asia/Shanghai', now())`,
  );
  await client.query(`INSERT INTO "Client" ("id", "name") VALUES ('${clientId}', 'Bench Bank')`);
  await client.query(`INSERT INTO "Trunk" ("id", "name", "kind") VALUES ('${trunkId}', 'Bench', 'sim')`);
  await client.query(
    `INSERT INTO "CallerId" ("id", "trunkId", "e164", "verified") VALUES ('${callerIdId}', '${trunkId}', '+15005550006', true)`,
  );
  await fill(
    'campaigns',
    `INSERT INTO "Campaign" ("id", "name", "status", "preset", "trunkId")
     SELECT ${sqlId('campaign', 'i')}, 'Campaign ' || i, 'running', 'cn', '${trunkId}' FROM generate_series(0, ${campaigns - 1}) AS i`,
  );
  await fill(
    'debtors',
    `INSERT INTO "Debtor" ("id", "linkKey", "name")
     SELECT ${sqlId('debtor', 'i')}, 'id:BENCH' || i, 'Debtor ' || i FROM generate_series(0, ${cases - 1}) AS i`,
  );
  await fill(
    'lines',
    `INSERT INTO "Line" ("id", "e164", "country", "zones")
     SELECT ${sqlId('line', 'i')}, '+861' || lpad(i::text, 10, '0'), 'CN', '{Asia/Shanghai}' FROM generate_series(0, ${numbers - 1}) AS i`,
  );
  await fill(
    'cases',
    `INSERT INTO "Case" ("id", "clientId", "externalRef", "refKey", "debtorId", "campaignId", "amountMinor", "currency",
       "placementDate", "dueAt", "dueReason", "nextFollowUpOn", "roundStartedAt", "addressZones", "warnings", "updatedAt")
     SELECT ${sqlId('case', 'i')}, '${clientId}', 'B-' || i, 'b-' || i, ${sqlId('debtor', 'i')},
       ${sqlId('campaign', `i % ${campaigns}`)}, 100000 + i, 'CNY', '2026-09-01',
       CASE WHEN (i / ${campaigns}) % 2 = 0 THEN now() - (i % 86400) * interval '1 second'
            ELSE now() + (1 + i % 864000) * interval '1 second' END,
       'cadence', CASE WHEN (i / ${campaigns}) % 10 = 0 THEN CURRENT_DATE END,
       CASE WHEN (i / ${campaigns}) % 10 = 4 THEN now() - interval '1 hour' END, '{Asia/Shanghai}', '{}', now()
     FROM generate_series(0, ${cases - 1}) AS i`,
  );
  await fill(
    'numbers',
    `INSERT INTO "PhoneNumber" ("id", "caseId", "debtorId", "lineId", "class", "position", "noteCodes")
     SELECT ${sqlId('number', 'i')}, ${sqlId('case', caseOf)}, ${sqlId('debtor', caseOf)}, ${sqlId('line', 'i')},
       (ARRAY['self_mobile','work','home','contact','relative','emergency'])[1 + i % ${numbersPerCase}],
       1 + i % ${numbersPerCase}, '{}' FROM generate_series(0, ${numbers - 1}) AS i`,
  );
  await fill(
    'numbers of debtors',
    `INSERT INTO "DebtorLine" ("debtorId", "lineId")
     SELECT ${sqlId('debtor', caseOf)}, ${sqlId('line', 'i')} FROM generate_series(0, ${numbers - 1}) AS i`,
  );
  await fill(
    'ended attempts',
    `INSERT INTO "Attempt" ("id", "caseId", "debtorId", "numberId", "lineId", "campaignId", "trunkId", "callerIdId", "state",
       "tokenHash", "intendedAt", "dialByAt", "placedAt", "endedAt", "settledAt", "endFault", "endReason", "systemResult",
       "presetName", "presetVersion", "decision")
     SELECT ${sqlId('attempt', 'i')}, ${sqlId('case', `i % ${cases}`)}, ${sqlId('debtor', `i % ${cases}`)},
       ${sqlId('number', `(i % ${cases}) * ${numbersPerCase}`)}, ${sqlId('line', `(i % ${cases}) * ${numbersPerCase}`)},
       ${sqlId('campaign', `(i % ${cases}) % ${campaigns}`)}, '${trunkId}', '${callerIdId}', 'ended', 'bench' || i, at, at + interval '30 s',
       at, at + interval '20 s', at + interval '21 s', 'callee', 'no-answer', 'NO_ANSWER', 'cn', 1, '{}'
     FROM (SELECT i, now() - interval '1 day' - (i % 864000) * interval '1 second' AS at
       FROM generate_series(0, ${attempts - 1}) AS i) AS past`,
  );
  await client.query('VACUUM ANALYZE');
  await client.end();
}
