import type { HandDialInput, HandRefusal, PreviewCampaigns, PreviewOffer } from '../../contract/by-hand.ts';
import { decideCase } from '../../domain/dial-decision.ts';
import { maskNumber } from '../../domain/mask.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LaunchRefusal } from '../dialer.ts';
import { asDialed, type LaunchAttempt } from '../launch-attempt.ts';
import type { AgentPool, AuditTrail, CaseFacts } from '../ports.ts';
import type { ReadyList } from '../stores.ts';

/** What this needs to know of a case and of an agent's campaigns. */
export interface HandBook {
  /** Null: no such case. */
  caseOf(caseId: string): Promise<{ readonly ref: string; readonly campaignId: string | null } | null>;
  belongs(agentId: string, campaignId: string): Promise<boolean>;
  /** Running campaigns dialed by preview with this agent, first things first. */
  previewed(agentId: string): Promise<PreviewCampaigns['campaigns']>;
  /** Of these cases those that he owns, and those that nobody owns, in their order; not those of others. */
  forAgent(agentId: string, caseIds: readonly string[]): Promise<readonly string[]>;
}

export type HandReply =
  | { readonly kind: 'launched'; readonly attemptId: string }
  | { readonly kind: 'refused'; readonly because: HandRefusal; readonly reason?: string };

export interface DialByHand {
  dial(agentId: string, input: HandDialInput): Promise<HandReply>;
  campaigns(agentId: string): Promise<PreviewCampaigns>;
  next(agentId: string): Promise<PreviewOffer>;
  /** The case is offered again after a while; false: it was not offered to him. */
  skip(agentId: string, caseId: string, reason: string): Promise<boolean>;
}

/** Who looks at which case, for as long as nobody else is to be offered it. A nudge: the case itself is kept in the database. */
export interface OfferedCases {
  keep(agentId: string, caseId: string, forMs: number): Promise<void>;
  isKept(agentId: string, caseId: string): Promise<boolean>;
  drop(agentId: string): Promise<void>;
}

/** An agent who looks at a case has so long before it is offered to somebody else. */
const lookMs = 180_000;
/** A case that was passed over comes back after this. */
const skippedMs = 900_000;
const readAhead = 40;

/** What the launch says, as an agent is told of it; a lease is nothing that concerns him. */
function toldAs(because: LaunchRefusal): HandRefusal {
  if (because === 'no_agent_to_hold' || because === 'agent_to_hold') return 'not_ready';
  return because === 'lease_lost' ? 'campaign_not_running' : because;
}

/**
 * Calls that a person asks for (modes `manual` and `preview`): numbers that no automatic mode may ring (R32, third parties
 * under Regulation F), and cases that are looked at first. The same decision, and the agent himself is kept for the answer.
 */
export function makeDialByHand(deps: {
  readonly book: HandBook;
  readonly offered: OfferedCases;
  readonly launch: LaunchAttempt;
  readonly cases: Pick<CaseFacts, 'dueCases' | 'factsFor' | 'deferCase'>;
  readonly ready: Pick<ReadyList, 'peek' | 'take' | 'fill'>;
  readonly agents: Pick<AgentPool, 'roster'>;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}): DialByHand {
  const { book, offered, cases, ready, clock } = deps;

  const isReady = async (agentId: string, campaignId: string): Promise<boolean> =>
    (await deps.agents.roster(campaignId)).seats.some((seat) => seat.agentId === agentId && seat.state === 'ready');

  /** The next due case of a campaign that is his or nobody's, taken out of the line. */
  async function takeNext(agentId: string, campaignId: string): Promise<string | null> {
    let line = await ready.peek(campaignId, readAhead);
    if (line.length === 0) {
      line = await cases.dueCases(campaignId, clock(), readAhead);
      await ready.fill(campaignId, line);
    }
    for (const caseId of await book.forAgent(agentId, line)) {
      const [taken] = await ready.take(campaignId, [caseId]);
      if (taken !== undefined) return taken;
    }
    return null;
  }

  async function offerOf(agentId: string, campaignId: string, caseId: string): Promise<PreviewOffer['offer']> {
    const now = clock();
    const [subject, kase] = await Promise.all([cases.factsFor(caseId, now), book.caseOf(caseId)]);
    if (subject === null || kase === null) return null;
    const decided = decideCase(asDialed(subject, 'preview').facts, now);
    const line = subject.lines.find(({ numberId }) => numberId === decided.next);
    if (decided.next === null || line === undefined) {
      await cases.deferCase(caseId, decided.dueAt, decided.dueReason ?? 'no_number');
      return null;
    }
    // Whoever leaves without a word gives it back by doing nothing.
    await cases.deferCase(caseId, now + lookMs, 'in_preview');
    await offered.keep(agentId, caseId, lookMs);
    return {
      caseId,
      ref: kase.ref,
      campaignId,
      numberId: line.numberId,
      masked: maskNumber(line.e164),
      keptUntil: now + lookMs,
    };
  }

  return {
    async dial(agentId, { caseId, numberId, mode }) {
      const kase = await book.caseOf(caseId);
      if (kase === null) return { kind: 'refused', because: 'unknown_case' };
      if (kase.campaignId === null) return { kind: 'refused', because: 'no_campaign' };
      if (!(await book.belongs(agentId, kase.campaignId))) return { kind: 'refused', because: 'not_of_campaign' };
      if (mode === 'preview' && !(await offered.isKept(agentId, caseId)))
        return { kind: 'refused', because: 'not_offered' };
      const reply = await deps.launch(caseId, kase.campaignId, null, {
        mode,
        agent: 'keep',
        byHand: { agentId, numberId },
      });
      if (reply.kind === 'refused') return { ...reply, because: toldAs(reply.because) };
      await offered.drop(agentId);
      await deps.audit.record({
        actorId: agentId,
        action: 'call.dialed_by_hand',
        subjectType: 'attempt',
        subjectId: reply.attemptId,
        detail: { caseId, numberId, mode },
      });
      return reply;
    },
    campaigns: async (agentId) => ({ campaigns: [...(await book.previewed(agentId))] }),
    async next(agentId) {
      const previewed = await book.previewed(agentId);
      if (previewed.length === 0) return { offer: null, because: 'no_campaign' };
      for (const { campaignId } of previewed) {
        if (!(await isReady(agentId, campaignId))) return { offer: null, because: 'not_ready' };
        // A hint may be out of date: it is passed over, and looked up again when it is due.
        for (let tries = 0; tries < readAhead; tries++) {
          const caseId = await takeNext(agentId, campaignId);
          if (caseId === null) break;
          const offer = await offerOf(agentId, campaignId, caseId);
          if (offer !== null) return { offer, because: null };
        }
      }
      return { offer: null, because: 'no_case_due' };
    },
    async skip(agentId, caseId, reason) {
      if (!(await offered.isKept(agentId, caseId))) return false;
      await cases.deferCase(caseId, clock() + skippedMs, 'passed_over');
      await offered.drop(agentId);
      await deps.audit.record({
        actorId: agentId,
        action: 'case.passed_over',
        subjectType: 'case',
        subjectId: caseId,
        detail: { reason },
      });
      return true;
    },
  };
}
