import type { AlertPage } from '../contract/alert.ts';
import type { Clock } from '../platform/clock.ts';
import type { AlertBook, AlertNews, AlertQuery, AuditTrail } from './ports.ts';

export interface AlertDesk {
  page(query: AlertQuery): Promise<AlertPage>;
  /** False: nothing was left to do. */
  acknowledge(id: string, userId: string): Promise<boolean>;
  resolve(id: string, note: string, userId: string): Promise<boolean>;
  /** Tells the windows when anything has changed since the last look, whoever changed it. */
  look(): Promise<void>;
}

/** Alerts are raised by whoever finds something, and resolved by it when it is in order; here people see and settle them. */
export function makeAlertDesk(deps: {
  readonly book: AlertBook;
  readonly news: AlertNews;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}): AlertDesk {
  const { book, audit, clock } = deps;
  let seen: string | null = null;
  const note = async (action: string, id: string, userId: string, kind: string, text?: string): Promise<boolean> => {
    const detail = { kind, ...(text === undefined ? {} : { note: text }) };
    await audit.record({ actorId: userId, action, subjectType: 'alert', subjectId: id, detail });
    deps.news.changed();
    return true;
  };
  return {
    page: (query) => book.page(query),
    async acknowledge(id, userId) {
      const kind = await book.acknowledge(id, userId, clock());
      return kind !== null && note('alert.acknowledged', id, userId, kind);
    },
    async resolve(id, text, userId) {
      const kind = await book.resolve(id, userId, text, clock());
      return kind !== null && note('alert.resolved', id, userId, kind, text);
    },
    async look() {
      const stamp = await book.stamp();
      if (seen !== null && stamp !== seen) deps.news.changed();
      seen = stamp;
    },
  };
}
