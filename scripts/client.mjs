import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import * as prettier from 'prettier';
import { openApiDocument } from '../src/platform/openapi.ts';
import { api, apiVersion } from '../src/api.ts';

/** The client's types, as the document of the doors says them. */
export async function clientTypes() {
  const document = openApiDocument(api, apiVersion);
  const source = astToString(await openapiTS(document, { alphabetize: true }));
  const options = JSON.parse(readFileSync(new URL('../.prettierrc.json', import.meta.url), 'utf8'));
  return prettier.format(`/* eslint-disable */\n/** Written by \`npm run client\`. */\n${source}`, {
    ...options,
    parser: 'typescript',
  });
}

const target = new URL('../clients/typescript/src/schema.ts', import.meta.url);
if (process.argv[1]?.endsWith('client.mjs') === true) writeFileSync(target, await clientTypes());
