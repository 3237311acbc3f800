import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  paymentFileView,
  paymentReply,
  reversalReply,
  type PaymentFileView,
  type PaymentReply,
  type PaymentRequest,
} from '../../../src/contract/payment.ts';
import { request } from '../../shared/api/request.ts';

export const paymentsKey = ['payments'] as const;

/** Whatever changes a payment changes the lists. */
function usePaymentOrder<In, Out>(send: (order: In) => Promise<Out>): UseMutationResult<Out, Error, In> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: paymentsKey }),
  });
}

export const usePost = (): UseMutationResult<PaymentReply, Error, PaymentRequest> =>
  usePaymentOrder((body: PaymentRequest) => request(paymentReply, '/api/payments', { method: 'POST', body }));

export const useReverse = (): UseMutationResult<
  z.output<typeof reversalReply>,
  Error,
  { readonly paymentId: string; readonly reason: string }
> =>
  usePaymentOrder(({ paymentId, reason }: { readonly paymentId: string; readonly reason: string }) =>
    request(reversalReply, `/api/payments/${paymentId}/reverse`, { method: 'POST', body: { reason } }),
  );

export const useUpload = (): UseMutationResult<
  PaymentFileView,
  Error,
  { readonly clientId: string; readonly file: File }
> =>
  usePaymentOrder(({ clientId, file }: { readonly clientId: string; readonly file: File }) => {
    // The text field has to come before the file: the server reads the file as it arrives.
    const form = new FormData();
    form.set('clientId', clientId);
    form.set('file', file);
    return request(paymentFileView, '/api/payments/files', { method: 'POST', body: form });
  });
