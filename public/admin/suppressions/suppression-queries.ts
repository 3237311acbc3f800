import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import {
  suppressionImport,
  suppressionPage,
  suppressionReply,
  type SuppressionImport,
  type SuppressionPage,
  type SuppressionRequest,
  type SuppressionSearch,
} from '../../../src/contract/suppression.ts';
import { command, request } from '../../shared/api/request.ts';

export const suppressionsKey = ['suppressions'] as const;

export const findSuppressions = (body: SuppressionSearch, signal: AbortSignal): Promise<SuppressionPage> =>
  request(suppressionPage, '/api/suppressions/search', { method: 'POST', body, signal });

/** Whatever is done to the list shows in it at once. */
function useChange<T, R>(act: (given: T) => Promise<R>, onDone: (done: R) => void): UseMutationResult<R, Error, T> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (done) => {
      void client.invalidateQueries({ queryKey: suppressionsKey });
      onDone(done);
    },
  });
}

export const useAddNumber = (onDone: (hungUp: number) => void): UseMutationResult<number, Error, SuppressionRequest> =>
  useChange(
    async (body) => (await request(suppressionReply, '/api/suppressions', { method: 'POST', body })).hungUp,
    onDone,
  );

export const useRemoveNumber = (id: string, onDone: () => void): UseMutationResult<void, Error, string> =>
  useChange((reason: string) => command(`/api/suppressions/${id}/remove`, { reason }), onDone);

export interface ListFile {
  readonly file: File;
  readonly source: string;
  readonly reason: string;
  readonly expiresOn: string;
}

export const useLookAtList = (): UseMutationResult<SuppressionImport, Error, ListFile> =>
  useMutation({
    mutationFn: ({ file, source, reason, expiresOn }) => {
      const form = new FormData();
      form.set('source', source);
      form.set('reason', reason);
      form.set('expiresOn', expiresOn);
      form.set('file', file);
      return request(suppressionImport, '/api/suppressions/imports', { method: 'POST', body: form });
    },
  });

export const useTakeOverList = (): UseMutationResult<SuppressionImport, Error, string> =>
  useChange(
    (id: string) => request(suppressionImport, `/api/suppressions/imports/${id}/confirm`, { method: 'POST' }),
    () => undefined,
  );
