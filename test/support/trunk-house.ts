import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import express from 'express';
import { tableFile } from '../../src/casework/adapters/table-file.ts';
import { makeTrunks, type Trunks } from '../../src/dialer/make-trunks.ts';
import type { startCarrier } from '../../sim/carrier/server.ts';
import { problemErrors } from '../../src/platform/http-problem.ts';
import { newId, newKey } from '../../src/platform/ids.ts';
import { makeLogger } from '../../src/platform/log.ts';
import type { PrismaClient } from '../../src/platform/prisma/client.ts';

export interface TrunkHouse {
  readonly trunks: Trunks;
  readonly url: string;
  readonly adminId: string;
  readonly audited: { action: string; subjectId: string | null }[];
  ask(method: string, path: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }>;
  close(): Promise<void>;
}

/** The trunks' part of the program behind a server of its own, with an administrator at the door. */
export async function openTrunkHouse(
  prisma: PrismaClient,
  carrier: Awaited<ReturnType<typeof startCarrier>>,
): Promise<TrunkHouse> {
  const app = express();
  const server: Server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const adminId = newId();
  await prisma.user.create({
    data: { id: adminId, username: adminId, displayName: 'Admin', passwordHash: '-', role: 'admin' },
  });
  const audited: TrunkHouse['audited'] = [];
  const log = makeLogger({ level: 'silent' });
  const admin: express.RequestHandler = (_req, res, next) => {
    res.locals['user'] = { id: adminId, role: 'admin' };
    next();
  };
  const trunks = makeTrunks({
    prisma,
    clock: Date.now,
    log,
    audit: {
      record({ action, subjectId }) {
        audited.push({ action, subjectId });
        return Promise.resolve();
      },
    },
    publicUrl: url,
    house: { accountSid: carrier.accountSid, authToken: carrier.authToken, apiBase: carrier.url },
    credentialsKey: newKey(),
    resting: () => Promise.resolve(new Set()),
    watches: false,
    tableFile,
    requireSupervisor: admin,
    requireAdmin: admin,
    requireExporter: admin,
  });
  app.use(trunks.router);
  app.use(problemErrors(log));
  server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
    if (!trunks.socketDoor({ request, socket, head, path: request.url ?? '/' })) socket.destroy();
  });
  return {
    trunks,
    url,
    adminId,
    audited,
    async ask(method, path, body) {
      const answer = await fetch(url + path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Record<string, unknown> };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
