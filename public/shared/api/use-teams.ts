import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { teamList, type TeamView } from '../../../src/contract/people.ts';
import { request } from './request.ts';

export const teamsKey = ['teams'] as const;

export function useTeams(): UseQueryResult<readonly TeamView[]> {
  return useQuery({
    queryKey: teamsKey,
    queryFn: async ({ signal }) => (await request(teamList, '/api/teams', { signal })).teams,
  });
}
