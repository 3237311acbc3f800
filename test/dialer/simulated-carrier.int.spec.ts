import { WebSocketServer } from 'ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultInput } from '../../sim/carrier/faults/schema.ts';
import { startCarrier, type Carrier as Sim } from '../../sim/carrier/server.ts';
import { makeTwilioCallbacks } from '../../src/dialer/adapters/twilio-callbacks.ts';
import { makeTwilioCarrier } from '../../src/dialer/adapters/twilio-carrier.ts';
import { waitFor } from '../support/wait-for.ts';
import { withDatabase, type TestDatabase } from '../support/with-database.ts';
import { withRedis, type TestRedis } from '../support/with-redis.ts';
import { seedCampaign, seedCase, startNode, type Node, type Placement } from './bed.ts';

const profile = (outcome: string, more: object = {}) => ({
  outcomes: { [outcome]: 1 },
  dialMs: 20,
  ringMs: 60,
  ...more,
});
const numbers = {
  busy: '+8613800000001',
  rejected: '+8613800000002',
  noRoute: '+8613800000003',
  silent: '+8613800000004',
  machine: '+8613800000005',
};

let db: TestDatabase;
let redis: TestRedis;
let sim: Sim;
let node: Node;
let place: Placement;

beforeAll(async () => {
  [db, redis] = await Promise.all([withDatabase(), withRedis()]);
  sim = await startCarrier({
    port: 0,
    cps: 50,
    processingMs: 20,
    population: {
      callees: {
        [numbers.busy]: profile('busy'),
        [numbers.rejected]: profile('rejected'),
        [numbers.noRoute]: profile('vacant'),
        [numbers.silent]: profile('no_answer'),
        [numbers.machine]: profile('machine', { greetingMs: 4_000, amdVerdict: 'machine' }),
      },
    },
  });
  place = await seedCampaign(db.prisma);
  await db.prisma.campaign.update({ where: { id: place.campaignId }, data: { ringTimeoutMs: 1_000 } });
  node = await startNode(db, redis, {
    carrier: makeTwilioCarrier({
      kind: 'sim',
      accountSid: sim.accountSid,
      authToken: sim.authToken,
      apiBase: sim.url,
      requestTimeoutMs: 2_000,
    }),
    callbacks: (url) => makeTwilioCallbacks({ authToken: sim.authToken }, url),
    clock: () => Date.now(),
    timings: { reconcileEveryMs: 50, askAfterMs: 800 },
  });
  takeStreams(node);
  await node.dialer.start();
});
afterEach(() => sim.clearFaults());
afterAll(async () => {
  await node.close();
  await sim.close();
  await redis.close();
  await db.drop();
});

const refusedStreams: string[] = [];

/** Takes the media streams that this room vouches for, and hears nothing on them. */
function takeStreams({ server, dialer }: Node): void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    void (async () => {
      const path = request.url ?? '';
      const [attemptId = '', token = ''] = path.split('/').slice(-2);
      const signature = String(request.headers['x-twilio-signature'] ?? '');
      const genuine = await dialer.isAuthenticSocket({ signature, path });
      if (!genuine || !(await dialer.verifyMediaToken(attemptId, token))) {
        refusedStreams.push(attemptId);
        socket.destroy();
        return;
      }
      sockets.handleUpgrade(request, socket, head, (stream) => {
        stream.on('close', () => void dialer.calls.mediaStopped(attemptId, Date.now()));
        void dialer.calls.mediaStarted(attemptId, Date.now());
      });
    })();
  });
}

const lines = new Map<string, string>();

async function call(e164: string, faults: FaultInput[] = []) {
  sim.addFaults(faults);
  const known = lines.get(e164);
  const subject = await seedCase(db.prisma, place, known === undefined ? { e164 } : { lineId: known, e164 });
  lines.set(e164, subject.lineId);
  const before = callsTo(e164);
  // A trunk that rests after the call before takes no other.
  await redis.redis.del(`${redis.prefix}:trunk-rest:${place.trunkId}`);
  const reply = await node.dialer.launchAttempt(subject.caseId, place.campaignId);
  if (reply.kind === 'refused') throw new Error(`refused: ${reply.because}`);
  const row = await waitFor(
    'the ending to be taken in',
    async () => {
      const found = await db.prisma.attempt.findUnique({ where: { id: reply.attemptId } });
      return found?.settledAt === null ? null : found;
    },
    20_000,
  );
  return { row, rung: callsTo(e164) - before };
}

const callsTo = (e164: string): number => [...sim.exchange.calls.values()].filter(({ to }) => to === e164).length;

describe('over the simulated carrier', () => {
  it.each([
    ['[DIAL-24] busy', numbers.busy, 'BUSY', 'callee', 'busy'],
    ['[DIAL-24] rejected', numbers.rejected, 'REJECTED', 'callee', 'rejected'],
    ['[DIAL-24] nobody answers', numbers.silent, 'NO_ANSWER', 'callee', 'no-answer'],
    ['[DIAL-24] [S10] a bare 404 proves no vacant number', numbers.noRoute, 'FAILED', 'carrier', 'no-route'],
  ])('%s', async (_, e164, result, fault, reason) => {
    const { row, rung } = await call(e164);
    expect([row.systemResult, row.endFault, row.endReason, rung]).toEqual([result, fault, reason, 1]);
    expect(row.carrierCallSid).toMatch(/^CA[0-9a-f]{32}$/);
  });

  it.each([
    ['every callback comes twice', [{ kind: 'callback-duplicated' }]],
    ['callbacks change places', [{ kind: 'callback-reordered' }]],
    ['callbacks come before the create’s answer', [{ kind: 'callback-before-response', next: 1 }]],
    ['the create is taken and answered with 500', [{ kind: 'error-after-acceptance', next: 1 }]],
    ['the create is taken and never answered', [{ kind: 'timeout-after-acceptance', next: 1 }]],
    ['the create meets "too many requests" first', [{ kind: 'too-many-requests', next: 2 }]],
    ['every callback is lost', [{ kind: 'callback-lost' }]],
  ] satisfies [string, FaultInput[]][])('[DIAL-25] %s: one ring, the same ending', async (_, faults) => {
    const matched = faults.map((fault) =>
      fault.kind.startsWith('callback') && fault.kind !== 'callback-before-response'
        ? fault
        : { ...fault, match: { operation: 'create', resource: 'calls' } },
    );
    const { row, rung } = await call(numbers.busy, matched);
    expect([row.systemResult, row.endReason, rung]).toEqual(['BUSY', 'busy', 1]);
  });

  it('[DIAL-25] a machine is recognised, hung up and counted as one', async () => {
    const { row, rung } = await call(numbers.machine);
    expect([row.systemResult, row.answeredBy, rung]).toEqual(['MACHINE', 'machine', 1]);
    expect(refusedStreams).toEqual([]);
    const attempt = await node.dialer.verifyMediaToken(row.id, 'a token that was never given out');
    expect(attempt).toBe(false);
  });
});
