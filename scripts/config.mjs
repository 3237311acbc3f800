import { readFileSync, writeFileSync } from 'node:fs';
import { reportAndExit, Stop } from './setup/say.mjs';

/**
 * `npm run config -- export|check|import FILE [--reason "why"]`: the configuration as one document, so that it can live in
 * git. Speaks to a running server as an administrator: CASEDIAL_URL, CASEDIAL_USER and CASEDIAL_PASSWORD say which and who.
 */
const usage = 'npm run config -- export|check|import FILE [--reason "why"]';
const base = (process.env.CASEDIAL_URL ?? 'http://localhost:3000').replace(/\/$/, '');

async function signIn() {
  const { CASEDIAL_USER: username, CASEDIAL_PASSWORD: password } = process.env;
  if (!username || !password) throw new Stop('Set CASEDIAL_USER and CASEDIAL_PASSWORD to those of an administrator.');
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ username, password }),
  }).catch(() => {
    throw new Stop(`No server answers at ${base}: start it, or set CASEDIAL_URL.`);
  });
  if (!answer.ok) throw new Stop('The server does not know this name and password.');
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function ask(cookie, path, body) {
  const answer = await fetch(`${base}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie, origin: base, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (answer.ok) return text;
  if (answer.status === 403) throw new Stop('Only administrators may do this.');
  const said = JSON.parse(text);
  const faults = (said.errors ?? []).map(({ field, remedy }) => `  ${field}: ${remedy}`);
  throw new Stop([said.title, ...faults].join('\n'));
}

const shown = (value) => (value === undefined ? '—' : JSON.stringify(value));

function tell({ objects, unchanged, notes }) {
  for (const { kind, key, what, changes } of objects) {
    process.stdout.write(`${what.padEnd(8)} ${kind} ${key}\n`);
    for (const { path, before, after } of changes) {
      process.stdout.write(`           ${path}: ${shown(before)} -> ${shown(after)}\n`);
    }
  }
  for (const { kind, key, says } of notes) process.stdout.write(`note     ${kind} ${key}: ${says}\n`);
  process.stdout.write(`${objects.length} to change, ${unchanged} as they are\n`);
}

async function main() {
  const [what, file, ...rest] = process.argv.slice(2);
  if (!['export', 'check', 'import'].includes(what) || file === undefined) throw new Stop(usage);
  const reason = rest[0] === '--reason' ? rest[1] : undefined;
  if (what === 'import' && reason === undefined) throw new Stop(`Say why: ${usage}`);
  const cookie = await signIn();
  if (what === 'export') {
    const as = file.endsWith('.json') ? 'json' : 'yaml';
    writeFileSync(file, await ask(cookie, `/api/configuration/export?as=${as}`));
    process.stdout.write(`wrote ${file}\n`);
    return;
  }
  const body = { text: readFileSync(file, 'utf8'), dryRun: what === 'check', reason: reason ?? '' };
  tell(JSON.parse(await ask(cookie, '/api/configuration/import', body)));
}

main().catch(reportAndExit);
