import express from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePrismaTableLayouts } from '../../src/access/adapters/prisma-table-layouts.ts';
import { makeTablesDoor } from '../../src/access/http/tables-door.ts';
import { newId } from '../../src/platform/ids.ts';
import { problemErrors } from '../../src/platform/http-problem.ts';
import { makeLogger } from '../../src/platform/log.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';

let db: TestDatabase;
let server: Server;
const [ann, bob] = [newId(), newId()];

beforeAll(async () => {
  db = await withDatabase();
  for (const id of [ann, bob]) {
    await db.prisma.user.create({
      data: { id, username: id, displayName: id, passwordHash: '', role: 'supervisor' },
    });
  }
  const app = express();
  app.use(
    makeTablesDoor({
      layouts: makePrismaTableLayouts(db.prisma),
      requireUser: (req, res, next) => {
        res.locals['user'] = { id: req.header('x-user') };
        next();
      },
    }),
  );
  app.use(problemErrors(makeLogger({ level: 'silent' })));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await db.drop();
});

const layout = async (user: string, screen: string, columns?: unknown): Promise<unknown> => {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/me/tables/${screen}`, {
    headers: { 'x-user': user, 'content-type': 'application/json' },
    ...(columns === undefined ? {} : { method: 'PUT', body: JSON.stringify({ columns }) }),
  });
  return columns === undefined ? ((await response.json()) as { columns: unknown }).columns : response.status;
};

it('[TBL-1] a choice of columns is one’s own, of one screen, and can be taken back', async () => {
  expect(await layout(ann, 'wall')).toBeNull();
  expect(await layout(ann, 'wall', ['state', 'name'])).toBe(204);
  expect(await layout(ann, 'wall')).toEqual(['state', 'name']);
  expect(await layout(ann, 'recordings')).toBeNull();
  expect(await layout(bob, 'wall')).toBeNull();
  expect(await layout(ann, 'wall', [])).toBe(400);
  expect(await layout(ann, 'wall', null)).toBe(204);
  expect(await layout(ann, 'wall')).toBeNull();
});
