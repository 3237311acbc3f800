import type { Readable } from 'node:stream';
import type { ChecklistView, TaskList, TaskQuery } from '../contract/task.ts';
import type { VisitList, VisitQuery } from '../contract/visit.ts';
import type { Listener } from './may-listen.ts';

/** What people look at of tasks and visits. An agent sees his own tasks, and the visits of cases he may see. */
export interface TaskBooks {
  tasks(query: TaskQuery, viewer: Listener): Promise<TaskList>;
  visits(query: VisitQuery, viewer: Listener): Promise<VisitList>;
  /** What was verified of the debtor, by whom and when (R42-R45). */
  checklist(caseId: string): Promise<ChecklistView>;
  /** The case of a task, or of a visit this viewer may see. */
  caseOfTask(taskId: string): Promise<string | null>;
  caseOfVisit(visitId: string, viewer: Listener): Promise<string | null>;
  caseOfNumber(numberId: string): Promise<string | null>;
  /** Unknown user or task: false. */
  assign(taskId: string, ownerId: string | null): Promise<boolean>;
  photo(photoId: string, viewer: Listener): Promise<{ readonly path: string; readonly mime: string } | null>;
  addPhoto(photo: {
    readonly visitId: string;
    readonly path: string;
    readonly mime: string;
    readonly byteSize: number;
    readonly sha256: string;
    readonly by: string;
  }): Promise<{ readonly photoId: string; readonly isNew: boolean }>;
  photosOf(visitId: string): Promise<{ readonly status: string; readonly photos: number } | null>;
}

/** Pictures below the visits folder. */
export interface VisitPhotoFiles {
  keep(
    bytes: AsyncIterable<Buffer>,
    mostBytes: number,
  ): Promise<
    | { readonly path: string; readonly mime: string; readonly byteSize: number; readonly sha256: string }
    | 'too_large'
    | 'no_image'
  >;
  drop(path: string): Promise<void>;
  read(path: string): Readable;
}
