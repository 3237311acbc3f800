import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlacementImport, type PlacementImport } from '../../src/casework/make-placement-import.ts';
import { startingProfiles } from '../../src/domain/placement/profile.ts';
import { placementInspection, placementView, type PlacementView } from '../../src/contract/placement.ts';
import { problemErrors } from '../../src/platform/http-problem.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { americanHeader, americanRow, csvText } from '../fixtures/placements/rows.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';

const userId = '01900000-0000-7000-8000-000000000001';
const log = makeLogger({ level: 'silent' });
const folder = mkdtempSync(join(tmpdir(), 'casedial-door-'));
const audited: string[] = [];
let db: TestDatabase;
let redis: TestRedis;
let placements: PlacementImport;
let server: Server;
let base: string;

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
  await db.prisma.tenant.create({ data: { id: 1, name: 'Test', preset: 'demo', businessZone: 'America/Chicago' } });
  await db.prisma.user.create({
    data: { id: userId, username: 'sue', displayName: 'Sue', passwordHash: 'x', role: 'supervisor' },
  });
  placements = makePlacementImport({
    prisma: db.prisma,
    databaseUrl: db.url,
    queues: { redisUrl: redis.url, prefix: redis.prefix },
    clock: () => Date.now(),
    log,
    audit: { record: async ({ action }) => void audited.push(action) },
    requireExporter: (_req, _res, next) => next(),
    requireSupervisor(req, res, next) {
      if (req.headers['x-role'] === 'agent') {
        res.status(403).end();
        return;
      }
      res.locals['user'] = { id: userId, role: 'supervisor', displayName: 'Sue' };
      next();
    },
    placementsDir: folder,
    mostUploadBytes: 300_000,
  });
  await placements.start();
  server = createServer(express().use(placements.router).use(problemErrors(log)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/placements`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await placements.stop();
  await redis.close();
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

function form(content: string, fields: Record<string, string> = { client: 'Example Bank' }): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  data.append('file', new Blob([content]), '../../名单.csv');

  return data;
}
const upload = (content: string, fields?: Record<string, string>): Promise<Response> =>
  fetch(base, { method: 'POST', body: form(content, fields) });
const post = (path: string, body: unknown): Promise<Response> =>
  fetch(base + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const ended = (id: string): Promise<PlacementView> =>
  waitFor('the import to end', async () => {
    const view = placementView.parse(await (await fetch(`${base}/${id}`)).json());

    return view.status === 'done' ? view : null;
  });
const file = csvText([americanHeader, americanRow('D-1'), americanRow('D-2', { Balance: '' })]);
const twice = csvText([americanHeader, americanRow('T-1')]);

describe('the placements door', () => {
  it('[IMP-34] shows what was recognised, imports after confirmation, hands rejected rows back', async () => {
    const answer = await upload(file);
    expect(answer.status).toBe(201);
    const inspection = placementInspection.parse(await answer.json());
    expect(inspection).toMatchObject({ status: 'inspected', fileName: '名单.csv', remembered: false, sameAs: null });
    expect(inspection.profile).toMatchObject({ defaultCountry: 'US', dateOrder: 'MDY' });
    expect(inspection.tables[0]?.columns.map(({ field }) => field)).toContain('phone.self_mobile');
    expect(inspection.preview).toMatchObject([
      { row: 2, outcome: 'accepted', caseId: 'D-1', numbers: [{ e164: '+13465550180' }] },
      { row: 3, outcome: 'rejected', codes: ['amount_missing'] },
    ]);
    expect(await db.prisma.case.count()).toBe(0);

    const preview = await post(`/${inspection.id}/preview`, { profile: { ...inspection.profile, dateOrder: 'DMY' } });
    expect(await preview.json()).toMatchObject({ preview: [{ outcome: 'rejected' }, { outcome: 'rejected' }] });

    expect((await post(`/${inspection.id}/start`, {})).status).toBe(202);
    const done = await ended(inspection.id);
    expect(done.progress).toMatchObject({ rowsRead: 2, totalRows: 2, accepted: 1, rejected: 1 });
    expect((await post(`/${inspection.id}/start`, {})).status).toBe(409);
    expect((await post(`/${inspection.id}/cancel`, {})).status).toBe(409);

    const back = await fetch(`${base}/${inspection.id}/rejected`);
    expect(back.headers.get('content-disposition')).toContain(`rejected-${inspection.id}.csv`);
    expect(await back.text()).toMatch(/D-2,.*,amount_missing\r\n$/);
    expect(audited).toEqual(['placement.uploaded', 'placement.started', 'placement.rejected-downloaded']);
  });

  it('[IMP-34] remembers the client and can go on without asking', async () => {
    const answer = await upload(file, { client: 'Example Bank', start: 'true' });
    const inspection = placementInspection.parse(await answer.json());
    expect(inspection).toMatchObject({ remembered: true });
    expect(inspection.sameAs).not.toBeNull();
    expect((await ended(inspection.id)).progress).toMatchObject({ accepted: 1, unchanged: 1 });
    expect(await (await fetch(`${base}/clients`)).json()).toMatchObject({ clients: [{ name: 'Example Bank' }] });
  });

  it.each<[string, () => Promise<Response>, number, object]>([
    [
      '[IMP-27] a file that is none',
      () => upload('%PDF-1.4'),
      422,
      { code: 'unsupported_format', errors: [{ field: 'file', rule: 'not_a_spreadsheet' }] },
    ],
    ['[IMP-27] a broken row is named', () => upload(`${file}"D-3,`), 422, { code: 'corrupt_file', row: 4 }],
    ['[IMP-27] a file that is too large', () => upload(file + 'x'.repeat(400_000)), 413, { code: 'file_too_large' }],
    ['[IMP-34] no client', () => upload(file, {}), 400, { errors: [{ field: 'clientId' }] }],
    [
      '[IMP-34] a client nobody knows',
      () => upload(file, { clientId: '01900000-0000-7000-8000-00000000dead' }),
      400,
      { errors: [{ field: 'clientId', rule: 'exists' }] },
    ],
    [
      '[IMP-34] a country without a numbering plan',
      () =>
        upload(file, {
          client: 'Example Bank',
          reading: JSON.stringify({ profile: { ...startingProfiles.US, defaultCountry: 'XX' } }),
        }),
      400,
      { errors: [{ field: 'profile.defaultCountry', rule: 'known' }] },
    ],
    ['[IMP-34] no form at all', () => post('', {}), 400, { code: 'bad-input' }],
    [
      '[IMP-34] a placement that is none',
      () => fetch(`${base}/01900000-0000-7000-8000-00000000dead`),
      404,
      { code: 'placement-unknown' },
    ],
  ])('%s', async (_, ask, status, body) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject(body);
  });

  const head = '--b\r\ncontent-disposition: form-data; name=';
  const client = `${head}"client"\r\n\r\nTorn Bank\r\n`;
  const part = `${head}"file"; filename="f.csv"\r\n\r\n${file}`;
  const end = '\r\n--b--\r\n';
  it.each<[string, string, string]>([
    ['[IMP-27] an upload that breaks off while it is read', client + part, '(whole)'],
    ['[IMP-27] an upload that breaks off after it was refused', part, 'clientId'],
    ['[IMP-27] two files at once', `${client + part}\r\n${part}${end}`, 'file'],
    ['[IMP-27] a field behind the file', `${client + part}\r\n${head}"start"\r\n\r\ntrue${end}`, 'start'],
    ['[IMP-27] a client whose name holds a NUL', client.replace('Torn', '\0') + part + end, 'client'],
  ])('%s is refused whole, and the server lives on', async (_, body, field) => {
    const kept = (): Promise<number[]> => Promise.all([db.prisma.placement.count(), db.prisma.client.count()]);
    const before = await kept();
    const answer = await fetch(base, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ field }] });
    expect(await kept()).toEqual(before);
    await waitFor('the file to be dropped', () => readdirSync(folder).length === 0);
    expect((await fetch(`${base}/clients`)).status).toBe(200);
  });

  it('[IMP-27] a refused file does not make its client one', async () => {
    expect((await upload('%PDF-1.4', { client: 'Refused Bank' })).status).toBe(422);
    expect(await db.prisma.client.count({ where: { name: 'Refused Bank' } })).toBe(0);
  });

  it('[IMP-27] a connection that is lost in the middle leaves neither file nor placement', async () => {
    const before = await db.prisma.placement.count();
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    const type = 'multipart/form-data; boundary=b';
    socket.write(
      `POST /api/placements HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 9999999\r\n\r\n`,
    );
    socket.write(client + part);
    await waitFor('the file to arrive', () => readdirSync(folder).length === 1);
    socket.destroy();
    await waitFor('the file to be dropped', () => readdirSync(folder).length === 0);
    expect(await db.prisma.placement.count()).toBe(before);
    expect(await db.prisma.client.count({ where: { name: 'Torn Bank' } })).toBe(0);
  });

  it('[IMP-29] two uploads of one file at the same time make one client and the cases once', async () => {
    const both = await Promise.all([1, 2].map(() => upload(twice, { client: 'Twice Bank', start: 'true' })));
    const ids = await Promise.all(both.map(async (one) => placementInspection.parse(await one.json()).id));
    const views = await Promise.all(ids.map(ended));
    expect(views.map(({ progress }) => progress.unchanged).sort()).toEqual([0, 1]);
    expect(await db.prisma.case.count({ where: { client: { name: 'Twice Bank' } } })).toBe(1);
  });

  it('[IMP-27] a form without a boundary is refused', async () => {
    const headers = { 'content-type': 'multipart/form-data' };
    expect((await fetch(base, { method: 'POST', headers, body: 'x' })).status).toBe(400);
  });

  it('[IMP-34] agents stay outside', async () =>
    expect((await fetch(base, { headers: { 'x-role': 'agent' } })).status).toBe(403));
});
