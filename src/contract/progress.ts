import { z } from 'zod';
import { caseClasses } from '../domain/vocabulary.ts';

/** Epoch milliseconds. */
const instant = z.number();
/** `YYYY-MM-DD`, a day of the business zone. */
const localDate = z.string();

export const progressGroups = ['collector', 'team', 'client', 'campaign'] as const;
export type ProgressGroup = (typeof progressGroups)[number];

/** Lists of cases behind the figures. Those up to `unowned` and lost recordings are of now, the others of the days asked for. */
export const progressLists = [
  'open',
  'due',
  'due_today',
  'overdue',
  'excused',
  'waiting',
  'stopped',
  'unowned',
  'planned',
  'touched',
  'promises_due',
  'promises_broken',
  'newly_broken',
  'recordings_missing',
] as const;
export type ProgressList = (typeof progressLists)[number];

export const progressRow = z.object({
  /** Null: cases that belong to none of the group. */
  key: z.string().nullable(),
  name: z.string().nullable(),
  /** Distinct cases with an attempt, counted anew each day (R29). */
  accounts: z.number(),
  /** Accounts asked for on the operating days asked for; null where there is no such goal. */
  goal: z.number().nullable(),
  daysMet: z.number(),
  /** Days of the period on which anything was dialed, in order. */
  days: z.array(z.object({ day: localDate, accounts: z.number(), met: z.boolean() })),
  attempts: z.number(),
  rightParty: z.number(),
  /** Distinct cases with an attempt in the period; those of them that are open now. */
  touched: z.number(),
  touchedOpen: z.number(),
  open: z.number(),
  /** Open, not stopped, not waiting, to be followed up today or earlier, and not touched in the period. */
  dueLeft: z.number(),
  overdue: z.number(),
  /** Owed on a day that no open day could meet (3.4). */
  excused: z.number(),
  waiting: z.number(),
  stopped: z.number(),
  unowned: z.number(),
  promisesDue: z.number(),
  promisesKept: z.number(),
  promisesBroken: z.number(),
});
export type ProgressRow = z.infer<typeof progressRow>;

/** `GET /api/progress?from=&to=&group=` */
export const progressReport = z.object({
  from: localDate,
  to: localDate,
  today: localDate,
  group: z.enum(progressGroups),
  /** Days of the period, up to today, on which calls are made. */
  operatingDays: z.number(),
  rows: z.array(progressRow),
  total: progressRow,
});
export type ProgressReport = z.infer<typeof progressReport>;

/** What went against a rule or is about to: `breached`, `warned`, or `excused` because nobody worked on the day. */
export const exceptionNames = [
  'overdue',
  'excused',
  'newly_broken',
  'tasks_breached',
  'tasks_soon',
  'fraud_breached',
  'recordings_missing',
  'imports_rejected',
] as const;
export type ExceptionName = (typeof exceptionNames)[number];

/** `GET /api/progress/exceptions`: as of now, each with the number of items on its list. */
export const progressExceptions = z.object({
  exceptions: z.array(
    z.object({
      name: z.enum(exceptionNames),
      level: z.enum(['breached', 'warned', 'excused']),
      count: z.number().int(),
    }),
  ),
});
export type ProgressExceptions = z.infer<typeof progressExceptions>;

export const standings = ['stopped', 'waiting', 'planned', 'due', 'excused', 'overdue', 'closed'] as const;

/** A case in a list behind a figure, on the worklist or on a day of the calendar. */
export const listedCase = z.object({
  caseId: z.string(),
  externalRef: z.string(),
  debtorName: z.string().nullable(),
  clientName: z.string(),
  ownerName: z.string().nullable(),
  amountMinor: z.number(),
  currency: z.string(),
  caseClass: z.enum(caseClasses),
  followUpBy: localDate.nullable(),
  waitingUntil: instant.nullable(),
  lastAttemptAt: instant.nullable(),
  /** The promise on whose account the case is listed, else its open one. */
  promise: z.object({ amountMinor: z.number(), dueOn: localDate }).nullable(),
  standing: z.enum(standings),
});
export type ListedCase = z.infer<typeof listedCase>;

/** `GET /api/progress/cases?list=&...`, `GET /api/agent/worklist?list=&...` */
export const listedCases = z.object({ cases: z.array(listedCase), nextCursor: z.string().nullable() });
export type ListedCases = z.infer<typeof listedCases>;

/** What an agent's worklist is divided into; `day` is one day of the calendar. */
export const worklistNames = ['due', 'overdue', 'waiting', 'promises_due', 'day'] as const;
export type WorklistName = (typeof worklistNames)[number];
/** What it can be ordered by: the day by which a case is owed, its reference, what is owed, its last call. */
export const worklistSorts = ['urgency', 'reference', 'owed', 'last'] as const;
export type WorklistSort = (typeof worklistSorts)[number];

/** `GET /api/agent/worklist/counts` */
export const worklistCounts = z.object({
  today: localDate,
  due: z.number(),
  overdue: z.number(),
  waiting: z.number(),
  promises_due: z.number(),
});
export type WorklistCounts = z.infer<typeof worklistCounts>;

/** `GET /api/agent/calendar?month=YYYY-MM` */
export const agentCalendar = z.object({
  month: z.string(),
  today: localDate,
  /** Every day of the month. */
  days: z.array(
    z.object({ day: localDate, followUps: z.number(), promises: z.number(), callbacks: z.number(), open: z.boolean() }),
  ),
});
export type AgentCalendar = z.infer<typeof agentCalendar>;
