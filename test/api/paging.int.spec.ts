import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';
import { openCallingHouse, type CallingHouse } from '../e2e/calling-house.ts';
import { signInEach } from './signed-in-each.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

interface List {
  readonly door: string;
  /** Where its rows stand in the answer, and the id of one. */
  readonly rows: string;
  readonly id: string;
  /** Stores one more, at a place of the order that `nth` decides; three of them share each place. */
  readonly add: (nth: number) => Promise<string>;
  readonly body?: object;
  /** Who reads it; an administrator where nothing is said. */
  readonly as?: 'agent';
}

describe('lists that are read page by page', () => {
  let house: CallingHouse;
  let prisma: PrismaClient;
  let cookies: Awaited<ReturnType<typeof signInEach>>;
  let lists: readonly List[] = [];
  /** Of lists that can be ordered in several ways, each of them. */
  let orders: Readonly<Record<'promises' | 'tasks' | 'visits' | 'worklist', readonly List[]>>;

  const ask = async (
    path: string,
    body?: object,
    as: 'admin' | 'agent' = 'admin',
  ): Promise<{ status: number; json: Record<string, unknown> }> => {
    const response = await fetch(house.url + path, {
      headers: { cookie: cookies[as], 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };

  beforeAll(async () => {
    house = await openCallingHouse({ cases: 1, talkMs: 1_000 });
    ({ prisma } = house.app.platform);
    // Nothing of what is written here is to be dialed.
    await prisma.campaign.updateMany({ data: { status: 'paused' } });
    cookies = await signInEach(house);
    lists = await listsOf();
  });
  afterAll(() => house.close());

  async function listsOf(): Promise<readonly List[]> {
    const [caseId = ''] = house.caseIds;
    const { clientId, debtorId, currency } = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
    const { id: numberId, lineId } = await prisma.phoneNumber.findFirstOrThrow({ where: { caseId } });
    const { id: callerIdId, trunkId } = await prisma.callerId.findFirstOrThrow({ where: { e164: { not: '' } } });
    const { id: adminId } = await prisma.user.findUniqueOrThrow({ where: { username: 'ada' } });
    const now = Date.now();
    const place = (nth: number): number => nth % 3;
    const soon = (nth: number): Date => new Date(now + 30 * dayMs + place(nth) * minuteMs);
    const lately = (nth: number): Date => new Date(now - place(nth) * 1_000);
    const day = (nth: number): Date => new Date(`2099-01-0${place(nth) + 1}T00:00:00Z`);
    const stored =
      (store: (id: string, nth: number) => Promise<unknown>) =>
      async (nth: number): Promise<string> => {
        const id = newId();
        await store(id, nth);
        return id;
      };
    const newCase = async (more: object = {}): Promise<string> => {
      const id = newId();
      const placed = { id, clientId, debtorId, externalRef: id, refKey: id, amountMinor: 9n, currency };
      await prisma.case.create({ data: { ...placed, placementDate: new Date('2026-01-05'), ...more } });
      return id;
    };
    const ownerOf = (nth: number): string | null => [null, house.userId, adminId][place(nth)] ?? null;
    /** In the order of its reference the other way about than in that of its age. */
    const refOf = (nth: number) => ({ refKey: `p${9 - place(nth)}-${newId()}`, ownerId: ownerOf(nth) });
    const { json: board } = await ask('/api/promises?show=open');
    const dueToday = new Date(`${String(board['today'])}T00:00:00Z`);
    const bothWays = <S extends string>(...sorts: S[]): { sort: S; down: boolean }[] =>
      sorts.flatMap((sort) => [
        { sort, down: false },
        { sort, down: true },
      ]);
    const call = {
      ...{ caseId, debtorId, numberId, lineId, trunkId, callerIdId, campaignId: house.campaignId },
      ...{ agentId: house.userId, state: 'ended', endFault: 'callee', endReason: 'test', presetName: 'demo' },
      ...{ presetVersion: 1, decision: {}, dialByAt: new Date(now), endedAt: new Date(now) },
    };
    const addCall = stored((id, nth) => {
      const at = { intendedAt: lately(nth), answeredAt: lately(nth), connectedAt: lately(nth) };
      return prisma.attempt.create({ data: { id, ...call, ...at, tokenHash: id, carrierCallSid: id } });
    });
    orders = {
      promises: [
        // Some are decided, which the database orders, some are judged as they are read: one list.
        ...bothWays('dueOn', 'caseRef', 'owner', 'amount', 'standing').map(({ sort, down }) => ({
          ...{
            door: `/api/promises?show=due_today&sort=${sort}&down=${String(down)}`,
            rows: 'promises',
            id: 'promiseId',
          },
          add: stored(async (id, nth) => {
            const status = (['open', 'kept', 'broken'] as const)[Math.floor(nth / 3) % 3] ?? 'open';
            const promised = { amountMinor: BigInt(place(nth) * 10 + 5), currency, dueOn: dueToday, status };
            await prisma.promise.create({ data: { id, caseId: await newCase(refOf(nth)), ...promised } });
          }),
        })),
      ],
      tasks: [
        ...[
          ...bothWays('due', 'case', 'kind', 'owner').map((order) => ({ ...order, state: 'pending' })),
          ...bothWays('done', 'due', 'owner').map((order) => ({ ...order, state: 'done' })),
        ].map(({ sort, down, state }) => ({
          ...{ door: `/api/tasks?state=${state}&sort=${sort}&down=${String(down)}`, rows: 'tasks', id: 'taskId' },
          add: stored(async (id, nth) => {
            const kind = ['registry_check', 'trace_phone', 'lookup_114'][place(nth)] ?? '';
            const task = { id, caseId: await newCase(refOf(nth)), kind, because: 'asked', dueAt: soon(nth) };
            const done = state === 'done' ? { doneAt: lately(nth), notNeeded: true } : {};
            const whose = { anchorAt: new Date(now), ownerId: ownerOf(nth) };
            return prisma.caseTask.create({ data: { ...task, ...whose, ...done } });
          }),
        })),
      ],
      visits: [
        ...bothWays('ordered', 'case', 'kind', 'status').map(({ sort, down }) => ({
          ...{ door: `/api/visits?sort=${sort}&down=${String(down)}`, rows: 'visits', id: 'visitId' },
          add: stored(async (id, nth) => {
            const kind = place(nth) === 0 ? 'lost' : 'contactable';
            const status = (['ordered', 'approved', 'rejected'] as const)[place(nth)] ?? 'ordered';
            const visit = { debtorId, kind, status, address: id, addressKey: id, reason: 'asked' };
            const order = { orderedById: adminId, decidedById: adminId, orderedAt: lately(nth) };
            return prisma.visitOrder.create({
              data: { id, caseId: await newCase(refOf(nth)), ...visit, ...order },
            });
          }),
        })),
      ],
      worklist: [
        ...bothWays('urgency', 'reference', 'owed', 'last').map(({ sort, down }) => ({
          ...{
            door: `/api/agent/worklist?list=overdue&sort=${sort}&down=${String(down)}`,
            rows: 'cases',
            id: 'caseId',
          },
          add: (nth: number) =>
            newCase({
              ...{ ...refOf(nth), ownerId: house.userId, amountMinor: BigInt(place(nth) + 1) },
              ...{ followUpBy: new Date(`2026-02-0${place(nth) + 1}`) },
              ...(place(nth) === 0 ? {} : { lastAttemptAt: lately(nth) }),
            }),
          as: 'agent' as const,
        })),
      ],
    };
    const reading = { format: { format: 'csv', tables: [] }, profile: { classOrder: [] }, mapping: [] };
    return [
      {
        ...{ door: '/api/placements?sort=at', rows: 'placements', id: 'id' },
        add: stored((id, nth) => {
          const file = { clientId, fileName: 'a.csv', storedPath: 'a', sha256: id, byteSize: 1n, totalRows: 1 };
          return prisma.placement.create({ data: { id, ...file, ...reading, status: 'done', createdAt: lately(nth) } });
        }),
      },
      ...(['added', 'reference', 'owed', 'next', 'last'] as const).map((sort) => ({
        ...{ door: `/api/cases?sort=${sort}&down=${String(sort === 'last')}`, rows: 'cases', id: 'caseId' },
        add: stored(async (id, nth) => {
          const debt = { amountMinor: BigInt(place(nth) + 1), currency, caseClass: 'NEW' };
          const placed = { clientId, debtorId, externalRef: `L${place(nth)}`, placementDate: day(nth) };
          const dates = place(nth) === 0 ? {} : { nextFollowUpOn: day(nth), lastAttemptAt: lately(nth) };
          await prisma.case.create({ data: { id, ...debt, ...placed, ...dates, refKey: `l${place(nth)}-${id}` } });
        }),
      })),
      {
        ...{ door: '/api/campaigns?sort=status', rows: 'campaigns', id: 'campaignId' },
        add: stored((id, nth) => {
          const status = (['draft', 'paused', 'drained'] as const)[place(nth)] ?? 'draft';
          return prisma.campaign.create({ data: { id, name: id, status, preset: 'demo', trunkId } });
        }),
      },
      {
        ...{ door: '/api/trunks?sort=channels', rows: 'trunks', id: 'trunkId' },
        add: stored((id, nth) =>
          prisma.trunk.create({ data: { id, name: id, kind: 'sim', cps: 1, channels: place(nth) + 1 } }),
        ),
      },
      {
        ...{ door: '/api/api-keys?sort=owner', rows: 'keys', id: 'keyId' },
        add: stored((id, nth) => {
          const key = { userId: adminId, name: 'k', hash: id, tail: 'abcd', scopes: [], createdAt: lately(nth) };
          return prisma.apiKey.create({ data: { id, ...key } });
        }),
      },
      {
        ...{ door: '/api/webhooks?sort=url', rows: 'webhooks', id: 'endpointId' },
        add: stored((id, nth) => {
          const hook = { url: `https://example.com/${place(nth)}`, description: '', events: ['call.ended'] };
          const kept = { sealed: 'x', createdById: adminId, createdAt: new Date(now) };
          return prisma.webhookEndpoint.create({ data: { id, ...hook, ...kept } });
        }),
      },
      {
        ...{ door: '/api/payments?', rows: 'payments', id: 'paymentId' },
        add: stored((id, nth) => {
          const payment = { caseId, clientId, externalRef: id, amountMinor: 1n, currency, source: 'api' };
          return prisma.payment.create({ data: { id, ...payment, paidOn: day(0), postedAt: lately(nth) } });
        }),
      },
      {
        ...{ door: '/api/payments/files?', rows: 'files', id: 'fileId' },
        add: stored((id, nth) =>
          prisma.paymentFile.create({ data: { id, clientId, fileName: 'p.csv', sha256: id, createdAt: lately(nth) } }),
        ),
      },
      {
        ...{ door: '/api/promises?show=kept&', rows: 'promises', id: 'promiseId' },
        add: stored((id, nth) => {
          const dueOn = new Date(now - (place(nth) + 2) * dayMs);
          return prisma.promise.create({ data: { id, caseId, amountMinor: 1n, currency, status: 'kept', dueOn } });
        }),
      },
      {
        ...{ door: '/api/promises?show=open&', rows: 'promises', id: 'promiseId' },
        add: stored(async (id, nth) =>
          prisma.promise.create({
            data: { id, caseId: await newCase(), amountMinor: 1n, currency, dueOn: day(nth) },
          }),
        ),
      },
      ...(['pending', 'done'] as const).map((state) => ({
        ...{ door: `/api/tasks?state=${state}&`, rows: 'tasks', id: 'taskId' },
        add: stored(async (id, nth) => {
          const task = { id, caseId: await newCase(), kind: 'registry_check', because: 'asked', dueAt: soon(nth) };
          const done = state === 'done' ? { doneAt: lately(nth), notNeeded: true } : {};
          return prisma.caseTask.create({ data: { ...task, anchorAt: new Date(now), ...done } });
        }),
      })),
      {
        ...{ door: '/api/visits?', rows: 'visits', id: 'visitId' },
        add: stored((id, nth) => {
          const visit = { caseId, debtorId, kind: 'contactable', address: id, addressKey: id, reason: 'asked' };
          return prisma.visitOrder.create({ data: { id, ...visit, orderedById: adminId, orderedAt: lately(nth) } });
        }),
      },
      {
        ...{ door: '/api/callbacks?', rows: 'callbacks', id: 'callbackId' },
        add: stored((id, nth) => {
          const owed = { kind: 'agreed', caseId, debtorId, lineId, withDebtor: true, forWhom: 'owner' };
          const times = { dueAt: soon(nth), createdAt: new Date(now) };
          return prisma.callback.create({ data: { id, ...owed, ...times, fromAttemptId: newId() } });
        }),
      },
      {
        ...{ door: '/api/fraud?', rows: 'applications', id: 'applicationId' },
        add: stored((id, nth) => {
          const claim = { caseId, classBefore: 'NEW', suspect: 's', clues: 'c', step: 'denied' };
          return prisma.fraudApplication.create({ data: { id, ...claim, claimedOn: day(nth), deniedOn: day(nth) } });
        }),
      },
      { door: `/api/cases/${caseId}/attempts?`, rows: 'attempts', id: 'attemptId', add: addCall },
      { door: '/api/agent/calls?', rows: 'calls', id: 'attemptId', add: addCall, as: 'agent' },
      {
        ...{ door: '/api/configuration/versions', body: { kind: 'zone' }, rows: 'versions', id: 'versionId' },
        add: stored((id, nth) => {
          const version = { kind: 'zone', key: `+${nth}`, number: 1, reason: 'asked', origin: 'change' };
          const document = { prefix: `+${nth}`, zone: null };
          return prisma.configVersion.create({ data: { id, ...version, document, at: new Date(now) } });
        }),
      },
    ];
  }

  /** Every row once, however many are added while one reads. */
  async function walk({ door, rows, id, add, body, as }: List): Promise<void> {
    const wanted: string[] = [];
    let nth = 100;
    for (let each = 0; each < 7; each += 1) wanted.push(await add((nth += 1)));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { status: number; json: Record<string, unknown> } =
        body === undefined
          ? await ask(`${door}&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`, undefined, as)
          : await ask(door, { ...body, limit: 2, ...(cursor === null ? {} : { cursor }) });
      expect([door, page.status]).toEqual([door, 200]);
      const found = page.json[rows] as Record<string, string>[];
      expect(found.length, door).toBeLessThanOrEqual(2);
      seen.push(...found.map((row) => row[id] ?? ''));
      cursor = page.json['nextCursor'] as string | null;
      if (seen.length < 7) await add((nth += 1));
    } while (cursor !== null);
    expect(new Set(seen).size, `${door}: something twice`).toBe(seen.length);
    expect(
      wanted.filter((row) => !seen.includes(row)),
      `${door}: something missed`,
    ).toEqual([]);
  }

  it('[API-7] gives every row once, however many are added while one reads', async () => {
    for (const list of lists) await walk(list);
  });

  it.each(['promises', 'tasks', 'visits', 'worklist'] as const)(
    '[TBL-3] %s: every order gives each row once, from either end',
    async (name) => {
      const all = orders[name];
      expect(all.length).toBeGreaterThan(7);
      for (const list of all) {
        // What the list before had would have to be read through again.
        await prisma.promise.deleteMany();
        await prisma.caseTask.deleteMany();
        await prisma.visitOrder.deleteMany();
        await walk(list);
      }
    },
  );

  it('[API-7] refuses a cursor that it never gave', async () => {
    const written = (...mark: readonly unknown[]): string => Buffer.from(JSON.stringify(mark)).toString('base64url');
    const forged = ['x', written(), written(1, newId()), written('1', 'nobody'), written('1', newId(), 'more')];
    for (const { door, body, as } of lists) {
      for (const cursor of forged) {
        const reply =
          body === undefined
            ? await ask(`${door}&cursor=${cursor}`, undefined, as)
            : await ask(door, { ...body, cursor });
        expect([door, cursor, reply.status, reply.json['errors']]).toMatchObject([
          ...[door, cursor, 400],
          [{ field: 'cursor' }],
        ]);
      }
    }
  });

  it('[API-7] placements are ordered and narrowed down by the server', async () => {
    const { clientId } = await prisma.case.findFirstOrThrow();
    const other = newId();
    await prisma.client.create({ data: { id: other, name: 'Another bank' } });
    const placement = (fileName: string, rejected: number, more: object = {}) =>
      prisma.placement.create({
        data: {
          ...{ id: newId(), clientId, fileName, storedPath: 'a', sha256: newId(), byteSize: 1n, rejected },
          ...{ status: 'done', format: { format: 'csv', tables: [] }, profile: { classOrder: [] }, mapping: [] },
          ...more,
        },
      });
    await placement('spring 1.csv', 3);
    await placement('Spring 2.csv', 9, { clientId: other });
    await placement('spring 3.csv', 6, { status: 'failed' });
    const found = async (query: string): Promise<unknown> =>
      ((await ask(`/api/placements?${query}`)).json['placements'] as { fileName: string }[]).map(
        ({ fileName }) => fileName,
      );
    expect(await found('q=SPRING&sort=rejected')).toEqual(['Spring 2.csv', 'spring 3.csv', 'spring 1.csv']);
    expect(await found('q=spring&sort=rejected&down=false&limit=1')).toEqual(['spring 1.csv']);
    expect(await found(`q=spring&clientId=${other}`)).toEqual(['Spring 2.csv']);
    expect(await found('q=spring&status=failed')).toEqual(['spring 3.csv']);
  });
});
