import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordingPage, type RecordingPage } from '../../src/contract/recording-search.ts';
import { newId } from '../../src/platform/ids.ts';
import { House, type Given } from './house.ts';

describe('the search for recordings', () => {
  let house: House;
  let given: Given;
  let boss: { id: string; role: 'supervisor' };
  const calls: Record<string, string> = {};

  const search = async (query: string, as: { id: string; role: string } = boss): Promise<RecordingPage> => {
    const reply = await house.get(`/api/recordings?${query}`, as);
    expect(reply.status).toBe(200);
    return recordingPage.parse(await reply.json());
  };
  const found = async (query: string, as?: { id: string; role: string }): Promise<string[]> => {
    const ids = (await search(query, as)).rows.map(({ attemptId }) => attemptId);
    return ids.map((id) => Object.keys(calls).find((name) => calls[name] === id) ?? id);
  };
  /** A call of 30 s from its answer on, and what is left of it. */
  async function call(
    name: string,
    kept: { ms: number; status?: string; source?: string } | null,
    agentId = house.agentId,
  ) {
    const attemptId = await house.call(given, 0, { agentId, lastsMs: 35_000 });
    calls[name] = attemptId;
    if (kept === null) return;
    await house.prisma.recording.create({
      data: {
        id: newId(),
        attemptId,
        caseId: given.caseId,
        numberId: given.numbers[0]?.id ?? '',
        source: kept.source ?? 'own',
        status: kept.status ?? 'complete',
        durationMs: kept.ms,
        path: `${attemptId}.wav`,
        sha256: 'a'.repeat(64),
        endedAt: new Date(house.clock()),
        startedAt: new Date(house.clock()),
      },
    });
  }

  beforeAll(async () => {
    house = await House.open();
    boss = { id: await house.user('supervisor'), role: 'supervisor' };
    given = await house.givenCase(['self_mobile']);
    await call('whole', { ms: 30_000 });
    await call('short', { ms: 20_000 });
    await call('missing', null);
    await call('damaged', { ms: 30_000 });
    await call('stopped', { ms: 0, status: 'writing' });
    await house.prisma.alert.create({
      data: { id: newId(), kind: 'recording_damaged', subjectId: calls['damaged'] ?? '' },
    });
    await house.call(given, 0, { result: 'NO_ANSWER' });
  });
  afterAll(() => house[Symbol.asyncDispose]());

  it('[RECS-1] every answered call is there with what became of its recording; only what can be played has one', async () => {
    const { rows } = await search('down=false');
    expect(rows.map(({ integrity, recordingId }) => [integrity, recordingId !== null])).toEqual([
      ['whole', true],
      ['short', true],
      ['missing', false],
      ['damaged', false],
      ['writing', false],
    ]);
    expect(rows[0]).toMatchObject({ callMs: 30_000, durationMs: 30_000, direction: 'outbound', source: 'own' });
    expect(rows[0]?.numberMasked).toContain('****');
  });

  it('[RECS-2] each filter leaves what it names', async () => {
    const [first] = (await search('down=false')).rows;
    const later = (first?.at ?? 0) + 1;
    expect(await found('integrity=short')).toEqual(['short']);
    expect(await found('leastMs=25000&down=false')).toEqual(['whole', 'damaged']);
    expect(await found('mostMs=25000&down=false')).toEqual(['short', 'missing', 'stopped']);
    expect(await found(`to=${later}`)).toEqual(['whole']);
    expect(await found(`from=${later}&down=false`)).toEqual(['short', 'missing', 'damaged', 'stopped']);
    expect(await found(`caseRef=REF-${given.caseId.slice(0, 8)}`)).toHaveLength(5);
    expect(await found('caseRef=other')).toEqual([]);
    expect(await found(`agentId=${house.agentId}&campaignId=${house.campaignId}&direction=outbound`)).toHaveLength(5);
    expect(await found(`agentId=${newId()}`)).toEqual([]);
    expect(await found('direction=inbound')).toEqual([]);
    expect(await found('code=NEG')).toEqual([]);
  });

  it.each(['at', 'duration'])('[RECS-3] pages by %s hold each call once, in both directions', async (sort) => {
    for (const down of [true, false]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: RecordingPage = await search(
          `sort=${sort}&down=${String(down)}&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`,
        );
        seen.push(...page.rows.map(({ attemptId }) => attemptId));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(new Set(seen).size).toBe(5);
      expect(seen).toHaveLength(5);
    }
  });

  it('[RECS-4] a supervisor finds the calls of his own team and of those without one; the list can be taken along', async () => {
    const [mine, other] = [newId(), newId()];
    for (const id of [mine, other]) await house.prisma.team.create({ data: { id, name: id } });
    const stranger = await house.user('agent', other);
    await call('foreign', { ms: 30_000 }, stranger);
    const lead = { id: await house.user('supervisor', mine), role: 'supervisor' };
    const theirs = { id: await house.user('supervisor', other), role: 'supervisor' };
    expect(await found('', lead)).not.toContain('foreign');
    expect(await found('', theirs)).toContain('foreign');
    const csv = await (await house.get('/api/recordings/export.csv?integrity=missing', lead)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(2);
    expect(csv).toContain(',missing');
    expect(house.audited.map(({ action }) => action)).toContain('recordings.exported');
  });
});
