import type { CampaignChoices, CampaignSetup, CampaignSetupView, NewCampaign } from '../../contract/campaign-setup.ts';
import type { CaseFilters } from '../../domain/case-filters.ts';
import type { StartFacts } from '../../domain/start-checklist.ts';

export type Found = Omit<StartFacts, 'dialable'> & { readonly filters: CaseFilters; readonly status: string };

/** What setting up campaigns needs of the database. */
export interface CampaignSetupBook {
  choices(): Promise<CampaignChoices>;
  find(campaignId: string): Promise<CampaignSetupView | null>;
  /** Of what is named there, the fields whose ids nobody knows. */
  unknownIds(setup: CampaignSetup): Promise<readonly string[]>;
  /** Which of the caller ids are of none of these trunks. */
  foreignCallerIds(callerIdIds: readonly string[], trunkIds: readonly string[]): Promise<readonly string[]>;
  /** Agents that it gives a level to although they are not named, nor of its teams. */
  outsiders(setup: CampaignSetup): Promise<readonly string[]>;
  trunkKinds(trunkIds: readonly string[]): Promise<readonly string[]>;
  /** The zone by whose clock campaigns keep their hours. */
  businessZone(): Promise<string>;
  add(campaignId: string, campaign: NewCampaign): Promise<'added' | 'name_taken'>;
  change(campaignId: string, version: number, setup: CampaignSetup): Promise<'saved' | 'stale' | 'name_taken'>;
  /** A draft with the same set-up and rules, and no case. Null: no such campaign. */
  clone(campaignId: string, cloneId: string, name: string): Promise<'added' | 'name_taken' | null>;
  /** Null: no such campaign. */
  startFacts(campaignId: string): Promise<Found | null>;
  /** Running campaigns that take in cases, the one that comes first first. */
  takingIn(): Promise<readonly { readonly campaignId: string; readonly filters: CaseFilters }[]>;
  /** Members of named teams become agents, those who left them are none any more. */
  followTeams(): Promise<void>;
}

/** Fulfilled by casework. */
export interface CasesForCampaigns {
  /** Open cases that fit, those of them in no campaign, and of these those with a number that may ever be dialed. */
  fitting(filters: CaseFilters): Promise<{ readonly open: number; readonly free: number; readonly dialable: number }>;
  within(campaignId: string): Promise<{ readonly open: number; readonly dialable: number }>;
  /** Puts what fits and is free into the campaign, due at once; says how many. */
  takeIn(campaignId: string, filters: CaseFilters): Promise<number>;
}
