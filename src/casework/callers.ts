import type { ZoneName } from '../domain/vocabulary.ts';

/** Whom a call is about: the most urgent case of whoever has the line. */
export interface Caller {
  readonly caseId: string;
  readonly debtorId: string;
  readonly numberId: string;
  readonly lineId: string;
  readonly campaignId: string | null;
  readonly roundNumber: number;
  readonly presetName: string;
  readonly presetVersion: number;
  readonly rulesVersion: number;
  /** Several debtors have the line. */
  readonly shared: boolean;
}

/** Fulfils the dialer's need. */
export interface CallerDesk {
  /** Null: nobody in the books has this number. */
  whoCalls(e164: string): Promise<Caller | null>;
  businessZone(): Promise<ZoneName>;
}
