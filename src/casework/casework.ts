import type { CaseFilters } from '../domain/case-filters.ts';
import type { RequestHandler, Router } from 'express';
import type { CallCard, TodayFigures } from '../contract/agent.ts';
import type { CasePage } from '../contract/case.ts';
import type { WrapUpForm, WrapUpInput, WrapUpSaved } from '../contract/wrap-up.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { QueueConnection } from '../platform/queues.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';
import type { CallerDesk } from './callers.ts';
import type { FloorFigures } from './case-books.ts';
import type { CaseFacts } from './due-cases.ts';
import type { RunHandover } from './handover/run-handover.ts';
import type { LeaveNews } from './leave-ports.ts';
import type { AuditTrail, AuditWithin, CarrierRecordings, CaseNews, RecordingNews, RingingCalls } from './ports.ts';
import type { RecordingBook } from './recording-book.ts';
import type { TaskDesk } from './task-desk.ts';

/** What the room is given. Ports may be late-bound: none is called before `start`. */
export interface CaseworkDeps {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** `DATA_DIR/recordings`. */
  readonly recordingsDir: string;
  /** `DATA_DIR/visits`. */
  readonly visitsDir: string;
  /** `DATA_DIR/fraud`. */
  readonly fraudDir: string;
  /** Door of access: puts `{id, role, displayName}` into `res.locals.user` or answers 401. */
  readonly requireUser: RequestHandler;
  readonly requireSupervisor: RequestHandler;
  readonly requireAdmin: RequestHandler;
  /** Named permissions: to hear recordings, to lift stops, to take data out in a file, to hand a leaver's cases over. */
  readonly requireListener: RequestHandler;
  readonly requireLifter: RequestHandler;
  readonly requireExporter: RequestHandler;
  readonly requireHandover: RequestHandler;
  readonly audit: AuditTrail;
  readonly auditWithin: AuditWithin;
  readonly queues: QueueConnection;
  readonly carrierRecordings: CarrierRecordings;
  readonly recordingNews: RecordingNews;
  readonly ringing: RingingCalls;
  readonly caseNews: CaseNews;
  readonly leaveNews: LeaveNews;
  /** Whether the sweeps (due dates, recordings) run here. Left out: they do. */
  readonly sweeps?: boolean;
}

export interface FieldRefusal {
  readonly field: string;
  readonly rule: string;
  readonly remedy: string;
}

export type WrapUpReply =
  | { readonly kind: 'saved'; readonly saved: WrapUpSaved }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

export interface CaseCards {
  /** The card without what only routing knows (`onHold`). Null: no such attempt. */
  cardFor(attemptId: string): Promise<CallCard | null>;
  casePage(caseId: string): Promise<CasePage | null>;
}

export interface WrapUpDesk {
  form(attemptId: string, agentId: string): Promise<WrapUpForm | null>;
  save(agentId: string, input: WrapUpInput, startedAt: Instant): Promise<WrapUpReply>;
}

export interface FollowUpDesk {
  /** Counters, round, class and the next due instant. Safe to call twice. */
  attemptEnded(attemptId: string): Promise<void>;
  /** The trunk's vacant guard: what these attempts said of their lines no longer counts. Safe to call twice. */
  resultsVoided(attemptIds: readonly string[]): Promise<void>;
}

export interface CarrierRecordingDesk {
  carrierRecordingReady(recording: {
    readonly attemptId: string;
    readonly sid: string;
    readonly recordingSid: string;
    readonly channels: number;
    readonly durationMs: number | null;
  }): Promise<void>;
}

export interface CampaignIntake {
  /** Puts open cases of a placement that belong to no campaign yet into one and makes them due at once. */
  assignPlacement(placementId: string, campaignId: string): Promise<number | 'unknown-campaign'>;
  assignCases(caseIds: readonly string[], campaignId: string): Promise<number | 'unknown-campaign'>;
}

/** The dialer's need: cases by what a campaign asks of them. */
export interface CampaignCases {
  fitting(filters: CaseFilters): Promise<{ readonly open: number; readonly free: number; readonly dialable: number }>;
  within(campaignId: string): Promise<{ readonly open: number; readonly dialable: number }>;
  takeIn(campaignId: string, filters: CaseFilters): Promise<number>;
}

export interface Casework {
  readonly campaignCases: CampaignCases;
  /** `/api/cases/*`, `/api/tasks/*`, `/api/visits/*`, `/api/recordings/*`, `/api/agent/calls`. */
  readonly router: Router;
  /** The dialer's need: due cases and what its decision looks at. */
  readonly caseFacts: CaseFacts;
  readonly followUp: FollowUpDesk;
  /** The same desk by another clock, for data that tells of the past. */
  followUpAt(clock: Clock): FollowUpDesk;
  readonly cards: CaseCards;
  readonly wrapUps: WrapUpDesk;
  /** The same desk by another clock. */
  wrapUpsAt(clock: Clock): WrapUpDesk;
  readonly tasks: Pick<TaskDesk, 'finish'>;
  readonly today: {
    figures(agentId: string): Promise<TodayFigures>;
    floor(): Promise<ReadonlyMap<string, FloorFigures>>;
  };
  readonly recordingBook: RecordingBook;
  readonly carrierRecordingDesk: CarrierRecordingDesk;
  /** The dialer's question when somebody rings us. */
  readonly callers: CallerDesk;
  readonly alerts: { raise(kind: string, subjectId: string): Promise<void> };
  readonly intake: CampaignIntake;
  /** Carries a handover on in this process; the queue asks for it too. */
  readonly runHandover: RunHandover;
  /** Wrap-ups that take longer than the rules allow (R30). */
  alertWrapUps(): Promise<number>;
  /** Raises the alerts of overdue fraud applications; returns how many are new. */
  alertFrauds(): Promise<number>;
  /** One pass over cases that the clock has changed; `start` repeats it. */
  sweep(): Promise<{ readonly recalled: number; readonly reviewed: number }>;
  /** By when cases are owed, after rules or days have changed: one pass; `start` repeats it. Returns how many moved. */
  replanFollowUps(): Promise<number>;
  /** One pass of the watch over recordings; `start` repeats it. */
  lookAtRecordings(): Promise<{
    readonly unanswered: number;
    readonly fetched: number;
    readonly alerts: number;
    readonly resolved: number;
  }>;
  /** Alerts for calendars in use whose year has no notice yet; `start` repeats it. */
  watchCalendars(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}
