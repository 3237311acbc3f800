import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseDecision, caseList, casePage } from '../../src/contract/case.ts';
import fc from 'fast-check';
import { callCard } from '../../src/contract/agent.ts';
import { newId } from '../../src/platform/ids.ts';
import { House, type Given } from './house.ts';

describe('case pages', () => {
  let house: House;
  let given: Given;
  let attemptId: string;
  beforeAll(async () => {
    house = await House.open();
    given = await house.givenCase(['emergency', 'work', 'self_mobile']);
    await house.givenCase(['self_mobile'], { debtorId: given.debtorId });
    attemptId = await house.called(given, 1, { agentId: house.agentId });
  });
  afterAll(() => house[Symbol.asyncDispose]());
  const admin = { id: '', role: 'admin' };

  it('[CASE-20] shows the ladder in calling order, masked, with linked cases and attempts', async () => {
    const reply = await house.get(`/api/cases/${given.caseId}`, { id: house.agentId, role: 'supervisor' });
    const text = await reply.text();
    const page = casePage.parse(JSON.parse(text));
    expect(page.ladder.map((number) => number.class)).toEqual(['self_mobile', 'work', 'emergency']);
    expect(page.ladder.map((number) => number.triedThisRound)).toEqual([false, true, false]);
    expect(page.ladder[0]).toMatchObject({ localTime: '10:00', status: 'active', thresholds: { vacant: 2 } });
    expect(page.linked).toHaveLength(1);
    expect(page.attempts[0]).toMatchObject({ attemptId, class: 'work', talkMs: 14_500 });
    const lines = await house.prisma.line.findMany();
    for (const { e164 } of lines) expect(text).not.toContain(e164.slice(-7));
  });

  it('[CASE-21] an agent sees his own cases, those of his campaigns and those he talked on', async () => {
    const stranger = await house.user('agent');
    const statusFor = async (id: string) => (await house.get(`/api/cases/${given.caseId}`, { id })).status;
    expect(await statusFor(house.agentId)).toBe(200);
    expect(await statusFor(stranger)).toBe(404);
    expect((await house.get(`/api/cases/${given.caseId}/decision`, { id: stranger })).status).toBe(404);
    await house.prisma.campaignAgent.create({ data: { campaignId: house.campaignId, userId: stranger } });
    expect(await statusFor(stranger)).toBe(200);
  });

  it('[CASE-58] whoever may see a case says what is spoken with the debtor, as a tag; the audit trail keeps it', async () => {
    const set = (language: unknown, id: string) =>
      house.send('PUT', `/api/cases/${given.caseId}/language`, { id, role: 'agent' }, { language });
    const language = async () =>
      casePage.parse(await (await house.get(`/api/cases/${given.caseId}`, { id: house.agentId })).json()).language;
    expect((await set('es-MX', house.agentId)).status).toBe(204);
    expect(await language()).toBe('es-MX');
    expect((await set('Spanish', house.agentId)).status).toBe(400);
    expect((await set('en', await house.user('agent'))).status).toBe(404);
    expect(await language()).toBe('es-MX');
    expect((await set(null, house.agentId)).status).toBe(204);
    expect(await language()).toBeNull();
    expect(house.audited.filter(({ action }) => action === 'case.language_set')).toHaveLength(2);
  });

  it('[CASE-22] lists by the bank’s case id in the address, by name in a body only, page by page', async () => {
    const all = caseList.parse(await (await house.get('/api/cases?limit=1', { ...admin, id: house.agentId })).json());
    expect(all.cases).toHaveLength(1);
    const next = await house.get(`/api/cases?limit=1&cursor=${all.nextCursor}`, { ...admin, id: house.agentId });
    expect(caseList.parse(await next.json())).toMatchObject({ nextCursor: null });
    const search = async (body: object) => {
      const reply = await fetch(`${house.url}/api/cases/search`, {
        method: 'POST',
        headers: { 'x-user': house.agentId, 'x-role': 'admin', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return caseList.parse(await reply.json()).cases.length;
    };
    expect(await search({ name: '示范' })).toBe(2);
    expect(await search({ name: 'Nobody' })).toBe(0);
    expect(await search({ ref: `REF-${given.caseId}` })).toBe(1);
    const byName = await house.get(`/api/cases?q=${encodeURIComponent('示范')}`, { ...admin, id: house.agentId });
    expect(caseList.parse(await byName.json()).cases).toEqual([]);
  });

  it('[CASE-22] a part of a name finds whom reading every name would find', async () => {
    await using open = await House.open();
    const boss = { id: await open.user('admin'), role: 'admin' };
    const sign = fc.constantFrom(..."abAB 王小明李%_\\'É1");
    const text = fc.string({ unit: sign, minLength: 1, maxLength: 5 }).filter((sought) => sought.trim() !== '');
    const names = fc.sample(fc.string({ unit: sign, minLength: 0, maxLength: 8 }), 60);
    for (const name of [...names, null]) {
      const { debtorId } = await open.givenCase([]);
      await open.prisma.debtor.update({ where: { id: debtorId }, data: { name } });
    }
    await fc.assert(
      fc.asyncProperty(text, async (sought) => {
        const reply = await open.post('/api/cases/search', boss, { name: sought, limit: 100 });
        const found = caseList.parse(await reply.json()).cases.map(({ debtorName }) => debtorName);
        // As a search box hands it over, without the spaces around it.
        const part = sought.trim();
        const expected = await open.prisma.$queryRaw<{ name: string }[]>`
          SELECT d."name" FROM "Debtor" d WHERE position(lower(${part}) IN lower(d."name")) > 0`;
        expect(found.sort()).toEqual(expected.map(({ name }) => name).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('[CASE-23] the decision gives every number its gates in order', async () => {
    house.clock.forward(3_600_000);
    await house.looksAtLinked(attemptId);
    await house.casework.wrapUps.save(
      house.agentId,
      {
        attemptId,
        code: 'HANGUP',
        party: 'unknown',
        nextFollowUpOn: null,
        promise: null,
        fundDate: null,
        newNumber: null,
        callbackAt: null,
        note: '',
        suspect: null,
        clues: null,
        then: 'ready',
      },
      house.clock(),
    );
    const reply = await house.get(`/api/cases/${given.caseId}/decision`, { id: house.agentId });
    const decision = caseDecision.parse(await reply.json());
    expect(decision).toMatchObject({ presetName: 'cn', next: given.numbers[2]?.id, dueReason: 'due' });
    expect(decision.numbers[0]?.trace.map(({ gate }) => gate).slice(0, 3)).toEqual([
      'tenant',
      'case_stop',
      'case_status',
    ]);
    expect(decision.numbers.map(({ kind }) => kind)).toEqual(['ALLOW', 'DEFER', 'DEFER']);
  });

  it('[CASE-24] the call card carries what the agent needs and warns of third parties', async () => {
    const card = callCard.parse(await house.casework.cards.cardFor(attemptId));
    expect(card).toMatchObject({ numberClass: 'work', thirdParty: true, clientName: 'Bank of Samples', onHold: false });
    expect(await house.casework.cards.cardFor(given.caseId)).toBeNull();
  });

  it('[CASE-25] notes are written by who may see the case', async () => {
    const write = async (id: string, text: string) => {
      const reply = await fetch(`${house.url}/api/cases/${given.caseId}/notes`, {
        method: 'POST',
        headers: { 'x-user': id, 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      });
      return reply.status;
    };
    expect(await write(house.agentId, 'Asked for a statement')).toBe(201);
    expect(await write(await house.user('agent'), 'Not mine')).toBe(404);
    expect(await write(house.agentId, '  ')).toBe(400);
    expect(await house.notesOf(given)).toEqual(['Asked for a statement']);
  });

  it('[CASE-26] a supervisor puts a placement into a campaign, and the audit trail says so', async () => {
    const placementId = newId();
    const client = await house.prisma.client.findFirstOrThrow();
    await house.prisma.placement.create({
      data: {
        id: placementId,
        clientId: client.id,
        fileName: 'cases.csv',
        storedPath: 'cases.csv',
        sha256: '0',
        byteSize: 1n,
        format: {},
        profile: {},
        mapping: [],
      },
    });
    const placed = await house.givenCase(['self_mobile'], { campaign: false });
    await house.prisma.case.update({ where: { id: placed.caseId }, data: { placementId, dueAt: null } });
    const assign = (role: string, campaignId: string) =>
      fetch(`${house.url}/api/placements/${placementId}/campaign`, {
        method: 'POST',
        headers: { 'x-user': house.agentId, 'x-role': role, 'content-type': 'application/json' },
        body: JSON.stringify({ campaignId }),
      });
    expect((await assign('agent', house.campaignId)).status).toBe(403);
    expect((await assign('supervisor', newId())).status).toBe(400);
    expect(await (await assign('supervisor', house.campaignId)).json()).toEqual({ assigned: 1 });
    expect(await house.caseRow(placed)).toMatchObject({ campaignId: house.campaignId, dueReason: 'due' });
    expect(house.audited).toContainEqual({
      action: 'placement.assigned',
      actorId: house.agentId,
      subjectId: placementId,
    });
  });

  it('[R22] the stage follows from registry work and visits, and what was passed over is told', async () => {
    const other = await house.givenCase(['self_mobile']);
    const stage = async () => {
      const reply = await house.get(`/api/cases/${other.caseId}`, { id: house.agentId, role: 'supervisor' });
      return casePage.parse(await reply.json()).stage;
    };
    expect(await stage()).toMatchObject({ now: 'first_round', steps: [] });
    const visit = {
      caseId: other.caseId,
      debtorId: other.debtorId,
      kind: 'lost',
      address: '示范路 1 号',
      addressKey: 'x',
      reason: 'lost',
      orderedById: house.agentId,
      decidedById: house.agentId,
      visitor: 'somebody',
    };
    const at = (hours: number): Date => new Date(house.clock() + hours * 3_600_000);
    await house.prisma.visitOrder.create({ data: { id: newId(), ...visit, orderedAt: at(-3), status: 'rejected' } });
    expect((await stage()).now).toBe('first_round');
    await house.prisma.visitOrder.create({
      data: { id: newId(), ...visit, status: 'dispatched', orderedAt: at(-2), decidedAt: at(-1), dispatchedAt: at(0) },
    });
    expect(await stage()).toMatchObject({
      now: 'field_collection',
      steps: [
        { to: 'visit_order', skipped: ['registry'] },
        { to: 'field_collection', skipped: [] },
      ],
    });
  });
});
