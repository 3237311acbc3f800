import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstWord, startChild } from './setup/children.mjs';
import { checkNode, ensureDependencies } from './setup/dependencies.mjs';
import { ensureConsoles, ensurePrismaClient } from './setup/generated.mjs';
import { claimDataDir, tryPort } from './setup/only-one.mjs';
import { root, run } from './setup/run.mjs';
import { bold, reportAndExit, say, sinceStart, step, Stop } from './setup/say.mjs';
import { ensureRedis } from './setup/system-packages.mjs';

/** `npm start`: from a fresh clone to a floor at work. Everything it starts ends with it. */
process.chdir(fileURLToPath(root));
if (existsSync('.env')) process.loadEnvFile('.env');

const given = (name) => {
  const value = process.env[name]?.trim();
  return value === '' ? undefined : value;
};
const dataDir = resolve(given('DATA_DIR') ?? '.data');
const port = Number(given('PORT') ?? 3000);
const logs = join(dataDir, 'logs');
const ownPostgres = given('DATABASE_URL') === undefined;
const ownRedis = given('REDIS_URL') === undefined;
const ownCarrier = given('TWILIO_ACCOUNT_SID') === undefined;
const nothingConfigured = ownPostgres && ownRedis && ownCarrier;
const demo = given('DEMO') === undefined ? nothingConfigured : ['on', 'true', '1'].includes(given('DEMO'));

/** In the order of their start; ended the other way round. */
const children = [];
let ending = false;

async function endAll(exitCode) {
  if (ending) {
    for (const child of children) child.kill();
    process.exit(1);
  }
  ending = true;
  for (const child of [...children].reverse()) await child.stop();
  process.exit(exitCode);
}

function watch(child) {
  children.push(child);
  void child.exited.then(() => {
    if (ending) return;
    process.stderr.write(`\nStopped: ${child.name} ended by itself; its last words are in ${child.logFile}\n`);
    void endAll(1);
  });
  return child;
}

process.on('SIGINT', () => {
  say(ending ? '' : '\nStopping: calls are finished first. Ctrl-C again stops at once.');
  void endAll(0);
});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => void endAll(0));

async function startServices() {
  const wanted = [...(ownPostgres ? ['--postgres'] : []), ...(ownRedis ? ['--redis'] : [])];
  if (wanted.length === 0) return {};
  const names = [...(ownPostgres ? ['PostgreSQL'] : []), ...(ownRedis ? ['Redis'] : [])].join(' and ');
  return step(`Starting ${names}`, async () => {
    const { message } = await firstWord(
      (onMessage) =>
        watch(
          startChild(names, 'src/platform/embedded/serve.ts', {
            args: [`--data-dir=${dataDir}`, ...wanted],
            logFile: join(logs, 'services.log'),
            onMessage,
          }),
        ),
      'ready',
      (failed) =>
        new Stop(
          `${names} could not be started: ${failed?.error?.message ?? 'no reason given'} See ${logs}/services.log`,
        ),
    );
    if (message.postgresDirectory?.startsWith(dataDir) === false)
      say(`  the database lives in ${message.postgresDirectory}`);
    return {
      ...(ownPostgres ? { DATABASE_URL: message.databaseUrl } : {}),
      ...(ownRedis ? { REDIS_URL: message.redisUrl } : {}),
    };
  });
}

/** The simulated carrier has an account too; made up once. */
function carrierAccount() {
  const file = join(dataDir, 'carrier-account.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const account = { sid: `AC${randomBytes(16).toString('hex')}`, token: randomBytes(16).toString('hex') };
  writeFileSync(file, `${JSON.stringify(account)}\n`, { mode: 0o600 });
  return account;
}

/** Who answers the demo's numbers, and how: told to the simulated carrier before it starts. */
async function writePopulation() {
  const file = join(dataDir, 'demo', 'population.json');
  const written = await run(process.execPath, ['--import', 'tsx', 'src/demo/population-main.ts', file]);
  if (!written.ok) throw new Stop(`The demo's callees could not be made up: ${written.output}`);
  return file;
}

async function startCarrier() {
  if (!ownCarrier) return {};
  return step('Starting the simulated carrier', async () => {
    const account = carrierAccount();
    const population = demo ? { CARRIER_POPULATION: await writePopulation() } : {};
    const carrierPort = (await tryPort(4010)) ?? (await tryPort(0));
    const base = `http://127.0.0.1:${carrierPort}`;
    const child = watch(
      startChild('the simulated carrier', 'sim/carrier/main.ts', {
        env: {
          CARRIER_PORT: String(carrierPort),
          CARRIER_ACCOUNT_SID: account.sid,
          CARRIER_AUTH_TOKEN: account.token,
          CARRIER_DATA_DIR: join(dataDir, 'carrier'),
          CARRIER_CPS: '20',
          ...population,
        },
        logFile: join(logs, 'carrier.log'),
      }),
    );
    await answering(base, child);
    return { TWILIO_ACCOUNT_SID: account.sid, TWILIO_AUTH_TOKEN: account.token, TWILIO_API_BASE: base };
  });
}

const answerDeadlineMs = 30_000;

async function answering(url, child) {
  const endsAt = Date.now() + answerDeadlineMs;
  while (Date.now() < endsAt && !ending) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Stop(`${child.name} does not answer at ${url}; see ${child.logFile}`);
}

async function startServer(env) {
  return step('Starting the server', async () => {
    const logFile = join(logs, 'server.log');
    const { message } = await firstWord(
      (onMessage) =>
        watch(
          startChild('the server', 'src/main.ts', {
            env,
            logFile,
            onMessage: (word) => {
              if (word.kind === 'progress') say(`  ${word.text}`);
              onMessage(word);
            },
          }),
        ),
      'ready',
      (failed) => new Stop(failed === undefined ? `The server ended; see ${logFile}` : failed.sentences.join('\n')),
    );
    return message;
  });
}

async function startFloor(url, env) {
  if (!demo || given('FLOOR_AGENTS') === '0' || !existsSync('sim/floor/main.ts')) return;
  await step('Seating the simulated agents', async () => {
    watch(
      startChild('the simulated floor', 'sim/floor/main.ts', {
        env: { ...env, FLOOR_URL: url },
        logFile: join(logs, 'floor.log'),
      }),
    );
  });
}

function introduce({ url, signIns, demoPassword, firstAdmin }) {
  say();
  say(`${bold('Casedial is ready')} after ${sinceStart()}:  ${bold(url)}`);
  if (demo && demoPassword !== undefined) {
    say(`  Password of all demo sign-ins: ${bold(demoPassword)}`);
    for (const role of ['agent', 'supervisor', 'admin']) {
      const names = signIns.filter((one) => one.role === role).map((one) => one.username);
      if (names.length > 0) say(`  ${role}: ${names.join(', ')}`);
    }
    say('  Try: sign in as an agent at /agent/, allow the microphone, press Ready; a call comes within seconds.');
    say('       Look at placements and campaigns as admin at /admin/.');
  }
  if (firstAdmin !== undefined) {
    say(
      `  Nobody has an account yet. First sign-in, shown this once: ${bold(firstAdmin.username)}  ${bold(firstAdmin.password)}`,
    );
    say('  Begin at /admin/: a trunk and its caller ids, a placement file, a campaign.');
  }
  say(`  Logs: ${logs}   Data: ${dataDir}   Ctrl-C stops everything; the data stays.`);
}

async function main() {
  checkNode();
  claimDataDir(dataDir);
  if ((await tryPort(port)) === undefined) {
    throw new Stop(`Port ${port} is taken by another program: stop it, or start with PORT=${port + 1} npm start.`);
  }
  await ensureDependencies();
  await ensurePrismaClient();
  if (ownRedis) await ensureRedis();
  const [services, carrier] = await Promise.all([startServices(), startCarrier(), ensureConsoles()]);
  const ready = await startServer({
    ...services,
    ...carrier,
    DATA_DIR: dataDir,
    PORT: String(port),
    DEMO: demo ? 'on' : 'off',
  });
  await startFloor(`http://127.0.0.1:${ready.port}`, { DEMO_PASSWORD: ready.demoPassword ?? '' });
  introduce(ready);
}

main().catch(async (error) => {
  // Told to stop in the middle of starting: whoever ends the children also ends the process.
  if (ending) return;
  ending = true;
  for (const child of [...children].reverse()) await child.stop();
  reportAndExit(error);
});
