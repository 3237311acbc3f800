/** preferred: who speaks the language of the case comes first. required: nobody else gets the call. */
export const languageRules = ['preferred', 'required'] as const;
export type LanguageRule = (typeof languageRules)[number];

/** How a campaign gives its calls to agents. */
export interface RoutingRules {
  /** An agent needs every one of them. */
  readonly requiredSkills: readonly string[];
  readonly languageRule: LanguageRule;
  /** How long an answered call waits for an owner who writes up another one; 0: not at all. */
  readonly affinityMs: number;
  /** Who was busy less in the last hour comes first. */
  readonly balanceOccupancy: boolean;
  /** For so many days a third party reaches the agent he talked to; 0: never. */
  readonly stickyDays: number;
}

export const usualRouting: RoutingRules = {
  requiredSkills: [],
  languageRule: 'preferred',
  affinityMs: 40,
  balanceOccupancy: false,
  stickyDays: 14,
};

/** Longer than this nobody waits: the call would be abandoned (rulebook 4, 2 s). */
export const longestAffinityMs = 1_500;
export const longestStickyDays = 90;
export const lowestLevel = 9;
/** Of whoever a campaign ranks nowhere. */
export const usualLevel = 5;
