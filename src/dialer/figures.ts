import { attemptStates, decisionReasons, type AttemptState } from '../domain/vocabulary.ts';
import type { AttemptEnding } from '../domain/attempt.ts';
import type { Metrics } from '../platform/metrics.ts';
import { paceReasons, type PaceReason } from './decide-pace.ts';
import type { LaunchRefusal } from './dialer.ts';
import type { CallbackKind, PlaceOutcome } from './ports.ts';

/** Every reason with which a call can end. A test holds the list to the domain's tables. */
export const endReasons = [
  'no-answer',
  'busy',
  'rejected',
  'powered-off',
  'vacant',
  'number-changed',
  'malformed',
  'no-route',
  'congestion',
  'out-of-order',
  'blocked',
  'setup-timeout',
  'canceled',
  'rate-limited',
  'account',
  'caller-id',
  'bad-request',
  'unclassified',
  'answered',
  'machine',
  'fax',
  'unreachable',
  'dial-by-passed',
  'never-placed',
  'agent-lost',
  'callee-hung-up',
  'caller-left',
  'agent-hung-up',
  'supervisor-hung-up',
  'stop-hung-up',
  'system-hung-up',
  'left-before-agent',
  'abandoned',
  'suppressed',
] as const;
type EndReason = (typeof endReasons)[number] | 'other';

const faults = ['callee', 'carrier', 'ours', 'agent', 'none'] as const;
const placeKinds = ['accepted', 'refused', 'later', 'unknown'] as const satisfies readonly PlaceOutcome['kind'][];
const callbackKinds = ['status', 'amd', 'recording'] as const satisfies readonly CallbackKind[];
export const callbackOutcomes = ['stored', 'known', 'bad-signature', 'unknown-attempt', 'unreadable'] as const;
const refusals = [
  'unknown_case',
  'not_now',
  'unknown_number',
  'live_call',
  'campaign_not_running',
  'trunk_unavailable',
  'no_channel',
  'no_trunk',
  'no_caller_id',
  'fiction_on_real_carrier',
  'agent_to_hold',
  'no_agent_to_hold',
  'lease_lost',
] as const satisfies readonly LaunchRefusal[];
const suppressions = [
  ...decisionReasons,
  'campaign_not_running',
  'trunk_unavailable',
  'unknown_case',
  'unknown_number',
  'fiction_on_real_carrier',
  'hung_up',
  'other',
] as const;

const suppressedPrefix = 'suppressed-';
const known = <T extends string>(list: readonly T[], word: string, otherwise: T): T =>
  list.find((item) => item === word) ?? otherwise;

export const labelOf = (reason: string): EndReason =>
  reason.startsWith(suppressedPrefix) ? 'suppressed' : known<EndReason>(endReasons, reason, 'other');

export interface DialerFigures {
  readonly ended: (ending: AttemptEnding) => void;
  readonly placed: (launchMs: number, kind: PlaceOutcome['kind']) => void;
  readonly callback: (kind: CallbackKind, outcome: (typeof callbackOutcomes)[number], ms: number) => void;
  readonly refused: (because: LaunchRefusal) => void;
  /** `ms`: what the decision alone took. */
  readonly paced: (because: PaceReason, ms: number) => void;
  readonly live: (states: readonly AttemptState[]) => void;
}

const launchBucketsMs = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000];
const decisionBucketsMs = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];
const callbackBucketsMs = [1, 2, 5, 10, 25, 50, 100, 250, 1_000];

export function makeFigures(metrics: Metrics): DialerFigures {
  const ended = metrics.counter(
    { name: 'attempts_ended_total', help: 'Calls that ended, by whose doing it was and why.' },
    { fault: faults, reason: [...endReasons, 'other'] },
  );
  const suppressed = metrics.counter(
    { name: 'attempts_suppressed_total', help: 'Intents that the decision at the instant of launching refused.' },
    { reason: suppressions },
  );
  const placed = metrics.histogram(
    { name: 'launch_ms', help: 'From the intent to the carrier’s answer.', buckets: launchBucketsMs },
    { outcome: placeKinds },
  );
  const callbacks = metrics.histogram(
    { name: 'carrier_callback_ms', help: 'From a callback’s arrival to its reply.', buckets: callbackBucketsMs },
    { kind: callbackKinds, outcome: callbackOutcomes },
  );
  const refused = metrics.counter(
    { name: 'launches_refused_total', help: 'Launches refused before an intent was written.' },
    { because: refusals },
  );
  const paced = metrics.counter(
    { name: 'pacing_decisions_total', help: 'Pacing decisions by what bounded them.' },
    { because: paceReasons },
  );
  const decided = metrics.histogram(
    { name: 'pacing_decision_ms', help: 'What a pacing decision took to compute.', buckets: decisionBucketsMs },
    {},
  );
  const live = metrics.gauge({ name: 'attempts_live', help: 'Calls under way, by state.' }, { state: attemptStates });
  return {
    ended(ending) {
      ended.inc({ fault: ending.fault, reason: labelOf(ending.reason) });
      if (ending.reason.startsWith(suppressedPrefix)) {
        suppressed.inc({ reason: known(suppressions, ending.reason.slice(suppressedPrefix.length), 'other') });
      }
    },
    placed: (launchMs, outcome) => placed.observe({ outcome }, launchMs),
    callback: (kind, outcome, ms) => callbacks.observe({ kind, outcome }, ms),
    refused: (because) => refused.inc({ because }),
    paced(because, ms) {
      paced.inc({ because });
      decided.observe({}, ms);
    },
    live(states) {
      for (const state of attemptStates) live.set({ state }, states.filter((word) => word === state).length);
    },
  };
}
