import { abandonShareBound } from './abandon-share.ts';
import type { DialMode } from './vocabulary.ts';

export interface PacingChoice {
  readonly mode: DialMode;
  /** With fewer working agents it is dialed progressively. */
  readonly smallestGroup: number;
  /** 0..1: what the abandoned share must stay under. */
  readonly target: number;
}

export interface PacingGround {
  /** Agents with proof of life that are ready or with a call. */
  readonly working: number;
  /** Agents in one of these states without proof of life. */
  readonly lifeless: number;
  /** Some of those at work could take some of the calls alone. */
  readonly languagesDiffer: boolean;
  /** Live answers and the abandoned among them in the window of the rules. */
  readonly live: number;
  readonly abandoned: number;
}

/** Why a campaign is not dialed as it is set. */
export type FallBack =
  'languages_differ' | 'no_proof_of_life' | 'group_too_small' | 'no_budget' | 'abandon_budget_spent';

export interface ModeInForce {
  readonly mode: DialMode;
  readonly because: FallBack | 'as_set';
}

/**
 * INV-6: the budget is spent while the upper bound of the share is above the target. As long as nobody was abandoned
 * there is nothing to bound: the first answers are the pacer's own risk.
 */
export const budgetSpent = (ground: Pick<PacingGround, 'live' | 'abandoned'>, target: number): boolean =>
  ground.abandoned > 0 && boundOf(ground) > target;

export const boundOf = ({ live, abandoned }: Pick<PacingGround, 'live' | 'abandoned'>): number =>
  abandonShareBound({ connected: Math.max(0, live - abandoned), abandoned, estimatedFalseMachines: 0 });

/** Modes that ring more than one person for a ready agent fall back to one where that cannot be answered for. */
export function modeInForce(choice: PacingChoice, ground: PacingGround): ModeInForce {
  const { mode, target } = choice;
  if (mode !== 'predictive' && mode !== 'ratio') return { mode, because: 'as_set' };
  const fallBack = (because: FallBack): ModeInForce => ({ mode: 'progressive', because });
  // An answer may come in a language that nobody who is ready speaks, however many are.
  if (ground.languagesDiffer) return fallBack('languages_differ');
  if (target <= 0) return fallBack('no_budget');
  if (ground.working < choice.smallestGroup) {
    return fallBack(ground.working + ground.lifeless >= choice.smallestGroup ? 'no_proof_of_life' : 'group_too_small');
  }
  return budgetSpent(ground, target) ? fallBack('abandon_budget_spent') : { mode, because: 'as_set' };
}
