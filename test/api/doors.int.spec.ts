import type { Router } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api } from '../../src/api.ts';
import { openCallingHouse, type CallingHouse } from '../e2e/calling-house.ts';

let house: CallingHouse;
beforeAll(async () => {
  house = await openCallingHouse({ cases: 1, talkMs: 1_000 });
});
afterAll(() => house.close());

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
  readonly slash?: boolean;
  /** Where a router is mounted. */
  readonly rawPath?: string;
}

const prefixOf = ({ slash, rawPath }: Layer): string => (slash === true ? '' : (rawPath ?? ''));

function doorsOf(stack: readonly Layer[], prefix = ''): string[] {
  return stack.flatMap((layer) => {
    if (layer.route !== undefined) {
      const { path, methods } = layer.route;
      const at = path === '/' ? prefix : prefix + path;
      return Object.keys(methods).map((method) => `${method} ${at}`);
    }
    return layer.handle.stack === undefined ? [] : doorsOf(layer.handle.stack, prefix + prefixOf(layer));
  });
}

const mounted = (routers: readonly Router[]): string[] =>
  routers
    .flatMap((router) => doorsOf((router as unknown as { stack: readonly Layer[] }).stack))
    .filter((door) => door.includes(' /api/'));

/** What reads the document, and what is there only where the configuration names an identity provider. */
const besides = new Set(['get /api/openapi.json', 'get /api/docs', 'get /api/docs/start.js']);
const whenConfigured = new Set(['get /api/session/provider', 'get /api/session/provider/return']);

describe('the interface', () => {
  it('[API-2] every door is in the document, and nothing else is', () => {
    const doors = new Set(mounted(house.app.house.routers).filter((door) => !besides.has(door)));
    const told = new Set(
      api.map(({ method, path }) => `${method} ${path}`).filter((door) => !whenConfigured.has(door)),
    );
    expect(
      [...doors].filter((door) => !told.has(door)),
      'doors without a word',
    ).toEqual([]);
    expect(
      [...told].filter((door) => !doors.has(door)),
      'words without a door',
    ).toEqual([]);
  });

  it('[API-2] is refused as a problem document, whatever is wrong', async () => {
    const ask = async (path: string, init: RequestInit = {}): Promise<[number, string | null, unknown]> => {
      const response = await fetch(house.url + path, init);
      const { code, status } = (await response.json()) as { code: string; status: number };
      return [response.status, response.headers.get('content-type'), [code, status]];
    };
    const problem = 'application/problem+json; charset=utf-8';
    expect(await ask('/api/nowhere')).toEqual([404, problem, ['not-found', 404]]);
    expect(await ask('/api/people')).toEqual([401, problem, ['not-signed-in', 401]]);
    const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
    expect(await ask('/api/session', { ...post, body: '{' })).toEqual([400, problem, ['entity-parse-failed', 400]]);
    const signedOut = api.filter(
      ({ who, path, method }) => who !== 'anybody' && method === 'get' && !path.includes(':'),
    );
    for (const { path } of signedOut) expect((await ask(path))[1], path).toBe(problem);
  });

  it('[API-5] is read in a browser with what this server brings along', async () => {
    const page = await fetch(`${house.url}/api/docs`);
    const text = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const assets = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(assets.every((path) => path.startsWith('/api/docs/'))).toBe(true);
    for (const path of assets) expect((await fetch(house.url + path)).status, path).toBe(200);
    const document = (await (await fetch(`${house.url}/api/openapi.json`)).json()) as { openapi: string };
    expect(document.openapi).toBe('3.1.0');
  });
});
