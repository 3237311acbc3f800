import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { tableLayout, type TableLayout } from '../../../src/contract/table-layout.ts';
import { command, request } from '../api/request.ts';

/** The columns this user chose on this screen, kept by the server: the next desk shows them too. */
export function useLayout(screen: string): {
  readonly chosen: readonly string[] | null;
  readonly choose: (columns: readonly string[] | null) => void;
} {
  const client = useQueryClient();
  const queryKey = ['table-layout', screen] as const;
  const path = `/api/me/tables/${screen}`;
  const layout = useQuery({
    queryKey,
    queryFn: ({ signal }) => request(tableLayout, path, { signal }),
    staleTime: Infinity,
  });
  const save = useMutation({ mutationFn: (next: TableLayout) => command(path, next, 'PUT') });
  return {
    chosen: layout.data?.columns ?? null,
    choose(columns) {
      const next: TableLayout = { columns: columns === null ? null : [...columns] };
      client.setQueryData(queryKey, next);
      save.mutate(next);
    },
  };
}
