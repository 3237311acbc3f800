import { existsSync, readFileSync } from 'node:fs';
import { run, root } from './run.mjs';
import { noDownload } from './generated.mjs';
import { say, step, Stop } from './say.mjs';

const oldest = [20, 19];

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Stop(`Node ${oldest.join('.')} or newer is needed, this is ${process.versions.node}.`);
}

const packagesIn = (file) => {
  const url = new URL(file, root);
  return existsSync(url) ? JSON.parse(readFileSync(url, 'utf8')).packages : undefined;
};

/** npm writes down what it installed; that has to be what the lock file asks for. Optional ones depend on the machine. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (present === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || present[path]?.version === version,
  );
}

export async function ensureDependencies() {
  if (isInstalled()) return;
  await step('Installing the dependencies (npm ci)', async () => {
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const installed = await run('npm', args, { env: noDownload });
    if (installed.ok) return;
    say(installed.output);
    throw new Stop('npm ci failed; the first start needs a connection to the npm registry.');
  });
}
