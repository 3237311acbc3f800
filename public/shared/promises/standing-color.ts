import type { PromiseRow } from '../../../src/contract/payment.ts';

export const standingColor = {
  open: 'processing',
  partial: 'warning',
  claimed: 'gold',
  kept: 'success',
  broken: 'error',
} as const satisfies Record<PromiseRow['standing'], string>;
