import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { stopReply, type LiftStopRequest, type StopReply, type StopRequest } from '../../../src/contract/stops.ts';
import { request } from '../api/request.ts';
import { useSession } from '../session/session.ts';

/** Whether stops, numbers and other people's wrap-ups may be changed by who is looking; the server decides again. */
export function useMaySupervise(): boolean {
  const role = useSession().data?.role;
  return role === 'supervisor' || role === 'admin';
}

/** After a command about a case everything known of cases is asked for anew: linked ones change along with it. */
export function useCaseCommand<Input, Reply>(
  send: (input: Input) => Promise<Reply>,
  onDone: () => void,
): UseMutationResult<Reply, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      onDone();
      await Promise.all(
        ['case', 'case-decision', 'cases', 'my-calls', 'correction', 'tasks', 'visits'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
}

export const useSetStop = (caseId: string, onDone: () => void): UseMutationResult<StopReply, Error, StopRequest> =>
  useCaseCommand((body) => request(stopReply, `/api/cases/${caseId}/stops`, { method: 'POST', body }), onDone);

export const useLiftStop = (stopId: string, onDone: () => void): UseMutationResult<StopReply, Error, LiftStopRequest> =>
  useCaseCommand((body) => request(stopReply, `/api/stops/${stopId}/lift`, { method: 'POST', body }), onDone);
