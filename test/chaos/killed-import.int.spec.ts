import { afterEach, describe, expect, it } from 'vitest';
import { argon2Hasher } from '../../src/access/adapters/argon2-hasher.ts';
import { saveAccount } from '../../src/access/adapters/prisma-accounts.ts';
import { placementInspection } from '../../src/contract/placement.ts';
import { americanHeader, americanRow, csvText } from '../fixtures/placements/rows.ts';
import { waitFor } from '../support/wait-for.ts';
import { password } from './seed-world.ts';
import { openWorld, patienceMs, type World } from './world.ts';

const rows = 20_000;
/** Every so many rows one has no balance and goes back. */
const rejectedEvery = 100;
const rejected = rows / rejectedEvery;
/** The queue itself would notice the death of a worker after thirty seconds at the earliest. */
const resumedMs = 10_000;

let world: World;
afterEach(() => world.close());

const file = csvText([
  americanHeader,
  ...Array.from({ length: rows }, (_, at) =>
    americanRow(`K-${at}`, { 'Consumer ID': `K${at}`, ...(at % rejectedEvery === 7 ? { Balance: '' } : {}) }),
  ),
]);

async function upload(): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ username: 'sam', password });
  const session = await fetch(`${world.url}/api/session`, { method: 'POST', headers, body });
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const form = new FormData();
  form.append('client', 'Killed Bank');
  form.append('start', 'true');
  form.append('file', new Blob([file]), 'placement.csv');
  const answer = await fetch(`${world.url}/api/placements`, { method: 'POST', headers: { cookie }, body: form });

  return placementInspection.parse(await answer.json()).id;
}

describe('the server is killed', () => {
  it(
    '[IMP-31][IMP-35] in the middle of an import: it goes on at once, no case twice, every counter exact',
    { timeout: patienceMs },
    async () => {
      world = await openWorld({ agents: [], cases: 0 });
      const { prisma } = world.db;
      const passwordHash = await argon2Hasher.hash(password);
      await saveAccount(prisma, { username: 'sam', displayName: 'Sam', role: 'supervisor', passwordHash });
      const first = await world.startServer();
      const id = await upload();
      const placement = () => prisma.placement.findUniqueOrThrow({ where: { id } });
      await waitFor('some transactions', async () => (await placement()).checkpointRow >= 3_000, 60_000);
      await first.kill();
      const { checkpointRow: reached, status } = await placement();
      expect(status).toBe('running');
      expect(reached).toBeLessThan(rows);

      await world.startServer();
      await waitFor('the import to go on', async () => (await placement()).checkpointRow > reached, resumedMs);
      await waitFor('its end', async () => (await placement()).status === 'done', 60_000);
      const counts = { rowsRead: rows, accepted: rows - rejected, unchanged: 0, rejected, skipped: 0 };
      expect(await placement()).toMatchObject({ ...counts, checkpointRow: rows, errorCode: null });
      expect(await prisma.case.count({ where: { client: { name: 'Killed Bank' } } })).toBe(rows - rejected);
      expect(await prisma.phoneNumber.count()).toBe(((await placement()).sums as { numbers: number }).numbers);
      expect(await prisma.placementRow.count({ where: { placementId: id } })).toBe(rejected);
    },
  );
});
