import {
  bringsData,
  searchDueAt,
  taskOfData,
  tasksOfEndedTracing,
  type PlannedTask,
  type TaskKind,
} from '../domain/case-tasks.ts';
import { isDialableStatus } from '../domain/number-order.ts';
import { checkEntry, openItems, type ChecklistEntry } from '../domain/verification-checklist.ts';
import { classAfterSearch } from '../domain/tracing.ts';
import { caseClasses, numberStatuses, type Instant } from '../domain/vocabulary.ts';
import type { FollowUpDeps } from './attempt-ended.ts';
import type { CaseRecord } from './case-record.ts';
import type { FieldRefusal } from './casework.ts';
import { presetOf, wordOf } from './dial-facts-of.ts';
import type { CaseEntry } from './ledger.ts';
import type { Listener } from './may-listen.ts';
import type { AuditTrail } from './ports.ts';

export type TaskReply =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

export interface TaskEnding {
  readonly result: string;
  readonly sourceBasis: string | null;
  readonly obtainedAt: Instant | null;
}

/** Tasks that a supervisor asks for; the others are made by what happens. */
export const askedKinds = ['registry_check', 'verification_checklist', 'trace_phone', 'lookup_114'] as const;

const refused = (field: string, rule: string, remedy: string): TaskReply => ({
  kind: 'refused',
  problems: [{ field, rule, remedy }],
});
const saved: TaskReply = { kind: 'saved' };
const isBlank = (text: string | null): boolean => (text ?? '').trim() === '';

/** What is done about tasks. A task belongs to its owner; supervisors may do any. */
export function makeTaskDesk(deps: FollowUpDeps & { readonly audit: AuditTrail }) {
  const { ledger, clock, audit } = deps;

  const sourceMissing = (rule: string): TaskReply =>
    refused('sourceBasis', `${rule}:source_basis_missing`, 'Name the lawful ground on which the data is obtained.');

  async function againstEnding(entry: CaseEntry, kind: TaskKind, ending: TaskEnding): Promise<TaskReply | null> {
    if (kind === 'registry_check' && isBlank(ending.sourceBasis)) return sourceMissing('R20');
    if (ending.obtainedAt !== null && ending.obtainedAt > clock()) {
      return refused('obtainedAt', 'R33:in_the_future', 'Give the time at which the data was obtained.');
    }
    if (kind !== 'verification_checklist') return null;
    const open = openItems(await entry.tasks.checklist());
    return open.length === 0 ? null : refused('checklist', 'R42:items_open', `Fill in first: ${open.join(', ')}.`);
  }

  /** What follows from the end: data to be entered (R33), or the next search of a case that is lost (R20). */
  async function follow(entry: CaseEntry, kind: TaskKind, ending: TaskEnding): Promise<void> {
    const record = await entry.record();
    const house = { businessZone: record.tenant.businessZone, clocks: presetOf(record).clocks };
    const tasks: PlannedTask[] = [];
    if (bringsData.has(kind) && ending.obtainedAt !== null) {
      tasks.push(taskOfData('data_entry', ending.obtainedAt, house.clocks));
    }
    if (kind === 'trace_phone' || kind === 'lookup_114') tasks.push(...(await afterSearch(entry, record, house)));
    await entry.tasks.open(tasks);
  }

  async function afterSearch(entry: CaseEntry, record: CaseRecord, house: Parameters<typeof tasksOfEndedTracing>[2]) {
    const searching = (await entry.tasks.openKinds()).some((each) => each === 'trace_phone' || each === 'lookup_114');
    if (searching) return [];
    const found = record.numbers.filter(({ status }) => isDialableStatus(wordOf(numberStatuses, status ?? 'active')));
    const before = wordOf(caseClasses, record.caseClass);
    const caseClass = classAfterSearch(before, found.length);
    if (caseClass !== before) await entry.saveCase({ caseClass, classAt: clock() });
    return tasksOfEndedTracing(clock(), found.length, house);
  }

  return {
    async finish(caseId: string, taskId: string, by: Listener, ending: TaskEnding): Promise<TaskReply> {
      let kind: TaskKind | null = null;
      const reply = await ledger.withCase(caseId, async (entry): Promise<TaskReply> => {
        const task = await entry.tasks.find(taskId);
        if (task === null || (by.role === 'agent' && task.ownerId !== by.id)) return { kind: 'unknown' };
        // Sent twice: the first holds, and is not an error to whoever sent it.
        if (task.doneAt !== null) {
          return task.result === ending.result
            ? saved
            : refused('taskId', 'task:already_done', 'The task is done already; write a note on the case instead.');
        }
        const against = await againstEnding(entry, task.kind, ending);
        if (against !== null) return against;
        await entry.tasks.finish(taskId, { by: by.id, at: clock(), ...ending });
        await follow(entry, task.kind, ending);
        kind = task.kind;
        return saved;
      });
      if (kind !== null) {
        const detail = { kind };
        await audit.record({ actorId: by.id, action: 'task.done', subjectType: 'task', subjectId: taskId, detail });
      }
      return reply ?? { kind: 'unknown' };
    },
    async ask(caseId: string, by: string, asked: { kind: TaskKind; sourceBasis: string | null }): Promise<TaskReply> {
      if (asked.kind === 'registry_check' && isBlank(asked.sourceBasis)) return sourceMissing('R20');
      const opened = await ledger.withCase(caseId, async (entry) => {
        const record = await entry.record();
        if (record.status !== 'open') return 'closed' as const;
        const now = clock();
        const dueAt = searchDueAt(now, record.tenant.businessZone, presetOf(record).clocks);
        const task = { kind: asked.kind, because: 'asked' as const, anchorAt: now, dueAt };
        return entry.tasks.open([
          { ...task, ...(asked.sourceBasis === null ? {} : { sourceBasis: asked.sourceBasis }) },
        ]);
      });
      if (opened === null) return { kind: 'unknown' };
      if (opened === 'closed') return refused('case', 'R26:not_open', 'The case is closed or recalled.');
      if (opened === 0) return refused('kind', 'task:open_already', 'The case has an open task of this kind.');
      const detail = { kind: asked.kind };
      await audit.record({ actorId: by, action: 'task.asked', subjectType: 'case', subjectId: caseId, detail });
      return saved;
    },
    async fillIn(caseId: string, by: string, given: ChecklistEntry): Promise<TaskReply> {
      const problems = checkEntry(given);
      if (problems.length > 0) {
        return {
          kind: 'refused',
          problems: problems.map(({ rule, because }) =>
            because === 'finding_missing'
              ? { field: 'finding', rule: `${rule}:${because}`, remedy: 'Write down what was found.' }
              : { field: 'sourceBasis', rule: `${rule}:${because}`, remedy: 'Name the lawful ground of the data.' },
          ),
        };
      }
      const done = await ledger.withCase(caseId, async (entry) => {
        await entry.tasks.addChecklistEntry(given, by, clock());
        return true;
      });
      if (done === null) return { kind: 'unknown' };
      const detail = { item: given.item };
      await audit.record({ actorId: by, action: 'checklist.entered', subjectType: 'case', subjectId: caseId, detail });
      return saved;
    },
  };
}
export type TaskDesk = ReturnType<typeof makeTaskDesk>;
