import type { Instant } from '../vocabulary.ts';
import type { PacedAgent } from './moment.ts';
import { handOut, partOf, type Claim } from './share-out.ts';

/** What a campaign last said of itself, so that those who share with it can let it go first. */
export interface Wish {
  readonly campaignId: string;
  readonly name: string;
  /** Smaller ones first. */
  readonly priority: number;
  /** Trunks that its calls may go over. */
  readonly trunkIds: readonly string[];
  readonly at: Instant;
  /** When it last launched. */
  readonly tookAt: Instant;
  /** Its calls under way. */
  readonly calls: number;
  /** Calls that it would have launched too, had the trunk had room for them. */
  readonly wants: number;
  /** Its calls with an agent. */
  readonly talking: number;
  /** Agents that it has use for, beyond the ready ones that work for it alone. */
  readonly agents: number;
  /** Cases that it could ring now. */
  readonly due: number;
  /** One of its ready agents may be kept for a single call without an answer missing him. */
  readonly mayHold: boolean;
}

export type OwnWish = Pick<Wish, 'campaignId' | 'priority' | 'trunkIds' | 'tookAt' | 'calls' | 'talking'>;

/** A wish that is older was left behind: its campaign is not paced any more. */
const wishHoldsMs = 3_000;

const isFresh = ({ at }: Wish, now: Instant): boolean => now - at <= wishHoldsMs;

/** Whether an agent may be kept for a call of this campaign; one that nobody paces has no answers to lose. */
export const mayHoldNow = (campaignId: string, wishes: readonly Wish[], now: Instant): boolean =>
  !wishes.some((wish) => wish.campaignId === campaignId && isFresh(wish, now) && !wish.mayHold);

/** Whoever is paced now, but for the campaign itself. */
export const rivalsOf = (campaignId: string, wishes: readonly Wish[], now: Instant): readonly Wish[] =>
  wishes.filter((wish) => wish.campaignId !== campaignId && isFresh(wish, now));

/** For the campaign itself there is no end to what it wants: what it does not use, nobody loses. */
const ownClaim = ({ campaignId, priority, tookAt }: OwnWish, holds: number): Claim => ({
  ...{ campaignId, priority, tookAt, holds },
  wants: Number.POSITIVE_INFINITY,
});

export interface TrunkPart {
  readonly channels: number;
  readonly tokens: number;
  readonly waitsFor: string | null;
}

/** Channels and calls per second: what is left for a campaign after those that come first. Equals hold as many calls, and take turns in the rate. */
export function partOfTrunk(
  own: OwnWish,
  rivals: readonly Wish[],
  free: { readonly channels: number; readonly tokens: number },
): TrunkPart {
  const there = rivals.filter(({ trunkIds }) => trunkIds.some((trunkId) => own.trunkIds.includes(trunkId)));
  const claims = (holds: (wish: Wish) => number): Claim[] => there.map((wish) => ({ ...wish, holds: holds(wish) }));
  const channels = partOf(
    ownClaim(own, own.calls),
    claims(({ calls }) => calls),
    free.channels,
  );
  const tokens = partOf(
    ownClaim(own, 0),
    claims(() => 0),
    free.tokens,
  );
  return {
    channels: channels.count,
    tokens: tokens.count,
    waitsFor: channels.count <= tokens.count ? (channels.waitsFor ?? tokens.waitsFor) : tokens.waitsFor,
  };
}

export interface SharedAgents {
  readonly campaignId: string;
  /** 0..1: of its agents at work those who belong here too. */
  readonly share: number;
  /** Those. */
  readonly agentIds: readonly string[];
}

type Seat = PacedAgent & { readonly agentId: string };

export interface SeatPart<S, F> {
  readonly seats: readonly S[];
  readonly shared: readonly F[];
  /** Ready agents that another campaign has first. */
  readonly givenUp: number;
  readonly waitsFor: string | null;
}

/**
 * Of agents who work for several campaigns each ready one is meant for one of them. Those that a campaign of smaller priority
 * has use for are left to it, the busy ones too, and come back when it has no more; among equals the next ready one goes to
 * whoever has fewer on calls. Calls of a campaign that was left its agents do not land on the others.
 */
export function partOfSeats<S extends Seat, F extends SharedAgents>(
  own: OwnWish,
  rivals: readonly Wish[],
  seats: readonly S[],
  shared: readonly F[],
): SeatPart<S, F> {
  const sharing = rivals.filter(({ campaignId }) => shared.some((other) => other.campaignId === campaignId));
  const members = new Map(shared.map(({ campaignId, agentIds }) => [campaignId, new Set(agentIds)]));
  const mayHave = (seat: S, campaignId: string): boolean => {
    if (campaignId === own.campaignId) return true;
    if (members.get(campaignId)?.has(seat.agentId) !== true) return false;
    const rival = sharing.find((wish) => wish.campaignId === campaignId);
    return seat.state === 'ready' || (rival !== undefined && rival.priority < own.priority);
  };
  // The ready ones are handed out before those who are still busy.
  const inTurn = [...seats].sort((a, b) => Number(b.state === 'ready') - Number(a.state === 'ready'));
  const claims = sharing.map((wish): Claim => ({ ...wish, holds: wish.talking, wants: wish.agents }));
  const given = handOut(inTurn, [ownClaim(own, own.talking), ...claims], mayHave);
  const goesTo = new Map(inTurn.map((seat, index) => [seat.agentId, given[index] ?? own.campaignId]));
  const elsewhere = (seat: S): string | null => {
    const campaignId = goesTo.get(seat.agentId);
    return campaignId === undefined || campaignId === own.campaignId ? null : campaignId;
  };
  const comesFirst = (campaignId: string): boolean =>
    sharing.some((wish) => wish.campaignId === campaignId && wish.priority < own.priority);
  const ready = seats.filter(({ state }) => state === 'ready');
  const lost = ready.flatMap((seat) => elsewhere(seat) ?? []);
  return {
    seats: seats.map((seat) => {
      const campaignId = elsewhere(seat);
      if (campaignId === null) return seat;
      return {
        ...seat,
        ...(seat.state === 'ready' ? { state: 'reserved' } : {}),
        ...(comesFirst(campaignId) ? { leaving: true } : {}),
      };
    }),
    shared: shared.map((other) => {
      const left = other.agentIds.filter((agentId) => goesTo.get(agentId) !== other.campaignId).length;
      return {
        ...other,
        share: other.agentIds.length === 0 ? other.share : (other.share * left) / other.agentIds.length,
      };
    }),
    givenUp: lost.length,
    waitsFor: lost[0] ?? null,
  };
}

/** What is left of a caller id's calls of the day is for those who come first, as far as they have cases for it. */
export const aheadOnCallerIds = (
  own: OwnWish,
  rivals: readonly Wish[],
): readonly { readonly campaignId: string; readonly calls: number }[] =>
  rivals
    .filter(({ priority, due }) => priority < own.priority && due > 0)
    .map(({ campaignId, due }) => ({ campaignId, calls: due }));

/** Agents that a campaign has use for: one for each call where each call has its agent, else as many as are likely to answer. */
export function agentsWanted(of: {
  readonly overbooks: boolean;
  /** 0..1 */
  readonly answerRate: number;
  /** Under way without an agent. */
  readonly pending: number;
  /** That could be launched. */
  readonly launchable: number;
  /** Ready, and in no other campaign. */
  readonly readyAlone: number;
}): number {
  const calls = of.pending + of.launchable;
  return Math.max(0, (of.overbooks ? Math.ceil(calls * of.answerRate) : calls) - of.readyAlone);
}
