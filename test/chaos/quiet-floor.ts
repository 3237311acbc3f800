import { waitFor } from '../support/wait-for.ts';
import { owedWrapUps } from './laws.ts';
import type { World } from './world.ts';

/** Nothing rings, talks, waits or is owed any more. */
export async function quietFloor(world: World, deadlineMs: number): Promise<void> {
  const { attempt } = world.db.prisma;
  await waitFor(
    'every attempt to end',
    async () => (await attempt.count({ where: { endedAt: null } })) === 0,
    deadlineMs,
  );
  await waitFor(
    'every ending to be taken in',
    async () => (await attempt.count({ where: { settledAt: null } })) === 0,
    deadlineMs,
  );
  await waitFor('every call to be written up', async () => (await owedWrapUps(world)).length === 0, deadlineMs);
}
