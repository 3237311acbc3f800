import { readFileSync, writeFileSync } from 'node:fs';
import { configTable, envExample } from '../../src/config.ts';
import { faultTable } from '../../src/platform/fault-table.ts';

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
