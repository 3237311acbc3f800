import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { step, type AgentEvent, type AgentState } from '../../src/domain/agent-state.ts';

const ready: AgentState = { name: 'ready', readySince: 100 };
const reserved: AgentState = { name: 'reserved', attemptId: 'a', readySince: 100 };
const talking: AgentState = { name: 'talking', attemptId: 'a', wish: null };
const wrappingUp: AgentState = { name: 'wrapping_up', attemptId: 'a', wish: null, since: 200 };
const onBreak: AgentState = { name: 'on_break', reason: 'meal' };
const signedOut: AgentState = { name: 'signed_out' };

const askReady: AgentEvent = { type: 'askReady', at: 300, missing: [] };
const askBreak: AgentEvent = { type: 'askBreak', at: 300, reason: 'meal' };
const reserve: AgentEvent = { type: 'reserve', at: 300, attemptId: 'a' };
const connect: AgentEvent = { type: 'connect', at: 300, attemptId: 'a' };
const callEnded: AgentEvent = { type: 'callEnded', at: 300, attemptId: 'a' };
const offerExpired: AgentEvent = { type: 'offerExpired', at: 300, attemptId: 'a' };
const saved: AgentEvent = { type: 'wrapUpSaved', at: 300, attemptId: 'a', then: { to: 'ready' } };
const signIn: AgentEvent = { type: 'signIn', at: 300 };
const signOut: AgentEvent = { type: 'signOut', at: 300 };
const lost: AgentEvent = { type: 'lost', at: 300 };
const forced: AgentEvent = { type: 'forced', at: 300, to: 'on_break' };
const forcedOut: AgentEvent = { type: 'forced', at: 300, to: 'signed_out' };

/** Every state with every event: what it becomes, or why not. */
const table: readonly [AgentState, AgentEvent, AgentState['name'] | `! ${string}`][] = [
  [signedOut, signIn, 'on_break'],
  [signedOut, askReady, '! signed_out'],
  [signedOut, askBreak, '! signed_out'],
  [signedOut, reserve, '! not_ready'],
  [signedOut, offerExpired, '! not_reserved'],
  [signedOut, connect, '! not_reserved'],
  [signedOut, callEnded, '! not_talking'],
  [signedOut, saved, '! not_wrapping_up'],
  [signedOut, signOut, '! signed_out'],
  [signedOut, lost, '! nothing_to_lose'],
  [onBreak, signIn, '! already_signed_in'],
  [onBreak, askReady, 'ready'],
  [onBreak, askBreak, 'on_break'],
  [onBreak, reserve, '! not_ready'],
  [onBreak, offerExpired, '! not_reserved'],
  [onBreak, connect, '! not_reserved'],
  [onBreak, callEnded, '! not_talking'],
  [onBreak, saved, '! not_wrapping_up'],
  [onBreak, signOut, 'signed_out'],
  [onBreak, lost, '! nothing_to_lose'],
  [ready, signIn, '! already_signed_in'],
  [ready, askReady, '! already_ready'],
  [ready, askBreak, 'on_break'],
  [ready, reserve, 'reserved'],
  [ready, offerExpired, '! not_reserved'],
  [ready, connect, '! not_reserved'],
  [ready, callEnded, '! not_talking'],
  [ready, saved, '! not_wrapping_up'],
  [ready, signOut, 'signed_out'],
  [ready, lost, 'on_break'],
  [reserved, signIn, '! already_signed_in'],
  [reserved, askReady, '! already_ready'],
  [reserved, askBreak, '! on_a_call'],
  [reserved, reserve, '! not_ready'],
  [reserved, offerExpired, 'ready'],
  [reserved, connect, 'talking'],
  [reserved, callEnded, '! not_talking'],
  [reserved, saved, '! not_wrapping_up'],
  [reserved, signOut, '! on_a_call'],
  [reserved, lost, 'on_break'],
  [talking, signIn, '! already_signed_in'],
  [talking, askReady, 'talking'],
  [talking, askBreak, 'talking'],
  [talking, reserve, '! not_ready'],
  [talking, offerExpired, '! not_reserved'],
  [talking, connect, '! not_reserved'],
  [talking, callEnded, 'wrapping_up'],
  [talking, saved, '! not_wrapping_up'],
  [talking, signOut, '! on_a_call'],
  [talking, lost, 'wrapping_up'],
  [wrappingUp, signIn, '! already_signed_in'],
  [wrappingUp, askReady, '! wrap_up_due'],
  [wrappingUp, askBreak, 'wrapping_up'],
  [wrappingUp, reserve, '! not_ready'],
  [wrappingUp, offerExpired, '! not_reserved'],
  [wrappingUp, connect, '! not_reserved'],
  [wrappingUp, callEnded, '! not_talking'],
  [wrappingUp, saved, 'ready'],
  [wrappingUp, signOut, '! wrap_up_due'],
  [wrappingUp, lost, '! wrap_up_due'],
  [signedOut, forced, '! signed_out'],
  [onBreak, forced, 'on_break'],
  [onBreak, forcedOut, 'signed_out'],
  [ready, forced, 'on_break'],
  [ready, forcedOut, 'signed_out'],
  [reserved, forced, 'on_break'],
  [reserved, forcedOut, 'signed_out'],
  [talking, forced, '! on_a_call'],
  [talking, forcedOut, '! on_a_call'],
  [wrappingUp, forced, '! wrap_up_due'],
  [wrappingUp, forcedOut, '! wrap_up_due'],
];

describe('the agent machine', () => {
  it.each(table)('[AGT-1] %o on %o: %s', (state, event, expected) => {
    const result = step(state, event);
    expect(result.kind === 'moved' ? result.to.name : `! ${result.because}`).toBe(expected);
  });

  it('[S20] ready is refused before the wrap-up is saved, each missing part named; granted after', () => {
    expect(step(wrappingUp, askReady)).toEqual({
      kind: 'refused',
      because: 'wrap_up_due',
      missing: ['disposition', 'class', 'next_date'],
    });
    expect(step(wrappingUp, saved)).toEqual({ kind: 'moved', to: { name: 'ready', readySince: 300 } });
  });

  it('[AGT-2] no call comes to an agent without proof of life', () => {
    expect(step(onBreak, { type: 'askReady', at: 1, missing: ['microphone', 'probe'] })).toEqual({
      kind: 'refused',
      because: 'no_proof_of_life',
      missing: ['microphone', 'probe'],
    });
  });

  it('[AGT-3] an offer that came to nothing keeps the place in the queue', () => {
    expect(step(reserved, offerExpired)).toEqual({ kind: 'moved', to: ready });
    expect(step(ready, reserve)).toEqual({ kind: 'moved', to: reserved });
  });

  it('[AGT-4] events of another attempt change nothing', () => {
    const other = { at: 300, attemptId: 'b' };
    for (const [state, event] of [
      [reserved, { type: 'offerExpired', ...other }],
      [reserved, { type: 'connect', ...other }],
      [talking, { type: 'callEnded', ...other }],
      [wrappingUp, { type: 'wrapUpSaved', ...other, then: { to: 'ready' } }],
    ] as const) {
      expect(step(state, event)).toEqual({ kind: 'refused', because: 'other_attempt' });
    }
  });

  it('[AGT-5] a wish made during the call is kept to the wrap-up, whose saving decides', () => {
    const wished = step(talking, askBreak);
    if (wished.kind === 'refused') throw new Error(wished.because);
    expect(wished.to).toEqual({ ...talking, wish: { to: 'on_break', reason: 'meal' } });
    const ended = step(wished.to, callEnded);
    expect(ended).toMatchObject({ to: { name: 'wrapping_up', wish: { to: 'on_break', reason: 'meal' }, since: 300 } });
    expect(step(talking, askReady)).toMatchObject({ to: { wish: { to: 'ready' } } });
    expect(step(wrappingUp, { ...saved, then: { to: 'on_break', reason: 'meal' } })).toEqual({
      kind: 'moved',
      to: { name: 'on_break', reason: 'meal' },
    });
  });

  it('[AGT-6] a lost connection ends the turn but not the duty to wrap up', () => {
    expect(step(ready, lost)).toMatchObject({ to: { name: 'on_break', reason: 'connection_lost' } });
    expect(step(talking, lost)).toMatchObject({ to: { name: 'wrapping_up', attemptId: 'a', since: 300 } });
  });
});

const anyAttempt = fc.constantFrom('a', 'b');
const anyWish = fc.constantFrom({ to: 'ready' as const }, { to: 'on_break' as const, reason: 'meal' });
const anyEvent: fc.Arbitrary<AgentEvent> = fc.oneof(
  fc.record({ type: fc.constantFrom('signIn' as const, 'signOut' as const, 'lost' as const), at: fc.nat(99) }),
  fc.record({
    type: fc.constant('askReady' as const),
    at: fc.nat(99),
    missing: fc.constantFrom([], ['probe' as const]),
  }),
  fc.record({ type: fc.constant('askBreak' as const), at: fc.nat(99), reason: fc.constant('rest') }),
  fc.record({
    type: fc.constantFrom('reserve' as const, 'offerExpired' as const, 'connect' as const, 'callEnded' as const),
    at: fc.nat(99),
    attemptId: anyAttempt,
  }),
  fc.record({ type: fc.constant('wrapUpSaved' as const), at: fc.nat(99), attemptId: anyAttempt, then: anyWish }),
);

describe('the agent machine as a property', () => {
  it('[INV-5] after a connected call nobody is ready, on break, reserved or signed out before its wrap-up is saved', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let state: AgentState = signedOut;
        let owed: string | null = null;
        for (const event of events) {
          const result = step(state, event);
          if (result.kind === 'refused') continue;
          if (event.type === 'connect') owed = event.attemptId;
          if (event.type === 'wrapUpSaved') {
            expect(event.attemptId).toBe(owed);
            owed = null;
          }
          state = result.to;
          expect(['talking', 'wrapping_up'].includes(state.name)).toBe(owed !== null);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('[AGT-9] a supervisor frees who is stuck; a wrap-up that is owed stays owed, a call is ended first', () => {
    expect(step(reserved, forced)).toEqual({ kind: 'moved', to: { name: 'on_break', reason: 'supervisor' } });
    expect(step(ready, forcedOut)).toEqual({ kind: 'moved', to: { name: 'signed_out' } });
    expect(step(wrappingUp, forced)).toMatchObject({ because: 'wrap_up_due' });
    expect(step(talking, forcedOut)).toMatchObject({ because: 'on_a_call' });
  });
});
