import type { InboundSettings } from '../../contract/inbound.ts';
import type { ChangeCallerId, TrunkList, TrunkSettings, TrunkView } from '../../contract/trunk.ts';
import type { Instant } from '../../domain/vocabulary.ts';

export interface StoredTrunk {
  readonly trunkId: string;
  readonly kind: 'sim' | 'twilio';
  readonly settings: TrunkSettings;
  readonly credentials: string | null;
  readonly accountTail: string | null;
  readonly accountSetAt: Instant | null;
  readonly apiBase: string | null;
  readonly version: number;
}

export interface AccountColumns {
  readonly kind: 'sim' | 'twilio';
  readonly credentials: string | null;
  readonly accountTail: string | null;
  readonly apiBase: string | null;
  readonly at: Instant;
}

export interface StoredCallerId {
  readonly callerIdId: string;
  readonly trunkId: string;
  readonly e164: string;
  readonly settings: Omit<ChangeCallerId, 'version'>;
  readonly inbound: InboundSettings | null;
  readonly verified: boolean;
  readonly version: number;
}

export type Saved = 'saved' | 'stale' | 'name_taken';

/** What the trunks' desk needs of the database. */
export interface TrunkBook {
  /** `spentSince`: the beginning of the business day, for the calls that a caller id made. */
  views(spentSince: Instant): Promise<readonly Omit<TrunkView, 'account'>[]>;
  all(): Promise<readonly StoredTrunk[]>;
  /** Of those there are. */
  namesOf(trunkIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  find(trunkId: string): Promise<StoredTrunk | null>;
  add(trunkId: string, settings: TrunkSettings, account: AccountColumns): Promise<'added' | 'name_taken'>;
  change(trunkId: string, version: number, settings: TrunkSettings): Promise<Saved>;
  setAccount(trunkId: string, version: number, account: AccountColumns): Promise<'saved' | 'stale'>;
  /** Campaigns whose preset is of invented numbers and that dial over this trunk, also by way of a failover. */
  campaignsOfFiction(trunkId: string): Promise<readonly string[]>;
  findCallerId(callerIdId: string): Promise<StoredCallerId | null>;
  /** Of these numbers, those that are somebody's caller id already. */
  takenNumbers(numbers: readonly string[]): Promise<readonly string[]>;
  addCallerIds(
    trunkId: string,
    rows: readonly {
      readonly callerIdId: string;
      readonly e164: string;
      readonly label: string;
      readonly dailyLimit: number | null;
      readonly verified: boolean;
      readonly checkedAt: Instant | null;
    }[],
  ): Promise<void>;
  changeCallerId(callerIdId: string, change: ChangeCallerId): Promise<'saved' | 'stale'>;
  setInbound(callerIdId: string, version: number, inbound: InboundSettings | null): Promise<'saved' | 'stale'>;
  teams(): Promise<TrunkList['teams']>;
  callerIdChecked(callerIdId: string, verified: boolean, at: Instant): Promise<void>;
  /** The beginning of the agency's day. */
  dayStart(now: Instant): Promise<Instant>;
}
