import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Secret, TOTP } from 'otpauth';
import { auditList } from '../../src/contract/audit.ts';
import { peopleList, type PersonView } from '../../src/contract/people.ts';
import { newId } from '../../src/platform/ids.ts';
import { AccessHouse, password, type Said } from './access-house.ts';

let house: AccessHouse;
let adminId: string;
let admin: string;

beforeAll(async () => {
  house = await AccessHouse.open();
  adminId = await house.add('chen', 'admin');
  admin = await house.signIn('chen');
});
afterAll(() => house.close());

const why = { reason: 'Leaves the house' };
const settings = (over: object = {}) => ({
  displayName: 'Lin Example',
  email: null as string | null,
  role: 'agent',
  locale: 'en',
  teamId: null as string | null,
  skills: [] as string[],
  languages: ['en'],
  permissions: ['recordings.listen'],
  dailyGoal: 50,
  ...over,
});

const add = (over: object = {}): Promise<Said> =>
  house.ask('POST', '/api/people', admin, { username: `p${newId()}`, ...settings(over) });

async function added(over: object = {}): Promise<{ person: PersonView; temporaryPassword: string }> {
  const { body } = await add(over);
  const person = (await house.ask('GET', `/api/people/${String(body['personId'])}`, admin)).body;
  return { person: person as unknown as PersonView, temporaryPassword: String(body['temporaryPassword']) };
}

const listed = async (query: string): Promise<string[]> =>
  peopleList.parse((await house.ask('GET', `/api/people?${query}`, admin)).body).people.map(({ username }) => username);

const codeNow = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.clock() + steps * 30_000 });

/** Somebody with a password of his own, as after his first sign-in. */
async function settled(over: object = {}): Promise<{ person: PersonView; own: string; cookie: string }> {
  const { person, temporaryPassword } = await added(over);
  const own = `a sentence of ${newId()}`;
  const cookie = await house.signIn(person.username, { password: temporaryPassword });
  const changed = await house.ask('PUT', '/api/account/password', cookie, { current: temporaryPassword, next: own });
  expect(changed.status).toBe(204);
  return { person, own, cookie };
}

async function withSecondFactor(cookie: string): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { body } = await house.ask('POST', '/api/account/second-factor', cookie);
  const secret = String(body['secret']);
  const confirmed = await house.ask('POST', '/api/account/second-factor/confirm', cookie, { code: codeNow(secret) });
  return { secret, recoveryCodes: confirmed.body['recoveryCodes'] as string[] };
}

describe('people', () => {
  it('[ACC-11] are managed by whoever has the permission, and by nobody else', async () => {
    await house.add('sam', 'supervisor');
    const sam = await house.signIn('sam');
    expect((await house.ask('GET', '/api/people', sam)).status).toBe(403);
    expect((await house.ask('GET', '/api/teams', sam)).status).toBe(200);
    expect((await house.ask('GET', '/exporters-only', sam)).status).toBe(200);
    const { person, own } = await settled({ role: 'agent', permissions: ['people.manage'] });
    expect(person).toMatchObject({ granted: ['people.manage'], withheld: ['recordings.listen'] });
    const agent = await house.signIn(person.username, { password: own });
    expect((await house.ask('GET', '/api/people', agent)).status).toBe(200);
    expect((await house.ask('GET', '/exporters-only', agent)).status).toBe(403);
  });

  it('[ACC-12] are found by name, role, team, skill and language, sorted and paged on the server', async () => {
    const { body: team } = await house.ask('POST', '/api/teams', admin, { name: 'Night shift' });
    const teamId = String(team['teamId']);
    const names: string[] = [];
    for (const displayName of ['Zed', 'Amy', 'Moe']) {
      names.push((await added({ displayName, teamId, skills: ['Hardship'], languages: ['es-MX'] })).person.username);
    }
    const [zed, amy, moe] = names;
    expect(await listed(`teamId=${teamId}`)).toEqual([amy, moe, zed]);
    expect(await listed(`skill=hardship&language=es-MX&dir=desc`)).toEqual([zed, moe, amy]);
    expect(await listed(`q=zE&teamId=${teamId}&role=agent`)).toEqual([zed]);
    const first = peopleList.parse((await house.ask('GET', `/api/people?teamId=${teamId}&limit=2`, admin)).body);
    expect([first.people.length, first.total]).toEqual([2, 3]);
    expect(await listed(`teamId=${teamId}&limit=2&cursor=${first.nextCursor}`)).toEqual([zed]);
    const remove = (reason: string) => house.ask('POST', `/api/teams/${teamId}/remove`, admin, { reason });
    expect((await remove('')).body.errors?.[0]?.field).toBe('reason');
    const used = await remove('Nobody left');
    expect([used.status, used.body.errors?.[0]?.rule]).toEqual([400, 'ACC-12:in_use']);
  });

  it('[ACC-12] are changed by one at a time, and names are taken once', async () => {
    const { person } = await added();
    const change = { ...settings({ skills: ['legal'] }), version: person.version, reason: 'Passed the course' };
    expect((await house.ask('PUT', `/api/people/${person.personId}`, admin, change)).status).toBe(200);
    const late = await house.ask('PUT', `/api/people/${person.personId}`, admin, change);
    expect([late.status, late.body.code]).toEqual([409, 'changed-meanwhile']);
    const twice = await house.ask('POST', '/api/people', admin, { username: person.username, ...settings() });
    expect(twice.body.errors?.[0]).toMatchObject({ field: 'username', rule: 'ACC-12:taken' });
    const nowhere = await add({ teamId: newId() });
    expect(nowhere.body.errors?.[0]?.field).toBe('teamId');
    const log = await house.db.prisma.auditEntry.findFirst({
      where: { subjectId: person.personId, action: 'user.changed' },
    });
    expect(log?.detail).toEqual({ skills: '[] → ["legal"]', reason: 'Passed the course' });
  });

  it('[ACC-12] are never deleted: who leaves is out at once, with all sessions and sockets', async () => {
    const { person, own, cookie } = await settled();
    expect((await house.ask('GET', '/agents-only', cookie)).status).toBe(200);
    const out = await house.ask('POST', `/api/people/${person.personId}/deactivate`, admin, why);
    expect(out.body).toMatchObject({ liveSessions: 0 });
    expect((await house.ask('GET', '/agents-only', cookie)).status).toBe(401);
    expect(house.signedOut).toContain(person.personId);
    expect((await house.trySignIn(person.username, { password: own })).status).toBe(401);
    expect((await house.ask('DELETE', `/api/people/${person.personId}`, admin)).status).toBe(404);
    expect(await listed(`q=${person.username}`)).toEqual([]);
    expect(await listed(`q=${person.username}&state=disabled`)).toEqual([person.username]);
    await house.ask('POST', `/api/people/${person.personId}/reactivate`, admin, why);
    expect((await house.trySignIn(person.username, { password: own })).status).toBe(201);
  });

  it('[ACC-20] what was done about somebody is told at the person: who, when, why, and what it was before', async () => {
    const { person } = await added({ displayName: 'Nora New' });
    const path = `/api/people/${person.personId}`;
    const change = { ...settings({ displayName: 'Nora Old', dailyGoal: 60 }), version: person.version };
    const silent = await house.ask('PUT', path, admin, change);
    expect([silent.status, silent.body.errors?.[0]?.field]).toEqual([400, 'reason']);
    const closed = await house.ask('POST', `${path}/deactivate`, admin, { reason: ' ' });
    expect([closed.status, closed.body.errors?.[0]?.field]).toEqual([400, 'reason']);
    await house.ask('PUT', path, admin, { ...change, reason: 'New contract' });
    await house.ask('POST', `${path}/deactivate`, admin, { reason: 'Leaves the house' });
    await house.ask('POST', `${path}/reactivate`, admin, { reason: 'Is back' });
    const read = async (query = '') => auditList.parse((await house.ask('GET', `${path}/history${query}`, admin)).body);
    const { entries } = await read();
    expect(entries.map(({ action, detail, actor }) => [action, detail, actor?.id])).toEqual([
      ['user.reactivated', { reason: 'Is back' }, adminId],
      ['user.deactivated', { reason: 'Leaves the house' }, adminId],
      ['user.changed', { displayName: 'changed', dailyGoal: '50 → 60', reason: 'New contract' }, adminId],
      ['user.added', { role: 'agent' }, adminId],
    ]);
    expect(entries.every(({ at, subjectId }) => at > 0 && subjectId === person.personId)).toBe(true);
    const first = await read('?limit=1');
    expect((await read(`?limit=3&cursor=${first.nextCursor ?? ''}`)).entries).toEqual(entries.slice(1));
    await house.add('sid', 'supervisor');
    expect((await house.ask('GET', `${path}/history`, await house.signIn('sid'))).status).toBe(403);
  });

  it('[ACC-12] the last administrator stays one, whatever two of them do at once', async () => {
    const self = await house.ask('POST', `/api/people/${adminId}/deactivate`, admin, why);
    expect(self.body.errors?.[0]?.rule).toBe('ACC-12:self');
    const otherId = await house.add('deng', 'admin');
    const other = await house.signIn('deng');
    const [one, two] = await Promise.all([
      house.ask('POST', `/api/people/${otherId}/deactivate`, admin, why),
      house.ask('POST', `/api/people/${adminId}/deactivate`, other, why),
    ]);
    const left = await house.db.prisma.user.count({ where: { role: 'admin', disabledAt: null } });
    expect([one.status, two.status, left]).toEqual([one.status, two.status, 1]);
    expect([one.status, two.status].filter((status) => status === 200)).toHaveLength(1);
    await house.db.prisma.user.update({ where: { id: adminId }, data: { disabledAt: null } });
    await house.db.prisma.user.update({ where: { id: otherId }, data: { disabledAt: new Date() } });
    admin = await house.signIn('chen');
  });
});

describe('passwords', () => {
  it('[ACC-13] a temporary one opens only to be changed, and not for long', async () => {
    const { person, temporaryPassword } = await added();
    const cookie = await house.signIn(person.username, { password: temporaryPassword });
    const closed = await house.ask('GET', '/agents-only', cookie);
    expect([closed.status, closed.body.code]).toEqual([403, 'password-change-due']);
    expect(await house.access.authenticateSocket(cookie)).toBeNull();
    const view = (await house.ask('GET', '/api/session', cookie)).body as { user: { duties: string[] } };
    expect(view.user.duties).toEqual(['change-password']);
    const next = 'four words and more';
    await house.ask('PUT', '/api/account/password', cookie, { current: temporaryPassword, next });
    expect((await house.ask('GET', '/agents-only', cookie)).status).toBe(200);

    const { person: late, temporaryPassword: old } = await added();
    house.clock.forward(3 * 86_400_000 + 1);
    admin = await house.signIn('chen');
    const expired = await house.trySignIn(late.username, { password: old });
    expect([expired.status, expired.body.code]).toEqual([401, 'temporary-password-expired']);
  });

  it.each([
    ['too short', 'fourteen chars', 'too_short'],
    ['one everybody has, made longer', 'password1234567', 'common'],
    ['one piece over and over', 'swordfishswordfish', 'repeats'],
    ['the product and little else', 'casedialcasedial!', 'tells_name'],
  ])('[ACC-13] %s is refused by its field', async (_, next, because) => {
    const { own, cookie } = await settled();
    const refused = await house.ask('PUT', '/api/account/password', cookie, { current: own, next });
    expect(refused.body.errors?.[0]).toMatchObject({ field: 'next', rule: `ACC-13:${because}` });
  });

  it('[ACC-14] a new one ends the other sessions; a wrong present one counts like a wrong sign-in', async () => {
    const { person, own, cookie } = await settled();
    const elsewhere = await house.signIn(person.username, { password: own });
    const next = `another sentence of ${newId()}`;
    expect((await house.ask('PUT', '/api/account/password', cookie, { current: own, next })).status).toBe(204);
    expect((await house.ask('GET', '/agents-only', elsewhere)).status).toBe(401);
    expect((await house.ask('GET', '/agents-only', cookie)).status).toBe(200);
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const wrong = await house.ask('PUT', '/api/account/password', cookie, { current: 'no', next: `${next}!` });
      statuses.push(wrong.status);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 429]);
    await house.ask('POST', `/api/people/${person.personId}/unlock`, admin);
    expect((await house.trySignIn(person.username, { password: next })).status).toBe(201);
  });
});

describe('the second factor', () => {
  it('[ACC-15] is sealed, asked for at sign-in, and no code opens twice', async () => {
    const { person, own, cookie } = await settled();
    const { secret } = await withSecondFactor(cookie);
    const row = await house.db.prisma.user.findUniqueOrThrow({ where: { id: person.personId } });
    expect(row.totpSealed).not.toContain(secret);
    const without = await house.trySignIn(person.username, { password: own });
    expect([without.status, without.body.code]).toEqual([401, 'second-factor-needed']);
    const spent = await house.trySignIn(person.username, { password: own, code: codeNow(secret) });
    expect(spent.body.code).toBe('wrong-code');
    house.clock.forward(30_000);
    const code = codeNow(secret);
    const both = await Promise.all([1, 2].map(() => house.trySignIn(person.username, { password: own, code })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('[ACC-15] wrong codes lock the account as wrong passwords do', async () => {
    const { person, own, cookie } = await settled();
    await withSecondFactor(cookie);
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 5; n += 1) {
      codes.push((await house.trySignIn(person.username, { password: own, code: '000000' })).body.code);
    }
    expect(codes.at(0)).toBe('wrong-code');
    expect(codes.at(-1)).toBe('account-locked');
  });

  it('[ACC-16] a recovery code opens once; new ones put the old out of force', async () => {
    const { person, own, cookie } = await settled();
    const { recoveryCodes } = await withSecondFactor(cookie);
    expect(new Set(recoveryCodes).size).toBe(10);
    const [code, second] = recoveryCodes;
    const tries = await Promise.all(
      [1, 2].map(() => house.trySignIn(person.username, { password: own, code: code?.toUpperCase() ?? '' })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 401]);
    const renewed = await house.ask('POST', '/api/account/recovery-codes', cookie, { password: own });
    expect(renewed.status).toBe(201);
    const old = await house.trySignIn(person.username, { password: own, code: second ?? '' });
    expect(old.body.code).toBe('wrong-code');
  });

  it('[ACC-17] a role may have to have one: until then nothing else opens, and it cannot be given up', async () => {
    const policy = (await house.ask('GET', '/api/access-policy', admin)).body;
    const required = { ...policy, secondFactorRoles: ['agent'], reason: 'as the client asks' };
    const saved = await house.ask('PUT', '/api/access-policy', admin, required);
    expect(saved.status).toBe(200);
    expect((await house.ask('PUT', '/api/access-policy', admin, required)).status).toBe(409);
    const { own, cookie } = await settled();
    expect((await house.ask('GET', '/agents-only', cookie)).body.code).toBe('second-factor-due');
    await withSecondFactor(cookie);
    expect((await house.ask('GET', '/agents-only', cookie)).status).toBe(200);
    const kept = await house.ask('POST', '/api/account/second-factor/remove', cookie, { password: own });
    expect(kept.body.errors?.[0]?.rule).toBe('ACC-15:required');
    await house.ask('PUT', '/api/access-policy', admin, { ...saved.body, secondFactorRoles: [], reason: 'no more' });
    expect((await house.ask('POST', '/api/account/second-factor/remove', cookie, { password: own })).status).toBe(204);
  });
});

describe('sessions', () => {
  it('[ACC-18] are listed and ended by their owner and by an administrator, sockets included', async () => {
    const { person, own, cookie } = await settled();
    const other = await house.signIn(person.username, { password: own });
    const mine = (await house.ask('GET', '/api/account', cookie)).body['sessions'] as {
      sessionId: string;
      current: boolean;
    }[];
    expect(mine.map(({ current }) => current).sort()).toEqual([false, true]);
    const elsewhere = mine.find(({ current }) => !current)?.sessionId ?? '';
    const ended = await house.ask('DELETE', `/api/account/sessions/${elsewhere}`, cookie);
    expect(ended.body).toEqual({ ended: 1 });
    expect((await house.ask('GET', '/agents-only', other)).status).toBe(401);
    expect(house.closedSockets).toContain(elsewhere);
    expect(house.signedOut).not.toContain(person.personId);

    const stranger = await settled();
    const foreign = await house.ask('DELETE', `/api/account/sessions/${elsewhere}`, stranger.cookie);
    expect(foreign.body).toEqual({ ended: 0 });
    const all = await house.ask('DELETE', `/api/people/${person.personId}/sessions`, admin);
    expect(all.body).toEqual({ ended: 1 });
    expect((await house.ask('GET', '/agents-only', cookie)).status).toBe(401);
    expect(house.signedOut).toContain(person.personId);
  });

  it('[ACC-18] another node is told, so that its sockets end too', async () => {
    const heard: string[] = [];
    const there = house.redis.redis.duplicate();
    const told = new Promise<void>((resolve) => {
      there.on('message', (_channel, text: string) => {
        heard.push(text);
        resolve();
      });
    });
    await there.subscribe('casedial:sessions-ended');
    const { person } = await settled();
    await house.ask('DELETE', `/api/people/${person.personId}/sessions`, admin);
    await told;
    there.disconnect();
    expect(heard[0]).toContain(house.closedSockets.at(-1));
  });
});

it('[ACC-2] passwords are the same however their letters are composed', async () => {
  const { person, cookie, own } = await settled();
  const next = 'caf\u00e9 au lait, s\u2019il vous pla\u00eet';
  await house.ask('PUT', '/api/account/password', cookie, { current: own, next });
  expect((await house.trySignIn(person.username, { password: next.normalize('NFD') })).status).toBe(201);
  expect(next).not.toBe(password);
});
