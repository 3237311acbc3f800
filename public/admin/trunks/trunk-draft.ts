import type { NewTrunk, TrunkSettings, TrunkView } from '../../../src/contract/trunk.ts';

/** What the editor holds; lists are tags, an absent cost has no amount. */
export interface TrunkDraft extends Omit<TrunkSettings, 'cost' | 'failoverId'> {
  readonly failoverId: string | null | undefined;
  readonly costPerMinute: number | null;
  readonly costCurrency: string;
  readonly accountSid?: string;
  readonly authToken?: string;
  readonly apiBase?: string;
}

export const emptyDraft: TrunkDraft = {
  name: '',
  enabled: true,
  quiet: false,
  cps: 1,
  channels: 10,
  priority: 1,
  weight: 1,
  failoverId: null,
  prefixes: [],
  refusedPrefixes: [],
  costPerMinute: null,
  costCurrency: 'CNY',
};

export function draftOf(trunk: TrunkView): TrunkDraft {
  const { name, enabled, quiet, cps, channels, priority, weight, failoverId, prefixes, refusedPrefixes, cost } = trunk;
  return {
    name,
    enabled,
    quiet,
    cps,
    channels,
    priority,
    weight,
    failoverId,
    prefixes,
    refusedPrefixes,
    costPerMinute: cost?.perMinute ?? null,
    costCurrency: cost?.currency ?? emptyDraft.costCurrency,
  };
}

export function settingsOf(draft: TrunkDraft): TrunkSettings {
  const {
    costPerMinute,
    costCurrency,
    failoverId,
    accountSid: _sid,
    authToken: _token,
    apiBase: _base,
    ...rest
  } = draft;
  return {
    ...rest,
    failoverId: failoverId ?? null,
    cost: costPerMinute === null ? null : { perMinute: costPerMinute, currency: costCurrency },
  };
}

export function accountOf({ accountSid = '', authToken = '', apiBase = '' }: Partial<TrunkDraft>): NewTrunk['account'] {
  return { accountSid: accountSid.trim(), authToken: authToken.trim(), apiBase: apiBase.trim() || null };
}
