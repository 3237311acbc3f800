import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Call } from '../../sim/carrier/exchange/call.ts';
import { countedEffect, foldCounters, type CounterEvent } from '../../src/domain/counters.ts';
import type { World } from './world.ts';

/** What must hold after any accident. Each law returns its offences in words; empty is good. */

const attemptInUrl = /\/carrier\/v1\/attempts\/([0-9a-f-]{36})\//;

export const attemptOf = (call: Call): string => attemptInUrl.exec(call.orders.statusCallback?.url ?? '')?.[1] ?? '';

export const carrierCalls = ({ carrier }: World): Call[] => [...carrier.exchange.calls.values()];

/** INV-3, INV-7: the carrier itself says whom it rang, how often and when. */
export async function rungTwice(world: World): Promise<string[]> {
  const attempts = await world.db.prisma.attempt.findMany({ select: { id: true, debtorId: true } });
  const debtorOf = new Map(attempts.map((one) => [one.id, one.debtorId]));
  const byAttempt = new Map<string, number>();
  const byDebtor = new Map<string, Call[]>();
  const offences: string[] = [];
  for (const call of carrierCalls(world)) {
    const attemptId = attemptOf(call);
    const debtorId = debtorOf.get(attemptId);
    if (debtorId === undefined) offences.push(`call ${call.sid} belongs to no attempt`);
    byAttempt.set(attemptId, (byAttempt.get(attemptId) ?? 0) + 1);
    byDebtor.set(debtorId ?? '', [...(byDebtor.get(debtorId ?? '') ?? []), call]);
  }
  for (const [attemptId, count] of byAttempt) {
    if (count > 1) offences.push(`attempt ${attemptId} has ${count} calls`);
  }
  for (const [debtorId, calls] of byDebtor) {
    calls.sort((a, b) => a.createdAt - b.createdAt);
    for (const [index, call] of calls.entries()) {
      const before = calls[index - 1];
      if (before !== undefined && call.createdAt < (before.endedAt ?? Infinity)) {
        offences.push(`debtor ${debtorId} was rung while on the phone`);
      }
    }
  }
  return offences;
}

/**
 * INV-1 read off the rows: no two calls of a person or a line overlap, from the word to the carrier to the end. (An intent
 * is stamped before it is written, so its stamp may precede the end that made room for it.)
 */
export async function overlapping({ db }: World): Promise<string[]> {
  const rows = await db.prisma.$queryRaw<{ a: string; b: string }[]>`
    SELECT x."id" AS "a", y."id" AS "b" FROM "Attempt" x
    JOIN "Attempt" y ON x."id" < y."id" AND (x."debtorId" = y."debtorId" OR x."lineId" = y."lineId")
    WHERE x."placedAt" < COALESCE(y."endedAt", 'infinity') AND y."placedAt" < COALESCE(x."endedAt", 'infinity')`;
  return rows.map(({ a, b }) => `attempts ${a} and ${b} overlap`);
}

/** Whom another call kept from being rung is looked at again this soon. */
const retryMs = 35_000;

const outOfUse = new Set(['invalid', 'blocked', 'malformed']);

/** INV-7: every case is where the dialer, or a rule, will find it again. */
export async function lostCases({ db, caseIds, campaignId }: World): Promise<string[]> {
  const campaign = await db.prisma.campaign.findUniqueOrThrow({ where: { id: campaignId } });
  const rows = await db.prisma.case.findMany({
    where: { id: { in: [...caseIds] } },
    select: {
      id: true,
      status: true,
      dueAt: true,
      dueReason: true,
      stops: true,
      attempts: { where: { endedAt: null }, select: { id: true } },
      numbers: { select: { line: { select: { debtorLines: { select: { debtorId: true, status: true } } } } } },
      debtorId: true,
    },
  });
  const offences = rows.length === caseIds.length ? [] : [`${caseIds.length - rows.length} cases are gone`];
  for (const row of rows) {
    const stopped = row.stops.some((stop) => stop.liftedAt === null);
    // Looked at while nobody dials: the sweep takes it up when the campaign runs again.
    const waits = row.dueReason === 'not_owned' && campaign.status !== 'running';
    // R6: with every number out of use there is nothing to look for.
    const exhausted = row.numbers.every(({ line }) =>
      line.debtorLines.some((own) => own.debtorId === row.debtorId && outOfUse.has(own.status)),
    );
    const shelved = stopped || waits || exhausted || row.attempts.length > 0;
    if (row.status === 'open' && row.dueAt === null && !shelved) {
      offences.push(`case ${row.id} is open and nobody will look at it (${row.dueReason ?? 'no reason'})`);
    }
    const waitsMs = (row.dueAt?.getTime() ?? 0) - Date.now();
    if (row.dueReason === 'live_call' && row.attempts.length === 0 && waitsMs > retryMs) {
      offences.push(`case ${row.id} waits for a call that is over`);
    }
  }
  return offences;
}

/** INV-4: whoever was answered has a whole file, bound to call, case, number and agent. */
export async function unrecorded(world: World): Promise<string[]> {
  const attempts = await world.db.prisma.attempt.findMany({
    where: { answeredAt: { not: null }, endedAt: { not: null } },
    include: { recordings: { where: { status: 'complete' } } },
  });
  return attempts.flatMap((attempt) => {
    if (attempt.recordings.length === 0) return [`attempt ${attempt.id} has no recording (${attempt.endReason})`];
    return attempt.recordings.flatMap((recording) => {
      const { caseId, numberId, agentId } = attempt;
      const bound = recording.caseId === caseId && recording.numberId === numberId && recording.agentId === agentId;
      const file = readFileSync(join(world.dataDir, 'recordings', recording.path ?? ''));
      const whole = createHash('sha256').update(file).digest('hex') === recording.sha256;
      return [
        ...(bound ? [] : [`recording of attempt ${attempt.id} is bound to something else`]),
        ...(whole ? [] : [`recording of attempt ${attempt.id} is not the file that was entered`]),
      ];
    });
  });
}

/** INV-5, INV-7: nobody on the floor is in a state that belongs to a call which is over. */
export async function stuckAgents({ db }: World): Promise<string[]> {
  const rows = await db.prisma.agentPresence.findMany();
  const offences: string[] = [];
  for (const { userId, state, attemptId } of rows) {
    if (attemptId === null || state === 'wrapping_up') continue;
    const attempt = await db.prisma.attempt.findUnique({ where: { id: attemptId } });
    if (attempt?.endedAt !== null) offences.push(`agent ${userId} is ${state} on a call that is over`);
  }
  return offences;
}

/** INV-5: connected, ended, and nobody wrote it up. */
export async function owedWrapUps({ db }: World): Promise<string[]> {
  const rows = await db.prisma.attempt.findMany({
    where: { connectedAt: { not: null }, endedAt: { not: null }, wrapUp: null },
    select: { id: true },
  });
  return rows.map(({ id }) => `attempt ${id} was connected and never wrapped up`);
}

/** Each call counts once, and each counter is the fold over what was counted. */
export async function wrongCounters({ db }: World): Promise<string[]> {
  const { prisma } = db;
  const offences: string[] = [];
  const counted = await prisma.attempt.findMany({
    where: { endedAt: { not: null }, placedAt: { not: null } },
    select: { id: true, systemResult: true, wrapUp: { select: { code: true } }, counterEvent: true },
  });
  for (const { id, systemResult, wrapUp, counterEvent } of counted) {
    const code = wrapUp?.code ?? systemResult;
    // What neither adds nor resets leaves no entry in the log.
    const wanted = code === null || countedEffect(code).kind === 'neutral' ? null : code;
    if ((counterEvent?.code ?? null) !== wanted) {
      offences.push(`attempt ${id} counts as ${counterEvent?.code ?? 'nothing'}, not as ${wanted}`);
    }
  }
  const events = await prisma.counterEvent.findMany();
  const known = await prisma.debtorLine.findMany({ include: { line: true } });
  for (const row of known) {
    const ofLine = events
      .filter((event) => event.lineId === row.lineId)
      .map((event) => ({
        ...event,
        source: event.source as CounterEvent['source'],
        party: event.party as CounterEvent['party'],
        at: event.at.getTime(),
        voided: event.voidedAt !== null,
      }));
    const wanted = foldCounters(ofLine, row.debtorId);
    const seen = {
      vacant: row.line.vacantCount,
      no_such_person: row.noSuchPersonCount,
      resigned: row.resignedCount,
      moved: row.movedCount,
    };
    if (JSON.stringify(seen) !== JSON.stringify(wanted)) offences.push(`counters of line ${row.lineId} are wrong`);
  }
  return offences;
}
