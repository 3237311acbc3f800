import type { LeaveDecision, LeaveRequest, LeaveView, WaitingLeaves } from '../contract/leave.ts';
import { checkLeave } from '../domain/window-leave.ts';
import type { FollowUpDeps } from './attempt-ended.ts';
import type { FieldRefusal } from './casework.ts';
import type { CaseEntry } from './ledger.ts';
import type { LeaveBook, LeaveNews, LeaveRow } from './leave-ports.ts';
import type { AuditTrail } from './ports.ts';
import { wrapUpPatienceMs } from './review-case.ts';
import { factsOf, refusalOf } from './wrap-up-parts.ts';

export type LeaveReply =
  | { readonly kind: 'done'; readonly leave: LeaveView }
  | { readonly kind: 'unknown' }
  /** Somebody else decided, or the call is written up. */
  | { readonly kind: 'too_late'; readonly leave: LeaveView | null }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

const unknown = { kind: 'unknown' } as const;

export const viewOfLeave = ({ agentId: _agent, attemptId: _attempt, ...view }: LeaveRow): LeaveView => view;

async function mustLatest(entry: CaseEntry, attemptId: string): Promise<LeaveRow> {
  const row = await entry.leaves.latest(attemptId);
  if (row === null) throw new RangeError('the question is gone');
  return row;
}

/** R14, R15, R17: a supervisor lets a window be passed while the agent still writes up the call. */
export function makeLeaveDesk(
  deps: FollowUpDeps & { readonly book: LeaveBook; readonly audit: AuditTrail; readonly news: LeaveNews },
) {
  const { ledger, clock, book, audit, news } = deps;

  async function askIn(entry: CaseEntry, attemptId: string, agentId: string, asked: LeaveRequest): Promise<LeaveReply> {
    const attempt = await entry.attempt(attemptId);
    if (attempt === null || attempt.agentId !== agentId) return unknown;
    const now = clock();
    const facts = factsOf(await entry.record(), attempt, now);
    if (facts === null) return unknown;
    const waiting = await entry.leaves.latest(attemptId);
    if (attempt.wrapUp !== null) return { kind: 'too_late', leave: waiting === null ? null : viewOfLeave(waiting) };
    const problem = checkLeave(asked, facts);
    if (problem !== null) return { kind: 'refused', problems: [refusalOf(problem)] };
    if (waiting?.state === 'waiting') {
      // The same question again is no second one; another one takes its place.
      if (waiting.code === asked.code && waiting.day === asked.day) {
        return { kind: 'done', leave: viewOfLeave(waiting) };
      }
      await entry.leaves.expire(attemptId, now);
    }
    await entry.leaves.ask({ ...asked, attemptId, agentId, at: now });
    return { kind: 'done', leave: viewOfLeave(await mustLatest(entry, attemptId)) };
  }

  async function decideIn(
    entry: CaseEntry,
    given: { readonly leaveId: string; readonly attemptId: string; readonly by: string },
    decision: LeaveDecision,
  ): Promise<{ readonly reply: LeaveReply; readonly agentId: string | null }> {
    const row = await mustLatest(entry, given.attemptId);
    const waits = row.leaveId === given.leaveId && row.state === 'waiting';
    if (!waits) return { reply: { kind: 'too_late', leave: viewOfLeave(row) }, agentId: null };
    await entry.leaves.decide(given.leaveId, { ...decision, by: given.by, at: clock() });
    const decided = await mustLatest(entry, given.attemptId);
    return { reply: { kind: 'done', leave: viewOfLeave(decided) }, agentId: row.agentId };
  }

  return {
    async ask(attemptId: string, agentId: string, asked: LeaveRequest): Promise<LeaveReply> {
      const caseId = await ledger.caseOfAttempt(attemptId);
      if (caseId === null) return unknown;
      const reply = (await ledger.withCase(caseId, (entry) => askIn(entry, attemptId, agentId, asked))) ?? unknown;
      if (reply.kind !== 'done') return reply;
      const { code, day } = asked;
      await audit.record({
        ...{ actorId: agentId, action: 'leave.asked', subjectType: 'attempt', subjectId: attemptId },
        detail: { leaveId: reply.leave.leaveId, code, day },
      });
      news.waitingChanged();
      return reply;
    },
    async decide(leaveId: string, by: string, decision: LeaveDecision): Promise<LeaveReply> {
      const call = await book.callOf(leaveId);
      const caseId = call === null ? null : await ledger.caseOfAttempt(call.attemptId);
      if (call === null || caseId === null) return unknown;
      const { attemptId } = call;
      const done = await ledger.withCase(caseId, (entry) => decideIn(entry, { leaveId, attemptId, by }, decision));
      if (done === null) return unknown;
      const { reply, agentId } = done;
      if (reply.kind !== 'done' || agentId === null) return reply;
      const { code, day } = reply.leave;
      await audit.record({
        ...{ actorId: by, action: decision.granted ? 'leave.granted' : 'leave.refused' },
        ...{ subjectType: 'attempt', subjectId: attemptId },
        detail: { leaveId, code, day, reason: decision.reason },
      });
      news.decided({ agentId, attemptId });
      news.waitingChanged();
      return reply;
    },
    waiting: async (): Promise<WaitingLeaves> => ({ leaves: [...(await book.waiting(clock() - wrapUpPatienceMs))] }),
  };
}
export type LeaveDesk = ReturnType<typeof makeLeaveDesk>;
