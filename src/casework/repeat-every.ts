import type { Logger } from '../platform/log.ts';

export interface Repeating {
  stop(): Promise<void>;
}

/** Runs a pass again and again, never two at once; a pass that fails is logged and the next one comes all the same. */
export function repeatEvery(everyMs: number, what: string, log: Logger, pass: () => Promise<unknown>): Repeating {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  const turn = async (): Promise<void> => {
    try {
      await pass();
    } catch (error) {
      log.error({ err: error, what }, 'a pass failed');
    }
    if (!stopped) timer = setTimeout(begin, everyMs);
  };
  const begin = (): void => {
    running = turn();
  };
  begin();
  return {
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
