import { Client } from 'pg';
import type { CaseNumber } from '../../domain/placement/gather-numbers.ts';
import { zonesToDial } from '../../domain/placement/number-zones.ts';
import type { PlacedCase } from '../../domain/placement/read-case.ts';
import { newId } from '../../platform/ids.ts';
import type { ImportBatch, ReturnedRow, StagedCase } from '../import-batch.ts';
import { contentHash } from '../import-hash.ts';
import type { PlacementWriter, PlacementWriting } from '../import-ports.ts';
import { countWritten, emptyTally, type ImportTally } from '../import-tally.ts';
import { copyInto, copyLine } from './placement-copy.ts';
import { takeWriterLock } from './placement-lock.ts';
import * as sql from './placement-sql.ts';

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Cases without an id number hang together only inside one client's books. */
const tenantLinkKey = (placed: PlacedCase, clientId: string, refKey: string): string =>
  placed.linkKey.startsWith('id:') ? placed.linkKey : `case:${clientId}:${refKey}`;

// NUL and half a character (a cell cut at its limit) have no place in jsonb.
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').replace(/\p{Cs}/gu, '\ufffd') : value;
const jsonOf = (value: unknown): string => JSON.stringify(value, storable);

/** In the US a state is one of the states and a ZIP one that exists; elsewhere both are text. */
const placeOf = ({ usAddress, texts }: PlacedCase): [state: string | null, postalCode: string | null] =>
  usAddress === null ? [orNull(texts.state), orNull(texts.postal_code)] : [usAddress.state, usAddress.zip5];

function caseLine(placed: PlacedCase, refKey: string, clientId: string): string {
  const { texts } = placed;
  const rejected = placed.rejectedNumbers.map(({ numberClass, reason, raw }) => ({ class: numberClass, reason, raw }));

  return copyLine([
    refKey,
    newId(),
    placed.caseId,
    tenantLinkKey(placed, clientId, refKey),
    orNull(placed.debtorName),
    placed.cardLast4,
    placed.amountMinor,
    placed.currency,
    placed.overdueDays,
    placed.placementDate,
    placed.recallDate,
    orNull(texts.remark),
    orNull(texts.work_name),
    orNull(texts.work_address),
    orNull(texts.home_address),
    orNull(texts.hukou_address),
    orNull(texts.city),
    ...placeOf(placed),
    placed.language ?? null,
    placed.addressZones,
    placed.warnings,
    rejected.length === 0 ? null : jsonOf(rejected),
    contentHash(placed),
  ]);
}

const numberLine = (number: CaseNumber, refKey: string): string =>
  copyLine([
    refKey,
    newId(),
    number.e164,
    number.country,
    number.lineType,
    zonesToDial(number.e164, number.country),
    number.numberClass,
    number.order,
    number.extension,
    orNull(number.person),
    orNull(number.relation),
    orNull(number.note),
    number.noteCodes,
  ]);

const refKeyOf = (placed: PlacedCase): string => placed.caseId.toLowerCase();

async function stage(client: Client, { cases }: ImportBatch, clientId: string): Promise<void> {
  const lines: string[] = [];
  const numbers: string[] = [];
  for (const { placed } of cases) {
    const refKey = refKeyOf(placed);
    lines.push(caseLine(placed, refKey, clientId));
    for (const number of placed.numbers) numbers.push(numberLine(number, refKey));
  }
  await copyInto(client, sql.caseColumns, lines);
  await copyInto(client, sql.numberColumns, numbers);
}

const keepReturned = (client: Client, rows: readonly ReturnedRow[], placementId: string): Promise<void> =>
  copyInto(
    client,
    sql.rejectedColumns,
    rows.map((row) => copyLine([newId(), placementId, row.rowKey, row.reasons, jsonOf(row.original)])),
  );

async function settle(
  client: Client,
  batch: ImportBatch,
  placementId: string,
  clientId: string,
): Promise<{ readonly unchanged: number; readonly moved: readonly StagedCase[] }> {
  if (batch.cases.length === 0) return { unchanged: 0, moved: [] };
  const { rowCount } = await client.query(sql.dropUnchanged, [clientId]);
  const unchanged = rowCount ?? 0;
  if (unchanged === batch.cases.length) return { unchanged, moved: [] };
  await client.query(sql.keepDebtors, [clientId]);
  await client.query(sql.nameDebtors, [clientId]);
  const { rows } = await client.query<{ refKey: string }>(sql.takeOutMoved, [clientId]);
  const taken = new Set(rows.map(({ refKey }) => refKey));
  const moved = taken.size === 0 ? [] : batch.cases.filter(({ placed }) => taken.has(refKeyOf(placed)));
  if (unchanged + moved.length > 0) await client.query(sql.dropTheirNumbers);
  if (unchanged + moved.length === batch.cases.length) return { unchanged, moved };
  await client.query(sql.addDebtors);
  await client.query(sql.addLines);
  await client.query(sql.putCases, [clientId, placementId]);
  await client.query(sql.moveOldNumbersBack);
  await client.query(sql.moveNumbers);
  await client.query(sql.putNumbers);
  await client.query(sql.blockForAll);
  await client.query(sql.unverifyGiven);
  await client.query(sql.noteVacant);

  return { unchanged, moved };
}

interface Standing {
  readonly clientId: string;
  readonly checkpointRow: number;
  readonly sums: ImportTally | null;
}

async function takeLock(client: Client, placementId: string): Promise<Standing | null> {
  const lock = await client.query<{ taken: boolean }>(takeWriterLock, [placementId]);
  if (lock.rows[0]?.taken !== true) return null;
  const found = await client.query<Standing>(
    'SELECT "clientId", "checkpointRow", sums FROM "Placement" WHERE id = $1',
    [placementId],
  );

  return found.rows[0] ?? null;
}

/** Bulk writing over a connection of its own: COPY into staging tables, then one statement a table. */
export function makePlacementWriter(databaseUrl: string): PlacementWriter {
  return {
    async open(placementId): Promise<PlacementWriting | null> {
      const client = new Client({ connectionString: databaseUrl });
      // A lost connection also fails the statement under way; this keeps it from ending the process.
      client.on('error', () => undefined);
      await client.connect();
      const standing = await takeLock(client, placementId);
      if (standing === null) {
        await client.end();

        return null;
      }
      await client.query(sql.stagingTables);
      const { clientId } = standing;

      return {
        checkpoint: standing.checkpointRow,
        tally: standing.sums ?? emptyTally,
        async write(batch, checkpoint, tally) {
          await client.query('BEGIN');
          try {
            await stage(client, batch, clientId);
            const { unchanged, moved } = await settle(client, batch, placementId, clientId);
            const reasons = ['debtor_changed'] as const;
            const returned = moved.map(({ rowKey, original }) => ({ rowKey, reasons, original }));
            await keepReturned(client, [...batch.rejected, ...returned], placementId);
            const written = { unchanged, moved: moved.map(({ placed }) => placed) };
            const sums = countWritten(tally, written);
            const { rows } = await client.query<{ cancelAsked: boolean }>(sql.moveCheckpoint, [
              placementId,
              checkpoint,
              sums.rowsRead,
              sums.accepted,
              sums.unchanged,
              sums.rejected,
              sums.skipped,
              JSON.stringify(sums),
            ]);
            await client.query('COMMIT');

            return { ...written, cancelAsked: rows[0]?.cancelAsked ?? true };
          } catch (error) {
            await client.query('ROLLBACK').catch(() => undefined);
            throw error;
          }
        },
        close: () => client.end(),
      };
    },
  };
}
