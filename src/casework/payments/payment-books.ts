import type {
  PaymentFileList,
  PaymentFileView,
  PaymentFilters,
  PaymentList,
  PromiseBoard,
  PromiseQuery,
  ReturnedLine,
} from '../../contract/payment.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { PageAsk } from '../../platform/page-cursor.ts';

/** What of payments and promises people look at. */
export interface PaymentBooks {
  /** `down`: the latest first. */
  list(filters: PaymentFilters, down: boolean, page: PageAsk): Promise<PaymentList>;
  files(page: PageAsk): Promise<PaymentFileList>;
  file(fileId: string): Promise<PaymentFileView | null>;
  promises(query: PromiseQuery): Promise<PromiseBoard>;
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
