export interface Timer {
  cancel(): void;
}

/** Everything in the carrier that waits or stamps does it through this port, so that tests can hold time still. */
export interface Clock {
  now(): number;
  after(ms: number, run: () => void): Timer;
}

export const realClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after(ms, run) {
    const handle = setTimeout(run, Math.max(0, ms));
    return { cancel: () => clearTimeout(handle) };
  },
};

export class Interrupted extends Error {
  constructor() {
    super('interrupted by hang-up or redirect');
    this.name = 'Interrupted';
  }
}

/** Waits on the given clock; an aborted signal ends the wait with Interrupted. */
export function waitFor(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new Interrupted());
      return;
    }
    const onAbort = (): void => {
      timer.cancel();
      reject(new Interrupted());
    };
    const timer = clock.after(ms, () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** Races a promise against the signal, so that a verb never outlives its call. */
export function orInterrupted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new Interrupted());
      return;
    }
    const onAbort = (): void => reject(new Interrupted());
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(
      (value) => {
        signal.removeEventListener('abort', onAbort);
        resolve(value);
      },
      (cause: unknown) => {
        signal.removeEventListener('abort', onAbort);
        reject(cause instanceof Error ? cause : new Error(String(cause)));
      },
    );
  });
}
