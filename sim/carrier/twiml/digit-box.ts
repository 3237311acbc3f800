import type { Clock, Timer } from '../clock.ts';
import { Interrupted } from '../clock.ts';
import type { Call } from '../exchange/call.ts';

/** Gathers the digits a caller presses, to be waited for one at a time. */
export class DigitBox {
  readonly #call: Call;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #digits: string[] = [];
  #wake: (() => void) | null = null;
  readonly #onDigit = (digit: string): void => {
    this.#digits.push(digit);
    this.#wake?.();
  };

  constructor(call: Call, clock: Clock, signal: AbortSignal) {
    this.#call = call;
    this.#clock = clock;
    this.#signal = signal;
    call.digitListeners.add(this.#onDigit);
  }

  close(): void {
    this.#call.digitListeners.delete(this.#onDigit);
  }

  /** The next digit, or null when none came in time or `early` was settled first. */
  next(ms: number, early?: Promise<unknown>): Promise<string | null> {
    const waiting = this.#digits.shift();
    if (waiting !== undefined) return Promise.resolve(waiting);
    return new Promise((resolve, reject) => {
      let timer: Timer | null = null;
      const done = (): void => {
        timer?.cancel();
        this.#wake = null;
        this.#signal.removeEventListener('abort', onAbort);
        resolve(this.#digits.shift() ?? null);
      };
      const onAbort = (): void => {
        timer?.cancel();
        this.#wake = null;
        reject(new Interrupted());
      };
      if (this.#signal.aborted) return onAbort();
      this.#signal.addEventListener('abort', onAbort, { once: true });
      this.#wake = done;
      if (ms !== Infinity) timer = this.#clock.after(ms, done);
      early?.then(() => {
        if (this.#wake === done) done();
      }, onAbort);
    });
  }
}
