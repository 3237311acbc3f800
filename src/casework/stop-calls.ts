import type { CallsAbout, CaseNews, LiveCallRows, RingingCalls } from './ports.ts';

export interface CallStopper {
  /** What is queued or rings is hung up, and agents in a talk see why. */
  stop(about: CallsAbout): Promise<void>;
  /** Agents in a talk see the case as it is now. */
  tell(about: CallsAbout): Promise<void>;
}

/** Called after what forbids calls was committed: an intent stored later meets it in its own decision (INV-2). */
export function makeCallStopper(deps: { rows: LiveCallRows; ringing: RingingCalls; news: CaseNews }): CallStopper {
  const tell = async (about: CallsAbout): Promise<void> => {
    for (const watcher of await deps.rows.watchers(about)) deps.news.changed(watcher);
  };
  return {
    tell,
    async stop(about) {
      const attempts = await deps.rows.live(about);
      await Promise.all(attempts.map((attemptId) => deps.ringing.hangUpRinging(attemptId)));
      await tell(about);
    },
  };
}
