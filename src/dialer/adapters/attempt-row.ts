import { intendedAttempt, type AttemptRecord } from '../../domain/attempt.ts';
import { attemptStates, dialModes, type AttemptState, type DialMode } from '../../domain/vocabulary.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import type { StoredAttempt } from '../stores.ts';

export const attemptColumns = {
  id: true,
  caseId: true,
  numberId: true,
  campaignId: true,
  trunkId: true,
  mode: true,
  version: true,
  state: true,
  tokenHash: true,
  carrierCallSid: true,
  carrierQueueMs: true,
  intendedAt: true,
  dialByAt: true,
  placedAt: true,
  ringingAt: true,
  answeredAt: true,
  offeredAt: true,
  connectedAt: true,
  agentId: true,
  settledAt: true,
  record: true,
} as const satisfies Prisma.AttemptSelect;

type Row = Prisma.AttemptGetPayload<{ select: typeof attemptColumns }>;

const at = (date: Date | null): number | null => date?.getTime() ?? null;
const date = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));

const isMode = (word: string): word is DialMode => (dialModes as readonly string[]).includes(word);
const isState = (word: string): word is AttemptState => (attemptStates as readonly string[]).includes(word);

/** What this room wrote itself; a row made by other means has an empty record and is read off its columns. */
function recordOf(row: Row): AttemptRecord {
  const columns: AttemptRecord = {
    ...intendedAttempt(row.intendedAt.getTime()),
    state: isState(row.state) ? row.state : 'intended',
    placedAt: at(row.placedAt),
    sid: row.carrierCallSid,
    queueMs: row.carrierQueueMs,
    ringingAt: at(row.ringingAt),
    answeredAt: at(row.answeredAt),
    offeredAt: at(row.offeredAt),
    connected:
      row.agentId === null || row.connectedAt === null ? null : { agentId: row.agentId, at: row.connectedAt.getTime() },
  };
  return { ...columns, ...(row.record as Partial<AttemptRecord>) };
}

export function storedAttempt(row: Row): StoredAttempt {
  return {
    attemptId: row.id,
    caseId: row.caseId,
    numberId: row.numberId,
    campaignId: row.campaignId,
    trunkId: row.trunkId,
    mode: isMode(row.mode) ? row.mode : 'progressive',
    version: row.version,
    dialByAt: row.dialByAt.getTime(),
    tokenHash: row.tokenHash,
    record: recordOf(row),
    settledAt: at(row.settledAt),
  };
}

/** The columns that others read, read off the record. */
export function columnsOf(record: AttemptRecord): Prisma.AttemptUncheckedUpdateManyInput {
  const { terminal, ending } = record;
  return {
    state: record.state,
    carrierCallSid: record.sid,
    carrierQueueMs: record.queueMs,
    placedAt: date(record.placedAt),
    ringingAt: date(record.ringingAt),
    answeredAt: date(record.answeredAt),
    offeredAt: date(record.offeredAt),
    connectedAt: date(record.connected?.at ?? null),
    ...(record.connected === null ? {} : { agentId: record.connected.agentId }),
    endedAt: date(ending?.at ?? null),
    endFault: ending?.fault ?? null,
    endReason: ending?.reason ?? null,
    systemResult: ending?.systemResult ?? null,
    sipCode: terminal?.by === 'carrier' ? terminal.sipCode : null,
    answeredBy: record.amd?.answeredBy ?? null,
    record: record as unknown as Prisma.InputJsonObject,
  };
}
