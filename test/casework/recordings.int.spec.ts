import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordingPeaks } from '../../src/contract/recording.ts';
import { newId } from '../../src/platform/ids.ts';
import { House, type Given, wrapUp } from './house.ts';

/** Stereo, 8 kHz, 16 bit: a loud left and a soft right channel. */
function wav(durationMs: number): Buffer {
  const frames = durationMs * 8;
  const data = Buffer.alloc(frames * 4);
  for (let frame = 0; frame < frames; frame += 1) {
    data.writeInt16LE(frame % 2 === 0 ? 16_384 : -16_384, frame * 4);
    data.writeInt16LE(3_277, frame * 4 + 2);
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(2, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(32_000, 28);
  head.writeUInt16LE(4, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

describe('recordings', () => {
  let house: House;
  let given: Given;
  beforeAll(async () => {
    house = await House.open();
    given = await house.givenCase(['self_mobile', 'work']);
  });
  afterAll(() => house[Symbol.asyncDispose]());

  /** An answered call of 30 s, of which the tap kept `keptMs`. */
  async function recorded(
    keptMs: number,
  ): Promise<{ attemptId: string; recordingId: string; bytes: Buffer; path: string }> {
    const attemptId = await house.called(given, 0, { agentId: house.agentId, lastsMs: 35_000 });
    const bytes = wav(keptMs);
    const path = `2026-11-24/${attemptId}.wav`;
    mkdirSync(join(house.recordingsDir, '2026-11-24'), { recursive: true });
    writeFileSync(join(house.recordingsDir, path), bytes);
    const book = house.casework.recordingBook;
    const opened = await book.open({ attemptId, path, channels: 2, startedAt: house.clock() - 30_000 });
    await book.complete({
      attemptId,
      durationMs: keptMs,
      byteSize: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      endedAt: house.clock(),
    });
    return { attemptId, recordingId: opened?.recordingId ?? '', bytes, path };
  }
  const media = (recordingId: string, as: { id: string; role?: string }, range?: string) =>
    house.get(`/api/recordings/${recordingId}/media`, as, range === undefined ? {} : { range });
  const alertsOf = (attemptId: string) =>
    house.prisma.alert.findMany({ where: { subjectId: attemptId }, orderBy: { kind: 'asc' } });

  it('[REC-7] the tap and whoever repairs on another node enter a recording at one instant: it is one row', async () => {
    const attemptId = await house.called(given, 0, { agentId: house.agentId, lastsMs: 35_000 });
    const book = house.casework.recordingBook;
    const opening = { attemptId, path: `2026-11-24/${attemptId}.wav`, channels: 2, startedAt: house.clock() } as const;
    const opened = await Promise.all(Array.from({ length: 12 }, () => book.open(opening)));
    expect(new Set(opened.map((row) => row?.recordingId)).size).toBe(1);
    const lost = await house.called(given, 0, { agentId: house.agentId, lastsMs: 35_000 });
    await Promise.all(Array.from({ length: 12 }, () => book.missing(lost)));
    expect(await house.prisma.recording.findMany({ where: { attemptId: { in: [attemptId, lost] } } })).toHaveLength(2);
  });

  it('[S21] the row carries call, case, number and agent, and opens from the case page', async () => {
    const { attemptId, recordingId, bytes } = await recorded(30_000);
    const row = await house.prisma.recording.findUniqueOrThrow({ where: { id: recordingId } });
    expect(row).toMatchObject({
      attemptId,
      caseId: given.caseId,
      numberId: given.numbers[0]?.id,
      agentId: house.agentId,
      status: 'complete',
    });
    expect((row.boundAt?.getTime() ?? Infinity) - house.clock()).toBeLessThanOrEqual(60_000);
    expect(house.news).toContainEqual({ attemptId, caseId: given.caseId, recordingId, agentId: house.agentId });
    const page = (await (await house.get(`/api/cases/${given.caseId}`, { id: house.agentId })).json()) as {
      attempts: { attemptId: string; recordings: { mediaUrl: string | null }[] }[];
    };
    const shown = page.attempts.find((attempt) => attempt.attemptId === attemptId)?.recordings[0]?.mediaUrl;
    const reply = await house.get(shown ?? '', { id: house.agentId });
    expect(reply.status).toBe(200);
    expect(Buffer.from(await reply.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('[REC-22] plays any part of the file that is asked for', async () => {
    const { recordingId, bytes } = await recorded(1_000);
    const part = await media(recordingId, { id: house.agentId }, 'bytes=100-199');
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${bytes.length}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true);
    const tail = await media(recordingId, { id: house.agentId }, 'bytes=-50');
    expect(Buffer.from(await tail.arrayBuffer()).equals(bytes.subarray(-50))).toBe(true);
    const open = await media(recordingId, { id: house.agentId }, `bytes=${bytes.length - 10}-`);
    expect((await open.arrayBuffer()).byteLength).toBe(10);
    expect((await media(recordingId, { id: house.agentId }, `bytes=${bytes.length}-`)).status).toBe(416);
  });

  it('[REC-23] is heard by who talked, the owner and supervisors of the team, and by nobody else', async () => {
    await using own = await House.open();
    const [teamA, teamB] = [newId(), newId()];
    await own.prisma.team.createMany({
      data: [
        { id: teamA, name: 'A' },
        { id: teamB, name: 'B' },
      ],
    });
    const talker = await own.user('agent', teamA);
    const owner = await own.user('agent', teamB);
    const theirs = await own.givenCase(['self_mobile'], { ownerId: owner });
    const attemptId = await own.called(theirs, 0, { agentId: talker });
    const bytes = wav(500);
    writeFileSync(join(own.recordingsDir, 'one.wav'), bytes);
    const opened = await own.casework.recordingBook.open({ attemptId, path: 'one.wav', channels: 2, startedAt: 0 });
    await own.casework.recordingBook.complete({
      attemptId,
      durationMs: 500,
      byteSize: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      endedAt: own.clock(),
    });
    const ask = async (id: string, role: string) =>
      (await own.get(`/api/recordings/${opened?.recordingId}/media`, { id, role })).status;
    expect(await ask(talker, 'agent')).toBe(200);
    expect(await ask(owner, 'agent')).toBe(200);
    const colleague = await own.user('agent', teamA);
    expect(await ask(colleague, 'agent')).toBe(403);
    // On the phone with the debtor now: what was said before is his to know, until the call is written up.
    const now = await own.called(theirs, 0, { agentId: colleague });
    expect(await ask(colleague, 'agent')).toBe(200);
    const saved = await own.casework.wrapUps.save(
      colleague,
      wrapUp(now, { code: 'HANGUP', party: 'unknown' }),
      own.clock(),
    );
    expect(saved.kind).toBe('saved');
    expect(await ask(colleague, 'agent')).toBe(403);
    expect(await ask(await own.user('supervisor', teamA), 'supervisor')).toBe(200);
    expect(await ask(await own.user('supervisor', teamB), 'supervisor')).toBe(403);
    expect(await ask(await own.user('admin'), 'admin')).toBe(200);
    expect(own.audited.filter(({ action }) => action === 'recording.refused')).toHaveLength(3);
  });

  it('[REC-24] writes every listen into the audit trail, once for all the pieces a player asks for', async () => {
    const { recordingId } = await recorded(1_000);
    const listens = () =>
      house.audited.filter(({ action, subjectId }) => action === 'recording.played' && subjectId === recordingId);
    await media(recordingId, { id: house.agentId });
    await media(recordingId, { id: house.agentId }, 'bytes=1000-');
    await media(recordingId, { id: house.agentId }, 'bytes=2000-');
    expect(listens()).toEqual([{ action: 'recording.played', actorId: house.agentId, subjectId: recordingId }]);
    await media(recordingId, { id: house.agentId }, 'bytes=0-');
    expect(listens()).toHaveLength(2);
    house.clock.forward(11 * 60_000);
    await media(recordingId, { id: house.agentId }, 'bytes=500-');
    expect(listens()).toHaveLength(3);
  });

  it('[REC-24] writes every look at the shape of a recording into the audit trail, and who may not look', async () => {
    const { recordingId } = await recorded(1_000);
    const looks = (action: string) =>
      house.audited.filter((entry) => entry.action === action && entry.subjectId === recordingId).length;
    const shape = (id: string, slices: number) =>
      house.get(`/api/recordings/${recordingId}/peaks?slices=${slices}`, { id, role: 'agent' });
    for (const [index, slices] of [100, 100, 200].entries()) {
      const reply = await shape(house.agentId, slices);
      expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
      expect(looks('recording.shape_viewed')).toBe(index + 1);
    }
    expect((await shape(await house.user('agent'), 100)).status).toBe(403);
    expect([looks('recording.shape_viewed'), looks('recording.refused')]).toEqual([3, 1]);
  });

  it('[REC-25] refuses a file that is not what was recorded, and raises an alert', async () => {
    const { attemptId, recordingId, path, bytes } = await recorded(1_000);
    const forged = Buffer.from(bytes);
    forged.writeInt16LE(1, 1_000);
    writeFileSync(join(house.recordingsDir, path), forged);
    const reply = await media(recordingId, { id: house.agentId });
    expect(reply.status).toBe(409);
    expect(await reply.json()).toMatchObject({ code: 'recording-damaged' });
    expect((await alertsOf(attemptId)).map(({ kind }) => kind)).toEqual(['recording_damaged']);
  });

  it('[REC-26] gives the waveform of both voices', async () => {
    const { recordingId } = await recorded(2_000);
    const reply = await house.get(`/api/recordings/${recordingId}/peaks?slices=100`, { id: house.agentId });
    const peaks = recordingPeaks.parse(await reply.json());
    expect(peaks).toMatchObject({ recordingId, durationMs: 2_000 });
    expect(peaks.channels.map((channel) => channel.length)).toEqual([100, 100]);
    expect(new Set(peaks.channels[0])).toEqual(new Set([0.5]));
    expect(new Set(peaks.channels[1])).toEqual(new Set([0.1]));
  });

  it('[INV-4] an answered call without a recording raises one alert after five minutes', async () => {
    await using own = await House.open();
    const theirs = await own.givenCase(['self_mobile']);
    const attemptId = await own.called(theirs, 0, { agentId: own.agentId });
    await own.casework.recordingBook.missing(attemptId);
    own.clock.forward(4 * 60_000);
    expect(await own.casework.lookAtRecordings()).toMatchObject({ alerts: 0 });
    own.clock.forward(2 * 60_000);
    expect(await own.casework.lookAtRecordings()).toMatchObject({ alerts: 1 });
    expect(await own.casework.lookAtRecordings()).toMatchObject({ alerts: 0 });
    const alerts = await own.prisma.alert.findMany({ where: { subjectId: attemptId } });
    expect(alerts.map(({ kind, resolvedAt }) => [kind, resolvedAt])).toEqual([['recording_missing', null]]);
  });

  it('[REC-27] fetches the carrier’s recording when ours is missing or short, and resolves the alert', async () => {
    const { attemptId } = await recorded(10_000);
    const { carrierCallSid } = await house.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    house.clock.forward(6 * 60_000);
    await house.casework.lookAtRecordings();
    expect((await alertsOf(attemptId)).map(({ kind }) => kind)).toEqual(['recording_short']);
    house.atCarrier.set(carrierCallSid ?? '', {
      files: [{ sid: 'RE1', channels: 2, durationMs: 30_000, status: 'completed' }],
      wav: wav(30_000),
    });
    await house.casework.carrierRecordingDesk.carrierRecordingReady({
      attemptId,
      sid: carrierCallSid ?? '',
      recordingSid: 'RE1',
      channels: 2,
      durationMs: 30_000,
    });
    const copy = await house.prisma.recording.findUniqueOrThrow({
      where: { attemptId_source: { attemptId, source: 'carrier' } },
    });
    expect(copy).toMatchObject({ status: 'complete', durationMs: 30_000, channels: 2, agentId: house.agentId });
    expect(copy.sha256).toBe(createHash('sha256').update(wav(30_000)).digest('hex'));
    expect((await media(copy.id, { id: house.agentId })).status).toBe(200);
    await house.casework.lookAtRecordings();
    expect((await alertsOf(attemptId)).map(({ resolvedAt }) => resolvedAt?.getTime())).toEqual([house.clock()]);
  });

  it('[REC-28] does not fetch what the carrier heard no more of than we did', async () => {
    const { attemptId } = await recorded(20_000);
    const { carrierCallSid } = await house.prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    house.atCarrier.set(carrierCallSid ?? '', {
      files: [{ sid: 'RE2', channels: 2, durationMs: 20_500, status: 'completed' }],
      wav: wav(20_500),
    });
    house.clock.forward(6 * 60_000);
    await house.casework.lookAtRecordings();
    expect(await alertsOf(attemptId)).toEqual([]);
    expect(await house.prisma.recording.count({ where: { attemptId, source: 'carrier' } })).toBe(0);
  });

  it('[REC-29] the watch gives unanswered calls their row when nobody else did', async () => {
    const attemptId = await house.call(given, 1, { result: 'NO_ANSWER' });
    expect((await house.casework.lookAtRecordings()).unanswered).toBe(1);
    expect(await house.prisma.recording.findMany({ where: { attemptId } })).toMatchObject([{ status: 'no_media' }]);
  });
});
