import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { scopeNeeded } from '../../src/domain/access/scopes.ts';
import { apiRoute, type ApiRoute } from '../../src/platform/api-route.ts';
import { openApiDocument } from '../../src/platform/openapi.ts';
import { api } from '../../src/api.ts';
import { boundedLists } from './bounded-lists.ts';

type Node = Record<string, unknown>;
const document = openApiDocument(api, '1');

/** Every reference of the document. */
function refsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(refsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : refsIn(value),
  );
}

const resolves = (ref: string): boolean =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, word) => (at as Node | undefined)?.[word], document) !== undefined;

/** What a door asks in its address, what it answers, and which of that are lists of things. */
function shapeOf({ query, reply }: ApiRoute): { asked: string[]; answered: string[]; lists: string[] } {
  const fieldsOf = (schema: z.ZodType | undefined, io: 'input' | 'output'): Record<string, Node> =>
    schema === undefined
      ? {}
      : ((z.toJSONSchema(schema, { io, unrepresentable: 'any' }).properties ?? {}) as Record<string, Node>);
  const answered = reply === null || reply === 'file' ? {} : fieldsOf(reply, 'output');
  const isList = ({ type, items }: Node): boolean =>
    type === 'array' && typeof items === 'object' && ['object', undefined].includes((items as Node)['type'] as string);
  return {
    asked: Object.keys(fieldsOf(query, 'input')),
    answered: Object.keys(answered),
    lists: Object.entries(answered).flatMap(([name, node]) => (isList(node) ? [name] : [])),
  };
}

describe('the document of the interface', () => {
  it('[API-1] is OpenAPI 3.1 with a name of its own for each operation and no loose reference', () => {
    expect(document['openapi']).toBe('3.1.0');
    const operations = Object.values(document['paths'] as Record<string, Record<string, Node>>).flatMap((path) =>
      Object.values(path),
    );
    expect(operations.length).toBe(api.length);
    expect(operations.length).toBeGreaterThan(140);
    const ids = operations.map((operation) => String(operation['operationId']));
    expect(new Set(ids).size).toBe(ids.length);
    expect(refsIn(document).filter((ref) => !ref.startsWith('#/') || !resolves(ref))).toEqual([]);
  });

  it('[API-1] tells of each door what it takes, answers and refuses', () => {
    const body = z.object({ name: z.string() });
    const reply = z.object({ id: z.string() });
    const told = openApiDocument([apiRoute('post /api/things/:id', 'admin', 'A thing.', { body, reply })], '1');
    const operation = (told['paths'] as Node)['/api/things/{id}'] as { post: Node };
    expect(operation.post).toMatchObject({
      operationId: 'postThingsById',
      requestBody: { content: { 'application/json': { schema: { required: ['name'] } } } },
    });
    expect(Object.keys(operation.post['responses'] as Node)).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '404', '409', '422', '429']),
    );
  });

  it('[KEY-2] every area of the interface has scopes, but for what people alone do', () => {
    const alone = new Set(['session', 'account', 'me', 'api-keys', 'test-numbers', 'test-calls']);
    const without = api
      .filter(({ method, path }) => scopeNeeded(method.toUpperCase(), path) === null)
      .map(({ path }) => path.split('/')[2] ?? '')
      .filter((area) => !alone.has(area));
    expect([...new Set(without)]).toEqual([]);
  });

  it('[API-7] every list is read page by page, or is one that something bounds', () => {
    const told = api.filter(({ method }) => method === 'get').map((door) => ({ door, ...shapeOf(door) }));
    const lists = told.filter(({ lists }) => lists.length > 0);
    expect(lists.length).toBeGreaterThan(50);
    const nameOf = ({ method, path }: ApiRoute): string => `${method} ${path}`;
    const paged = lists.filter(({ asked }) => asked.includes('cursor'));
    expect(paged.length).toBeGreaterThan(18);
    expect(
      paged
        .filter(({ answered, asked }) => !answered.includes('nextCursor') || !asked.includes('limit'))
        .map(({ door }) => nameOf(door)),
      'pages without a way on',
    ).toEqual([]);
    const whole = lists.filter(({ asked }) => !asked.includes('cursor')).map(({ door }) => nameOf(door));
    expect(whole.sort()).toEqual(Object.keys(boundedLists).sort());
  });

  it('[CFG-9] what has versions is changed with a reason', () => {
    const changes = [
      'put /api/trunks/:id',
      'put /api/caller-ids/:id',
      'put /api/caller-ids/:id/inbound',
      'put /api/campaigns/:id/setup',
      'post /api/campaigns/:id/pacing',
      'post /api/rules/campaigns/:id/versions',
      'put /api/windows/:id',
      'post /api/windows/:id/remove',
      'post /api/zone-overrides',
      'put /api/access-policy',
      'post /api/configuration/versions/:id/restore',
    ];
    /** Whose account it is, is no part of what has versions. */
    const besides = ['put /api/trunks/:id/account'];
    const of = (door: string): ApiRoute | undefined => api.find(({ method, path }) => `${method} ${path}` === door);
    for (const door of changes) {
      const { body } = of(door) ?? {};
      const schema = body instanceof z.ZodType ? (z.toJSONSchema(body, { io: 'input' }) as Node) : {};
      expect([door, schema['required']]).toEqual([door, expect.arrayContaining(['reason'])]);
      expect([door, (schema['properties'] as Record<string, Node>)['reason']]).toMatchObject([door, { minLength: 3 }]);
    }
    const areas = /^put \/api\/(trunks|caller-ids|campaigns|windows|rules|zone-overrides|calendars|access-policy)\b/;
    const all = api.map(({ method, path }) => `${method} ${path}`).filter((door) => areas.test(door));
    expect(all.filter((door) => !changes.includes(door) && !besides.includes(door))).toEqual([]);
  });
});
