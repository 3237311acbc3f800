import type { RoutingRules } from './routing-rules.ts';
import { speaks } from './speaks.ts';

/** What the calls of a campaign ask for that its agents may lack. */
export interface CampaignCalls {
  readonly languageRule: RoutingRules['languageRule'];
  /** Of its open cases, each once; null: of some nobody knows. */
  readonly languages: readonly (string | null)[];
}

/**
 * Whether somebody who speaks these languages (BCP 47 tags) could take any of the calls: who could take none of them is
 * nobody whom the campaign may count on, however ready he is. Without a case there is nothing that he could not take.
 */
export function takesAny(spoken: readonly string[], { languageRule, languages }: CampaignCalls): boolean {
  if (languageRule !== 'required' || languages.length === 0) return true;
  return languages.some((language) => language === null || speaks(spoken, language));
}

/** Whether he could take whichever of them comes: one call for any of these agents is then as good as for another. */
export function takesAll(spoken: readonly string[], { languageRule, languages }: CampaignCalls): boolean {
  if (languageRule !== 'required') return true;
  return languages.every((language) => language === null || speaks(spoken, language));
}
