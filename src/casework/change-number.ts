import type { NumberAct, NumberActReply } from '../contract/number-release.ts';
import { checkReinstatement } from '../domain/corrections.ts';
import { foldCounters, numberStatusFrom } from '../domain/counters.ts';
import type { NumberStatus } from '../domain/vocabulary.ts';
import { reviewOthers, reviewRegained, type FollowUpDeps } from './attempt-ended.ts';
import type { FieldRefusal } from './casework.ts';
import { countingOf } from './dial-facts-of.ts';
import type { NumberRecord } from './case-record.ts';
import type { CaseEntry, LineRecord } from './ledger.ts';
import type { AuditTrail } from './ports.ts';
import { reviewCase } from './review-case.ts';
import { reinstateLine } from './reinstate-line.ts';
import type { Actor } from './set-stop.ts';
import type { CallStopper } from './stop-calls.ts';
import { reverseTracing } from './trace-reversal.ts';

export type NumberOutcome =
  | { readonly kind: 'done'; readonly reply: NumberActReply }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

export type ChangeNumber = (
  of: { readonly caseId: string; readonly numberId: string },
  act: NumberAct,
  reason: string,
  actor: Actor,
) => Promise<NumberOutcome>;

const refusals = {
  no_permission: { field: 'role', rule: '3.3:needs_supervisor', remedy: 'Ask a supervisor.' },
  reason_missing: { field: 'reason', rule: '3.3:reason_missing', remedy: 'Say why.' },
  not_invalid: { field: 'numberId', rule: '3.3:not_invalid', remedy: 'Only an invalid number is reinstated.' },
  not_blocked: { field: 'numberId', rule: '3.3:not_blocked', remedy: 'The number is not blocked.' },
  not_work: { field: 'numberId', rule: '5:not_work', remedy: 'Only a work number has an employer.' },
  forbidden_already: { field: 'numberId', rule: '5:forbidden_already', remedy: 'This is on record already.' },
  not_forbidden: { field: 'numberId', rule: '5:not_forbidden', remedy: 'The employer does not forbid calls here.' },
  blocked_already: { field: 'numberId', rule: '3.3:blocked_already', remedy: 'The number is blocked already.' },
} as const satisfies Record<string, FieldRefusal>;

const words: Readonly<Record<NumberAct, string>> = {
  reinstate: '恢复号码',
  block: '禁拨号码',
  unblock: '解除禁拨',
  employer_forbids: '单位禁止致电',
  employer_allows: '单位允许致电',
};

/** The number can be rung again: what was lost for the search alone is so no longer. */
const regains = (act: NumberAct): boolean => act === 'reinstate' || act === 'unblock' || act === 'employer_allows';

function standsAgainst(act: NumberAct, status: NumberStatus, number: NumberRecord): FieldRefusal | null {
  if (act === 'employer_forbids' || act === 'employer_allows') {
    if (number.class !== 'work') return refusals.not_work;
    if (act === 'employer_forbids') return number.prohibitedByEmployer ? refusals.forbidden_already : null;
    return number.prohibitedByEmployer ? null : refusals.not_forbidden;
  }
  if (act === 'reinstate') return status === 'invalid' ? null : refusals.not_invalid;
  if (act === 'block') return status === 'blocked' ? refusals.blocked_already : null;
  return status === 'blocked' ? null : refusals.not_blocked;
}

/** Changes reinstatement, block and release by a supervisor's hand; the events that were counted stay in the log. */
export function makeChangeNumber(deps: FollowUpDeps & { calls: CallStopper; audit: AuditTrail }): ChangeNumber {
  const { ledger, clock, calls, audit } = deps;

  async function apply(
    entry: CaseEntry,
    line: LineRecord,
    given: { readonly act: NumberAct; readonly debtorId: string; readonly at: number },
  ): Promise<{ readonly status: NumberStatus; readonly touched: readonly string[] }> {
    const { act, debtorId, at } = given;
    const { lineId } = line;
    const thresholds = countingOf(await entry.record(), lineId);
    if (act === 'reinstate') {
      return { status: 'active', touched: await reinstateLine(entry, line, { debtorId, at, thresholds }) };
    }
    if (act === 'employer_forbids' || act === 'employer_allows') {
      await entry.saveProhibition(lineId, debtorId, act === 'employer_forbids');
      const own = line.debtorLines.find((each) => each.debtorId === debtorId);
      return { status: own?.status ?? 'active', touched: [] };
    }
    // A number that somebody wants left alone is left alone for all cases (5.4), and released for all.
    let status: NumberStatus = 'blocked';
    const views = act === 'block' ? line.debtorLines : line.debtorLines.filter((each) => each.status === 'blocked');
    for (const each of views) {
      const counters = foldCounters(line.events, each.debtorId, thresholds);
      const next = act === 'block' ? 'blocked' : numberStatusFrom(counters, thresholds);
      if (each.debtorId === debtorId) status = next;
      const statusReason = act === 'block' ? 'blocked_by_hand' : null;
      await entry.saveDebtorLine(lineId, each.debtorId, { counters, status: next, statusReason, statusAt: at });
    }
    return { status, touched: views.map((each) => each.debtorId) };
  }

  return async ({ caseId, numberId }, act, reason, actor) => {
    const permission = checkReinstatement({ by: 'person', mayReinstate: actor.role !== 'agent', reason });
    if (permission === 'no_permission' || permission === 'reason_missing') {
      return { kind: 'refused', problems: [refusals[permission]] };
    }
    const outcome = await ledger.withCase(caseId, async (entry) => {
      const now = clock();
      const record = await entry.record();
      const number = record.numbers.find((each) => each.id === numberId);
      if (number === undefined) return null;
      const line = await entry.line(number.lineId);
      const own = line.debtorLines.find((each) => each.debtorId === record.debtorId);
      const problem = standsAgainst(act, own?.status ?? 'active', number);
      if (problem !== null) return { problem };
      const { status, touched } = await apply(entry, line, { act, debtorId: record.debtorId, at: now });
      await entry.addNote(caseId, actor.id, `${words[act]}(尾号${number.e164.slice(-4)})。${reason}`, now);
      if (regains(act)) await reverseTracing(entry, now);
      await reviewCase(entry, now);
      const others = await entry.casesWithLine(number.lineId, [record.debtorId, ...touched]);
      return { status, others, lineId: number.lineId, debtorId: record.debtorId };
    });
    if (outcome === null) return { kind: 'unknown' };
    if (outcome.problem !== undefined) return { kind: 'refused', problems: [outcome.problem] };
    const { lineId, status, others, debtorId } = outcome;
    if (act === 'block') await calls.stop({ lineId });
    if (act === 'employer_forbids') await calls.stop({ debtorId });
    await audit.record({
      actorId: actor.id,
      action: `number.${act}`,
      subjectType: 'case',
      subjectId: caseId,
      detail: { numberId, lineId, reason },
    });
    await (regains(act) ? reviewRegained(deps, others) : reviewOthers(deps, others));
    return { kind: 'done', reply: { status } };
  };
}
