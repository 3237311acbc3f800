import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './run.mjs';

const absolute = (path) => join(fileURLToPath(root), path);

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** What the files say, all together, in a few letters. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(absolute(path)))) {
    hash
      .update(file.slice(absolute('').length))
      .update('\0')
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Does the work unless it was done for exactly these inputs and its result is still there. */
export async function onlyWhenChanged({ inputs, result, stamp }, work) {
  const now = fingerprint(inputs);
  const stampFile = absolute(stamp);
  if (existsSync(absolute(result)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return false;
  await work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, now);
  return true;
}
