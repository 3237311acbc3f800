import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configTable, envExample, readConfig, settingNames } from '../src/config.ts';

const account = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'secret' };

describe('configuration', () => {
  it('[CFG-1] is complete with nothing set, and then shows the demo', () => {
    const reading = readConfig({});
    expect(reading).toMatchObject({
      ok: true,
      config: { port: 3000, publicUrl: 'http://localhost:3000', carrier: undefined, demo: true, logLevel: 'info' },
    });
  });

  it('[CFG-2] reports every fault at once', () => {
    const reading = readConfig({
      PORT: 'many',
      PUBLIC_URL: 'ftp://x',
      ROLES: 'web,cook',
      LOG_LEVEL: 'loud',
      DEMO: 'maybe',
    });
    expect(reading.ok).toBe(false);
    const named = reading.ok ? [] : reading.faults.map((fault) => fault.split(':')[0]);
    expect(named.sort()).toEqual(['DEMO', 'LOG_LEVEL', 'PORT', 'PUBLIC_URL', 'ROLES']);
  });

  it.each([
    [
      '[CFG-3] an account without its secret',
      { TWILIO_ACCOUNT_SID: account.TWILIO_ACCOUNT_SID, PUBLIC_URL: 'https://a.example' },
      'TWILIO_AUTH_TOKEN',
    ],
    ['[CFG-3] a secret without its account', { TWILIO_AUTH_TOKEN: 'x' }, 'TWILIO_ACCOUNT_SID'],
    ['[CFG-3] a real carrier that cannot reach us', { ...account, PUBLIC_URL: 'http://localhost:3000' }, 'PUBLIC_URL'],
    ['[CFG-3] demo numbers on a real carrier', { ...account, PUBLIC_URL: 'https://a.example', DEMO: 'on' }, 'DEMO'],
  ])('%s is refused', (_, env, name) => {
    const reading = readConfig(env);
    expect(reading).toEqual({ ok: false, faults: [expect.stringMatching(new RegExp(`^${name}: `))] });
  });

  it('[CFG-4] an empty value counts as left out, and 0 is a value', () => {
    expect(readConfig({ DATABASE_URL: ' ', PORT: '0' })).toMatchObject({
      ok: true,
      config: { databaseUrl: undefined, port: 0, demo: true },
    });
  });

  it.each(['DATABASE_URL', 'REDIS_URL'])('[CFG-5] the demo is off once %s is set, unless it is asked for', (name) => {
    const url = name === 'REDIS_URL' ? 'redis://127.0.0.1:6379/0' : 'postgresql://a:b@127.0.0.1:5432/c';
    expect(readConfig({ [name]: url })).toMatchObject({ config: { demo: false } });
    expect(readConfig({ [name]: url, DEMO: 'on' })).toMatchObject({ config: { demo: true } });
  });

  it('[CFG-6] .env.example and the README tell of every name as the code does', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample());
    const readme = readFileSync('README.md', 'utf8');
    expect(/<!-- config:start -->\n([^]*)\n<!-- config:end -->/.exec(readme)?.[1]).toBe(configTable());
    expect(settingNames.length).toBeGreaterThan(10);
  });

  it('[CFG-7] cannot be changed afterwards', () => {
    const provider = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'casedial' };
    const reading = readConfig({ ...account, ...provider, PUBLIC_URL: 'https://a.example', ROLES: 'web,worker' });
    if (!reading.ok) throw new Error(reading.faults.join());
    const { config } = reading;
    const parts = Object.values(config).filter((part) => typeof part === 'object');
    expect(parts).toEqual([config.carrier, config.openId, config.roles]);
    expect([config, ...parts].filter((part) => !Object.isFrozen(part))).toEqual([]);
  });
});
