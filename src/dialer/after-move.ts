import type { AttemptRecord } from '../domain/attempt.ts';
import type { Logger } from '../platform/log.ts';
import type { Moved } from './apply-event.ts';
import type { Background } from './background.ts';
import type { DialerFigures } from './figures.ts';
import type { EndCall } from './hang-up.ts';
import type { CallDesk } from './ports.ts';
import type { EndingQueue } from './stores.ts';
import type { TreatMachine } from './treat-machine.ts';

const liveStatuses = new Set(['queued', 'initiated', 'ringing', 'in-progress']);

/** The call lives at the carrier although the attempt has ended here: believed dead, or given up too early. */
const isOrphan = ({ after, event }: Moved): boolean =>
  event.type === 'carrierStatus' &&
  liveStatuses.has(event.status) &&
  after.terminal !== null &&
  after.terminal.by !== 'carrier';

const wantedEnded = (record: AttemptRecord): boolean => record.hangUpAsked !== null || record.agentLostAt !== null;

const since = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : to - from;

/** What follows from a step. Nothing here may be the only one to know: reconciling finds whatever is lost on the way. */
export function makeAfterMove(deps: {
  readonly endings: EndingQueue;
  readonly calls: Pick<CallDesk, 'callEnded'>;
  readonly endCall: EndCall;
  readonly treatMachine: TreatMachine;
  readonly background: Background;
  readonly figures: Pick<DialerFigures, 'ended'>;
  readonly wake: () => void;
  readonly log: Logger;
}): (moved: Moved) => void {
  const { background, endings, calls, endCall, log } = deps;

  function ended({ attempt, after }: Moved): void {
    const { attemptId } = attempt;
    if (after.ending === null) return;
    deps.figures.ended(after.ending);
    log.info(
      {
        attemptId,
        fault: after.ending.fault,
        reason: after.ending.reason,
        placeMs: since(after.intendedAt, after.placedAt),
        ringMs: since(after.placedAt, after.answeredAt),
        offerMs: since(after.answeredAt, after.connected?.at ?? null),
        talkMs: since(after.connected?.at ?? null, after.ending.at),
      },
      'call ended',
    );
    background.run('the floor could not be told of an ending', { attemptId }, () => calls.callEnded(attemptId));
    deps.wake();
  }

  return (moved) => {
    const { attempt, before, after, event } = moved;
    const { attemptId } = attempt;
    if (after.state === 'ended' && before.state !== 'ended') ended(moved);
    // A call that rings, or is answered, is worth another look too.
    else if (after.state !== before.state) deps.wake();
    if (after.ending !== null && JSON.stringify(after.ending) !== JSON.stringify(before.ending)) {
      background.run('an ending could not be queued; reconciling hands it over', { attemptId }, () =>
        endings.handOver(attemptId, attempt.version),
      );
    }
    if (event.type === 'amd') {
      background.run('an answering machine verdict was not treated', { attemptId }, () => deps.treatMachine(moved));
    }
    const { sid } = after;
    if (sid === null) return;
    const learntTooLate = before.sid === null && after.state !== 'ended' && wantedEnded(after);
    if (isOrphan(moved) || learntTooLate) {
      log.warn({ attemptId, state: after.state }, 'a call that nobody wants is hung up');
      background.run('a call that nobody wants could not be hung up', { attemptId }, () => endCall(attemptId, sid));
    }
  };
}
