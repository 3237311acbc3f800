import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePrismaAttempts } from '../../src/dialer/adapters/prisma-attempts.ts';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { decideCase } from '../../src/domain/dial-decision.ts';
import type { CaseDialFacts } from '../../src/domain/dial-facts.ts';
import { presets } from '../../src/domain/presets.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { waitFor } from '../support/wait-for.ts';
import { launched, makeBed, seedCase, type Bed } from './bed.ts';

let db: TestDatabase;
let redis: TestRedis;
let bed: Bed | null = null;

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
});
afterEach(async () => {
  await bed?.close();
  bed = null;
  await redis.empty();
});
afterAll(async () => {
  await redis.close();
  await db.drop();
});

const open = async (over: Parameters<typeof makeBed>[2] = {}): Promise<Bed> => (bed = await makeBed(db, redis, over));

describe('launching', () => {
  it('[INV-1] of many launches at once for one person, in two cases, one becomes a call', async () => {
    const { dialer, place, carrier } = await open();
    const first = await seedCase(db.prisma, place);
    const second = await seedCase(db.prisma, place, { debtorId: first.debtorId });
    const cases = [first, second, first, second, first, second];
    const replies = await Promise.all(cases.map(({ caseId }) => dialer.launchAttempt(caseId, place.campaignId)));
    expect(replies.filter((reply) => reply.kind === 'launched')).toHaveLength(1);
    for (const reply of replies) {
      if (reply.kind === 'refused') expect([reply.because, reply.reason]).toContain('live_call');
    }
    expect(await db.prisma.attempt.count({ where: { debtorId: first.debtorId } })).toBe(1);
    await dialer.start();
    await waitFor('the one call', () => carrier.asked.length === 1);
  });

  it('[INV-1] two persons who share a line are never rung at once', async () => {
    const { dialer, place } = await open();
    const one = await seedCase(db.prisma, place);
    const other = await seedCase(db.prisma, place, { lineId: one.lineId });
    const replies = await Promise.all([one, other].map(({ caseId }) => dialer.launchAttempt(caseId, place.campaignId)));
    expect(replies.map((reply) => reply.kind).toSorted()).toEqual(['launched', 'refused']);
  });

  it('[INV-1] the database itself refuses a second live attempt', async () => {
    const { dialer, place } = await open();
    const subject = await seedCase(db.prisma, place);
    const attemptId = await launched({ dialer, place }, subject.caseId);
    const row = await db.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    const reply = await makePrismaAttempts(db.prisma, () => presets.demo).intend({
      attemptId: '01890000-0000-7000-8000-000000000001',
      caseId: row.caseId,
      debtorId: row.debtorId,
      numberId: row.numberId,
      lineId: row.lineId,
      campaignId: place.campaignId,
      trunkId: place.trunkId,
      callerIdId: row.callerIdId,
      mode: 'progressive',
      roundNumber: 1,
      intendedAt: row.intendedAt.getTime(),
      dialByAt: row.dialByAt.getTime(),
      tokenHash: 'another',
      presetName: 'demo',
      presetVersion: 1,
      rulesVersion: 0,
      decision: {},
      said: null,
      fence: null,
      ahead: [],
    });
    expect(reply).toBe('live_call');
  });

  it('[INV-3] the intent and the state `placing` are stored before the carrier is asked', async () => {
    const { dialer, place, carrier, attempt } = await open();
    const subject = await seedCase(db.prisma, place);
    const seen: unknown[] = [];
    carrier.beforeReply = async ({ request }) => {
      const row = await db.prisma.attempt.findUnique({ where: { id: request.attemptId } });
      seen.push(row?.state, row?.placedAt instanceof Date, row?.carrierCallSid);
    };
    await dialer.start();
    await launched({ dialer, place }, subject.caseId);
    const row = await attempt(({ state }) => state === 'queued', 'the accepted call');
    expect(seen).toEqual(['placing', true, null]);
    expect(row.carrierCallSid).toBe(carrier.latest().sid);
    expect(carrier.latest().request).toMatchObject({ to: subject.e164, ringTimeoutMs: 30_000, detectMachine: true });
  });

  it('[INV-9] neither the addresses given to the carrier nor the stored decision hold the number', async () => {
    const { dialer, place, carrier, attempt } = await open();
    const subject = await seedCase(db.prisma, place);
    await dialer.start();
    await launched({ dialer, place }, subject.caseId);
    const row = await attempt(({ state }) => state === 'queued', 'the accepted call');
    const digits = subject.e164.slice(1);
    expect(JSON.stringify(carrier.latest().request.addresses)).not.toContain(digits);
    expect(JSON.stringify([row.decision, row.record])).not.toContain(digits);
  });

  it('[DIAL-36] a call rings and listens as the campaign’s rules ask, however the campaign was set up', async () => {
    const { dialer, place, carrier, attempt, neighbours } = await open();
    neighbours.rules = { ...presets.cn, ringMinMs: 45_000, amd: 'off' };
    const subject = await seedCase(db.prisma, place);
    await dialer.start();
    await launched({ dialer, place }, subject.caseId);
    await attempt(({ state }) => state === 'queued', 'the accepted call');
    expect(carrier.latest().request).toMatchObject({ ringTimeoutMs: 45_000, detectMachine: false });
  });

  it('[DIAL-37] an attempt keeps the rules by version, every input and no failing gate; it can be decided again', async () => {
    const { dialer, place, carrier, attempt, neighbours } = await open();
    neighbours.rulesVersion = 3;
    const subject = await seedCase(db.prisma, place);
    await launched({ dialer, place }, subject.caseId);
    const launch = await attempt(({ state }) => state === 'intended', 'the intent');
    expect(launch).toMatchObject({
      presetName: 'demo',
      presetVersion: 1,
      rulesVersion: 3,
      decision: { kind: 'ALLOW', firstFailing: null, inputs: { mode: 'progressive', calendar: 'none', localLaw: [] } },
    });
    neighbours.rulesVersion = 4;
    await dialer.start();
    const row = await attempt(({ state }) => state === 'queued', 'the accepted call');
    const stored = row.decision as unknown as {
      at: number;
      kind: string;
      inputs: Omit<CaseDialFacts, 'preset' | 'calendar'>;
    };
    expect([row.rulesVersion, stored.inputs.exceptAttemptId]).toEqual([4, row.id]);
    const again = decideCase({ ...stored.inputs, preset: presets.demo, calendar: calendars.none }, stored.at);
    expect(again.numbers.map(({ numberId, decision }) => [numberId, decision.kind])).toEqual([
      [row.numberId, stored.kind],
    ]);
    expect(carrier.asked).toHaveLength(1);
  });

  it('[INV-2] a window that closed between the list and the launch keeps the number silent', async () => {
    const opened = await open({ timings: { launchPatienceMs: 3_600_000 } });
    const { dialer, place, carrier, clock, neighbours, attempt } = opened;
    neighbours.preset = presets.cn;
    clock.set('2026-11-24T21:59:00+08:00');
    const subject = await seedCase(db.prisma, place);
    await launched(opened, subject.caseId);
    clock.set('2026-11-24T22:00:00+08:00');
    await dialer.start();
    const row = await attempt(({ state }) => state === 'ended', 'the suppressed attempt');
    expect([row.systemResult, row.placedAt]).toEqual(['SUPPRESSED', null]);
    expect(carrier.asked).toHaveLength(0);
  });

  it('[INV-2] [DIAL-37] a stop that came after the launch is seen at the instant of placing, and kept with the attempt', async () => {
    const opened = await open();
    const subject = await seedCase(db.prisma, opened.place);
    await launched(opened, subject.caseId);
    opened.neighbours.tenantOff = true;
    await opened.dialer.start();
    const row = await opened.attempt(({ state }) => state === 'ended', 'the suppressed attempt');
    expect([row.endReason, row.endFault]).toEqual(['suppressed-tenant_off', 'none']);
    expect(row.decision).toMatchObject({
      kind: 'BLOCK',
      dialBy: null,
      firstFailing: { gate: 'tenant', reason: 'tenant_off' },
      inputs: { tenantOff: true },
    });
    expect(opened.carrier.asked).toHaveLength(0);
  });

  it('[DIAL-1] nothing rings after the dial-by instant: window end minus ring time, or half a minute', async () => {
    const opened = await open();
    const subject = await seedCase(db.prisma, opened.place);
    await launched(opened, subject.caseId);
    opened.clock.forward(30_001);
    await opened.dialer.start();
    const row = await opened.attempt(({ state }) => state === 'ended', 'the expired attempt');
    expect([row.endReason, row.systemResult]).toEqual(['dial-by-passed', 'SUPPRESSED']);
    expect(opened.carrier.asked).toHaveLength(0);
  });

  it('[DIAL-2] a campaign paused after the launch rings nobody any more', async () => {
    const opened = await open();
    const subject = await seedCase(db.prisma, opened.place);
    await launched(opened, subject.caseId);
    expect(await opened.dialer.setCampaign(opened.place.campaignId, 'paused')).toBe('changed');
    await opened.dialer.start();
    const row = await opened.attempt(({ state }) => state === 'ended', 'the suppressed attempt');
    expect(row.endReason).toBe('suppressed-campaign_not_running');
    expect(await opened.dialer.launchAttempt(subject.caseId, opened.place.campaignId)).toEqual({
      kind: 'refused',
      because: 'campaign_not_running',
    });
    expect(opened.carrier.asked).toHaveLength(0);
  });

  it('[DIAL-3] fiction never reaches a real carrier, and a trunk only its own', async () => {
    const real = await open({ trunk: { kind: 'twilio' }, carrierKind: 'twilio' });
    const subject = await seedCase(db.prisma, real.place);
    const refused = await real.dialer.launchAttempt(subject.caseId, real.place.campaignId);
    expect(refused).toEqual({ kind: 'refused', because: 'fiction_on_real_carrier' });
    await real.close();
    const mixed = await open({ trunk: { kind: 'twilio' } });
    const other = await seedCase(db.prisma, mixed.place);
    expect(await mixed.dialer.launchAttempt(other.caseId, mixed.place.campaignId)).toEqual({
      kind: 'refused',
      because: 'trunk_unavailable',
    });
  });

  it('[DIAL-3] a preset that became fiction after the launch is noticed when the call is placed', async () => {
    const opened = await open({ trunk: { kind: 'twilio' }, carrierKind: 'twilio' });
    opened.neighbours.preset = { ...presets.demo, realCarrierAllowed: true };
    const subject = await seedCase(db.prisma, opened.place);
    await launched(opened, subject.caseId);
    opened.neighbours.preset = presets.demo;
    await opened.dialer.start();
    const row = await opened.attempt(({ state }) => state === 'ended', 'the suppressed attempt');
    expect(row.endReason).toBe('suppressed-fiction_on_real_carrier');
    expect(opened.carrier.asked).toHaveLength(0);
  });

  it('[DIAL-4] a trunk never carries more calls than it has channels, also when asked all at once', async () => {
    const opened = await open({ trunk: { channels: 2 } });
    const cases = await Promise.all(Array.from({ length: 6 }, () => seedCase(db.prisma, opened.place)));
    const replies = await Promise.all(
      cases.map(({ caseId }) => opened.dialer.launchAttempt(caseId, opened.place.campaignId)),
    );
    expect(replies.filter((reply) => reply.kind === 'launched')).toHaveLength(2);
    expect(replies.filter((reply) => reply.kind === 'refused' && reply.because === 'no_channel')).toHaveLength(4);
  });

  it('[DIAL-5] a case that may not be dialed now is put off to the instant the decision names', async () => {
    const opened = await open();
    opened.neighbours.preset = presets.cn;
    opened.clock.set('2026-11-24T07:00:00+08:00');
    const subject = await seedCase(db.prisma, opened.place);
    const reply = await opened.dialer.launchAttempt(subject.caseId, opened.place.campaignId);
    expect(reply).toEqual({ kind: 'refused', because: 'not_now', reason: 'outside_window' });
    expect(opened.neighbours.deferred).toEqual([
      { caseId: subject.caseId, dueAt: Date.parse('2026-11-24T08:00:00+08:00'), reason: 'outside_window' },
    ]);
  });
});

describe('the carrier refuses', () => {
  it.each([
    ['[DIAL-6] a number that cannot exist', 21211, 'MALFORMED', 'callee', 'malformed'],
    ['[DIAL-6] a caller id that is not ours', 21210, 'FAILED', 'ours', 'caller-id'],
    ['[DIAL-6] a full account', 10004, 'CONGESTION', 'ours', 'rate-limited'],
    ['[DIAL-6] a word nobody knows', 99999, 'FAILED', 'ours', 'unclassified'],
  ])('%s ends the attempt with the table’s verdict', async (_, code, result, fault, reason) => {
    const opened = await open();
    opened.carrier.script.push({ refuse: code });
    const subject = await seedCase(db.prisma, opened.place);
    await opened.dialer.start();
    const attemptId = await launched(opened, subject.caseId);
    const row = await opened.attempt(({ state }) => state === 'ended', 'the refused attempt');
    expect([row.systemResult, row.endFault, row.endReason]).toEqual([result, fault, reason]);
    await waitFor('the ending to be handed over', () => opened.neighbours.ended.includes(attemptId));
    expect(opened.carrier.asked).toHaveLength(1);
    expect(await opened.metrics()).toContain(`casedial_attempts_ended_total{fault="${fault}",reason="${reason}"} 1`);
  });

  it('[DIAL-7] "too many requests" is asked again within the same attempt', async () => {
    const opened = await open();
    opened.carrier.script.push('later', 'later', 'accept');
    const subject = await seedCase(db.prisma, opened.place);
    await opened.dialer.start();
    await launched(opened, subject.caseId);
    await opened.attempt(({ state }) => state === 'queued', 'the accepted call');
    expect(opened.carrier.asked).toHaveLength(3);
    expect(new Set(opened.carrier.asked.map((asked) => asked.attemptId)).size).toBe(1);
    expect(opened.carrier.calls.size).toBe(1);
  });

  it('[DIAL-7] and given back when it goes on, with the trunk at rest', async () => {
    const opened = await open();
    opened.carrier.script.push('later', 'later', 'later', 'later', 'later');
    const subject = await seedCase(db.prisma, opened.place);
    await opened.dialer.start();
    await launched(opened, subject.caseId);
    const row = await opened.attempt(({ state }) => state === 'ended', 'the attempt given back');
    expect([row.systemResult, row.endReason]).toEqual(['CONGESTION', 'rate-limited']);
    expect(opened.carrier.asked).toHaveLength(4);
    expect(await redis.redis.exists(`${redis.prefix}:trunk-rest:${opened.place.trunkId}`)).toBe(1);
  });
});
