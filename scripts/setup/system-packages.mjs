import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { say, step, Stop } from './say.mjs';

const has = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
const isRoot = () => process.getuid?.() === 0;

/** Without a question asked: root, or sudo that needs no password. Undefined: not allowed. */
function asRoot() {
  if (isRoot()) return [];
  return has('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
    ? ['sudo', '-n']
    : undefined;
}

// Run level 1: the packaged service is not started beside our own.
const quiet = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };

const managers = [
  {
    program: 'apt-get',
    commands: (names) => [
      ['apt-get', 'update', '-qq'],
      [
        'env',
        ...Object.entries(quiet).map(([k, v]) => `${k}=${v}`),
        'apt-get',
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        ...names,
      ],
    ],
    needsRoot: true,
  },
  { program: 'apk', commands: (names) => [['apk', 'add', '--no-cache', ...names]], needsRoot: true },
  { program: 'dnf', commands: (names) => [['dnf', 'install', '-y', ...names]], needsRoot: true },
  { program: 'brew', commands: (names) => [['brew', 'install', ...names]], needsRoot: false },
];

/** True when the packages were installed; false when this machine or account does not allow it. */
async function install(names) {
  const manager = managers.find(({ program }) => has(program));
  const packages = manager === undefined ? undefined : names[manager.program];
  if (packages === undefined) return false;
  const prefix = manager.needsRoot ? asRoot() : [];
  if (prefix === undefined) return false;
  for (const command of manager.commands(packages)) {
    const [program, ...args] = [...prefix, ...command];
    const done = await run(program, args);
    // A stale package list need not matter; a failed installation does.
    if (!done.ok && !command.includes('update')) {
      say(done.output);
      return false;
    }
  }
  return true;
}

function redisVersion() {
  const asked = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  const found = /v=(\d+)\.(\d+)/.exec(asked.stdout ?? '');
  return found === null ? undefined : [Number(found[1]), Number(found[2])];
}

export async function ensureRedis() {
  if (redisVersion() === undefined) {
    await step('Installing redis-server', () =>
      install({ 'apt-get': ['redis-server'], apk: ['redis'], dnf: ['redis'], brew: ['redis'] }),
    );
  }
  const version = redisVersion();
  if (version === undefined) {
    throw new Stop(
      'Redis is missing and may not be installed from here: install redis-server 6.2 or newer, or set REDIS_URL.',
    );
  }
  if (version[0] < 6 || (version[0] === 6 && version[1] < 2)) {
    throw new Stop(`Redis ${version.join('.')} is too old: install 6.2 or newer, or set REDIS_URL.`);
  }
}

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const findBrowser = () => [process.env.CHROMIUM_PATH, ...browsers].find((path) => path && existsSync(path));
const hasChineseFont = () => (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';

/** Where the browser is that the browser tests drive. */
export async function ensureChromium() {
  if (findBrowser() === undefined) {
    await step('Installing Chromium', () =>
      install({
        'apt-get': ['chromium', 'fonts-noto-cjk'],
        apk: ['chromium', 'font-noto-cjk'],
        dnf: ['chromium'],
        brew: ['chromium'],
      }),
    );
  } else if (!hasChineseFont()) {
    // Pictures would show boxes instead of Chinese; the tests themselves do not mind.
    await step('Installing a Chinese font', () => install({ 'apt-get': ['fonts-noto-cjk'], apk: ['font-noto-cjk'] }));
  }
  const browser = findBrowser();
  if (browser === undefined) {
    throw new Stop('Chromium is missing and may not be installed from here: install it, or set CHROMIUM_PATH.');
  }
  return browser;
}
