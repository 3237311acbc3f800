import type {
  CampaignRules,
  RulePreviewView,
  RulesOverview,
  RulesChoice,
  RulesEffectView,
  RuleVersionView,
} from '../contract/rules.ts';
import type { Calendars } from '../domain/calendar.ts';
import type { Preset } from '../domain/preset.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { CaseRecord } from './case-record.ts';

/** What this room's rules need of the database. */

export interface CampaignUnderRules extends CampaignRules {
  /** Its trunk leads to the bundled carrier. */
  readonly simulated: boolean;
  /** What the agency itself goes by: no campaign is looser than that. */
  readonly houseRules: Preset;
}

export interface RulesBook {
  campaigns(): Promise<readonly CampaignRules[]>;
  house(): Promise<RulesOverview['house']>;
  campaign(campaignId: string): Promise<CampaignUnderRules | null>;
  /** Newest first. */
  versions(campaignId: string): Promise<readonly RuleVersionView[]>;
  /** The version and the campaign's rules in one step; `stale` when another version came in between. */
  save(version: {
    readonly campaignId: string;
    readonly basedOn: number;
    readonly choice: RulesChoice;
    readonly document: Preset;
    readonly before: CampaignRules;
    readonly reason: string;
    readonly restoredFrom: number | null;
    /** Null: nobody of the house. */
    readonly byId: string | null;
    readonly at: Instant;
  }): Promise<number | 'stale'>;
  /** Cases that waited for a limit of the rules are looked at again: it may have moved. */
  lookAgain(campaignId: string, at: Instant): Promise<number>;
}

export interface PreviewSheet {
  readonly previewId: string;
  readonly campaignId: string;
  readonly proposed: RulesChoice;
  readonly present: RulesChoice;
  readonly businessZone: string;
  readonly calendars: Calendars;
}

export interface PreviewBook {
  /** `busy`: one is under way for the campaign already. */
  add(preview: {
    campaignId: string;
    choice: RulesChoice;
    byId: string;
    at: Instant;
  }): Promise<{ readonly previewId: string } | 'busy'>;
  find(previewId: string): Promise<RulePreviewView | null>;
  askToCancel(previewId: string, at: Instant): Promise<'asked' | 'over'>;
  /** Takes it up, from the beginning; null when it is over or unknown. */
  begin(previewId: string, casesTotal: number): Promise<void>;
  sheet(previewId: string): Promise<PreviewSheet | null>;
  /** Notes how far it is; `cancelled` when it shall stop. */
  progress(previewId: string, casesDone: number): Promise<'go-on' | 'cancelled'>;
  finish(
    previewId: string,
    ending: 'done' | 'failed' | 'cancelled',
    result: RulesEffectView | null,
    at: Instant,
  ): Promise<void>;
  unfinished(): Promise<readonly string[]>;
}

export interface JudgedCase {
  readonly record: CaseRecord;
  /** By whose cases are counted; rules may differ in that. */
  readonly openCases: Readonly<Record<Preset['cadence']['scope'], number>>;
}

/** A campaign's open cases, read in batches, each from one read-only snapshot. */
export interface CasesToJudge {
  count(campaignId: string): Promise<number>;
  /** Ids after `after` in their own order; `share` of them, drawn by the id, when below 1. */
  batch(given: {
    readonly campaignId: string;
    readonly after: string | null;
    readonly share: number;
    readonly limit: number;
    readonly now: Instant;
  }): Promise<readonly JudgedCase[]>;
}
