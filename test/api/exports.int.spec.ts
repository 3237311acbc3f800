import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api } from '../../src/api.ts';
import { newId } from '../../src/platform/ids.ts';
import { openCallingHouse, type CallingHouse } from '../e2e/calling-house.ts';
import { signInEach } from './signed-in-each.ts';

/** Each file that is a list of data, with what is asked of it. */
const exports: Readonly<Record<string, string>> = {
  '/api/cases/export.csv': '',
  '/api/people/export.csv': '',
  '/api/tasks/export.csv': '',
  '/api/promises/export.csv': '?show=open',
  '/api/visits/export.csv': '',
  '/api/agent/worklist/export.csv': '?list=overdue',
  '/api/alerts/export.csv': '',
  '/api/payments/export.csv': '',
  '/api/campaigns/export.csv': '',
  '/api/trunks/export.csv': '',
  '/api/api-keys/export.csv': '',
  '/api/placements/export.csv': '',
  '/api/progress/cases/export.csv': '?list=open',
  '/api/progress/export': '?from=2026-11-24&to=2026-11-24&group=collector&format=csv',
  '/api/recordings/export.csv': '',
  '/api/placements/:id/rejected': '',
  '/api/suppressions/export.csv': '',
  '/api/trunks/costs/export': '?from=2026-11-24&to=2026-11-24&format=csv',
  '/api/jobs/:queue/export.csv': '',
  '/api/audit/export': '?format=csv',
};
/** Files that are one document that somebody opens, the configuration, which has no data of cases, and events. */
const others = [
  '/api/configuration/export',
  '/api/fraud/documents/:id',
  '/api/recordings/:id/media',
  '/api/visits/photos/:id',
  '/api/test-calls/:id/events',
];
const heard = ['/api/recordings', '/api/recordings/choices', '/api/recordings/export.csv'];

describe('what is taken out, and what is heard', () => {
  let house: CallingHouse;
  let cookies: Awaited<ReturnType<typeof signInEach>>;
  beforeAll(async () => {
    house = await openCallingHouse({ cases: 1, talkMs: 1_000 });
    cookies = await signInEach(house);
  });
  afterAll(() => house.close());

  const withheld = (username: string, permissions: readonly string[]) =>
    house.app.platform.prisma.user.update({ where: { username }, data: { withheld: [...permissions] } });
  async function statusOf(path: string, who: keyof typeof cookies): Promise<number> {
    const address = path.replaceAll(/:\w+/g, () => newId()) + (exports[path] ?? '');
    const response = await fetch(house.url + address, { headers: { cookie: cookies[who] } });
    await response.arrayBuffer();
    return response.status;
  }
  /** An agent's own work is nobody else's to take. */
  const taker = (path: string) => (path.startsWith('/api/agent/') ? 'agent' : 'admin');
  const granted = (username: string, permissions: readonly string[]) =>
    house.app.platform.prisma.user.update({ where: { username }, data: { granted: [...permissions] } });
  /** A placement that nobody knows is looked for by whoever may. */
  const opened = (path: string): number => (/:(id|queue)/.test(path) ? 404 : 200);

  it('[ACC-11] every door that gives a list as a file needs the permission to export', async () => {
    const files = api.filter(({ reply }) => reply === 'file').map(({ path }) => path);
    expect([...files].sort()).toEqual([...Object.keys(exports), ...others].sort());
    await granted('avery', ['export']);
    for (const path of Object.keys(exports))
      expect([path, await statusOf(path, taker(path))]).toEqual([path, opened(path)]);
    await granted('avery', []);
    await withheld('ada', ['export']);
    for (const path of Object.keys(exports)) expect([path, await statusOf(path, taker(path))]).toEqual([path, 403]);
    await withheld('ada', []);
  });

  it('[ACC-11] recordings are found by whoever may listen to them', async () => {
    for (const path of heard) expect([path, await statusOf(path, 'supervisor')]).toEqual([path, 200]);
    await withheld('sam', ['recordings.listen']);
    for (const path of heard) expect([path, await statusOf(path, 'supervisor')]).toEqual([path, 403]);
    await withheld('sam', []);
  });
});
