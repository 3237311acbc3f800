import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInEach } from '../api/signed-in-each.ts';
import { openCallingHouse, password, type CallingHouse } from '../e2e/calling-house.ts';

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

describe('the configuration from the command line', () => {
  let house: CallingHouse;
  let folder: string;
  let cookie = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casedial-config-'));
    house = await openCallingHouse({ cases: 1, talkMs: 1_000 });
    cookie = (await signInEach(house)).admin;
  });
  afterAll(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ada = { CASEDIAL_USER: 'ada', CASEDIAL_PASSWORD: password };
  const run = (words: readonly string[], as: Readonly<Record<string, string>> = ada): Promise<Said> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['scripts/config.mjs', ...words], {
        env: { PATH: process.env['PATH'], CASEDIAL_URL: house.url, ...as },
      });
      let [out, err] = ['', ''];
      child.stdout.on('data', (part: Buffer) => (out += part.toString()));
      child.stderr.on('data', (part: Buffer) => (err += part.toString()));
      child.on('close', (code) => resolve({ code, out, err }));
    });
  const channels = async (): Promise<number> => (await house.app.platform.prisma.trunk.findFirstOrThrow()).channels;

  it('[CFG-10] it goes out, is looked at, comes back changed, and is restored', async () => {
    const file = join(folder, 'configuration.yaml');
    expect(await run(['export', file])).toMatchObject({ code: 0, out: `wrote ${file}\n` });
    expect((await run(['check', file])).out).toMatch(/^0 to change, \d+ as they are\nnothing was written\n$/);
    writeFileSync(file, readFileSync(file, 'utf8').replace('channels: 10', 'channels: 25'));
    expect((await run(['check', file])).out).toContain('channels: 10 -> 25');
    expect(await channels()).toBe(10);
    expect(await run(['import', file, '--reason', 'Autumn hours'])).toMatchObject({ code: 0 });
    expect(await channels()).toBe(25);
    const history = (await run(['history', 'trunk', 'Simulated'])).out.trimEnd().split('\n');
    expect(history.map((line) => line.slice(line.indexOf('#')))).toEqual(['#2  Ada: Autumn hours', '#1  —: found']);
    const [first] = history.at(-1)?.split(' ') ?? [];
    expect((await run(['restore', first ?? '', '--reason', 'Not yet'])).out).toContain('channels: 25 -> 10');
    expect(await channels()).toBe(10);
  });

  it('[CFG-10] a key does instead of name and password, as far as its scopes reach', async () => {
    const made = await fetch(`${house.url}/api/api-keys`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'git', scopes: ['rules:read'], days: null }),
    });
    const { key } = (await made.json()) as { key: string };
    const file = join(folder, 'by-key.json');
    expect(await run(['export', file], { CASEDIAL_KEY: key })).toMatchObject({ code: 0 });
    const refused = await run(['import', file, '--reason', 'as agreed'], { CASEDIAL_KEY: key });
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain('rules:write');
  });

  it.each([
    ['[CFG-10] a wrong password', ['export', 'x.yaml'], { ...ada, CASEDIAL_PASSWORD: 'x' }, /does not know this name/],
    ['[CFG-10] a supervisor', ['export', 'x.yaml'], { ...ada, CASEDIAL_USER: 'sam' }, /Only administrators/],
    ['[CFG-10] a file that is not there', ['check', 'nowhere.yaml'], ada, /There is no file nowhere\.yaml/],
    ['[CFG-10] no reason', ['import', 'x.yaml'], ada, /Say why/],
    ['[CFG-10] no server', ['export', 'x.yaml'], { ...ada, CASEDIAL_URL: 'http://127.0.0.1:9' }, /No server answers/],
    ['[CFG-10] a version that nobody knows', ['restore', 'x', '--reason', 'why'], ada, /There is no version x/],
  ])('%s is said plainly', async (_, words, as, says) => {
    const { code, err } = await run(words, as);
    expect([code, err]).toEqual([1, expect.stringMatching(says)]);
    // A sentence, and no line of a trace.
    expect(err).not.toMatch(/^\s+at /m);
  });
});
