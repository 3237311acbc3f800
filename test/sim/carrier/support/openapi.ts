import { Ajv, type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}
interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const file = new URL('../../../fixtures/carrier-openapi/voice-openapi.json', import.meta.url);
/** `nullable` beside no `type` says nothing, but the validator does not bear it. */
const withoutIdleNullable = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value) return value;
  const { nullable: _nullable, ...rest } = value;
  return rest;
};
const document = JSON.parse(readFileSync(file, 'utf8'), withoutIdleNullable) as Document;

const ajv = new Ajv({ strict: false, allErrors: true });
for (const format of [
  'uri-map',
  'phone-number',
  'phone-number-capabilities',
  'endpoint',
  'currency',
  'http-method',
  'int64',
  'twiml',
])
  ajv.addFormat(format, true);
ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
ajv.addFormat('date-time-rfc-2822', /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0000$/);
// The API itself answers with addresses relative to its host and with empty ones.
ajv.addFormat('uri', (text: string) => text === '' || URL.canParse(text, 'http://relative'));
ajv.addSchema(document, 'api');

const compiled = new Map<string, ValidateFunction>();

function check(pointer: string, value: unknown): void {
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
  compiled.set(pointer, validate);
  expect(validate(value), `${pointer}: ${ajv.errorsText(validate.errors)}`).toBe(true);
}

const escaped = (part: string): string =>
  part.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');

function resolved(schema: Schema | undefined): Schema {
  if (schema?.$ref === undefined) return schema ?? {};
  return document.components.schemas[schema.$ref.replace('#/components/schemas/', '')] ?? {};
}

function pathOf(pathname: string, method: string): string {
  const fits = Object.keys(document.paths).filter((path) => {
    const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/.]+(?:\\.CURRENT)?')}$`);
    return pattern.test(pathname) && method in (document.paths[path] ?? {});
  });
  const path = fits[0];
  if (path === undefined) throw new Error(`the published document has no ${method} ${pathname}`);
  return path;
}

/** Form fields become typed values as the schema describes them; a field it does not name is an error of the sender. */
function typed(fields: URLSearchParams, properties: Record<string, Schema>): Record<string, unknown> {
  const typedFields: Record<string, unknown> = {};
  for (const name of new Set(fields.keys())) {
    const schema = resolved(properties[name]);
    expect(properties[name], `field ${name} is not in the published document`).toBeDefined();
    const [text = ''] = fields.getAll(name);
    if (schema.type === 'array') typedFields[name] = fields.getAll(name);
    else if (schema.type === 'integer' || schema.type === 'number') typedFields[name] = Number(text);
    else if (schema.type === 'boolean') typedFields[name] = text === 'true';
    else typedFields[name] = text;
  }
  return typedFields;
}

export interface HttpRecord {
  method: string;
  url: URL;
  form: URLSearchParams;
  status: number;
  body: unknown;
}

/** Validates one request and its successful response against the published document. */
export function checkAgainstDocument(record: HttpRecord): void {
  const method = record.method.toLowerCase();
  const path = pathOf(record.url.pathname, method);
  const operation = document.paths[path]?.[method];
  if (!operation) throw new Error('unreachable');
  const base = `/paths/${escaped(path)}/${method}`;
  const request = operation.requestBody?.content['application/x-www-form-urlencoded'];
  if (request)
    check(
      `${base}/requestBody/content/application~1x-www-form-urlencoded/schema`,
      typed(record.form, request.schema.properties ?? {}),
    );
  const queries = Object.fromEntries(
    (operation.parameters ?? []).filter((entry) => entry.in === 'query').map((entry) => [entry.name, entry.schema]),
  );
  typed(record.url.searchParams, queries);
  if (record.status >= 400) return checkError(record);
  const response = operation.responses[String(record.status)];
  expect(response, `${record.method} ${path} is not described with ${record.status}`).toBeDefined();
  const content = response?.content?.['application/json'];
  if (!content) return expect(record.body ?? '').toBe('');
  check(`${base}/responses/${record.status}/content/application~1json/schema`, record.body);
  checkKeys(record.body, content.schema);
}

/** Every field there is, and none there is not: SDKs of other languages are strict. */
function checkKeys(body: unknown, schema: Schema): void {
  const { properties = {} } = resolved(schema);
  const keys = Object.keys(body as object).sort();
  expect(keys).toEqual(Object.keys(properties).sort());
  for (const [name, property] of Object.entries(properties)) {
    if (resolved(property).type !== 'array' || !property.items) continue;
    for (const item of (body as Record<string, unknown[]>)[name] ?? []) checkKeys(item, property.items);
  }
}

function checkError(record: HttpRecord): void {
  expect(record.body).toEqual({
    code: expect.any(Number) as number,
    message: expect.any(String) as string,
    more_info: expect.stringMatching(/^https:\/\/www\.twilio\.com\/docs\/errors\/\d+$/) as string,
    status: record.status,
  });
}
