import { reachedTrunks, trunkOrder, type TrunkForChoice } from '../domain/trunk-choice.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { hashToken } from '../platform/token-hash.ts';
import type { Carrier } from './ports.ts';
import type { BackPressure, CallerIdForCall, CampaignBook, Trunk, TrunkWay } from './stores.ts';

export const carries = (carrier: Pick<Carrier, 'kind'>, trunk: Trunk): boolean =>
  trunk.enabled && (trunk.ownAccount || trunk.kind === carrier.kind);

const hashPlaces = 8;

/** Weights share calls out, not persons: another call to the same line may go another way. */
const drawOf = (lineId: string, now: Instant): number =>
  Number.parseInt(hashToken(`${lineId} ${now}`).slice(0, hashPlaces), 16) / 16 ** hashPlaces;

const wayFor = (trunk: TrunkWay, carrier: Pick<Carrier, 'kind'>, resting: ReadonlySet<string>): TrunkForChoice => ({
  ...trunk,
  usable: carries(carrier, trunk) && !trunk.quiet && !trunk.out,
  freeChannels: resting.has(trunk.trunkId) ? 0 : trunk.channels - trunk.live,
});

/** Always the same one for a line, so that whoever calls back or looks knows the number; the next one once it is spent. */
export function callerIdFor(callerIds: readonly CallerIdForCall[], lineId: string): string | null {
  if (callerIds.length === 0) return null;
  const place = Number.parseInt(hashToken(lineId).slice(0, 8), 16) % callerIds.length;
  const inTurn = [...callerIds.slice(place), ...callerIds.slice(0, place)];
  return inTurn.find(({ spent }) => !spent)?.callerIdId ?? null;
}

export interface Ways {
  /** The campaign's own trunks and those that stand in for them. */
  readonly all: readonly TrunkForChoice[];
  /** Whether people of this preset may be rung over it: fiction stays on the simulated carrier. */
  isOpen(trunkId: string, preset: { readonly realCarrierAllowed: boolean }): boolean;
  /** Where a call to the line may go, the first one first. */
  inTurn(
    to: { readonly lineId: string; readonly e164: string },
    now: Instant,
    preset: { readonly realCarrierAllowed: boolean },
  ): readonly string[];
}

/** The trunks of a campaign as they stand at this moment. */
export const makeReadWays =
  (deps: {
    readonly campaigns: Pick<CampaignBook, 'ways'>;
    readonly carrier: Pick<Carrier, 'kind'>;
    readonly pressure: Pick<BackPressure, 'raised'>;
  }) =>
  async (campaignId: string): Promise<Ways> => {
    const ways = await deps.campaigns.ways(campaignId);
    const reached = reachedTrunks(ways.all, ways.own);
    const resting = await deps.pressure.raised([...reached]);
    const trunks = ways.all.filter(({ trunkId }) => reached.has(trunkId));
    const all = trunks.map((trunk) => wayFor(trunk, deps.carrier, resting));
    const isOpen: Ways['isOpen'] = (trunkId, preset) =>
      preset.realCarrierAllowed || trunks.find((trunk) => trunk.trunkId === trunkId)?.kind === 'sim';
    return {
      all,
      isOpen,
      inTurn: ({ lineId, e164 }, now, preset) =>
        trunkOrder(all, ways.own, e164, drawOf(lineId, now)).filter((trunkId) => isOpen(trunkId, preset)),
    };
  };
