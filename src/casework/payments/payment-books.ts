import type { PaymentFileView, PaymentRow, PromiseBoard, PromiseFilter, ReturnedLine } from '../../contract/payment.ts';
import type { Instant } from '../../domain/vocabulary.ts';

/** What of payments and promises people look at. */
export interface PaymentBooks {
  latest(filter: { readonly caseRef: string | null; readonly limit: number }): Promise<readonly PaymentRow[]>;
  files(limit: number): Promise<readonly Omit<PaymentFileView, 'returned'>[]>;
  file(fileId: string): Promise<PaymentFileView | null>;
  promises(show: PromiseFilter): Promise<PromiseBoard>;
}

/** Where files of payments are noted. */
export interface PaymentFileBook {
  open(file: {
    readonly id: string;
    readonly clientId: string;
    readonly fileName: string;
    readonly sha256: string;
    readonly by: string;
    readonly at: Instant;
  }): Promise<void>;
  close(
    fileId: string,
    outcome: {
      readonly posted: number;
      readonly unchanged: number;
      readonly rejected: number;
      readonly returned: readonly ReturnedLine[];
    },
  ): Promise<void>;
}
