import type { VisitKind } from '../domain/visit-order.ts';
import type { Instant } from '../domain/vocabulary.ts';

export const visitStatuses = ['ordered', 'approved', 'rejected', 'dispatched', 'returned'] as const;
export type VisitStatus = (typeof visitStatuses)[number];
export const visitResults = ['met_debtor', 'met_other', 'nobody_there', 'address_invalid'] as const;
export type VisitResult = (typeof visitResults)[number];

export interface VisitRecord {
  readonly id: string;
  readonly kind: VisitKind;
  readonly address: string;
  readonly status: VisitStatus;
  readonly dispatchedAt: Instant | null;
}

/** The addresses the bank gave for the case, and those found invalid for its debtor. */
export interface VisitAddresses {
  readonly known: readonly { readonly of: 'home' | 'work' | 'hukou'; readonly address: string }[];
  readonly invalid: readonly string[];
}

/** The visits of the case that is locked. */
export interface VisitEntry {
  addresses(): Promise<VisitAddresses>;
  /** `under_way`: somebody is to go, or has gone, to this address of the debtor already. */
  order(visit: {
    readonly kind: VisitKind;
    readonly address: string;
    readonly reason: string;
    readonly by: string;
    readonly at: Instant;
  }): Promise<{ readonly id: string } | 'under_way'>;
  find(visitId: string): Promise<VisitRecord | null>;
  decide(visitId: string, to: 'approved' | 'rejected', by: string, note: string | null, at: Instant): Promise<void>;
  dispatch(visitId: string, visitor: string, at: Instant): Promise<void>;
  bringBack(visitId: string, ending: { result: VisitResult; note: string; at: Instant }): Promise<void>;
  markInvalid(address: string, visitId: string, at: Instant): Promise<void>;
  /** How many standing marks were lifted. */
  reverify(address: string, by: string, reason: string, at: Instant): Promise<number>;
}
