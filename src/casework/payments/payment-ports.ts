import type { Instant, LocalDate } from '../../domain/vocabulary.ts';

/** A payment as it is kept. */
export interface PaymentRecord {
  readonly id: string;
  readonly caseId: string;
  readonly externalRef: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly paidOn: LocalDate;
  readonly reversedAt: Instant | null;
}

export interface NewPayment {
  readonly clientId: string;
  readonly externalRef: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly paidOn: LocalDate;
  readonly source: 'api' | 'file';
  readonly fileId: string | null;
  readonly postedById: string | null;
  readonly at: Instant;
}

/** What a payment changes, inside the transaction that holds its case. */
export interface PaymentEntry {
  /** Null: the client's reference is taken already. */
  insertPayment(payment: NewPayment): Promise<string | null>;
  paymentByRef(clientId: string, externalRef: string): Promise<PaymentRecord | null>;
  paymentById(paymentId: string): Promise<PaymentRecord | null>;
  reversePayment(paymentId: string, reason: string, by: string, at: Instant): Promise<void>;
  /** Adds the standing payments up anew; returns the sum. */
  sumPayments(): Promise<number>;
  closedBy(paymentId: string, classBefore: string): Promise<void>;
  /** Class that the case had when a payment closed it last. */
  classBeforeClosing(): Promise<string | null>;
  setPromise(promiseId: string, status: 'open' | 'kept' | 'broken', at: Instant): Promise<void>;
}

export interface CaseFinder {
  /** The client's case of that number, in any case of letters. */
  byRef(clientId: string, caseRef: string): Promise<{ readonly id: string; readonly currency: string } | null>;
  ofPayment(paymentId: string): Promise<string | null>;
}
