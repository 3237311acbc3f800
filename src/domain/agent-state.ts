import type { Instant } from './vocabulary.ts';

/**
 * An agent's day. Signing in leads to a break, not to calls: an agent asks for them.
 *
 * signed_out -> on_break <-> ready -> reserved -> talking -> wrapping_up -> ready | on_break
 *
 * Out of `talking` there is one way, to `wrapping_up`, and out of `wrapping_up` one way, a saved wrap-up (INV-5):
 * neither signing out nor a lost connection goes round it.
 */
export type AgentState =
  | { readonly name: 'signed_out' }
  | { readonly name: 'on_break'; readonly reason: string }
  | { readonly name: 'ready'; readonly readySince: Instant }
  | { readonly name: 'reserved'; readonly attemptId: string; readonly readySince: Instant }
  | { readonly name: 'talking'; readonly attemptId: string; readonly wish: AgentWish | null }
  | {
      readonly name: 'wrapping_up';
      readonly attemptId: string;
      readonly wish: AgentWish | null;
      readonly since: Instant;
    };

export type AgentWish = { readonly to: 'ready' } | { readonly to: 'on_break'; readonly reason: string };

export type MissingProof = 'audio_socket' | 'audio_clock' | 'microphone' | 'probe';
export type MissingWrapUp = 'disposition' | 'class' | 'next_date';

export type AgentEvent =
  | { readonly type: 'signIn'; readonly at: Instant }
  /** `missing` lists the proofs of life that are absent. */
  | { readonly type: 'askReady'; readonly at: Instant; readonly missing: readonly MissingProof[] }
  | { readonly type: 'askBreak'; readonly at: Instant; readonly reason: string }
  | { readonly type: 'reserve'; readonly at: Instant; readonly attemptId: string }
  | { readonly type: 'offerExpired'; readonly at: Instant; readonly attemptId: string }
  | { readonly type: 'connect'; readonly at: Instant; readonly attemptId: string }
  | { readonly type: 'callEnded'; readonly at: Instant; readonly attemptId: string }
  | { readonly type: 'wrapUpSaved'; readonly at: Instant; readonly attemptId: string; readonly then: AgentWish }
  | { readonly type: 'signOut'; readonly at: Instant }
  /** Proof of life gone for longer than a reconnection takes. */
  | { readonly type: 'lost'; readonly at: Instant }
  /** A supervisor frees an agent who is stuck. A talk has to be ended first, and a wrap-up that is owed stays owed. */
  | { readonly type: 'forced'; readonly at: Instant; readonly to: 'on_break' | 'signed_out' };

export type AgentRefusal =
  | 'signed_out'
  | 'already_signed_in'
  | 'already_ready'
  | 'not_ready'
  | 'not_reserved'
  | 'not_talking'
  | 'not_wrapping_up'
  | 'other_attempt'
  | 'on_a_call'
  | 'wrap_up_due'
  | 'no_proof_of_life'
  | 'nothing_to_lose';

export type AgentStep =
  | { readonly kind: 'moved'; readonly to: AgentState }
  | {
      readonly kind: 'refused';
      readonly because: AgentRefusal;
      readonly missing?: readonly (MissingProof | MissingWrapUp)[];
    };

/** Reasons of a break that the machine itself begins. */
export const signedInReason = 'signed_in';
export const lostReason = 'connection_lost';
export const forcedReason = 'supervisor';

const wrapUpParts: readonly MissingWrapUp[] = ['disposition', 'class', 'next_date'];

const moved = (to: AgentState): AgentStep => ({ kind: 'moved', to });
const refused = (because: AgentRefusal): AgentStep => ({ kind: 'refused', because });
const wrapUpDue: AgentStep = { kind: 'refused', because: 'wrap_up_due', missing: wrapUpParts };

export function step(state: AgentState, event: AgentEvent): AgentStep {
  switch (event.type) {
    case 'signIn':
      return state.name === 'signed_out'
        ? moved({ name: 'on_break', reason: signedInReason })
        : refused('already_signed_in');
    case 'askReady':
      return askReady(state, event.at, event.missing);
    case 'askBreak':
      return askBreak(state, event.reason);
    case 'reserve':
      return state.name === 'ready'
        ? moved({ name: 'reserved', attemptId: event.attemptId, readySince: state.readySince })
        : refused('not_ready');
    case 'offerExpired':
      if (state.name !== 'reserved') return refused('not_reserved');
      if (state.attemptId !== event.attemptId) return refused('other_attempt');
      // An offer that came to nothing does not cost the place in the queue.
      return moved({ name: 'ready', readySince: state.readySince });
    case 'connect':
      if (state.name !== 'reserved') return refused('not_reserved');
      if (state.attemptId !== event.attemptId) return refused('other_attempt');
      return moved({ name: 'talking', attemptId: event.attemptId, wish: null });
    case 'callEnded':
      if (state.name !== 'talking') return refused('not_talking');
      if (state.attemptId !== event.attemptId) return refused('other_attempt');
      return moved({ name: 'wrapping_up', attemptId: state.attemptId, wish: state.wish, since: event.at });
    case 'wrapUpSaved':
      if (state.name !== 'wrapping_up') return refused('not_wrapping_up');
      if (state.attemptId !== event.attemptId) return refused('other_attempt');
      return moved(
        event.then.to === 'ready'
          ? { name: 'ready', readySince: event.at }
          : { name: 'on_break', reason: event.then.reason },
      );
    case 'signOut':
      return signOut(state);
    case 'lost':
      return lose(state, event.at);
    case 'forced':
      return force(state, event.to);
  }
}

function askReady(state: AgentState, at: Instant, missing: readonly MissingProof[]): AgentStep {
  switch (state.name) {
    case 'signed_out':
      return refused('signed_out');
    case 'on_break':
      if (missing.length > 0) return { kind: 'refused', because: 'no_proof_of_life', missing };
      return moved({ name: 'ready', readySince: at });
    case 'ready':
    case 'reserved':
      return refused('already_ready');
    case 'talking':
      return moved({ ...state, wish: { to: 'ready' } });
    case 'wrapping_up':
      return wrapUpDue;
  }
}

function askBreak(state: AgentState, reason: string): AgentStep {
  switch (state.name) {
    case 'signed_out':
      return refused('signed_out');
    case 'on_break':
    case 'ready':
      return moved({ name: 'on_break', reason });
    case 'reserved':
      return refused('on_a_call');
    case 'talking':
    case 'wrapping_up':
      return moved({ ...state, wish: { to: 'on_break', reason } });
  }
}

function signOut(state: AgentState): AgentStep {
  switch (state.name) {
    case 'signed_out':
      return refused('signed_out');
    case 'on_break':
    case 'ready':
      return moved({ name: 'signed_out' });
    case 'reserved':
    case 'talking':
      return refused('on_a_call');
    case 'wrapping_up':
      return wrapUpDue;
  }
}

function lose(state: AgentState, at: Instant): AgentStep {
  switch (state.name) {
    case 'signed_out':
    case 'on_break':
      return refused('nothing_to_lose');
    case 'ready':
    case 'reserved':
      return moved({ name: 'on_break', reason: lostReason });
    case 'talking':
      return moved({
        name: 'wrapping_up',
        attemptId: state.attemptId,
        wish: { to: 'on_break', reason: lostReason },
        since: at,
      });
    case 'wrapping_up':
      return refused('wrap_up_due');
  }
}

function force(state: AgentState, to: 'on_break' | 'signed_out'): AgentStep {
  switch (state.name) {
    case 'signed_out':
      return refused('signed_out');
    case 'on_break':
    case 'ready':
    case 'reserved':
      return moved(to === 'signed_out' ? { name: to } : { name: to, reason: forcedReason });
    case 'talking':
      return refused('on_a_call');
    case 'wrapping_up':
      return wrapUpDue;
  }
}
