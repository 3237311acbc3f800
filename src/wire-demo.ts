import { join } from 'node:path';
import { argon2Hasher } from './access/adapters/argon2-hasher.ts';
import type { makeCasework } from './casework/make-casework.ts';
import type { makePayments } from './casework/make-payments.ts';
import type { makePlacementImport } from './casework/make-placement-import.ts';
import { makeKeepTalk } from './demo/keep-talk.ts';
import type { DemoDeps } from './demo/seed-demo.ts';
import { Fault } from './platform/fault.ts';
import type { Platform } from './start-app.ts';

/** What the demo does in other rooms, done as people would do it. */
export function demoDepsOf(
  { prisma, clock, log, config }: Platform,
  rooms: {
    readonly casework: ReturnType<typeof makeCasework>;
    readonly placements: ReturnType<typeof makePlacementImport>;
    readonly payments: ReturnType<typeof makePayments>;
  },
): DemoDeps {
  const { casework, placements, payments } = rooms;
  return {
    prisma,
    clock,
    log,
    hashPassword: (plain) => argon2Hasher.hash(plain),
    async importFile({ clientName, fileName, bytes, userId }) {
      const client = { name: clientName };
      const inspected = await placements.inspect({ client, fileName, bytes, userId, reading: {} });
      if (inspected.kind !== 'inspected') throw new Fault('DEMO_NOT_SEEDED', { detail: { because: inspected.kind } });
      await placements.begin(inspected.id, {});
      const ending = await placements.importNow(inspected.id);
      const placement = await placements.book.find(inspected.id);
      if (ending !== 'done' || placement === null) {
        throw new Fault('DEMO_NOT_SEEDED', { detail: { because: ending } });
      }
      const { accepted, rejected } = placement.tally;
      return { placementId: placement.id, accepted, rejected };
    },
    async assignPlacement(placementId, campaignId) {
      const assigned = await casework.intake.assignPlacement(placementId, campaignId);
      if (assigned === 'unknown-campaign') throw new Fault('DEMO_NOT_SEEDED', { detail: { because: assigned } });
      return assigned;
    },
    pastDesk: (then) => casework.followUpAt(then),
    pastWrapUps: (then) => casework.wrapUpsAt(then),
    keepTalk: makeKeepTalk(join(config.dataDir, 'recordings'), casework.recordingBook),
    endTask:
      (by) =>
      async ({ caseId, taskId, result }) => {
        const reply = await casework.tasks.finish(
          caseId,
          taskId,
          { id: by, role: 'admin' },
          { result, sourceBasis: null, obtainedAt: null },
        );
        if (reply.kind !== 'saved') throw new Fault('DEMO_NOT_SEEDED', { detail: { because: 'task' } });
      },
    async postPayment(payment) {
      const reply = await payments.post({ ...payment, currency: null, source: 'api', fileId: null });
      if (reply.kind === 'refused') throw new Fault('DEMO_NOT_SEEDED', { detail: { because: 'payment' } });
    },
  };
}
