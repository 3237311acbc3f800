import type { RulesChoice, SaveRulesRequest } from '../contract/rules.ts';
import type { Preset } from '../domain/preset.ts';
import { shippedPreset } from '../domain/presets.ts';
import { ruleFields } from '../domain/rule-fields.ts';
import { loosenedForTenant, rulesUnder } from '../domain/tighten.ts';
import type { Clock } from '../platform/clock.ts';
import type { FieldRefusal } from './casework.ts';
import { rulesOf, type StoredRules } from './rules-of.ts';
import type { CampaignUnderRules, RulesBook } from './rules-book.ts';

export type Checked =
  | { readonly kind: 'holds'; readonly document: Preset }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

export type SaveReply =
  | { readonly kind: 'saved'; readonly number: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

const refused = (field: string, rule: string, remedy: string): Checked => ({
  kind: 'refused',
  problems: [{ field, rule, remedy }],
});

/** What the law says of the field, in the words of the document. */
function limitOf(law: Preset, field: string): string {
  const value = ruleFields(law).find((each) => each.field === field)?.value;
  return value === undefined ? 'as on the other days' : JSON.stringify(value);
}

const loosens = (law: Preset, fields: readonly string[], rule: string, whose: string): Checked => ({
  kind: 'refused',
  problems: fields.map((field) => ({
    field: `tightening.${field}`,
    rule,
    remedy: `${whose} has ${limitOf(law, field)}: as strict or stricter passes.`,
  })),
});

/**
 * 5.2: a campaign names a shipped version and tightens it; each field that would loosen the law is refused by name.
 * Another preset or version is no way around: what would be looser than now and looser than the house is refused too.
 */
export function checkRules(
  choice: RulesChoice,
  campaign: Pick<CampaignUnderRules, 'simulated' | 'houseRules' | keyof StoredRules>,
): Checked {
  const law = shippedPreset(choice.preset, choice.presetVersion);
  if (law === null) return refused('presetVersion', 'shipped', 'Name a version of GET /api/rules.');
  if (!law.realCarrierAllowed && !campaign.simulated) {
    return refused('preset', 'PRE-2', 'These rules are for invented numbers: choose others, or the simulated carrier.');
  }
  const rules = rulesUnder(law, choice.tightening);
  if (rules.kind === 'refused') {
    return loosens(law, rules.loosened, 'PRE-5', `The law layer of ${law.name} ${law.version}`);
  }
  const { houseRules } = campaign;
  const looser = loosenedForTenant(rules.preset, rulesOf(campaign), houseRules);
  if (looser.length > 0) {
    return loosens(houseRules, looser, 'PRE-8', `The agency's own ${houseRules.name} ${houseRules.version}`);
  }
  return { kind: 'holds', document: rules.preset };
}

/** The order of fields in a stored document is nobody's meaning. */
const said = (choice: RulesChoice): string =>
  JSON.stringify([
    choice.preset,
    choice.presetVersion,
    ruleFields(choice.tightening).sort((a, b) => (a.field < b.field ? -1 : 1)),
  ]);

export function makeSaveRules(deps: { readonly book: RulesBook; readonly clock: Clock }) {
  return async (campaignId: string, request: SaveRulesRequest, byId: string): Promise<SaveReply> => {
    const before = await deps.book.campaign(campaignId);
    if (before === null) return { kind: 'unknown' };
    if (before.rulesVersion !== request.basedOn) return { kind: 'stale' };
    const { preset, presetVersion, tightening, reason, basedOn, restoredFrom } = request;
    const choice = { preset, presetVersion, tightening };
    const checked = checkRules(choice, before);
    if (checked.kind === 'refused') return checked;
    if (said(choice) === said(before)) return { kind: 'unchanged' };
    const at = deps.clock();
    const { document } = checked;
    const number = await deps.book.save({
      campaignId,
      basedOn,
      choice,
      document,
      before,
      reason,
      restoredFrom,
      byId,
      at,
    });
    if (number === 'stale') return { kind: 'stale' };
    await deps.book.lookAgain(campaignId, at);
    return { kind: 'saved', number };
  };
}
