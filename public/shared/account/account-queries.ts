import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { z } from 'zod';
import { ownAccount, recoveryCodes, secondFactorOffer, type OwnAccount } from '../../../src/contract/account.ts';
import { command, request } from '../api/request.ts';

const accountKey = ['account'] as const;

export function useOwnAccount(): UseQueryResult<OwnAccount> {
  return useQuery({
    queryKey: accountKey,
    queryFn: ({ signal }) => request(ownAccount, '/api/account', { signal }),
  });
}

/** What is changed of one's own account shows in it, and what was due may be done. */
function useAccountOrder<T, I>(send: (input: I) => Promise<T>): UseMutationResult<T, Error, I> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: accountKey }),
  });
}

export const useChangePassword = (): UseMutationResult<void, Error, { current: string; next: string }> =>
  useAccountOrder((body) => command('/api/account/password', body, 'PUT'));

export const useOfferSecondFactor = (): UseMutationResult<z.output<typeof secondFactorOffer>, Error, void> =>
  useAccountOrder(() => request(secondFactorOffer, '/api/account/second-factor', { method: 'POST' }));

export const useConfirmSecondFactor = (): UseMutationResult<readonly string[], Error, string> =>
  useAccountOrder(async (code) => {
    const ask = { method: 'POST', body: { code } } as const;
    return (await request(recoveryCodes, '/api/account/second-factor/confirm', ask)).recoveryCodes;
  });

export const useRemoveSecondFactor = (): UseMutationResult<void, Error, string> =>
  useAccountOrder((password) => command('/api/account/second-factor/remove', { password }));

export const useNewRecoveryCodes = (): UseMutationResult<readonly string[], Error, string> =>
  useAccountOrder(async (password) => {
    const ask = { method: 'POST', body: { password } } as const;
    return (await request(recoveryCodes, '/api/account/recovery-codes', ask)).recoveryCodes;
  });

export const useEndSession = (): UseMutationResult<void, Error, string | null> =>
  useAccountOrder((sessionId) =>
    sessionId === null
      ? command('/api/account/sessions/end-others')
      : command(`/api/account/sessions/${sessionId}`, undefined, 'DELETE'),
  );
