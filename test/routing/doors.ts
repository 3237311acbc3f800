import express from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { problemErrors } from '../../src/platform/http-problem.ts';
import { makeLogger } from '../../src/platform/log.ts';
import type { TestFloor } from './floor.ts';

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface Doors {
  /** Asks as this user; no access room stands before the doors. */
  ask(userId: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<Reply>;
  /** Also stops the floor. */
  close(): Promise<void>;
}

/** The doors of the routing room on a port of their own. */
export async function openDoors(floor: TestFloor): Promise<Doors> {
  const app = express();
  app.use(express.json());
  app.use(floor.routing.router);
  app.use(problemErrors(makeLogger({ level: 'silent' })));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    async ask(userId, method, path, body) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { 'x-agent': userId, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
    },
    async close() {
      await floor.routing.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
