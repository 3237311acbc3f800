import type { AgentState, AgentWish } from '../domain/agent-state.ts';
import type { AgentStateName, Instant } from '../domain/vocabulary.ts';

/** A state as the row keeps it. */
export interface PresenceColumns {
  readonly state: AgentStateName;
  readonly reason: string | null;
  readonly readySince: Instant | null;
  readonly attemptId: string | null;
  readonly wish: string | null;
}

const empty = { reason: null, readySince: null, attemptId: null, wish: null };
const breakMark = 'on_break:';

const writeWish = (wish: AgentWish | null): string | null =>
  wish === null ? null : wish.to === 'ready' ? 'ready' : breakMark + wish.reason;

function readWish(text: string | null): AgentWish | null {
  if (text === null) return null;
  return text.startsWith(breakMark) ? { to: 'on_break', reason: text.slice(breakMark.length) } : { to: 'ready' };
}

export function toColumns(state: AgentState): PresenceColumns {
  switch (state.name) {
    case 'signed_out':
      return { ...empty, state: state.name };
    case 'on_break':
      return { ...empty, state: state.name, reason: state.reason };
    case 'ready':
      return { ...empty, state: state.name, readySince: state.readySince };
    case 'reserved':
      return { ...empty, state: state.name, readySince: state.readySince, attemptId: state.attemptId };
    case 'talking':
    case 'wrapping_up':
      return { ...empty, state: state.name, attemptId: state.attemptId, wish: writeWish(state.wish) };
  }
}

/** A row that says less than its state needs cannot have been written by `toColumns`; it reads as the nearest safe state. */
export function fromColumns(row: PresenceColumns, since: Instant): AgentState {
  const { attemptId } = row;
  switch (row.state) {
    case 'signed_out':
      return { name: 'signed_out' };
    case 'on_break':
      return { name: 'on_break', reason: row.reason ?? '' };
    case 'ready':
      return { name: 'ready', readySince: row.readySince ?? since };
    case 'reserved':
      if (attemptId === null) return { name: 'on_break', reason: '' };
      return { name: 'reserved', attemptId, readySince: row.readySince ?? since };
    case 'talking':
      if (attemptId === null) return { name: 'on_break', reason: '' };
      return { name: 'talking', attemptId, wish: readWish(row.wish) };
    case 'wrapping_up':
      if (attemptId === null) return { name: 'on_break', reason: '' };
      return { name: 'wrapping_up', attemptId, wish: readWish(row.wish), since };
  }
}

/** The call an agent is on or owes a wrap-up for. */
export const attemptOf = (state: AgentState): string | null => ('attemptId' in state ? state.attemptId : null);
