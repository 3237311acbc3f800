import type { Logger } from '../platform/log.ts';

export interface Background {
  /** Starts work that nobody waits for; a failure is logged under that sentence. */
  run(failure: string, fields: Readonly<Record<string, string>>, work: () => Promise<unknown>): void;
  /** Resolves when nothing runs any more, what was started meanwhile included. */
  drained(): Promise<void>;
}

export function makeBackground(log: Logger): Background {
  const running = new Set<Promise<void>>();
  return {
    run(failure, fields, work) {
      const task = (async () => {
        try {
          await work();
        } catch (err) {
          log.warn({ err, ...fields }, failure);
        }
      })();
      running.add(task);
      void task.finally(() => running.delete(task));
    },
    async drained() {
      while (running.size > 0) await Promise.all([...running]);
    },
  };
}
