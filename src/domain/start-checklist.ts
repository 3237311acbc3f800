/** What must be in place before a campaign rings anybody. */
export interface StartFacts {
  /** Its trunks that are on, take calls and have an account that opens. */
  readonly usableTrunks: number;
  /** Over all of its usable trunks. */
  readonly channels: number;
  /** Verified and in use, on those trunks and among those it names. */
  readonly callerIds: number;
  /** Null: the rules cannot be read, or are looser than the law they name. */
  readonly rules: { readonly realCarrierAllowed: boolean } | null;
  readonly realTrunks: number;
  readonly agents: number;
  /** Open cases with a number that may ever be dialed: in it, and those it would take in at the start. */
  readonly dialable: number;
  readonly abandonTreatment: 'message' | 'hangup';
  readonly abandonMessage: string | null;
}

export const startChecks = [
  'trunk',
  'channels',
  'caller_id',
  'rules',
  'fiction',
  'agents',
  'dialable_number',
  'abandon_message',
] as const;
export type StartCheck = (typeof startChecks)[number];

/** CAMP-4: every check by its name, and whether it holds. */
export function startChecklist(facts: StartFacts): readonly { readonly check: StartCheck; readonly holds: boolean }[] {
  const holds: Readonly<Record<StartCheck, boolean>> = {
    trunk: facts.usableTrunks > 0,
    channels: facts.channels > 0,
    caller_id: facts.callerIds > 0,
    rules: facts.rules !== null,
    fiction: facts.rules?.realCarrierAllowed !== false || facts.realTrunks === 0,
    agents: facts.agents > 0,
    dialable_number: facts.dialable > 0,
    abandon_message: facts.abandonTreatment === 'hangup' || (facts.abandonMessage ?? '').trim() !== '',
  };
  return startChecks.map((check) => ({ check, holds: holds[check] }));
}
