import { idOf } from '../../platform/ids.ts';
import type { AuditTrail } from '../ports.ts';
import type { HandoverBook, HandoverEnd, RunningHandover } from './handover-ports.ts';

/** One entry of the audit trail for each case, however often the process that tells of it dies. */
export const caseGivenAs = (handoverId: string, caseId: string): string => idOf('handover', handoverId, caseId);

/** What the audit trail says of the beginning, in the transaction that makes it. */
export const beginningOfHandover = (
  handoverId: string,
  { fromId, byId, reason, parts }: Parameters<HandoverBook['begin']>[0],
): Parameters<AuditTrail['record']>[0] => ({
  actorId: byId,
  action: 'user.handover_begun',
  subjectType: 'user',
  subjectId: fromId,
  detail: { handoverId, cases: parts.length, people: new Set(parts.map(([, toId]) => toId)).size, reason },
});

/** What the audit trail says of the end, once: how many were given and how many left, and who stopped it if somebody did. */
export const endOfHandover = (
  { handoverId, fromId, byId }: Pick<RunningHandover, 'handoverId' | 'fromId' | 'byId'>,
  { given, left, cancelledById }: HandoverEnd,
): Parameters<AuditTrail['record']>[0] => ({
  actorId: cancelledById ?? byId,
  action: cancelledById === null ? 'user.handover_done' : 'user.handover_cancelled',
  subjectType: 'user',
  subjectId: fromId,
  detail: { handoverId, given, left },
  onceAs: idOf('handover', handoverId, 'end'),
});
