import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { agentBootstrap, type AgentBootstrap } from '../../../src/contract/agent.ts';
import { request } from '../../shared/api/request.ts';

/** What the server said last, plus how far its clock is ahead of this computer's. */
export interface FloorView extends AgentBootstrap {
  readonly offsetMs: number;
}

export const floorKey = ['floor'] as const;
export const caseKey = (caseId: string) => ['case', caseId] as const;
export const wrapUpKey = (attemptId: string) => ['wrap-up', attemptId] as const;
export const callersKey = ['callers'] as const;
export const myCallsKey = ['my-calls'] as const;

async function fetchFloor(client: QueryClient, signal: AbortSignal): Promise<FloorView> {
  const sentAt = Date.now();
  const view = await request(agentBootstrap, '/api/agent/bootstrap', { signal });
  if (view.casePage !== null) client.setQueryData(caseKey(view.casePage.caseId), view.casePage);
  return { ...view, offsetMs: view.serverNow - (sentAt + Date.now()) / 2 };
}

export function useFloorQuery(client: QueryClient): UseQueryResult<FloorView> {
  return useQuery({
    queryKey: floorKey,
    queryFn: ({ signal }) => fetchFloor(client, signal),
    staleTime: Infinity,
    refetchOnWindowFocus: 'always',
  });
}

export function patchFloor(client: QueryClient, change: (view: FloorView) => Partial<FloorView>): void {
  client.setQueryData<FloorView>(floorKey, (view) => (view === undefined ? view : { ...view, ...change(view) }));
}
