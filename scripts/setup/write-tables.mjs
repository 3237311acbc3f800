import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { configTable, envExample } from '../../src/config.ts';
import { configJsonSchema } from '../../src/configuration/config-document.ts';
import { faultTable } from '../../src/platform/fault-table.ts';
import { configKindsOf } from '../../src/wire.ts';

/** Replaces what stands between the two markers of that name. */
function fill(file, name, table) {
  const text = readFileSync(file, 'utf8');
  const between = new RegExp(`(<!-- ${name}:start -->)[^]*(<!-- ${name}:end -->)`);
  if (!between.test(text)) throw new Error(`${file} has no markers ${name}`);
  const filled = text.replace(between, (_, start, end) => `${start}\n${table}\n${end}`);
  if (filled === text) return;
  writeFileSync(file, filled);
  process.stdout.write(`wrote ${file}\n`);
}

fill('README.md', 'config', configTable());
fill('docs/ERRORS.md', 'faults', faultTable());
writeFileSync('.env.example', envExample());
// The shapes alone are asked: no database is needed for them.
const schema = configJsonSchema(configKindsOf(null, Date.now, 'sim'));
const page = 'docs/configuration.schema.json';
writeFileSync(page, await format(JSON.stringify(schema), { ...(await resolveConfig(page)), filepath: page }));
