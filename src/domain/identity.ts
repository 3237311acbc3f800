import { isThirdPartyClass } from './number-order.ts';
import type { Preset } from './preset.ts';
import type { NumberClass } from './vocabulary.ts';

/** Somebody else than the debtor may answer there: relatives and contacts, a switchboard, a number that was traced. */
export const isOthersNumber = (numberClass: NumberClass): boolean =>
  isThirdPartyClass(numberClass) || numberClass === 'work' || numberClass === 'traced';

/**
 * No debt details before it is certain that the debtor is on the line: on others' numbers always, on the debtor's own
 * where the preset forbids any disclosure to whoever answers (uk).
 */
export const needsIdentity = (numberClass: NumberClass, preset: Preset): boolean =>
  isOthersNumber(numberClass) || preset.thirdParty.gate === 'no_disclosure';

export interface LineParty {
  readonly numberClass: NumberClass;
  readonly identityConfirmed: boolean;
  readonly ended: boolean;
  /** Several debtors have the line that rang us, and which of them it was is not known. */
  readonly shared: boolean;
}

/** The details are withheld while somebody who is not known to be the debtor could hear them read out. */
export const coversDebt = ({ numberClass, identityConfirmed, ended, shared }: LineParty, preset: Preset): boolean =>
  shared || (!ended && !identityConfirmed && needsIdentity(numberClass, preset));
