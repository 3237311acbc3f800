import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../sim/carrier/exchange/call.ts';
import type { FaultInput } from '../../sim/carrier/faults/schema.ts';
import { waitFor } from '../support/wait-for.ts';
import { attemptOf, carrierCalls, lostCases, overlapping, rungTwice, stuckAgents, wrongCounters } from './laws.ts';
import { quietFloor } from './quiet-floor.ts';
import { numberAt } from './seed-world.ts';
import { openWorld, patienceMs, pauseDialing, resumeDialing, talker, type World } from './world.ts';

const agents = ['floor01', 'floor02', 'floor03'];
const callsPerFault = 8;
const quick = { dialMs: [50, 200], ringMs: [200, 900] } satisfies typeof talker;
/** Every third callee is busy, rejects or does not answer; the rest talk. */
const outcomes = ['busy', 'no_answer', 'powered_off'] as const;
const cases = 160;

let world: World;
beforeAll(async () => {
  const others = Array.from({ length: Math.floor(cases / 3) }, (_, index) => [
    numberAt(index * 3),
    { ...quick, outcomes: { [outcomes[index % outcomes.length] ?? 'busy']: 1 } },
  ]);
  world = await openWorld({
    agents,
    cases,
    ringTimeoutMs: 4_000,
    population: {
      profiles: { talker: { ...talker, talkMs: [1_500, 3_500] } },
      callees: Object.fromEntries(others) as Record<string, typeof talker>,
    },
  });
  await pauseDialing(world);
  await world.startServer();
  await world.startFloor(agents);
});
afterAll(() => world.close());

/** What the carrier did, in the words of the attempt. */
function expectedResult(call: Call, connected: boolean): string | null {
  switch (call.status) {
    case 'completed':
      return connected ? null : 'ABANDONED';
    case 'busy':
      return 'BUSY';
    case 'no-answer':
      return 'NO_ANSWER';
    default:
      return `unexpected ${call.status}`;
  }
}

/** INV-3, INV-8: each attempt says of its call what the carrier knows of it. */
async function wrongEndings(since: Date): Promise<string[]> {
  const attempts = await world.db.prisma.attempt.findMany({ where: { intendedAt: { gte: since } } });
  const calls = new Map(carrierCalls(world).map((call) => [attemptOf(call), call]));
  return attempts.flatMap((attempt) => {
    const call = calls.get(attempt.id);
    if (call === undefined) {
      const neverRang = attempt.carrierCallSid === null && attempt.answeredAt === null;
      const excused = ['SUPPRESSED', 'CONGESTION'].includes(attempt.systemResult ?? '');
      return neverRang && excused ? [] : [`attempt ${attempt.id} (${attempt.systemResult}) has no call`];
    }
    const wanted = expectedResult(call, attempt.connectedAt !== null);
    const sameCall = attempt.carrierCallSid === call.sid;
    const sameAnswer = (attempt.answeredAt === null) === (call.answeredAt === null);
    return attempt.systemResult === wanted && sameCall && sameAnswer
      ? []
      : [
          `attempt ${attempt.id}: ${attempt.systemResult} (${attempt.endReason}), the carrier: ${call.status}, ${wanted}`,
        ];
  });
}

const create = { operation: 'create', resource: 'calls' };
const faults: [string, FaultInput[]][] = [
  ['every callback is lost', [{ kind: 'callback-lost' }]],
  [
    'callbacks come twice, late and in any order',
    [
      { kind: 'callback-duplicated', probability: 0.8, delayMs: 700 },
      { kind: 'callback-reordered', probability: 0.5, delayMs: 900 },
      { kind: 'callback-late', probability: 0.3, delayMs: 3_000 },
    ],
  ],
  [
    'callbacks overtake the answer to the create request, or the answer is a 500',
    [{ kind: 'error-after-acceptance', probability: 0.5, match: create }, { kind: 'callback-before-response' }],
  ],
  [
    'the carrier says 500, rings all the same, and no callback comes',
    [{ kind: 'error-after-acceptance', match: create }, { kind: 'callback-lost' }],
  ],
  ['the carrier says "too many" in a burst', [{ kind: 'too-many-requests', next: 12, match: create }]],
];

describe('the carrier misbehaves', () => {
  it.each(faults)('[INV-3][INV-8] %s', { timeout: patienceMs }, async (_, specs) => {
    const since = new Date();
    world.carrier.addFaults(specs);
    await resumeDialing(world);
    await waitFor(
      'enough calls',
      () =>
        world.db.prisma.attempt.count({ where: { placedAt: { gte: since } } }).then((rows) => rows >= callsPerFault),
      60_000,
    );
    await pauseDialing(world);
    await quietFloor(world, 90_000);
    world.carrier.clearFaults();
    expect(await wrongEndings(since)).toEqual([]);
    expect(await rungTwice(world)).toEqual([]);
    expect(await overlapping(world)).toEqual([]);
    expect(await wrongCounters(world)).toEqual([]);
    expect(await lostCases(world)).toEqual([]);
    expect(await stuckAgents(world)).toEqual([]);
  });

  it(
    '[INV-3][DIAL-34] requests that are lost with a 500 keep their persons, not the agents',
    { timeout: patienceMs },
    async () => {
      const { prisma } = world.db;
      world.carrier.addFaults([{ kind: 'error-before-acceptance', next: agents.length, match: create }]);
      const since = new Date();
      await resumeDialing(world);
      const lost = await waitFor(
        'every agent to wait for a call that is not there',
        async () => {
          const rows = await prisma.attempt.findMany({ where: { state: 'unconfirmed', intendedAt: { gte: since } } });
          return rows.length === agents.length && rows;
        },
        30_000,
      );
      await waitFor(
        'talks all the same',
        async () => (await prisma.attempt.count({ where: { connectedAt: { gt: since } } })) >= agents.length,
        45_000,
      );
      await pauseDialing(world);
      const ids = lost.map(({ id }) => id);
      expect(await prisma.attempt.count({ where: { id: { in: ids }, state: 'unconfirmed' } })).toBe(agents.length);
      const debtors = lost.map(({ debtorId }) => debtorId);
      expect(await prisma.attempt.count({ where: { debtorId: { in: debtors }, intendedAt: { gte: since } } })).toBe(
        agents.length,
      );
      expect(await rungTwice(world)).toEqual([]);
    },
  );
});
