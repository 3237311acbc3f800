import type { TimelinePage, TimelineQuery } from '../contract/timeline.ts';
import type { Listener } from './may-listen.ts';

/** Everything that happened to a case, in one list. Null: no such case, or not for this viewer now (IDC-1). */
export interface Timeline {
  page(caseId: string, query: TimelineQuery, viewer: Listener): Promise<TimelinePage | null>;
}
