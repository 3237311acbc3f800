import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEntry, auditList, auditVerdict, type AuditVerdict } from '../../src/contract/audit.ts';
import { newId } from '../../src/platform/ids.ts';
import { AccessHouse } from './access-house.ts';

let house: AccessHouse;
let admin: string;

beforeAll(async () => {
  house = await AccessHouse.open();
  await house.add('chen', 'admin');
  admin = await house.signIn('chen');
});
afterAll(() => house.close());

const write = (over: object = {}): Promise<void> =>
  house.access.audit.record({
    ...{ actorId: null, action: 'case.given', subjectType: 'case', subjectId: newId(), detail: { n: 1 } },
    ...over,
  });
const verdict = async (query = ''): Promise<AuditVerdict> =>
  auditVerdict.parse((await house.ask('GET', `/api/audit/verify${query}`, admin)).body);
/** As somebody would who has the database in his hands. */
async function behindItsBack(change: string): Promise<void> {
  const { prisma } = house.db;
  await prisma.$executeRawUnsafe('alter table "AuditEntry" disable trigger user');
  await prisma.$executeRawUnsafe(change);
  await prisma.$executeRawUnsafe('alter table "AuditEntry" enable trigger user');
}

describe('the audit log', () => {
  it('[AUDIT-1] is one chain without gaps, however many write at once', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, n) => write({ detail: { n } })));
    const seqs = (await house.db.prisma.auditEntry.findMany({ orderBy: { seq: 'asc' } })).map(({ seq }) => Number(seq));
    expect(seqs).toEqual(seqs.map((_, nth) => nth + 1));
    expect(await verdict()).toMatchObject({ intact: true, entries: seqs.length, faults: [] });
  });

  it('[AUDIT-1] an entry stands or falls with the transaction it was written in, and leaves no gap', async () => {
    const failed = house.db.prisma.$transaction(async (db) => {
      await db.auditEntry.create({ data: { id: newId(), action: 'x', subjectType: 'case' } });
      throw new Error('not so');
    });
    await expect(failed).rejects.toThrow('not so');
    await write();
    expect(await verdict()).toMatchObject({ intact: true });
  });

  it('[AUDIT-1] an entry that is told of again under its own id is written once, and leaves no gap', async () => {
    const onceAs = newId();
    await Promise.all([1, 2, 3].map((n) => write({ onceAs, detail: { n } })));
    await write();
    await write({ onceAs, action: 'case.taken' });
    await write();
    const rows = await house.db.prisma.auditEntry.findMany({ where: { id: onceAs } });
    expect(rows.map(({ action }) => action)).toEqual(['case.given']);
    expect(await verdict()).toMatchObject({ intact: true, entries: await house.db.prisma.auditEntry.count() });
  });

  it('[AUDIT-2] lets no entry be changed or deleted', async () => {
    const { prisma } = house.db;
    await expect(prisma.auditEntry.updateMany({ data: { action: 'nothing' } })).rejects.toThrow(/append only/);
    await expect(prisma.auditEntry.deleteMany()).rejects.toThrow(/append only/);
    await expect(prisma.$executeRawUnsafe('truncate "AuditEntry"')).rejects.toThrow(/append only/);
  });

  it('[AUDIT-3] is searched by who, what, when and which object, and paged', async () => {
    const subjectId = newId();
    const actorId = await house.add('lena', 'agent');
    await write({ actorId, action: 'recording.played', subjectType: 'recording', subjectId });
    await write({ actorId, action: 'recording.refused', subjectType: 'recording', subjectId });
    const ask = async (query: string): Promise<string[]> =>
      auditList.parse((await house.ask('GET', `/api/audit?${query}`, admin)).body).entries.map(({ action }) => action);
    expect(await ask(`subjectId=${subjectId}`)).toEqual(['recording.refused', 'recording.played']);
    expect(await ask(`actorId=${actorId}&action=recording.pl`)).toEqual(['recording.played']);
    expect(await ask(`subjectType=recording&to=1`)).toEqual([]);
    const first = auditList.parse((await house.ask('GET', `/api/audit?actorId=${actorId}&limit=1`, admin)).body);
    expect(first.entries[0]?.actor?.name).toBe('lena');
    expect(await ask(`actorId=${actorId}&limit=1&cursor=${first.nextCursor}`)).toEqual(['recording.played']);
    await house.add('sam', 'supervisor');
    expect((await house.ask('GET', '/api/audit', await house.signIn('sam'))).status).toBe(403);
  });

  it('[AUDIT-4] is exported line by line, and that is on record', async () => {
    const subjectId = newId();
    await write({ subjectId, action: 'zone.set', detail: { zone: '=1+1, "quoted"' } });
    const get = (format: string): Promise<string> =>
      fetch(`${house.url}/api/audit/export?format=${format}&subjectId=${subjectId}`, {
        headers: { cookie: admin },
      }).then((response) => response.text());
    const lines = (await get('ndjson')).trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(auditEntry.parse(JSON.parse(lines[0] ?? ''))).toMatchObject({ subjectId, action: 'zone.set' });
    const csv = (await get('csv')).split('\r\n');
    expect(csv[0]).toMatch(/^seq,at,actorId/);
    expect(csv[1]).toContain('"{""zone"":""=1+1, \\""quoted\\""""}"');
    const told = await house.db.prisma.auditEntry.findMany({ where: { action: 'audit.exported' } });
    expect(told).toHaveLength(2);
  });

  it('[AUDIT-5] what was changed, taken out or cut off is found', async () => {
    await write();
    const { head } = await verdict();
    const seq = head?.seq ?? 0;
    await behindItsBack(`update "AuditEntry" set detail = '{"n": 2}' where seq = ${seq - 1}`);
    expect(await verdict()).toMatchObject({ intact: false, faults: [{ seq: seq - 1, fault: 'altered' }] });
    await behindItsBack(`delete from "AuditEntry" where seq = ${seq - 1}`);
    expect(await verdict()).toMatchObject({ intact: false, faults: [{ seq, fault: 'missing_before' }] });
    await behindItsBack(`delete from "AuditEntry" where seq >= ${seq - 1}`);
    expect(await verdict()).toMatchObject({ intact: true });
    const noted = await verdict(`?seq=${seq}&hash=${head?.hash}`);
    expect(noted).toMatchObject({ intact: false, faults: [{ seq, fault: 'not_as_noted' }] });
  });
});
