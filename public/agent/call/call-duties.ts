import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { CallCard } from '../../../src/contract/agent.ts';
import { command } from '../../shared/api/request.ts';
import { caseKey, floorKey, patchFloor, wrapUpKey } from '../floor/bootstrap.ts';
import { useSayFailure } from '../floor/commands.ts';

/** The agent made sure that it is the debtor: what was withheld is asked for again. */
export function useConfirmIdentity(card: CallCard): UseMutationResult<void, Error, void> {
  const client = useQueryClient();
  const sayFailure = useSayFailure();
  return useMutation({
    mutationFn: () => command(`/api/agent/calls/${card.attemptId}/identity`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: floorKey });
      void client.invalidateQueries({ queryKey: caseKey(card.caseId) });
      void client.invalidateQueries({ queryKey: wrapUpKey(card.attemptId) });
    },
    onError: sayFailure,
  });
}

/** Several debtors have the number: the call is put with the one whose name or case number was said. */
export function useIdentifyCaller(card: CallCard): UseMutationResult<void, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said) => command(`/api/agent/calls/${card.attemptId}/caller`, { said }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: floorKey });
      void client.invalidateQueries({ queryKey: wrapUpKey(card.attemptId) });
    },
  });
}

/** R35: the linked cases were looked at. */
export function useLinkedSeen(card: CallCard): UseMutationResult<void, Error, void> {
  const client = useQueryClient();
  const sayFailure = useSayFailure();
  return useMutation({
    mutationFn: () => command(`/api/agent/calls/${card.attemptId}/linked`),
    onSuccess: () =>
      patchFloor(client, ({ call }) =>
        call?.attemptId === card.attemptId ? { call: { ...call, linkedOwed: false, linkedHoldsDialing: false } } : {},
      ),
    onError: sayFailure,
  });
}
