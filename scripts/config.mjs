import { readFileSync, writeFileSync } from 'node:fs';
import { reportAndExit, Stop } from './setup/say.mjs';

/**
 * The configuration as one document, so that it can live in git, and the way back. Speaks to a running server as an
 * administrator: CASEDIAL_URL says which, CASEDIAL_USER and CASEDIAL_PASSWORD who; or CASEDIAL_KEY, a key with the scopes
 * rules:read and rules:write.
 */
const usage = [
  'npm run config -- export FILE',
  '                  check FILE                     what it would change; nothing is written',
  '                  import FILE --reason "why"',
  '                  history [KIND [NAME]]          versions, newest first',
  '                  restore VERSION --reason "why"',
].join('\n');
const base = (process.env.CASEDIAL_URL ?? 'http://localhost:3000').replace(/\/$/, '');

const unreachable = () => {
  throw new Stop(`No server answers at ${base}: start it, or set CASEDIAL_URL.`);
};

/** What a request carries to be let in. */
async function signIn() {
  const { CASEDIAL_USER: username, CASEDIAL_PASSWORD: password, CASEDIAL_KEY: key } = process.env;
  if (key) return { authorization: `Bearer ${key}` };
  if (!username || !password)
    throw new Stop('Set CASEDIAL_USER and CASEDIAL_PASSWORD to those of an administrator, or CASEDIAL_KEY.');
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ username, password }),
  }).catch(unreachable);
  if (!answer.ok) {
    const { code } = await answer.json();
    if (code === 'second-factor-needed')
      throw new Stop('This account has a second factor: make a key under API keys and set CASEDIAL_KEY.');
    throw new Stop('The server does not know this name and password.');
  }
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return { cookie: cookies.join('; ') };
}

async function ask(who, path, body) {
  const answer = await fetch(`${base}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...who, origin: base, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(unreachable);
  const text = await answer.text();
  if (answer.ok) return text;
  const said = JSON.parse(text);
  if (answer.status === 401 || answer.status === 403)
    throw new Stop(
      [said.title, said.code === 'not-allowed' ? 'Only administrators may do this.' : said.remedy].join(' '),
    );
  const faults = (said.errors ?? []).map(({ field, remedy }) => `  ${field}: ${remedy}`);
  throw new Stop([said.title, ...faults].join('\n'));
}

// Whoever reads on may stop reading: `… history | head`.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));

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

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Stop(`There is no file ${file} that can be read.`);
  }
}

async function versions(who, asked) {
  const all = [];
  let cursor;
  do {
    const page = JSON.parse(await ask(who, '/api/configuration/versions', { ...asked, limit: 200, cursor }));
    all.push(...page.versions);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

async function restore(who, versionId, reason) {
  const all = await versions(who, {});
  const wanted = all.find((each) => each.versionId === versionId);
  if (wanted === undefined) throw new Stop(`There is no version ${versionId}: look for it with history.`);
  const newest = all.find(({ kind, key }) => kind === wanted.kind && key === wanted.key);
  const body = { reason, newestSeen: newest.number };
  tell(JSON.parse(await ask(who, `/api/configuration/versions/${versionId}/restore`, body)));
}

async function main() {
  const words = process.argv.slice(2);
  const at = words.indexOf('--reason');
  const reason = at < 0 ? undefined : words[at + 1];
  const [what, subject, name] = at < 0 ? words : words.filter((_, nth) => nth !== at && nth !== at + 1);
  const known = ['export', 'check', 'import', 'history', 'restore'].includes(what);
  if (!known || (subject === undefined && what !== 'history')) throw new Stop(usage);
  if (['import', 'restore'].includes(what) && reason === undefined) throw new Stop(`Say why: --reason "…"\n${usage}`);
  const who = await signIn();
  switch (what) {
    case 'export': {
      const as = subject.endsWith('.json') ? 'json' : 'yaml';
      writeFileSync(subject, await ask(who, `/api/configuration/export?as=${as}`));
      process.stdout.write(`wrote ${subject}\n`);
      return;
    }
    case 'history':
      for (const each of await versions(who, { kind: subject ?? null, key: name ?? null })) {
        const when = new Date(each.at).toISOString().slice(0, 16).replace('T', ' ');
        const why = each.reason === '' ? each.origin : each.reason;
        process.stdout.write(
          `${each.versionId}  ${when}  ${each.kind} ${each.key} #${each.number}  ${each.byName ?? '—'}: ${why}\n`,
        );
      }
      return;
    case 'restore':
      await restore(who, subject, reason);
      return;
    default: {
      const body = { text: read(subject), dryRun: what === 'check', reason: reason ?? '' };
      tell(JSON.parse(await ask(who, '/api/configuration/import', body)));
      if (what === 'check') process.stdout.write('nothing was written\n');
    }
  }
}

main().catch(reportAndExit);
