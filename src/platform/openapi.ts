import { z } from 'zod';
import type { ApiRoute } from './api-route.ts';

type Json = { readonly [key: string]: unknown };

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457 problem details. `code` is stable; `title` and `remedy` are for people.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    remedy: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'rule', 'remedy'],
        properties: { field: { type: 'string' }, rule: { type: 'string' }, remedy: { type: 'string' } },
      },
    },
  },
};

const refusalTexts: Readonly<Record<number, string>> = {
  400: 'Some of what was sent cannot be accepted; `errors` names each field.',
  401: 'Nobody is signed in, or the key is not known.',
  403: 'The role, the permission or the scope of the key does not allow this.',
  404: 'There is no such thing.',
  409: 'It is not as it was, or not in a state for this.',
  413: 'It is too large.',
  416: 'There is no such part of it.',
  422: 'A rule of the house refuses it; `errors` names which.',
  429: 'Too many requests; `Retry-After` says how long to wait.',
};

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return json;
}

/** `/api/cases/:id/notes` as `/api/cases/{id}/notes`. */
export const templateOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const operationIdOf = ({ method, path }: ApiRoute): string =>
  method +
  path
    .slice('/api'.length)
    .split('/')
    .map((word) => word.replace(/^:(.)/, (_, first: string) => `By-${first}`))
    .map((word) => word.replaceAll(/(^|[-.])(\w)/g, (_, _dash, letter: string) => letter.toUpperCase()))
    .join('');

function parametersOf({ path, query, method }: ApiRoute): Json[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const asked = query === undefined ? {} : schemaOf(query, 'input');
  const required = (asked['required'] ?? []) as readonly string[];
  const inQuery = Object.entries((asked['properties'] ?? {}) as Json).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  const key = method === 'post' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [];
  return [...inPath, ...inQuery, ...key];
}

const bodyOf = (body: ApiRoute['body']): Json =>
  body === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content:
            body === 'upload'
              ? {
                  'multipart/form-data': {
                    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
                  },
                }
              : { 'application/json': { schema: schemaOf(body, 'input') } },
        },
      };

function answersOf(route: ApiRoute): Json {
  const { reply, status, who, body, query, path } = route;
  const refusals = new Set<number>([429, ...route.refusals]);
  if (body !== undefined || query !== undefined) refusals.add(400);
  if (who !== 'anybody') [401, 403].forEach((code) => refusals.add(code));
  if (path.includes(':')) [400, 404].forEach((code) => refusals.add(code));
  if (route.method === 'post') [409, 422].forEach((code) => refusals.add(code));
  const content =
    reply === null
      ? {}
      : reply === 'file'
        ? { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
        : { content: { 'application/json': { schema: schemaOf(reply, 'output') } } };
  return {
    [status]: { description: 'Done.', ...content },
    ...Object.fromEntries(
      [...refusals].sort((a, b) => a - b).map((code) => [code, { $ref: `#/components/responses/Refused${code}` }]),
    ),
  };
}

/** The document of all routes, OpenAPI 3.1, whose schemas are JSON Schema as zod writes it. */
export function openApiDocument(routes: readonly ApiRoute[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const at = (paths[templateOf(route.path)] ??= {});
    at[route.method] = {
      operationId: operationIdOf(route),
      tags: [route.path.split('/')[2] ?? 'api'],
      summary: route.summary,
      description: `For: ${route.who}.`,
      ...(route.who === 'anybody' ? { security: [] } : {}),
      parameters: parametersOf(route),
      ...bodyOf(route.body),
      responses: answersOf(route),
    };
  }
  const refused = Object.entries(refusalTexts).map(([code, description]): [string, Json] => [
    `Refused${code}`,
    { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Casedial',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'The whole product over REST. People sign in with a cookie, programs carry a key of `/api/api-keys`. Refusals are RFC 9457 problem documents.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { key: [] }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      responses: Object.fromEntries(refused),
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'Done once, answered alike whenever it comes again within a day.',
          schema: { type: 'string', minLength: 8, maxLength: 200 },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'casedial' },
        key: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}
