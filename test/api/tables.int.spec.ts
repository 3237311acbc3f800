import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';
import { openCallingHouse, type CallingHouse } from '../e2e/calling-house.ts';
import { signInEach } from './signed-in-each.ts';

describe('lists as tables show them', () => {
  let house: CallingHouse;
  let prisma: PrismaClient;
  let cookies: Awaited<ReturnType<typeof signInEach>>;
  beforeAll(async () => {
    house = await openCallingHouse({ cases: 1, talkMs: 1_000 });
    ({ prisma } = house.app.platform);
    await prisma.campaign.updateMany({ data: { status: 'paused' } });
    cookies = await signInEach(house);
    await furnish();
  });
  afterAll(() => house.close());

  async function furnish(): Promise<void> {
    const { id: trunkId } = await prisma.trunk.findFirstOrThrow();
    const { id: agentId } = await prisma.user.findUniqueOrThrow({ where: { username: 'avery' } });
    const { id: adminId } = await prisma.user.findUniqueOrThrow({ where: { username: 'ada' } });
    const campaign = { preset: 'demo', trunkId } as const;
    await prisma.campaign.createMany({
      data: [
        { id: newId(), name: 'Autumn', status: 'draft', mode: 'preview', ...campaign },
        { id: newId(), name: 'Autumn late', status: 'paused', mode: 'predictive', ...campaign },
      ],
    });
    await prisma.trunk.create({
      data: { id: newId(), name: 'Second line', kind: 'twilio', cps: 3, channels: 99, enabled: false },
    });
    const key = { userId: adminId, tail: 'abcd', scopes: ['cases:read'], createdAt: new Date() };
    await prisma.apiKey.createMany({
      data: [
        { id: newId(), name: 'Reports', hash: 'a', ...key },
        { id: newId(), name: 'Old reports', hash: 'b', ...key, revokedAt: new Date() },
        { id: newId(), name: '=Formula', hash: 'c', ...key, expiresAt: new Date(Date.now() - 1_000) },
      ],
    });
    const { clientId, debtorId, currency } = await prisma.case.findFirstOrThrow();
    const placed = { clientId, debtorId, currency, placementDate: new Date('2026-01-05') };
    const debt = (ref: string, owed: number, more: object = {}) => ({
      ...{ id: newId(), externalRef: ref, refKey: ref.toLowerCase(), amountMinor: BigInt(owed), ...placed },
      ...more,
    });
    await prisma.case.createMany({
      data: [
        debt('TAB-3', 300, { paidMinor: 290n, nextFollowUpOn: new Date('2026-12-24') }),
        debt('TAB-1', 100, { ownerId: agentId, lastAttemptAt: new Date('2026-11-01') }),
        debt('TAB-2', 200, { status: 'closed', nextFollowUpOn: new Date('2026-12-01') }),
      ],
    });
  }

  const get = (path: string, as: keyof typeof cookies = 'admin') =>
    fetch(house.url + path, { headers: { cookie: cookies[as] } });
  async function found(
    path: string,
    rows: string,
    field: string,
    as: keyof typeof cookies = 'admin',
  ): Promise<unknown[]> {
    const reply = await get(path, as);
    expect([path, reply.status]).toEqual([path, 200]);
    return ((await reply.json()) as Record<string, Record<string, unknown>[]>)[rows]?.map((row) => row[field]) ?? [];
  }
  const cases = (query: string) => found(`/api/cases?q=tab&${query}`, 'cases', 'externalRef');

  it('[TBL-3] cases come in the order asked for, what is missing at the end of time or at its beginning', async () => {
    expect(await cases('sort=reference&down=false')).toEqual(['TAB-1', 'TAB-2', 'TAB-3']);
    expect(await cases('sort=owed&down=true')).toEqual(['TAB-2', 'TAB-1', 'TAB-3']);
    expect(await cases('sort=next&down=false')).toEqual(['TAB-2', 'TAB-3', 'TAB-1']);
    expect(await cases('sort=last&down=true&limit=1')).toEqual(['TAB-1']);
    expect(await cases('sort=added&down=false')).toEqual(['TAB-3', 'TAB-1', 'TAB-2']);
  });

  it('[TBL-3] each list is narrowed down by the server', async () => {
    const { id: agentId } = await prisma.user.findUniqueOrThrow({ where: { username: 'avery' } });
    expect(await cases('status=closed')).toEqual(['TAB-2']);
    expect(await cases(`owner=${agentId}`)).toEqual(['TAB-1']);
    expect((await cases('owner=none')).sort()).toEqual(['TAB-2', 'TAB-3']);
    expect(await found('/api/campaigns?q=AUTUMN&sort=name', 'campaigns', 'name')).toEqual(['Autumn', 'Autumn late']);
    expect(await found('/api/campaigns?q=autumn&mode=preview', 'campaigns', 'name')).toEqual(['Autumn']);
    expect(await found('/api/campaigns?status=draft', 'campaigns', 'name')).toEqual(['Autumn']);
    expect(await found('/api/trunks?sort=channels&down=true', 'trunks', 'name')).toEqual(['Second line', 'Simulated']);
    expect(await found('/api/trunks?enabled=false', 'trunks', 'name')).toEqual(['Second line']);
    expect(await found('/api/trunks?kind=sim', 'names', 'name')).toHaveLength(2);
    expect(await found('/api/api-keys?state=revoked', 'keys', 'name')).toEqual(['Old reports']);
    expect(await found('/api/api-keys?state=expired', 'keys', 'name')).toEqual(['=Formula']);
    expect(await found('/api/api-keys?q=report&sort=name&down=true', 'keys', 'name')).toEqual([
      'Reports',
      'Old reports',
    ]);
  });

  it('[TBL-3] a case is found by number or by name in a body, by its number alone in an address', async () => {
    const search = async (text: string): Promise<number> => {
      const reply = await fetch(`${house.url}/api/cases/search`, {
        method: 'POST',
        headers: { cookie: cookies.admin, 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      });
      return ((await reply.json()) as { cases: unknown[] }).cases.length;
    };
    expect([await search('tab-3'), await search('sampleton'), await search('%')]).toEqual([1, 4, 0]);
    expect(await found('/api/cases?q=sampleton', 'cases', 'externalRef')).toEqual([]);
  });

  /** Lines of the file, its head left out. */
  async function fileOf(path: string, as: keyof typeof cookies = 'admin'): Promise<string[]> {
    const reply = await get(path, as);
    expect([path, reply.status, reply.headers.get('content-type')]).toEqual([path, 200, 'text/csv; charset=utf-8']);
    return (await reply.text()).trim().split('\r\n').slice(1);
  }

  it('[TBL-3] a file has what the filters leave, runs in no spreadsheet, and who took it is on record', async () => {
    expect((await fileOf('/api/cases/export.csv?q=tab-3')).map((line) => line.split(',').slice(0, 5))).toEqual([
      ['TAB-3', 'Example Bank', 'Avery Sampleton', '10', 'USD'],
    ]);
    expect(await fileOf('/api/campaigns/export.csv?q=autumn')).toHaveLength(2);
    expect(await fileOf('/api/trunks/export.csv?enabled=false')).toHaveLength(1);
    expect(await fileOf('/api/people/export.csv?role=agent')).toHaveLength(1);
    expect((await fileOf('/api/api-keys/export.csv?state=expired'))[0]).toMatch(/^'=Formula,abcd,/);
    const { id: actorId } = await prisma.user.findUniqueOrThrow({ where: { username: 'ada' } });
    const noted = await prisma.auditEntry.findMany({
      where: { action: { endsWith: '.exported' } },
      orderBy: { seq: 'asc' },
    });
    expect(noted.map((entry) => [entry.action, entry.actorId])).toEqual(
      ['cases', 'campaigns', 'trunks', 'people', 'api_keys'].map((what) => [`${what}.exported`, actorId]),
    );
    expect(noted[0]?.detail).toMatchObject({ ref: 'tab-3', status: null });
  });

  it('[TBL-3] tasks, visits, promises and the worklist come in the order asked for, and as they always did without one', async () => {
    const { id: agentId } = await prisma.user.findUniqueOrThrow({ where: { username: 'avery' } });
    const { id: adminId } = await prisma.user.findUniqueOrThrow({ where: { username: 'ada' } });
    const rows = await prisma.case.findMany({ where: { externalRef: { startsWith: 'TAB' } } });
    const of = (ref: string) => rows.find(({ externalRef }) => externalRef === ref) ?? { id: '', debtorId: '' };
    const at = (day: number): Date => new Date(`2027-03-0${day}T00:00:00Z`);
    const task = { because: 'asked', anchorAt: at(1) };
    await prisma.caseTask.createMany({
      data: [
        { id: newId(), caseId: of('TAB-3').id, kind: 'trace_phone', dueAt: at(1), ownerId: agentId, ...task },
        { id: newId(), caseId: of('TAB-1').id, kind: 'lookup_114', dueAt: at(3), ownerId: adminId, ...task },
        { id: newId(), caseId: of('TAB-2').id, kind: 'registry_check', dueAt: at(2), ...task },
        {
          id: newId(),
          caseId: of('TAB-1').id,
          kind: 'data_entry',
          dueAt: at(1),
          doneAt: at(4),
          notNeeded: true,
          ...task,
        },
        {
          id: newId(),
          caseId: of('TAB-2').id,
          kind: 'data_entry',
          dueAt: at(2),
          doneAt: at(3),
          notNeeded: true,
          ...task,
        },
      ],
    });
    const tasks = (query: string) => found(`/api/tasks?${query}`, 'tasks', 'externalRef');
    expect(await tasks('')).toEqual(['TAB-3', 'TAB-2', 'TAB-1']);
    expect(await tasks('down=true')).toEqual(['TAB-1', 'TAB-2', 'TAB-3']);
    expect(await tasks('sort=case&down=false')).toEqual(['TAB-1', 'TAB-2', 'TAB-3']);
    expect(await tasks('sort=kind&down=true')).toEqual(['TAB-3', 'TAB-2', 'TAB-1']);
    expect(await tasks('sort=owner&down=false')).toEqual(['TAB-1', 'TAB-3', 'TAB-2']);
    expect(await tasks('state=done')).toEqual(['TAB-1', 'TAB-2']);
    expect(await tasks('state=done&sort=due&down=true')).toEqual(['TAB-2', 'TAB-1']);

    const visit = (ref: string, status: string, day: number) => ({
      ...{ id: newId(), caseId: of(ref).id, debtorId: of(ref).debtorId, kind: 'lost', address: ref, addressKey: ref },
      ...{ reason: 'asked', orderedById: adminId, decidedById: adminId, status, orderedAt: at(day) },
    });
    await prisma.visitOrder.createMany({
      data: [visit('TAB-2', 'ordered', 1), visit('TAB-3', 'rejected', 3), visit('TAB-1', 'approved', 2)],
    });
    const visits = (query: string) => found(`/api/visits?${query}`, 'visits', 'externalRef');
    expect(await visits('')).toEqual(['TAB-3', 'TAB-1', 'TAB-2']);
    expect(await visits('sort=case&down=false')).toEqual(['TAB-1', 'TAB-2', 'TAB-3']);
    expect(await visits('sort=status&down=true')).toEqual(['TAB-3', 'TAB-2', 'TAB-1']);
    expect((await fileOf('/api/visits/export.csv?status=approved'))[0]).toMatch(
      /^TAB-1,Avery Sampleton,lost,approved,/,
    );

    const promised = (ref: string, amountMinor: bigint, day: number) => ({
      ...{ id: newId(), caseId: of(ref).id, amountMinor, currency: 'USD', dueOn: at(day) },
    });
    await prisma.promise.createMany({
      data: [promised('TAB-1', 900n, 2), promised('TAB-2', 80n, 3), promised('TAB-3', 1_000n, 1)],
    });
    const promises = (query: string) => found(`/api/promises?show=open&${query}`, 'promises', 'caseRef');
    expect(await promises('')).toEqual(['TAB-3', 'TAB-1', 'TAB-2']);
    expect(await promises('sort=amount&down=true')).toEqual(['TAB-3', 'TAB-1', 'TAB-2']);
    expect(await promises('sort=amount&down=false&limit=1')).toEqual(['TAB-2']);
    expect(await promises('sort=caseRef&down=true')).toEqual(['TAB-3', 'TAB-2', 'TAB-1']);

    await prisma.case.updateMany({
      where: { id: { in: [of('TAB-1').id, of('TAB-3').id] } },
      data: { ownerId: agentId, followUpBy: new Date('2026-02-01') },
    });
    await prisma.case.update({ where: { id: of('TAB-3').id }, data: { followUpBy: new Date('2026-02-02') } });
    const work = (query: string) => found(`/api/agent/worklist?list=overdue&${query}`, 'cases', 'externalRef', 'agent');
    expect(await work('')).toEqual(['TAB-1', 'TAB-3']);
    expect(await work('sort=owed&down=false')).toEqual(['TAB-3', 'TAB-1']);
    expect(await work('sort=reference&down=true')).toEqual(['TAB-3', 'TAB-1']);
    expect((await get('/api/agent/worklist/export.csv?list=overdue', 'agent')).status).toBe(403);
    await prisma.user.update({ where: { id: agentId }, data: { granted: ['export'] } });
    const file = await fileOf('/api/agent/worklist/export.csv?list=overdue', 'agent');
    expect(file.map((line) => line.split(',')[0])).toEqual(['TAB-1', 'TAB-3']);
    const noted = await prisma.auditEntry.findMany({
      where: { action: { in: ['visits.exported', 'worklist.exported'] } },
      orderBy: { seq: 'asc' },
    });
    expect(noted.map(({ detail }) => detail)).toEqual([
      { status: 'approved', kind: null, caseId: null, mine: false },
      { list: 'overdue', day: null },
    ]);
  });
});
