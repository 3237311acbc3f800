import type { WebhookBody, WebhookEventType } from '../../contract/webhook.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';

type Data = WebhookBody['data'] | null;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const day = (at: Date | null): string | null => at?.toISOString().slice(0, 10) ?? null;

/** Ids, times and words of the house: no name, no number, no note. */
export function makeBodies(prisma: PrismaClient): (type: WebhookEventType, subjectId: string) => Promise<Data> {
  const readers: Record<WebhookEventType, (id: string) => Promise<Data>> = {
    async 'call.ended'(id) {
      const call = await prisma.attempt.findUnique({ where: { id } });
      if (call === null) return null;
      return {
        ...{ callId: call.id, caseId: call.caseId, campaignId: call.campaignId, agentId: call.agentId },
        ...{ direction: call.direction, origin: call.origin, result: call.systemResult, endReason: call.endReason },
        ...{ startedAt: iso(call.intendedAt), answeredAt: iso(call.answeredAt), endedAt: iso(call.endedAt) },
      };
    },
    async 'disposition.set'(id) {
      const wrapUp = await prisma.wrapUp.findUnique({ where: { id } });
      if (wrapUp === null) return null;
      return {
        ...{ dispositionId: wrapUp.id, callId: wrapUp.attemptId, caseId: wrapUp.caseId, agentId: wrapUp.agentId },
        ...{ code: wrapUp.code, party: wrapUp.party, caseClass: wrapUp.classAfter, savedAt: iso(wrapUp.savedAt) },
        ...{ nextFollowUpOn: day(wrapUp.nextFollowUpOn), callbackAt: iso(wrapUp.callbackAt) },
      };
    },
    async 'disposition.corrected'(id) {
      const before = await prisma.wrapUpRevision.findUnique({ where: { id }, include: { wrapUp: true } });
      if (before === null) return null;
      const { wrapUp, wrapUpId, replacedAt } = before;
      // Corrected again meanwhile: each correction is told with what it made of the disposition itself.
      const later = await prisma.wrapUpRevision.findFirst({
        where: { wrapUpId, OR: [{ replacedAt: { gt: replacedAt } }, { replacedAt, id: { gt: id } }] },
        orderBy: [{ replacedAt: 'asc' }, { id: 'asc' }],
      });
      const after = later ?? wrapUp;
      return {
        ...{ correctionId: id, dispositionId: wrapUpId, callId: wrapUp.attemptId, caseId: wrapUp.caseId },
        ...{ agentId: wrapUp.agentId, correctedById: before.replacedById, correctedAt: iso(replacedAt) },
        ...{ codeBefore: before.code, code: after.code, partyBefore: before.party, party: after.party },
        ...{ caseClassBefore: before.classAfter, caseClass: after.classAfter },
        ...{ nextFollowUpOn: day(after.nextFollowUpOn), callbackAt: iso(after.callbackAt) },
      };
    },
    async 'promise.made'(id) {
      const promise = await prisma.promise.findUnique({ where: { id }, include: { wrapUp: true } });
      if (promise === null) return null;
      return {
        ...{ promiseId: promise.id, caseId: promise.caseId, callId: promise.wrapUp?.attemptId ?? null },
        ...{ amountMinor: Number(promise.amountMinor), currency: promise.currency, dueOn: day(promise.dueOn) },
        status: promise.status,
      };
    },
    async 'recording.ready'(id) {
      const recording = await prisma.recording.findUnique({ where: { id } });
      if (recording === null) return null;
      return {
        ...{ recordingId: recording.id, callId: recording.attemptId, caseId: recording.caseId },
        ...{ agentId: recording.agentId, durationMs: recording.durationMs },
        media: `/api/recordings/${recording.id}/media`,
      };
    },
  };
  return (type, subjectId) => readers[type](subjectId);
}
