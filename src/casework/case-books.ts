import type { AgentCalls } from '../contract/agent-calls.ts';
import type { CallCard, TodayFigures } from '../contract/agent.ts';
import type { AttemptDecision, AttemptList, CaseList, CasePage, CaseSort } from '../contract/case.ts';
import type { CaseClass } from '../domain/vocabulary.ts';
import type { PageAsk } from '../platform/page-cursor.ts';
import type { Listener } from './may-listen.ts';

/** What of the cases people look at. An agent sees the cases he owns, those of his campaigns and those he talked on. */
export interface CaseBooks {
  /** Null: no such case, or not for this viewer. Without a viewer nothing is held back. */
  page(caseId: string, viewer: Listener | null): Promise<CasePage | null>;
  /** Null: as with its page. */
  attempts(caseId: string, page: PageAsk, viewer: Listener): Promise<AttemptList | null>;
  /** What was decided about one of its attempts, and by what. */
  attemptDecision(caseId: string, attemptId: string): Promise<AttemptDecision | null>;
  mayView(caseId: string, viewer: Listener): Promise<boolean>;
  list(query: CaseQuery, page: PageAsk, viewer: Listener): Promise<CaseList>;
  card(attemptId: string): Promise<CallCard | null>;
  today(agentId: string): Promise<TodayFigures>;
  /** Of every agent, by his id. */
  floorToday(): Promise<ReadonlyMap<string, FloorFigures>>;
  callsOf(agentId: string, page: PageAsk): Promise<AgentCalls>;
  addNote(caseId: string, authorId: string, text: string): Promise<string>;
}

export interface CaseQuery {
  /** Beginning of the bank's case id. */
  readonly ref: string | null;
  /** Part of the debtor's name; never taken from an address line. */
  readonly name: string | null;
  /** Either of them. */
  readonly text: string | null;
  readonly caseClass: CaseClass | null;
  readonly status: 'open' | 'closed' | 'recalled' | null;
  readonly mine: boolean;
  /** A collector, or the word none: nobody's. */
  readonly owner: string | null;
  readonly clientId: string | null;
  readonly campaignId: string | null;
  readonly sort: CaseSort;
  readonly down: boolean;
}

/** An agent's figures of the business day, as a screen of all agents shows them. */
export type FloorFigures = Pick<TodayFigures, 'calls' | 'talkMs' | 'wrapUpMs' | 'readyMs' | 'breakMs' | 'promises'>;
