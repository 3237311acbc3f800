import type { ZoneName } from '../domain/vocabulary.ts';
import type { CallerWishes } from './callbacks.ts';

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
  /** Several debtors have the line, or nobody knows whose it is. */
  readonly shared: boolean;
  /** The line is the debtor's own. */
  readonly own: boolean;
}

export interface CallerBook {
  /** Null: nobody in the books has this number. */
  whoCalls(e164: string): Promise<Caller | null>;
  /** Null: no open case, or several debtors', with a number of these digits. */
  byReference(digits: string, e164: string): Promise<Caller | null>;
  stranger(e164: string): Promise<Caller>;
  businessZone(): Promise<ZoneName>;
}

/** Fulfils the dialer's need. */
export type CallerDesk = CallerBook & CallerWishes;
