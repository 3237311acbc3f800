import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionView, type SessionUser, type SignInRequest } from '../../../src/contract/session.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { command, onUnauthorised, request } from '../api/request.ts';

const sessionKey = ['session'] as const;

async function whoIsThere(): Promise<SessionUser | null> {
  try {
    return (await request(sessionView, '/api/session')).user;
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 401) return null;
    throw error;
  }
}

export function useSession(): UseQueryResult<SessionUser | null> {
  const client = useQueryClient();
  useEffect(() => onUnauthorised(() => client.setQueryData(sessionKey, null)), [client]);
  return useQuery({ queryKey: sessionKey, queryFn: whoIsThere, staleTime: 60_000 });
}

export function useSignIn(): UseMutationResult<SessionUser | null, Error, SignInRequest> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: SignInRequest) => {
      await command('/api/session', input);
      return whoIsThere();
    },
    onSuccess: (user) => client.setQueryData(sessionKey, user),
  });
}

export function useSignOut(): UseMutationResult<void, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => command('/api/session', undefined, 'DELETE'),
    onSuccess: () => {
      client.clear();
      client.setQueryData(sessionKey, null);
    },
  });
}
