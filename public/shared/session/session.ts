import {
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionView, type SessionView, type SignedInUser, type SignInRequest } from '../../../src/contract/session.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { command, onUnauthorised, request } from '../api/request.ts';

const sessionKey = ['session'] as const;
const endedKey = ['session-ended'] as const;

const providerKey = ['identity-provider'] as const;

/** The identity provider's name as it stands on its button; null: people sign in here. */
export function useProvider(): string | null {
  const view = useQuery<SessionView>({ queryKey: providerKey, queryFn: () => request(sessionView, '/api/session') });
  return view.data?.provider ?? null;
}

/** After a duty was done: the page looks again who is there. */
export function useRefreshSession(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: sessionKey });
}

async function whoIsThere(): Promise<SignedInUser | null> {
  try {
    return (await request(sessionView, '/api/session')).user;
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 401) return null;
    throw error;
  }
}

/** Whose session ended without being asked to: the sign-in page says so and knows the name. */
function noteEnd(client: QueryClient): void {
  const known = client.getQueryData<SignedInUser | null>(sessionKey) ?? null;
  if (known !== null) client.setQueryData(endedKey, known.username);
}

export function useSession(): UseQueryResult<SignedInUser | null> {
  const client = useQueryClient();
  useEffect(
    () =>
      onUnauthorised(() => {
        noteEnd(client);
        client.setQueryData(sessionKey, null);
      }),
    [client],
  );
  return useQuery({
    queryKey: sessionKey,
    queryFn: async () => {
      const user = await whoIsThere();
      if (user === null) noteEnd(client);
      return user;
    },
    staleTime: 60_000,
  });
}

/** What is not allowed is not offered; the server decides all the same. */
export const useMay = (permission: SignedInUser['permissions'][number]): boolean =>
  useSession().data?.permissions.includes(permission) === true;

export function useEndedUser(): string | null {
  return useQuery<string | null>({ queryKey: endedKey, queryFn: () => null, enabled: false }).data ?? null;
}

export function useSignIn(): UseMutationResult<SignedInUser | null, Error, SignInRequest> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: SignInRequest) => {
      await command('/api/session', input);
      return whoIsThere();
    },
    onSuccess: (user) => {
      client.removeQueries({ queryKey: endedKey });
      client.setQueryData(sessionKey, user);
    },
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
