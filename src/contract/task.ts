import { z } from 'zod';
import { taskCauses, taskKinds } from '../domain/case-tasks.ts';
import { taskStates } from '../domain/task-clocks.ts';
import { checklistItems } from '../domain/verification-checklist.ts';
import { nextCursor, orderFields } from './page.ts';

const instant = z.number().int();
const text = (most: number) => z.string().trim().min(1).max(most);

export const taskView = z.object({
  taskId: z.uuid(),
  caseId: z.uuid(),
  externalRef: z.string(),
  debtorName: z.string().nullable(),
  kind: z.enum(taskKinds),
  because: z.enum(taskCauses),
  ownerId: z.uuid().nullable(),
  ownerName: z.string().nullable(),
  createdAt: instant,
  dueAt: instant,
  doneAt: instant.nullable(),
  /** Derived from due, done and now; `breached` stays with a task that was done late. */
  state: z.enum(taskStates),
  result: z.string().nullable(),
  /** Ended by what became of the case: nobody had to do it any more. */
  notNeeded: z.boolean(),
  sourceBasis: z.string().nullable(),
});
export type TaskView = z.infer<typeof taskView>;

export const taskFilters = ['pending', 'open', 'due_soon', 'breached', 'done'] as const;
/** What narrows tasks down: of `GET /api/tasks` and of its export. */
export const tasksWanted = z.object({
  kind: z.enum(taskKinds).optional(),
  state: z.enum(taskFilters).default('pending'),
  /** `none`: nobody's. */
  owner: z.union([z.uuid(), z.literal('none')]).optional(),
  caseId: z.uuid().optional(),
});
/** `case`: by its reference. `done`: by when it was done, of those that are. */
const taskSorts = ['due', 'case', 'kind', 'owner', 'done'] as const;
export type TaskSort = (typeof taskSorts)[number];
/**
 * `GET /api/tasks`: unless an order is asked for the first due first, of those done the latest. An agent sees his own
 * whatever he asks for.
 */
export const taskQuery = tasksWanted.extend(orderFields(taskSorts));
export type TaskQuery = z.infer<typeof taskQuery>;

export const taskList = z.object({
  tasks: z.array(taskView),
  nextCursor,
  total: z.number().int(),
  /** Over all pages, by state. */
  counts: z.object({ open: z.number().int(), due_soon: z.number().int(), breached: z.number().int() }),
  owners: z.array(z.object({ userId: z.uuid(), displayName: z.string() })),
});
export type TaskList = z.infer<typeof taskList>;

export const taskEnding = z.object({
  result: text(2000),
  sourceBasis: text(500).nullable().default(null),
  obtainedAt: instant.nullable().default(null),
});
export const taskAsked = z.object({
  kind: z.enum(['registry_check', 'verification_checklist', 'trace_phone', 'lookup_114']),
  sourceBasis: text(500).nullable().default(null),
});
export const taskOwner = z.object({ ownerId: z.uuid().nullable() });

export const checklistEntry = z.object({
  item: z.enum(checklistItems),
  finding: z.string().trim().max(2000),
  sourceBasis: z.string().trim().max(500).nullable().default(null),
});
/** `GET /api/cases/:id/checklist`: the latest entry first. */
export const checklistView = z.object({
  entries: z.array(checklistEntry.extend({ entryId: z.uuid(), byName: z.string().nullable(), at: instant })),
  open: z.array(z.enum(checklistItems)),
});
export type ChecklistView = z.infer<typeof checklistView>;

export const newNumber = z.object({
  number: text(40),
  source: z.enum(['tracing', 'company', 'third_party', 'visit', 'registry']),
  person: text(120).nullable().default(null),
  relation: text(60).nullable().default(null),
  note: text(500).nullable().default(null),
  /** The lawful ground, for what comes from a registry. */
  sourceBasis: text(500).nullable().default(null),
});
/** R32: somebody was reached on it, or a lawful proof says whose it is. */
export const verifyNumber = z.object({
  note: text(500),
  by: z.enum(['contact', 'proof']).default('contact'),
  sourceBasis: text(500).nullable().default(null),
});
export type VerifyNumber = z.infer<typeof verifyNumber>;
