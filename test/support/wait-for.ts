import type { EventEmitter } from 'node:events';

const pollMs = 10;
const defaultDeadlineMs = 10_000;

type Answer<T> = T | undefined | null | false;

/** Polls until the question is answered by something true, and fails with the question's name when the deadline passes. */
export async function waitFor<T>(
  what: string,
  ask: () => Answer<T> | Promise<Answer<T>>,
  deadlineMs = defaultDeadlineMs,
): Promise<T> {
  const endsAt = Date.now() + deadlineMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() >= endsAt) throw new Error(`waited ${deadlineMs} ms in vain for: ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** The first event of that name that passes the filter. Start listening before causing it. */
export function waitForEvent<T>(
  source: EventEmitter,
  name: string,
  matches: (payload: T) => boolean = () => true,
  deadlineMs = defaultDeadlineMs,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      source.off(name, listen);
      reject(new Error(`waited ${deadlineMs} ms in vain for the event: ${name}`));
    }, deadlineMs);
    const listen = (payload: T): void => {
      if (!matches(payload)) return;
      clearTimeout(timer);
      source.off(name, listen);
      resolve(payload);
    };
    source.on(name, listen);
  });
}
