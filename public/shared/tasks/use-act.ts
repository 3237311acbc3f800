import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { command } from '../api/request.ts';
import { refusalText } from './refusal-text.ts';

interface Act {
  readonly path: string;
  readonly body?: unknown;
  readonly method?: 'POST' | 'PUT';
}

/** A command about tasks or visits: afterwards both boards are read again, and a refusal is told in full. */
export function useAct(onDone: () => void = () => undefined): UseMutationResult<void, Error, Act> {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body, method }: Act) => command(path, body, method),
    onSuccess: async () => {
      void message.success(t('tasks.saved'));
      onDone();
      await Promise.all([
        client.invalidateQueries({ queryKey: ['tasks'] }),
        client.invalidateQueries({ queryKey: ['visits'] }),
      ]);
    },
    onError: (error) => void message.error(refusalText(error), 8),
  });
}
