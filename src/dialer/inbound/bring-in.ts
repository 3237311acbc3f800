import type { AttemptState } from '../../domain/vocabulary.ts';
import type { Logger } from '../../platform/log.ts';
import { addressesOf } from '../addresses.ts';
import type { LearnCall } from '../learn-call.ts';
import type { Carrier } from '../ports.ts';
import type { AttemptBook } from '../stores.ts';
import type { InboundBook, InboundCarrier } from './inbound-ports.ts';

/**
 * Ends the announcements: the caller's audio comes to us, or to the node with that public address. `ended`: he waits no more.
 * `failed`: the carrier did not do it, or cannot be asked here.
 */
export type BringIn = (attemptId: string, publicUrl?: string) => Promise<'asked' | 'ended' | 'failed'>;

/** Nobody is taken out of a talk by somebody who thinks that he still waits. */
const waitsNoMore = new Set<AttemptState>(['connected', 'ended']);

export function makeBringIn(deps: {
  readonly attempts: Pick<AttemptBook, 'find'>;
  readonly book: Pick<InboundBook, 'byAttempt'>;
  readonly carrier: InboundCarrier;
  readonly calls: Pick<Carrier, 'fetchCall'>;
  readonly learn: LearnCall;
  readonly tokenOf: (attemptId: string) => string | undefined;
  readonly publicUrl: string;
  readonly log: Logger;
}): BringIn {
  return async (attemptId, publicUrl = deps.publicUrl) => {
    const token = deps.tokenOf(attemptId);
    const [attempt, call] = await Promise.all([deps.attempts.find(attemptId), deps.book.byAttempt(attemptId)]);
    if (attempt === null || call === null || waitsNoMore.has(attempt.record.state)) return 'ended';
    if (token === undefined) return 'failed';
    const { media, recording } = addressesOf(publicUrl, attemptId, token);
    const { language } = call.settings;
    const reply = await deps.carrier.redirect(attempt.trunkId, call.callSid, {
      language,
      steps: [{ do: 'stream', media, recording }, { do: 'hang-up' }],
    });
    if (reply === 'redirected') return 'asked';
    deps.log.warn({ attemptId, reply }, 'a caller could not be brought to an agent');
    if (reply === 'unknown') return 'failed';
    // Gone before the carrier told us: its ending is fetched rather than waited for.
    const found = await deps.calls.fetchCall(call.callSid);
    if (found !== null) await deps.learn(attemptId, found);
    return 'ended';
  };
}
