import { usualWatch, type NewTrunk, type TrunkSettings, type TrunkView } from '../../../src/contract/trunk.ts';

/** What the editor holds; lists are tags, an absent cost has no amount. */
export interface TrunkDraft extends Omit<TrunkSettings, 'cost' | 'failoverId' | 'watch'> {
  /** Shares in percent. */
  readonly watch: TrunkSettings['watch'];
  readonly failoverId: string | null | undefined;
  readonly costPerMinute: number | null;
  readonly costCurrency: string;
  readonly accountSid?: string;
  readonly authToken?: string;
  readonly apiBase?: string;
}

const percent = 100;
const inPercent = (watch: TrunkSettings['watch']): TrunkSettings['watch'] => ({
  ...watch,
  maxFailureShare: Math.round(watch.maxFailureShare * percent),
  minAnswerShare: watch.minAnswerShare === null ? null : Math.round(watch.minAnswerShare * percent),
});
const asShares = (watch: TrunkSettings['watch']): TrunkSettings['watch'] => ({
  ...watch,
  maxFailureShare: watch.maxFailureShare / percent,
  minAnswerShare: watch.minAnswerShare === null ? null : watch.minAnswerShare / percent,
});

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
  watch: inPercent(usualWatch),
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
    watch: inPercent(trunk.watch),
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
    watch: asShares({
      ...rest.watch,
      minAnswerShare: rest.watch.minAnswerShare ?? null,
      probeNumberId: rest.watch.probeNumberId ?? null,
    }),
    failoverId: failoverId ?? null,
    cost: costPerMinute === null ? null : { perMinute: costPerMinute, currency: costCurrency },
  };
}

export function accountOf({ accountSid = '', authToken = '', apiBase = '' }: Partial<TrunkDraft>): NewTrunk['account'] {
  return { accountSid: accountSid.trim(), authToken: authToken.trim(), apiBase: apiBase.trim() || null };
}
